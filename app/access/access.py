"""Who works with the open vault and what he may: the one question every service asks first.

Roles are enforced by the program, not by cryptography: whoever unlocks a vault holds its key.
"""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from app.domain.errors import N_, UserError
from app.domain.role import FOUNDER, Right, Role, rights
from db.models.account import Account, CaseShare
from db.models.case_file import CaseFile
from db.session import Database


class NotAllowed(UserError):
    what = N_("Your role in this vault does not allow this.")
    todo = N_("Ask the lead of your office, who gives the roles.")


class NotYourCase(UserError):
    what = N_("This case is kept by a colleague and is not shared with you.")
    todo = N_("Ask the colleague or the lead to share it.")


@dataclass(frozen=True, slots=True)
class Access:
    """One user's rights. `alone`: nobody else may approve, so there is no second person to ask."""

    user: str
    rights: frozenset[Right]
    alone: bool = True

    def may(self, right: Right) -> bool:
        """Whether the user has the right."""
        return right in self.rights

    def require(self, right: Right) -> None:
        """Raise `NotAllowed` unless the user has the right."""
        if right not in self.rights:
            raise NotAllowed

    def cases(self) -> list[ColumnElement[bool]]:
        """The conditions on `CaseFile` that leave the cases this user may see; raises `NotAllowed` if none at all."""
        if Right.CASES_ALL in self.rights:
            return []
        self.require(Right.CASES_OWN)
        shared = select(CaseShare.case_uid).where(CaseShare.user == self.user)
        return [or_(CaseFile.worker == self.user, CaseFile.uid.in_(shared))]

    def check(self, session: Session, case: UUID) -> None:
        """Raise `NotYourCase` unless the user may see the case, `NotAllowed` if he may see none."""
        conditions = self.cases()
        if conditions and session.scalar(select(CaseFile.uid).where(CaseFile.uid == case, *conditions)) is None:
            raise NotYourCase


def access_of(database: Database, user: str) -> Access:
    """What `user` may in this vault. Whoever opens a vault without any account founded it."""
    with database.read() as session:
        accounts = session.scalars(select(Account).where(Account.disabled.is_(False))).all()
        known = session.scalar(select(func.count()).select_from(Account).where(Account.user == user)) or 0
    account = next((one for one in accounts if one.user == user), None)
    others = (one for one in accounts if one.user != user)
    alone = not any(Right.APPROVE in _rights(one) for one in others)
    if account is not None:
        return Access(user, _rights(account), alone)
    return Access(user, rights(FOUNDER)) if not accounts and not known else Access(user, frozenset(), alone)


def _rights(account: Account) -> frozenset[Right]:
    roles = (Role(role) for role in account.roles.split())
    return rights(roles, clinical_granted=account.clinical_granted)

"""Share a case with a colleague, and take it back; both stand in the history."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from app.access.access import Access
from app.changes import Changes
from app.clock import Clock
from app.domain.errors import N_, UserError
from app.domain.name import sort_key
from app.domain.role import Right, Role, rights
from db.models.account import Account, CaseShare
from db.session import Database


class NoSuchColleague(UserError):
    what = N_("Nobody called {user} works with cases in this vault.")
    todo = N_("Check the spelling; new colleagues are added under users.")


@dataclass(frozen=True, slots=True)
class Sharing:
    """Every method is one unit of work by the user who asks."""

    database: Database
    clock: Clock
    access: Access

    def with_whom(self, case: UUID) -> tuple[str, ...]:
        """The colleagues a case is shared with, in Ukrainian order; raises `NotYourCase`."""
        with self.database.read() as session:
            self.access.check(session, case)
            users = session.scalars(select(CaseShare.user).where(CaseShare.case_uid == case)).all()
        return tuple(sorted(users, key=sort_key))

    def share(self, case: UUID, user: str) -> Changes:
        """Let `user` read and write the case too; raises `NotYourCase`, `NoSuchColleague`. Twice is once."""
        with self.database.write(self.access.user) as session:
            self.access.check(session, case)
            account = session.scalar(select(Account).where(Account.user == user, Account.disabled.is_(False)))
            if account is None or Right.CASES_OWN not in rights(Role(role) for role in account.roles.split()):
                raise NoSuchColleague(user=user)
            known = select(CaseShare).where(CaseShare.case_uid == case, CaseShare.user == user)
            if session.scalar(known) is None:
                shared = CaseShare(case_uid=case, user=user, shared_by=self.access.user, shared_at=self.clock.now())
                session.add(shared)
        return Changes.CASES

    def unshare(self, case: UUID, user: str) -> Changes:
        """Let `user` see the case no more, unless he may see all; raises `NotYourCase`."""
        with self.database.write(self.access.user) as session:
            self.access.check(session, case)
            for shared in session.scalars(select(CaseShare).where(CaseShare.case_uid == case, CaseShare.user == user)):
                session.delete(shared)
        return Changes.CASES

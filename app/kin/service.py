"""The family of a case beyond its names: roles, facts, his wish about pay, and what follows from them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Self
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.access.reading import read_by
from app.catalogue.definitions import Catalogue
from app.clock import Clock
from app.domain.coming_of_age import Turning
from app.domain.entitlement import Kinsman, Purpose, Standing, Verdict
from app.domain.entitlement_rules import verdicts
from app.domain.fate import Fate
from app.domain.kin import KinRole
from app.kin import ages, entries, standing
from app.kin.ages import TurningRow
from app.kin.entries import FactDraft, RoleDraft, WishDraft
from app.records.keeping import Keeping, Kept
from db.models.case_file import CaseFile
from db.models.kin import FamilyRole, KinFact, PayDisposition
from db.session import Database


@dataclass(frozen=True, slots=True)
class KinOf:
    """What stands beside one relative: roles, facts, what the laws give, and the birthday that comes.

    `guardians`: relatives who answer for a minor; None for who is of age, or whose age nobody knows.
    `paid_without_right`: she receives his pay by her role, and by the facts she is not entitled (step FIN-05).
    """

    relative: UUID
    roles: tuple[Kept[RoleDraft], ...]
    facts: tuple[Kept[FactDraft], ...]
    verdicts: tuple[Verdict, ...]
    turning: Turning | None
    guardians: tuple[UUID, ...] | None
    paid_without_right: bool


@dataclass(frozen=True, slots=True)
class FamilyView:
    """The family of a case on one day. `shares`: what the pay of all recipients together comes to, of 10,000."""

    today: date
    kin: tuple[KinOf, ...]
    wishes: tuple[Kept[WishDraft], ...]
    shares: int

    def of(self, relative: UUID) -> KinOf | None:
        """What stands beside one relative."""
        return next((one for one in self.kin if one.relative == relative), None)


@dataclass(frozen=True, slots=True)
class Kin:
    """Every method is one unit of work by the user who asks."""

    roles: Keeping[FamilyRole, RoleDraft]
    facts: Keeping[KinFact, FactDraft]
    wishes: Keeping[PayDisposition, WishDraft]
    database: Database
    catalogue: Catalogue
    clock: Clock
    access: Access

    @classmethod
    def of(cls, database: Database, catalogue: Catalogue, clock: Clock, access: Access) -> Self:
        """The kin of a vault."""
        return cls(
            Keeping(FamilyRole, RoleDraft, database, clock, access, entries.judge_role),
            Keeping(KinFact, FactDraft, database, clock, access, entries.judge_fact),
            Keeping(PayDisposition, WishDraft, database, clock, access, entries.judge_wish),
            database, catalogue, clock, access,
        )  # fmt: skip

    def family(self, case: UUID) -> FamilyView:
        """The family of a case, told from what is recorded today; raises `NotYourCase`."""
        read_by(self.database, self.access, case)
        with self.database.read() as session:
            return self._family(session, case)

    def turning(self, workers: Collection[str] = ()) -> tuple[TurningRow, ...]:
        """Who of the families turns 18 or 23 soon, the nearest first; in the cases of `workers` if any are named."""
        with self.database.read() as session:
            return ages.turning_soon(session, self.clock.today(), self.access.cases(), workers)

    def _family(self, session: Session, case: UUID) -> FamilyView:
        today = self.clock.today()
        roles, facts = self.roles.listed(session, case), self.facts.listed(session, case)
        wishes = self.wishes.listed(session, case)
        relatives = standing.relatives(session, case)
        fate = Fate(session.scalars(select(CaseFile.fate).where(CaseFile.uid == case)).one())
        dated = standing.through_time(fate, relatives, facts, wishes, self.catalogue.money.pay)
        kindred = standing.kindred(dated, today, roles)
        purposes = [right.purpose for right in self.catalogue.entitlements.values() if fate in right.applies_to]
        return FamilyView(
            today,
            tuple(
                KinOf(
                    one.uid,
                    tuple(row for row in roles if row.says.relative_uid == one.uid),
                    tuple(row for row in facts if row.says.relative_uid == one.uid),
                    given := verdicts(kinsman, kindred, purposes),
                    ages.turning_of(kinsman, today),
                    standing.guardians(kinsman, roles, today),
                    _paid_without_right(kinsman, given),
                )
                for one, kinsman in zip(relatives, kindred.kin, strict=True)
            ),
            wishes,
            standing.shares(roles, today),
        )


def _paid_without_right(one: Kinsman, given: tuple[Verdict, ...]) -> bool:
    refused = any(verdict.purpose is Purpose.PAY and verdict.standing is Standing.NOT for verdict in given)
    return KinRole.PAY_RECIPIENT in one.roles and refused

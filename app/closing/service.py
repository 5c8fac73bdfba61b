"""Close a case with its reason, whatever is left open said by name; open it again with a word why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.access.reading import read_by
from app.catalogue.definitions import Catalogue
from app.changes import Changes
from app.clock import Clock
from app.closing.checks import Asked, Check, check_list
from app.domain.errors import N_, UserError
from app.domain.step import StepState
from app.plan.service import refresh_case
from app.records.keeping import Keeping
from db.journal import JournaledSession
from db.models.case_file import CaseFile
from db.models.note import Closing as ClosingRecord
from db.models.step import Step
from db.session import Database

TOUCHED = Changes.CASES | Changes.STEPS | Changes.PEOPLE


class ClosedAlready(UserError):
    what = N_("This case is closed already.")
    todo = N_("Open it again if work on it goes on.")


class NotClosed(UserError):
    what = N_("This case is not closed.")
    todo = N_("Nothing is left to do: work on it goes on.")


class StillOpen(UserError):
    what = N_("Things still open in this case: {count}.")
    todo = N_("Settle them, or say in a few words why the case is closed all the same.")


class ReopeningUnsaid(UserError):
    what = N_("It is not said why the case is opened again.")
    todo = N_("Write in a few words what has happened.")


class ClosingReason(StrEnum):
    """Why a case is closed."""

    SETTLED = "settled"
    FAMILY_WISH = "family_wish"
    MOVED = "moved"
    UNREACHABLE = "unreachable"
    DUPLICATE = "duplicate"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ClosingDraft:
    """Why a case is closed, a word for whoever reads it later, and why it is if something is left open."""

    reason: ClosingReason
    note: str = ""
    left_why: str = ""


@dataclass(frozen=True, slots=True)
class ClosingSays:
    """One closing as recorded; `left_open`: what was left open by kind and row, `promises:0192…`, a step
    with its state, `steps:0192…:waiting`.
    """

    on: date
    reason: ClosingReason
    note: str
    left_open: tuple[str, ...]
    left_why: str
    reopened_on: date | None = None
    reopened_by: str = ""
    reopened_why: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """Every method is one unit of work by the user who asks."""

    database: Database
    catalogue: Catalogue
    clock: Clock
    access: Access
    closings: Keeping[ClosingRecord, ClosingSays]

    @classmethod
    def of(cls, database: Database, catalogue: Catalogue, clock: Clock, access: Access) -> Self:
        """Build the service."""
        return cls(
            database, catalogue, clock, access, Keeping(ClosingRecord, ClosingSays, database, clock, access)
        )

    def review(self, case: UUID) -> tuple[Check, ...]:
        """The check list of a case as it stands; raises `NotYourCase`."""
        read_by(self.database, self.access, case)
        with self.database.read() as session:
            return check_list(self._asked(session, case))

    def history(self, case: UUID) -> tuple[ClosingSays, ...]:
        """How often the case was closed and opened again, the oldest first; raises `NotYourCase`."""
        return tuple(row.says for row in self.closings.rows(case))

    def close(self, case: UUID, draft: ClosingDraft) -> Changes:
        """Close the case today. Its open steps no longer apply, for the reason that is given.

        Raises `ClosedAlready`, `StillOpen` if something is open and no reason is given, `NotYourCase`, `TextTooLong`.
        """
        today = self.clock.today()
        with self.database.write(self.access.user) as session:
            found = self._case(session, case)
            if found.closed_on is not None:
                raise ClosedAlready
            checks = check_list(self._asked(session, case))
            left = [(check.kind, item.uid) for check in checks for item in check.open]
            why = draft.left_why.strip()
            if left and not why:
                raise StillOpen(count=len(left))
            states = {step.uid: step.state for step in _steps(session, [uid for _, uid in left])}
            codes = tuple(":".join(filter(None, (kind.value, uid.hex, states.get(uid)))) for kind, uid in left)
            self.closings.put(session, case, ClosingSays(today, draft.reason, draft.note, codes, why if left else ""))
            found.closed_on = today
            for step in _steps(session, states):
                step.state, step.reason = StepState.OBSOLETE.value, why
            self._settle(session, case)
        return TOUCHED

    def reopen(self, case: UUID, why: str) -> Changes:
        """Open the case again; the steps that it was closed over are open again too.

        Raises `NotClosed`, `ReopeningUnsaid`, `NotYourCase`.
        """
        if not why.strip():
            raise ReopeningUnsaid
        with self.database.write(self.access.user) as session:
            found = self._case(session, case)
            if found.closed_on is None:
                raise NotClosed
            newest = select(ClosingRecord).where(
                ClosingRecord.case_uid == case, ClosingRecord.deleted_at.is_(None)
            ).order_by(ClosingRecord.uid.desc())  # fmt: skip
            if record := session.scalars(newest.limit(1)).first():
                record.reopened_on, record.reopened_by = self.clock.today(), self.access.user
                record.reopened_why = why.strip()
                left = _left(self.closings.kept(record).says.left_open)
                for step in _steps(session, left):
                    if step.state == StepState.OBSOLETE.value and step.reason == record.left_why:
                        step.state, step.reason = left[step.uid].value, ""
            found.closed_on = None
            self._settle(session, case)
        return TOUCHED

    def _asked(self, session: Session, case: UUID) -> Asked:
        return Asked(session, case, self.catalogue, self.clock.today())

    def _case(self, session: Session, case: UUID) -> CaseFile:
        self.access.check(session, case)
        return session.get_one(CaseFile, case)

    def _settle(self, session: JournaledSession, case: UUID) -> None:
        session.flush()
        refresh_case(session, case, self.clock)


def _steps(session: Session, among: Iterable[UUID]) -> Iterable[Step]:
    """The steps, promises among them, of these rows."""
    return session.scalars(select(Step).where(Step.uid.in_(list(among)))).all()


def _left(codes: Iterable[str]) -> dict[UUID, StepState]:
    """The steps that the codes name, each with the state it had."""
    told = (code.split(":") for code in codes)
    return {UUID(row): StepState(state[0]) if state else StepState.OPEN for _, row, *state in told}

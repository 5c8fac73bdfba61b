"""Promises made to a family. A promise is a step of its case, so that the day reminds of it like of any other."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.access.reading import read_by
from app.belonging import check_belongs
from app.changes import Changes
from app.clock import Clock
from app.domain.errors import N_, UserError
from app.domain.legible import legible
from app.domain.partial_date import PartialDate
from app.domain.step import StepState
from app.plan.service import Plan, refresh_case
from app.records.shape import LONGEST, TextTooLong
from db.models.base import new_uid
from db.models.family import Relative
from db.models.person import Person
from db.models.step import Step
from db.session import Database

PROMISE = "promise"
"""The origin of such a step."""


class NothingPromised(UserError):
    what = N_("It is not said what was promised.")
    todo = N_("Write in a few words what the family was promised.")


class PromiseState(StrEnum):
    """What became of a promise."""

    OPEN = "open"
    KEPT = "kept"
    NOT_KEPT = "not_kept"
    WITHDRAWN = "withdrawn"


_STATES = {
    StepState.DONE: PromiseState.KEPT, StepState.NOT_EXECUTABLE: PromiseState.NOT_KEPT,
    StepState.NOT_NEEDED: PromiseState.WITHDRAWN, StepState.OBSOLETE: PromiseState.WITHDRAWN,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PromiseDraft:
    """What was promised, to which relative (None: the family), until when (None: no day was named)."""

    what: str
    relative: UUID | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A promise: made on `made` by `by` to `name`; kept `on` a day, or not for the reason `why`."""

    uid: UUID
    version: int
    what: str
    relative: UUID | None
    name: str
    by: str
    made: date | None
    due: date | None
    state: PromiseState
    on: PartialDate | None
    why: str

    def overdue(self, today: date) -> bool:
        """Whether its day has passed and nothing came of it yet."""
        return self.state is PromiseState.OPEN and self.due is not None and self.due < today


@dataclass(frozen=True, slots=True)
class Promises:
    """Every method is one unit of work by the user who asks."""

    database: Database
    plan: Plan
    clock: Clock
    access: Access

    def rows(self, case: UUID) -> tuple[PromiseRow, ...]:
        """The promises of a case: open ones by their day, then what was settled, the last made first."""
        read_by(self.database, self.access, case)
        with self.database.read() as session:
            return promises(session, case)

    def add(self, case: UUID, draft: PromiseDraft) -> Changes:
        """Keep that something was promised. Raises `NothingPromised`, `TextTooLong`, `OfAnotherCase`, `NotYourCase`."""
        what = legible(draft.what).strip()
        if not what:
            raise NothingPromised
        if len(what) > LONGEST:
            raise TextTooLong(most=LONGEST)
        with self.database.write(self.access.user) as session:
            self.access.check(session, case)
            check_belongs(session, case, draft.relative)
            session.add(step_of(case, what, draft.relative, self.clock.today(), draft.due, self.access.user))
            session.flush()
            refresh_case(session, case, self.clock)
        return Changes.STEPS | Changes.CASES

    def keep(self, uid: UUID, version: int, on: PartialDate | None) -> Changes:
        """It was kept on a day (None: unknown). Raises `DayToCome`, `StaleEdit`."""
        return self.plan.done(uid, version, on)

    def not_kept(self, uid: UUID, version: int, why: str) -> Changes:
        """It could not be kept. Raises `ReasonMissing` without a reason, `StaleEdit`."""
        return self.plan.not_executable(uid, version, why)

    def withdraw(self, uid: UUID, version: int, why: str) -> Changes:
        """It was taken back, or the family needs it no more. Raises `ReasonMissing`, `StaleEdit`."""
        return self.plan.not_needed(uid, version, why)

    def reopen(self, uid: UUID, version: int) -> Changes:
        """It stands again. Raises `StaleEdit`."""
        return self.plan.reopen(uid, version)


def step_of(case: UUID, what: str, relative: UUID | None, made: date, due: date | None, by: str) -> Step:
    """The step that a promise is."""
    return Step(
        uid=new_uid(), case_uid=case, step_id="", title=what, origin=PROMISE, state=StepState.OPEN.value,
        relative_uid=relative, worker=by, counted_from=made, due=due, act_by=due,
    )  # fmt: skip


def promises(session: Session, case: UUID) -> tuple[PromiseRow, ...]:
    """As `Promises.rows`, within a unit of work."""
    rows = sorted(_rows(session, case), key=lambda row: row.made or date.min, reverse=True)
    waiting = [row for row in rows if row.state is PromiseState.OPEN]
    settled = [row for row in rows if row.state is not PromiseState.OPEN]
    return (*sorted(waiting, key=lambda row: row.due or date.max), *settled)


def _rows(session: Session, case: UUID) -> Iterator[PromiseRow]:
    statement = (
        select(Step, Person.surname, Person.given, Person.patronymic)
        .outerjoin(Relative, Relative.uid == Step.relative_uid)
        .outerjoin(Person, Person.uid == Relative.person_uid)
        .where(Step.case_uid == case, Step.origin == PROMISE)
    )
    for step, *names in session.execute(statement):
        yield PromiseRow(
            uid=step.uid, version=step.version, what=step.title, relative=step.relative_uid,
            name=" ".join(filter(None, names)), by=step.worker, made=step.counted_from, due=step.due,
            state=_STATES.get(StepState(step.state), PromiseState.OPEN), on=step.done_on, why=step.reason,
        )  # fmt: skip

"""Steps: what is due, and what became of one."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.access.reading import read_by
from app.catalogue.definitions import Catalogue
from app.changes import Changes
from app.clock import Clock
from app.domain.day_to_come import DayToCome
from app.domain.errors import N_, UserError
from app.domain.partial_date import PartialDate
from app.domain.step import StepState
from app.office.service import calendar_mode
from app.plan import agenda, queries
from app.plan.agenda import DayCount
from app.plan.appeal import offer_appeal
from app.plan.following import open_following, take_back_following
from app.plan.opening import REFUSED
from app.plan.queries import DueRow, StepRow, TodayView
from app.plan.recurring import come_back, take_back
from db.journal import JournaledSession
from db.models.case_file import CaseFile
from db.models.step import Step
from db.refusals import StaleEdit
from db.session import Database


class ReasonMissing(UserError):
    what = N_("What is not done must say why.")
    todo = N_("Write the reason in a few words.")


class SnoozeMissing(UserError):
    what = N_("A term of the law that has passed is not put off without a reason.")
    todo = N_("Write in a few words what it waits for.")


class SnoozePast(UserError):
    what = N_("A step is put off to a day that is still to come.")
    todo = N_("Choose tomorrow or later.")


class OverAlready(UserError):
    what = N_("This step is over.")
    todo = N_("Open it again first.")


class OpenStill(UserError):
    what = N_("This step is open.")
    todo = N_("There is nothing to take back: say what became of it once it is over.")


@dataclass(frozen=True, slots=True)
class Plan:
    """Every method is one unit of work by the user who asks."""

    database: Database
    catalogue: Catalogue
    clock: Clock
    access: Access

    def steps(self, case: UUID) -> tuple[StepRow, ...]:
        """Every step of a case: open ones by due day, then the rest."""
        read_by(self.database, self.access, case)
        with self.database.read() as session:
            return queries.steps(session, case, self.catalogue, self.clock.today())

    def today(self, *, silent_days: int = 30, workers: Collection[str] = (), size: int = 100) -> TodayView:
        """What must be done now; by `workers` if any are named."""
        with self.database.read() as session:
            return queries.today(
                session, self.catalogue, self.clock.today(), silent_days=silent_days, cases=self.access.cases(),
                workers=workers, size=size,
            )  # fmt: skip

    def due(self, before: date, *, since: date | None = None) -> tuple[DueRow, ...]:
        """Open steps due before a day (and not before `since`), earliest first."""
        with self.database.read() as session:
            return queries.due(session, self.catalogue, before=before, since=since, cases=self.access.cases())

    def agenda(
        self, since: date, until: date, *, workers: Collection[str] = (), size: int = 500
    ) -> tuple[DueRow, ...]:
        """The steps that come up from `since` to before `until`, put-off ones on their later day; `size` at most."""
        with self.database.read() as session:
            return agenda.agenda(
                session, self.catalogue, since, until, cases=self.access.cases(), workers=workers, size=size
            )

    def day_counts(self, since: date, until: date, *, workers: Collection[str] = ()) -> Mapping[date, DayCount]:
        """How many steps come up on each day from `since` to before `until`; days without one are left out."""
        with self.database.read() as session:
            return agenda.counts(session, self.catalogue, since, until, cases=self.access.cases(), workers=workers)

    def done(self, step: UUID, version: int, on: PartialDate | None, *, outcome: str = "") -> Changes:
        """Mark a step done on a day (None: unknown). Steps that waited for it open.

        Raises `DayToCome`, `StaleEdit`, `OverAlready`.
        """
        if on and on.first > self.clock.today():
            raise DayToCome
        return self._settle(step, version, StepState.DONE, done_on=on, outcome=outcome)

    def refused(self, step: UUID, version: int, on: PartialDate | None, why: str) -> Changes:
        """Mark that the body refused: the step is over, and the appeal opens with its clock.

        Raises `ReasonMissing` without the words of the refusal, `DayToCome`, `StaleEdit`, `OverAlready`.
        """
        if not why.strip():
            raise ReasonMissing
        if on and on.first > self.clock.today():
            raise DayToCome
        return self._settle(step, version, StepState.DONE, done_on=on, outcome=REFUSED, reason=why.strip())

    def not_needed(self, step: UUID, version: int, reason: str) -> Changes:
        """Mark a step not needed. Raises `ReasonMissing` without a reason, `StaleEdit`, `OverAlready`."""
        if not reason.strip():
            raise ReasonMissing
        return self._settle(step, version, StepState.NOT_NEEDED, reason=reason.strip())

    def not_executable(self, step: UUID, version: int, reason: str) -> Changes:
        """Mark that a step could not be carried out.

        Raises `ReasonMissing` without a reason, `StaleEdit`, `OverAlready`.
        """
        if not reason.strip():
            raise ReasonMissing
        return self._settle(step, version, StepState.NOT_EXECUTABLE, reason=reason.strip())

    def defer(self, step: UUID, version: int, until: date, reason: str = "") -> Changes:
        """Leave a step out of Today until a day; when it is due, by law too, stays as it was.

        Raises `SnoozePast`, `SnoozeMissing` for a term of the law that has passed and no reason, `StaleEdit`,
        `OverAlready`.
        """
        today = self.clock.today()
        if until <= today:
            raise SnoozePast
        with self.database.write(self.access.user) as session:
            found = self._step(session, step, version)
            if found.state not in queries.OPEN:
                raise OverAlready
            known = self.catalogue.steps.get(found.step_id)
            legal = known is not None and known.due.term.kind in queries.OF_THE_LAW
            if legal and found.due is not None and found.due < today and not reason.strip():
                raise SnoozeMissing
            found.snoozed_until, found.snooze_reason = until, reason.strip()
        return Changes.STEPS

    def reopen(self, step: UUID, version: int) -> Changes:
        """Take a step's outcome back; its due day stands as it was. Raises `StaleEdit`, `OpenStill`."""
        return self._settle(step, version, StepState.OPEN)

    def _step(self, session: Session, uid: UUID, version: int) -> Step:
        step = session.get_one(Step, uid)
        self.access.check(session, step.case_uid)
        if step.version != version:
            raise StaleEdit
        return step

    def _settle(self, uid: UUID, version: int, state: StepState, *, done_on: PartialDate | None = None,
                outcome: str = "", reason: str = "") -> Changes:
        with self.database.write(self.access.user) as session:
            step = self._step(session, uid, version)
            if state is StepState.OPEN:
                if step.state in queries.OPEN:
                    raise OpenStill
                step.state, step.was, step.closed_by = step.was or state.value, "", None
            else:
                if step.state not in queries.OPEN:
                    raise OverAlready
                step.state, step.was = state.value, step.state
            step.done_on, step.outcome, step.reason = done_on, outcome, reason
            step.snoozed_until, step.snooze_reason = None, ""
            session.flush()
            self._follow(session, step, state)
            refresh_case(session, step.case_uid, self.clock)
        return Changes.STEPS | Changes.CASES

    def _follow(self, session: JournaledSession, step: Step, state: StepState) -> None:
        """Open what waited for the step and its next turn, or, of a refusal, its appeal; or take all of that back."""
        today, mode = self.clock.today(), calendar_mode(session)
        if state is StepState.DONE:
            day = step.done_on.first if step.done_on else today
            if step.outcome == REFUSED:
                offer_appeal(session, self.catalogue, step, day, mode, today)
            else:
                open_following(session, self.catalogue, step, day, mode, today)
            come_back(session, self.catalogue, step, day, mode)
        elif state is StepState.OPEN:
            take_back(session, step)
            take_back_following(session, self.catalogue, step, mode, today)


def refresh_case(session: Session, case_uid: UUID, clock: Clock) -> None:
    """Recompute what a case's line in the list says of its steps."""
    first = session.execute(
        select(Step.uid, Step.due)
        .where(Step.case_uid == case_uid, Step.state.in_(queries.OPEN), Step.due.is_not(None))
        .order_by(Step.due, Step.uid)
        .limit(1)
    ).first()
    case = session.get_one(CaseFile, case_uid)
    case.next_step, case.next_due = (first.uid, first.due) if first else (None, None)
    case.updated = clock.now()

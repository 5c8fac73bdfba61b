"""Put many steps off to one day in one unit of work: all of some cases that come up before it, or steps by name."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select

from app.access.access import Access
from app.cases.queries import Chosen
from app.cases.service import Cases
from app.catalogue.definitions import Catalogue
from app.changes import Changes
from app.clock import Clock
from app.domain.legible import legible
from app.domain.role import Right
from app.many.outcome import LeftOut, Outcome, OutRow, in_parts
from app.plan.queries import OF_THE_LAW, OPEN, of_cases
from app.plan.service import SnoozePast
from app.progress import Progress
from db.journal import JournaledSession
from db.models.case_file import CaseFile
from db.models.step import Step
from db.session import Database

_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Delay:
    """Until which day steps are put off, and what they wait for. `step_id`: one step of the catalogue alone."""

    until: date
    reason: str = ""
    step_id: str = ""


@dataclass(frozen=True, slots=True)
class DeferringSteps:
    """Every method is one unit of work by the user who asks. When a step is due, by law too, stays as it was.

    A term of the law is put off with a reason only: without one it is left out. An `Outcome` counts steps here.
    """

    database: Database
    catalogue: Catalogue
    cases: Cases
    clock: Clock
    access: Access

    def in_cases(self, picked: Chosen, delay: Delay, progress: Progress | None = None) -> Outcome:
        """Put off what comes up before the day in the cases that were picked.

        Raises `SnoozePast`, `NotAllowed`, `Cancelled`.
        """
        progress = progress or Progress()
        self._check(delay)
        done, out = 0, list[OutRow]()
        with self.database.write(self.access.user) as session:
            wanted = self.cases.among(session, picked)
            for part, some in enumerate(in_parts(wanted, _AT_ONCE)):
                progress.checkpoint(part * _AT_ONCE, len(wanted))
                done += self._defer(session, [Step.case_uid.in_(some)], delay, out)
            progress.checkpoint(len(wanted), len(wanted))
        return Outcome(done, tuple(out), Changes.STEPS)

    def steps(self, steps: Collection[UUID], delay: Delay, progress: Progress | None = None) -> Outcome:
        """Put these steps off, of cases that the user may see. Raises `SnoozePast`, `NotAllowed`, `Cancelled`."""
        progress = progress or Progress()
        self._check(delay)
        done, out, wanted = 0, list[OutRow](), sorted(steps)
        with self.database.write(self.access.user) as session:
            for part, some in enumerate(in_parts(wanted, _AT_ONCE)):
                progress.checkpoint(part * _AT_ONCE, len(wanted))
                done += self._defer(session, [Step.uid.in_(some)], delay, out)
        return Outcome(done, tuple(out), Changes.STEPS)

    def _check(self, delay: Delay) -> None:
        self.access.require(Right.CASES_OWN)
        if delay.until <= self.clock.today():
            raise SnoozePast

    def _defer(
        self, session: JournaledSession, which: Sequence[ColumnElement[bool]], delay: Delay, out: list[OutRow]
    ) -> int:
        """Put off the open steps that come up before the day; those left out are added to `out`."""
        done, reason = 0, legible(delay.reason).strip()
        asked = (
            select(Step, CaseFile.number).join(CaseFile, CaseFile.uid == Step.case_uid)
            .where(Step.state.in_(OPEN), Step.due < delay.until, of_cases(self.access.cases()), *which)
            .where(or_(Step.snoozed_until.is_(None), Step.snoozed_until < delay.until))
            .order_by(Step.due, Step.uid)
        )  # fmt: skip
        if delay.step_id:
            asked = asked.where(Step.step_id == delay.step_id)
        for step, number in session.execute(asked):
            if not reason and self._of_the_law(step):
                out.append(OutRow(step.case_uid, number, LeftOut.TERM_OF_THE_LAW))
                continue
            step.snoozed_until, step.snooze_reason = delay.until, reason
            done += 1
        session.flush()
        session.expunge_all()
        return done

    def _of_the_law(self, step: Step) -> bool:
        known = self.catalogue.steps.get(step.step_id)
        return known is not None and known.due.term.kind in OF_THE_LAW

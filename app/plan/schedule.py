"""What comes by the calendar, done by nobody: turns whose chain broke off, and the birthdays that bring steps."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session, aliased

from app.access.access import Access
from app.catalogue.definitions import Catalogue
from app.changes import Changes
from app.clock import Clock
from app.domain.coming_of_age import AHEAD, OF_AGE, STUDENT_UNTIL
from app.domain.events import Event
from app.domain.relation import Relation
from app.domain.step import StepState
from app.office.service import calendar_mode
from app.plan.following import follow
from app.plan.known import known
from app.plan.queries import OPEN
from app.plan.recurring import come_back, following_turn
from app.plan.service import refresh_case
from db.journal import JournaledSession
from db.models.case_file import CaseFile
from db.models.family import Relative
from db.models.person import Person
from db.models.step import Step
from db.session import Database

LEAD = timedelta(days=14)
"""How long before its day a turn is written down."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """Run once a day, when a vault is opened; a second time the same day it changes nothing."""

    database: Database
    catalogue: Catalogue
    clock: Clock
    access: Access

    def run(self) -> Changes:
        """Write the turns and steps whose day comes within their lead, in the cases that the user may see."""
        with self.database.read() as session:
            today = self.clock.today()
            waiting = any(self._turns(session, today)) or any(self._birthdays(session, today))
        if not waiting:
            return Changes.NOTHING
        with self.database.write(self.access.user) as session:
            touched = {*self._write_turns(session, today), *self._write_birthdays(session, today)}
            session.flush()
            for case in touched:
                refresh_case(session, case, self.clock)
        return Changes.STEPS | Changes.CASES

    def _write_turns(self, session: JournaledSession, today: date) -> Iterator[UUID]:
        mode = calendar_mode(session)
        for step, day in list(self._turns(session, today)):
            come_back(session, self.catalogue, step, day, mode)
            yield step.case_uid

    def _write_birthdays(self, session: JournaledSession, today: date) -> Iterator[UUID]:
        mode = calendar_mode(session)
        for case in list(self._birthdays(session, today)):
            days = known(session, case, today)
            follow(session, self.catalogue, case, Event.CHILD_TURNS_18, days, mode, today)
            yield case.uid

    def _turns(self, session: Session, today: date) -> Iterator[tuple[Step, date]]:
        """The last turns whose next one is missing though its day comes soon, and the day that stands for their end.

        A step that several relatives share comes back to each of them.
        """
        recurring = [step.id for step in self.catalogue.steps.values() if step.repeat and not step.repeat.occasion]
        later = aliased(Step)
        hers = later.relative_uid.is_not_distinct_from(Step.relative_uid)
        same = and_(
            later.case_uid == Step.case_uid, later.step_id == Step.step_id, later.uid != Step.uid,
            or_(later.after_uid == Step.uid, and_(hers, or_(later.state.in_(OPEN), later.turn > Step.turn))),
        )
        over = (StepState.DONE.value, StepState.NOT_EXECUTABLE.value)
        ended = (
            select(Step, CaseFile.opened)
            .join(CaseFile, CaseFile.uid == Step.case_uid)
            .where(
                Step.state.in_(over), Step.step_id.in_(recurring), CaseFile.closed_on.is_(None),
                CaseFile.deleted_at.is_(None), ~select(later.uid).where(same).exists(), *self.access.cases(),
            )
            .order_by(Step.uid)
        )
        for step, opened in session.execute(ended):
            day = step.done_on.first if step.done_on else step.due or opened
            turn = following_turn(session, self.catalogue, step, day)
            if turn is not None and turn.day - LEAD <= today and self.catalogue.steps[step.step_id].opens(day):
                yield step, day

    def _birthdays(self, session: Session, today: date) -> Iterator[CaseFile]:
        """The cases where a child comes of age within the lead, or is not grown up yet, and nothing stands for it."""
        brought = [step.id for step in self.catalogue.steps.values() if step.trigger == Event.CHILD_TURNS_18]
        soon = today + AHEAD
        oldest, youngest = (date(day.year - age, day.month, min(day.day, 28)).isoformat()
                            for day, age in ((today, STUDENT_UNTIL), (soon, OF_AGE)))
        standing = select(Step.case_uid).where(Step.step_id.in_(brought))
        fates = {fate.value for step in brought for fate in self.catalogue.steps[step].applies_to}
        cases = (
            select(CaseFile, Person.born)
            .join(Relative, Relative.case_uid == CaseFile.uid)
            .join(Person, Person.uid == Relative.person_uid)
            .where(
                Relative.relation == Relation.CHILD.value, Relative.deleted_at.is_(None), Person.born.is_not(None),
                CaseFile.closed_on.is_(None), CaseFile.deleted_at.is_(None), CaseFile.uid.not_in(standing),
                CaseFile.fate.in_(fates), *self.access.cases(),
            )
        )
        found = {
            case.uid: case for case, born in session.execute(cases)
            if born is not None and born.exact and oldest < born.exact.isoformat() <= youngest
        }
        yield from found.values()

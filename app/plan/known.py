"""Which events of a case have a day: what somebody entered, and what the record shows by itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.coming_of_age import OF_AGE, STUDENT_UNTIL, birthday
from app.domain.events import Event
from app.domain.fate import ALL_ABSENT, ALL_DEAD, Fate
from app.domain.fate_history import Happened, standing
from app.domain.partial_date import PartialDate
from app.domain.relation import Relation
from app.domain.step import StepState
from app.domain.trigger import step_done
from app.plan.opening import REFUSED
from db.models.case_file import CaseEvent, CaseFile, FateEvent
from db.models.family import Relative
from db.models.person import Person
from db.models.step import Step

BEGUN_BY = {
    Fate.CAPTIVE_CONFIRMED: Event.CAPTIVITY_CONFIRMED,
    Fate.RETURNED: Event.RELEASED,
    Fate.BODY_UNIDENTIFIED: Event.BODY_REPATRIATED,
}
"""The event that a status is, on the day since when it holds."""
OF_ONE_STEP = frozenset(
    {
        Event.APPLICATION_FILED, Event.BODY_RECEIVED_APPLICATION, Event.DECISION_RECEIVED, Event.REFUSAL_RECEIVED,
        "documents submitted", "request", "need recorded",
    }
)  # fmt: skip
"""Events of one step alone: every application has its own day."""
BY_ITSELF = frozenset({Event.CASE_OPENED, Event.FATE_CHANGED, Event.CALENDAR_YEAR_START, Event.DEATH_REVERSED})
"""Events that the record always knows, so that nobody enters them."""


@dataclass(frozen=True, slots=True)
class Known:
    """The days of events: of the case, and, before those, of single steps."""

    case: Mapping[str, date]
    steps: Mapping[UUID, Mapping[str, date]]

    def of(self, step: UUID) -> Mapping[str, date]:
        """The events as they are for one step."""
        return {**self.case, **self.steps.get(step, {})}


def known(session: Session, case: CaseFile, today: date) -> Known:
    """Every event of a case that has a day. A partial date stands for its earliest day: early is the safe side."""
    days: dict[str, date] = {Event.CASE_OPENED: case.opened}
    days |= dict(_of_fates(session, case.uid))
    days |= dict(_of_children(session, case.uid, today))
    days |= dict(_of_steps(session, case.uid))
    steps: dict[UUID, dict[str, date]] = {}
    for row in session.scalars(select(CaseEvent).where(CaseEvent.case_uid == case.uid).order_by(CaseEvent.uid)):
        if row.on is not None:
            (days if row.step_uid is None else steps.setdefault(row.step_uid, {}))[row.event] = row.on.first
    return Known(days, steps)


def _of_fates(session: Session, case: UUID) -> Iterator[tuple[str, date]]:
    """What the history of the present disappearance says; a day that was not told is the day it was written down."""
    rows = session.scalars(select(FateEvent).where(FateEvent.case_uid == case).order_by(FateEvent.uid)).all()
    if not rows:
        return
    by_uid = {row.uid: row for row in rows}
    history = [Happened(row.uid, row.episode_uid, Fate(row.fate), row.reverses_uid) for row in rows]
    stands = standing(history)
    first = by_uid[stands[0].uid]
    if first.effective and stands[0].fate in ALL_ABSENT | {Fate.NO_CONTACT}:
        yield Event.LAST_CONTACT, first.effective.first
    for one in stands:
        day, event = by_uid[one.uid].effective, BEGUN_BY.get(one.fate)
        if day and event:
            yield event, day.first
    yield Event.FATE_CHANGED, _day(by_uid[stands[-1].uid])
    for row in rows:
        taken_back = by_uid.get(row.reverses_uid) if row.reverses_uid else None
        if taken_back is not None and taken_back.fate in ALL_DEAD:
            yield Event.DEATH_REVERSED, _day(row)


def _day(row: FateEvent) -> date:
    return row.effective.first if row.effective else row.recorded_at.date()


def _of_children(session: Session, case: UUID, today: date) -> Iterator[tuple[str, date]]:
    """The first child that comes of age, among those who are not grown up by every law."""
    born = (
        select(Person.born).join(Relative, Relative.person_uid == Person.uid)
        .where(
            Relative.case_uid == case, Relative.deleted_at.is_(None), Person.born.is_not(None),
            Relative.relation == Relation.CHILD.value,
        )
    )  # fmt: skip
    days = [day.first for day in session.scalars(born) if isinstance(day, PartialDate)]
    for age, event in ((OF_AGE, Event.CHILD_TURNS_18), (STUDENT_UNTIL, Event.CHILD_TURNS_23)):
        if coming := [birthday(day, age) for day in days if birthday(day, STUDENT_UNTIL) > today]:
            yield event, min(coming)


def _of_steps(session: Session, case: UUID) -> Iterator[tuple[str, date]]:
    """The steps that are done: of one that comes back, the first time counts; a refusal opens nothing."""
    done = (
        select(Step.step_id, Step.done_on)
        .where(
            Step.case_uid == case, Step.state == StepState.DONE.value, Step.outcome != REFUSED,
            Step.done_on.is_not(None), Step.step_id != "",
        )
        .order_by(Step.turn.desc())
    )  # fmt: skip
    for step_id, on in session.execute(done):
        if on is not None:
            yield step_done(step_id), on.first

"""Due days counted anew when the day of an event changes: what moved, from where to where, and why."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.catalogue.definitions import Catalogue, StepDef
from app.domain.calendar import Calendar
from app.domain.deadline import ending
from app.domain.recurrence import next_turn
from app.domain.text import Text
from app.plan.known import Known
from app.plan.opening import Started, started, term_of
from app.plan.queries import OPEN
from db.models.step import Step


@dataclass(frozen=True, slots=True)
class Shift:
    """One due day that moves: `was` and `now` (None: without a date), because of `event` on `on`."""

    step: UUID
    step_id: str
    title: Text
    was: date | None
    now: date | None
    event: str
    on: date | None


@dataclass(frozen=True, slots=True)
class _Dated:
    """What a step says of its term; all empty without a date."""

    trigger: str = ""
    trigger_on: date | None = None
    counted_from: date | None = None
    due: date | None = None
    act_by: date | None = None


def recount(
    session: Session, catalogue: Catalogue, case: UUID, events: Collection[str], days: Known, mode: Calendar
) -> tuple[Shift, ...]:
    """Count the open steps of a case anew whose term may run from one of `events`; a second time changes nothing.

    Left alone are steps that a person dated. Who put a step off sees it on the day it is due now, if that is earlier.
    """
    shifts = []
    for step, definition, now in _moved(session, catalogue, case, events, days, mode):
        if step.due != now.due:
            shifts.append(_shift(step, definition, now))
        write(step, now)
    return tuple(shifts)


def would(
    session: Session, catalogue: Catalogue, case: UUID, events: Collection[str], days: Known, mode: Calendar
) -> tuple[Shift, ...]:
    """As `recount`, and nothing is written."""
    moved = _moved(session, catalogue, case, events, days, mode)
    return tuple(_shift(step, definition, now) for step, definition, now in moved if step.due != now.due)


def write(step: Step, now: _Dated) -> None:
    """Let `step` say its term so; a step asleep wakes for an earlier due day."""
    step.trigger, step.trigger_on, step.counted_from = now.trigger, now.trigger_on, now.counted_from
    step.due, step.act_by = now.due, now.act_by
    if now.due and step.snoozed_until and step.wave and now.due <= step.snoozed_until:
        step.snoozed_until = None


def dated(begun: Started | None) -> _Dated:
    """A term that started, or did not, as a step says it."""
    if begun is None:
        return _Dated()
    term = begun.deadline
    return _Dated(begun.event, begun.on, term.event, term.due, term.act_by)


def _moved(
    session: Session, catalogue: Catalogue, case: UUID, events: Collection[str], days: Known, mode: Calendar
) -> Iterator[tuple[Step, StepDef, _Dated]]:
    of_case = select(Step).where(Step.case_uid == case, Step.state.in_(OPEN)).order_by(Step.uid)
    for step in session.scalars(of_case).all():
        definition = catalogue.steps.get(step.step_id)
        by_hand = step.due is not None and not step.trigger
        if definition is None or by_hand or not _may_run_from(definition, events):
            continue
        definition = definition.as_of(step.law)
        begun = started(definition, days.of(step.uid), step.not_before, mode, step.choice)
        if begun is not None and (rule := definition.on(begun.on)) is not definition:
            begun = started(rule, days.of(step.uid), step.not_before, mode, step.choice)
        if begun is None and step.trigger not in events:
            continue
        now = dated(begun) if step.turn == 1 else _turn(session, step, definition, begun, mode)
        if now is not None and now != _says(step):
            yield step, definition, now


def _may_run_from(definition: StepDef, events: Collection[str]) -> bool:
    return any(event in events for event in (definition.due.start, *definition.due.otherwise))


def _turn(session: Session, step: Step, definition: StepDef, begun: Started | None, mode: Calendar) -> _Dated | None:
    """A later turn of a step that comes back: counted from the event anew and from the day the one before was done."""
    before = session.get(Step, step.after_uid) if step.after_uid else None
    if begun is None or definition.repeat is None or before is None or before.done_on is None:
        return None
    done, term = before.done_on.first, term_of(definition, step.choice)
    following = next_turn(definition.repeat, term, begun.deadline.event, before.turn, done)
    if following is None or following.number != step.turn:
        return None
    end = ending(done, following.day, term, mode)
    return _Dated(begun.event, begun.on, begun.deadline.event, end.due, end.act_by)


def _says(step: Step) -> _Dated:
    return _Dated(step.trigger, step.trigger_on, step.counted_from, step.due, step.act_by)


def _shift(step: Step, definition: StepDef, now: _Dated) -> Shift:
    event = now.trigger or step.trigger
    return Shift(step.uid, step.step_id, definition.name, step.due, now.due, event, now.trigger_on)

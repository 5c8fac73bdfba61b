"""What a new status opens, closes and brings back among the steps of a case."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.catalogue.definitions import Catalogue, StopDef
from app.clock import Clock
from app.domain.events import Event
from app.domain.fate import Fate
from app.domain.step import StepState
from app.fates.paying import Paying, asks, decide, forget, paid
from app.office.service import calendar_mode
from app.plan.following import of_episode
from app.plan.known import BEGUN_BY, known
from app.plan.opening import Opening, PlannedStep, steps
from app.plan.queries import OPEN
from app.plan.recount import recount
from app.plan.service import refresh_case
from db.journal import JournaledSession
from db.models.base import new_uid
from db.models.case_file import CaseFile, FateEvent
from db.models.step import Step

_UNSAID: Mapping[str, Paying] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Consequences:
    """What a change of status would do: the payments to decide about, what stops on that day, how many steps it opens
    or brings back, `at_once` and in all, and how many it closes.
    """

    paid: tuple[str, ...]
    stops: tuple[StopDef, ...]
    opens: int
    at_once: int
    closes: int


def renew_steps(
    session: JournaledSession, case_uid: UUID, fate: Fate, catalogue: Catalogue, clock: Clock,
    answers: Mapping[str, Paying] = _UNSAID,
) -> None:  # fmt: skip
    """Let the steps follow the status that was just written down, and the line of the case with them.

    Steps of the new status open. Open ones that no longer apply are closed as obsolete, and remember what closed them;
    those of recurring money as it was decided. What an entry closed that is taken back now, and what applies again, is
    as it was before: no step is lost by a change and its reversal.
    """
    case = session.get_one(CaseFile, case_uid)
    case.fate = fate.value
    session.flush()
    today, mode = clock.today(), calendar_mode(session)
    now = session.scalars(_history(case_uid).limit(1)).one()
    there = of_episode(session, case)
    _bring_back(there, catalogue, fate, _undone(session, now))
    stay, asking = decide(paid(catalogue, there, fate), answers, mode, today)
    _close(there, catalogue, fate, stay, now)
    days = known(session, case, today)
    existing = {step.step_id for step in there}
    opening = Opening(fate, days.case, today, mode, {})
    for planned in steps(catalogue, opening):
        if planned.definition.id not in existing:
            session.add(_written(case_uid, planned))
    session.add_all(asking)
    session.flush()
    recount(session, catalogue, case_uid, {*BEGUN_BY.values(), Event.LAST_CONTACT}, days, mode)
    session.flush()
    refresh_case(session, case_uid, clock)


def consequences(session: Session, case_uid: UUID, fate: Fate, catalogue: Catalogue, clock: Clock) -> Consequences:
    """What a change to `fate` would do to the steps and payments of a case."""
    case = session.get_one(CaseFile, case_uid)
    there = of_episode(session, case)
    payments = tuple(step.step_id for step in paid(catalogue, there, fate))
    now = Fate(case.fate)
    opening = Opening(fate, {Event.CASE_OPENED: case.opened}, clock.today(), calendar_mode(session), {})
    existing = {step.step_id for step in there}
    new = [planned for planned in steps(catalogue, opening) if planned.definition.id not in existing]
    back = [step for step in there if step.state == StepState.OBSOLETE and step.was and _applies(step, catalogue, fate)]
    asked = [step for step in there if asks(step) and _applies(step, catalogue, fate)]
    return Consequences(
        payments, tuple(stop for stop in catalogue.stops if now in stop.since and fate in stop.to),
        len(new) + len(back), sum(planned.release is None for planned in new) + len(back),
        sum(_goes(step, catalogue, fate) for step in there) + len(asked),
    )  # fmt: skip


def _history(case: UUID) -> Select[FateEvent]:
    return select(FateEvent).where(FateEvent.case_uid == case).order_by(FateEvent.uid.desc())


def _undone(session: Session, now: FateEvent) -> frozenset[UUID]:
    """The entries whose effect on the steps ends with this one: the one it takes back, and what came after that."""
    if now.reverses_uid is None:
        return frozenset()
    return frozenset(row.uid for row in session.scalars(_history(now.case_uid)) if row.uid >= now.reverses_uid)


def _bring_back(there: Iterable[Step], catalogue: Catalogue, fate: Fate, undone: frozenset[UUID]) -> None:
    for step in there:
        applies = _applies(step, catalogue, fate)
        if step.state == StepState.OBSOLETE and step.was and (applies or step.closed_by in undone):
            step.state, step.was, step.closed_by = step.was, "", None
        if step.carried and applies:
            forget(step)


def _applies(step: Step, catalogue: Catalogue, fate: Fate) -> bool:
    definition = catalogue.steps.get(step.step_id)
    return definition is not None and fate in definition.applies_to


def _goes(step: Step, catalogue: Catalogue, fate: Fate) -> bool:
    definition = catalogue.steps.get(step.step_id)
    return definition is not None and step.state in OPEN and fate not in definition.applies_to


def _close(there: Iterable[Step], catalogue: Catalogue, fate: Fate, stay: frozenset[UUID], now: FateEvent) -> None:
    for step in there:
        if _goes(step, catalogue, fate) and step.uid not in stay:
            step.state, step.was, step.closed_by = StepState.OBSOLETE.value, step.state, now.uid


def _written(case: UUID, planned: PlannedStep) -> Step:
    deadline = planned.deadline
    return Step(
        uid=new_uid(), case_uid=case, step_id=planned.definition.id, origin=planned.origin, law=planned.definition.law,
        state=planned.answer.state.value, trigger=planned.trigger, trigger_on=planned.trigger_on,
        counted_from=deadline.event if deadline else None, not_before=planned.not_before,
        due=deadline.due if deadline else None, act_by=deadline.act_by if deadline else None, wave=planned.wave,
        snoozed_until=planned.release,
    )  # fmt: skip

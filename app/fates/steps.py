"""What a new status opens and closes among the steps of a case."""

from uuid import UUID

from sqlalchemy import select

from app.catalogue.definitions import Catalogue
from app.clock import Clock
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.step import StepState
from app.office.service import calendar_mode
from app.plan.opening import Opening, steps
from app.plan.queries import OPEN
from app.plan.service import refresh_case
from db.journal import JournaledSession
from db.models.base import new_uid
from db.models.case_file import CaseFile
from db.models.step import Step

_EVENTS = {
    Fate.CAPTIVE_CONFIRMED: "CAPTIVITY_CONFIRMED",
    Fate.RETURNED: "RELEASED",
    Fate.BODY_UNIDENTIFIED: "BODY_REPATRIATED",
}


def renew_steps(
    session: JournaledSession, case_uid: UUID, fate: Fate, effective: PartialDate | None, catalogue: Catalogue,
    clock: Clock,
) -> None:  # fmt: skip
    """Open the steps of the new status, close those that no longer apply, and let the line of the case follow."""
    case = session.get_one(CaseFile, case_uid)
    case.fate = fate.value
    today = clock.today()
    events = {"CASE_OPENED": case.opened, "FATE_CHANGED": today}
    if effective:
        events["FATE_CHANGED"] = effective.first
        if name := _EVENTS.get(fate):
            events[name] = effective.first
    existing = {step.step_id: step for step in session.scalars(select(Step).where(Step.case_uid == case_uid))}
    for step in existing.values():
        definition = catalogue.steps.get(step.step_id)
        if definition and step.state in OPEN and fate not in definition.applies_to:
            step.state = StepState.OBSOLETE.value
    opening = Opening(fate, events, today, calendar_mode(session), {})
    for planned in steps(catalogue, opening):
        if planned.definition.id not in existing:
            deadline = planned.deadline
            session.add(
                Step(
                    uid=new_uid(), case_uid=case_uid, step_id=planned.definition.id, origin=planned.origin,
                    state=planned.answer.state.value, trigger=planned.trigger,
                    trigger_on=planned.trigger_on, counted_from=deadline.event if deadline else None,
                    due=deadline.due if deadline else None, act_by=deadline.act_by if deadline else None,
                )
            )
    session.flush()
    refresh_case(session, case_uid, clock)

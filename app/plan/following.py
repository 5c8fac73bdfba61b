"""What opens when a step is done: the bundles and the terms that waited for it."""

from datetime import date

from sqlalchemy import select

from app.catalogue.definitions import Catalogue, StepDef
from app.domain.calendar import Calendar
from app.domain.fate import Fate
from app.domain.step import StepState
from app.domain.trigger import step_done
from app.plan.opening import Opening, plan
from app.plan.queries import OPEN
from db.journal import JournaledSession
from db.models.base import new_uid
from db.models.case_file import CaseFile
from db.models.step import Step


def open_following(session: JournaledSession, catalogue: Catalogue, done: Step, day: date,
                   mode: Calendar, today: date) -> None:
    """Give dates to open steps whose term runs from `done`, and add the bundle that its completion brings."""
    event = step_done(done.step_id)
    case = session.get_one(CaseFile, done.case_uid)
    fate = Fate(case.fate)
    opening = Opening(fate, {event: day}, today, mode, {})
    existing = {step.step_id: step for step in session.scalars(select(Step).where(Step.case_uid == case.uid))}
    for step in existing.values():
        definition = catalogue.steps.get(step.step_id)
        if definition and definition.due.start == event and step.due is None and step.state in OPEN:
            _date(step, definition, opening)
    for bundle in catalogue.bundles:
        if bundle.event == event:
            for step_id in bundle.steps:
                definition = catalogue.steps[step_id]
                if step_id not in existing and fate in definition.applies_to and not definition.scope_office:
                    session.add(_new(case, definition, opening, event))


def _new(case: CaseFile, definition: StepDef, opening: Opening, event: str) -> Step:
    step = Step(
        uid=new_uid(), case_uid=case.uid, step_id=definition.id, origin=event, state=StepState.OPEN.value
    )
    _date(step, definition, opening)
    return step


def _date(step: Step, definition: StepDef, opening: Opening) -> None:
    planned = plan(definition, opening, step.origin)
    if planned.deadline:
        step.trigger, step.trigger_on = planned.trigger, planned.trigger_on
        step.counted_from = planned.deadline.event
        step.due, step.act_by = planned.deadline.due, planned.deadline.act_by

"""A refusal offers its appeal: a step with its own clock, counted by the shortest term until a lawyer picks one."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.catalogue.definitions import Catalogue
from app.domain.calendar import Calendar
from app.domain.events import Event
from app.domain.fate import Fate
from app.domain.partial_date import of_day
from app.domain.step import StepState
from app.plan.opening import started
from app.plan.recount import dated, write
from db.models.base import new_uid
from db.models.case_file import CaseEvent, CaseFile
from db.models.step import Step

APPEAL = "LEG-30"


def offer_appeal(
    session: Session, catalogue: Catalogue, refused: Step, on: date, mode: Calendar, today: date
) -> UUID | None:
    """Open the appeal of a step that was refused on a day, for the same person; None if that was an appeal itself."""
    definition = catalogue.steps.get(APPEAL)
    fate = Fate(session.get_one(CaseFile, refused.case_uid).fate)
    if definition is None or refused.step_id == APPEAL or fate not in definition.applies_to:
        return None
    appeal = Step(
        uid=new_uid(), case_uid=refused.case_uid, step_id=APPEAL, origin=Event.REFUSAL_RECEIVED.value,
        law=definition.law, state=StepState.OPEN.value, relative_uid=refused.relative_uid, worker=refused.worker,
        not_before=today, after_uid=refused.uid,
    )  # fmt: skip
    write(appeal, dated(started(definition, {Event.REFUSAL_RECEIVED: on}, today, mode)))
    session.add(appeal)
    session.add(
        CaseEvent(
            uid=new_uid(), case_uid=refused.case_uid, event=Event.REFUSAL_RECEIVED.value, step_uid=appeal.uid,
            on=of_day(on),
        )
    )  # fmt: skip
    session.flush()
    return appeal.uid

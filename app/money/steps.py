"""The steps that a line of money offers: an appeal against a refusal, the check of a payment that does not come."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from app.catalogue.definitions import Catalogue
from app.clock import Clock
from app.domain.partial_date import of_day
from app.domain.step import StepState
from app.office.service import calendar_mode
from app.plan.known import OF_ONE_STEP
from app.plan.opening import started
from app.plan.queries import OPEN
from app.plan.service import refresh_case
from db.journal import JournaledSession
from db.models.base import new_uid
from db.models.case_file import CaseEvent
from db.models.step import Step

MONEY = "money"
"""The origin of a step that a line of money brought."""
APPEAL, RECOMPUTE = "LEG-30", "FIN-05"


def open_step(
    session: JournaledSession, catalogue: Catalogue, clock: Clock, case: UUID, step_id: str, relative: UUID | None,
    on: date,
) -> bool:  # fmt: skip
    """Open a step of the catalogue for one recipient, its term counted from `on`; False if she has it open already.

    A day that belongs to one step alone, such as that of a refusal, is written down with it.
    """
    same = select(Step.uid).where(
        Step.case_uid == case, Step.step_id == step_id, Step.state.in_(OPEN),
        Step.relative_uid.is_(None) if relative is None else Step.relative_uid == relative,
    )  # fmt: skip
    if session.scalar(same.limit(1)) is not None:
        return False
    known = catalogue.steps[step_id]
    begun = started(known, {known.due.start: on}, clock.today(), calendar_mode(session))
    uid = new_uid()
    session.add(
        Step(
            uid=uid, case_uid=case, step_id=step_id, origin=MONEY, state=StepState.OPEN.value,
            relative_uid=relative, trigger=begun.event if begun else "", trigger_on=begun.on if begun else None,
            counted_from=begun.deadline.event if begun else None, due=begun.deadline.due if begun else None,
            act_by=begun.deadline.act_by if begun else None, law=known.law,
        )
    )  # fmt: skip
    if begun is not None and begun.event in OF_ONE_STEP:
        session.add(CaseEvent(uid=new_uid(), case_uid=case, event=begun.event, step_uid=uid, on=of_day(begun.on)))
    session.flush()
    refresh_case(session, case, clock)
    return True

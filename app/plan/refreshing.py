"""What the lines of cases in the list say of their steps, computed anew for many cases at once."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import Clock
from app.plan.queries import OPEN
from db.models.case_file import CaseFile
from db.models.step import Step


def refresh_cases(session: Session, cases: Collection[UUID], clock: Clock) -> None:
    """Recompute the next step of these cases, a few hundred at most, in two questions to the records."""
    open_steps = (
        select(Step.case_uid, Step.uid, Step.due)
        .where(Step.case_uid.in_(cases), Step.state.in_(OPEN), Step.due.is_not(None))
        .order_by(Step.due.desc(), Step.uid.desc())
    )
    first = {case: (step, due) for case, step, due in session.execute(open_steps)}
    now = clock.now()
    for case in session.scalars(select(CaseFile).where(CaseFile.uid.in_(cases))):
        case.next_step, case.next_due = first.get(case.uid, (None, None))
        case.updated = now

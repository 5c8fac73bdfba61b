"""The lines of cases in the list after many steps moved: all at once, straight through the driver."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.plan.queries import OPEN
from db.bulk import change_stored
from db.models.case_file import CaseFile
from db.models.step import Step
from db.stored import columns

_SAYS = ("next_step", "next_due", "updated")


def redraw_next(session: Session, cases: Collection[UUID], now: datetime) -> None:
    """Let the lines of these cases name their earliest open step; cases in the session do not notice."""
    if not cases:
        return
    connection = session.connection()
    steps = (
        select(Step.case_uid, Step.uid, Step.due).where(Step.state.in_(OPEN), Step.due.is_not(None))
        .order_by(Step.due.desc(), Step.uid.desc())
    )  # fmt: skip
    first = {case: (step, due) for case, step, due in session.execute(steps) if case in cases}
    known = {column.key: column for column in columns(CaseFile, connection.dialect)}
    said = [known[key] for key in _SAYS]
    told = ((case, (*first.get(case, (None, None)), now)) for case in cases)
    rows = ((case, [column.stored(value) for column, value in zip(said, values, strict=True)]) for case, values in told)
    change_stored(connection, CaseFile, [column.name for column in said], rows)

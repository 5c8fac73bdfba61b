"""A form that came too late: what the record says now, and who wrote it when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.domain.hlc import milliseconds
from db.models.change import Change
from db.refusals import StaleEdit

Cell = tuple[UUID | None, str]
"""A row and one of its columns; no row if there is none yet."""


@dataclass(frozen=True, slots=True)
class Touch:
    """Who wrote something last, and when."""

    by: str
    at: datetime


class CorrectedMeanwhile(StaleEdit):
    """Somebody changed the record since the form read it: `now` is what it says, `touches` who wrote each field."""

    def __init__(self, *, now: object, touches: Mapping[str, Touch]) -> None:
        super().__init__()
        self.now = now
        self.touches = touches


def touches(session: Session, cells: Mapping[str, Cell]) -> Mapping[str, Touch]:
    """Who wrote each field last, by the journal; fields without a row are left out."""
    found: dict[str, Touch] = {}
    for field, (row, column) in cells.items():
        wanted = (
            select(Change.actor, Change.time)
            .where(Change.row == row, or_(Change.column == column, Change.column.is_(None)))
            .order_by(Change.n.desc())
            .limit(1)
        )
        last = session.execute(wanted).first() if row is not None else None
        if last is not None:
            found[field] = Touch(last.actor, datetime.fromtimestamp(milliseconds(last.time) / 1000, UTC))
    return found

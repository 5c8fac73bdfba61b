"""The ledger as moments of a timeline: what happened by it, and that it went on to others."""

from collections.abc import Iterator
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.catalogue.definitions import Catalogue
from app.domain.partial_date import of_day
from app.timeline.row import Moment, TimelineRow
from db.models.base import CaseEntry
from db.models.information import Custody, InformationItem, InformationPass

E = TypeVar("E", bound=CaseEntry)

PASSED = "passed"
HANDED = "handed"


def moments(session: Session, case: UUID, catalogue: Catalogue) -> Iterator[TimelineRow]:
    """Every item by the day of its event, every passing, every hand of a proof.

    `detail`: the kind of event, `PASSED` or `HANDED`. `title`: the body it was passed to. `text`: what an item tells,
    unless it is sensitive. Never a source, never a place.
    """
    for item in session.scalars(_standing(InformationItem, case)):
        text = "" if item.sensitive else item.text
        on = item.starts or item.ends
        yield TimelineRow(Moment.INFORMATION, on, item.written_at, None, item.kind, text, item.written_by)
    items = select(InformationItem.uid).where(InformationItem.case_uid == case, InformationItem.deleted_at.is_(None))
    for passed in session.scalars(_standing(InformationPass, case).where(InformationPass.item_uid.in_(items))):
        body = catalogue.bodies[passed.body].name if passed.body in catalogue.bodies else None
        yield TimelineRow(
            Moment.INFORMATION, of_day(passed.on), passed.written_at, body, PASSED, passed.reference, passed.written_by
        )
    for hand in session.scalars(_standing(Custody, case).where(Custody.item_uid.in_(items))):
        yield TimelineRow(Moment.INFORMATION, of_day(hand.on), hand.written_at, None, HANDED, "", hand.written_by)


def _standing(model: type[E], case: UUID) -> Select[E]:
    return select(model).where(model.case_uid == case, model.deleted_at.is_(None))

"""When the man last gave a sign of life, read from the ledger and from the events of his case."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.events import Event
from app.domain.grading import Grade
from app.domain.information import LIFE, EventKind, last_sign, proves_life
from app.domain.partial_date import PartialDate
from db.models.case_file import CaseEvent
from db.models.information import InformationItem

_LIFE = tuple(sorted(kind.value for kind in LIFE))


def last_sign_of(session: Session, case: UUID) -> PartialDate | None:
    """The day of the last sign of life that counts (C3 or better), or of the last contact that opened the case.

    Two reads by index. None if nothing with a date is known.
    """
    item = InformationItem
    told = session.execute(
        select(item.kind, item.reliability, item.credibility, item.starts).where(
            item.case_uid == case, item.deleted_at.is_(None), item.kind.in_(_LIFE), item.starts.is_not(None)
        )
    )
    signs = [
        starts
        for kind, reliability, credibility, starts in told
        if starts is not None and proves_life(EventKind(kind), Grade(reliability, int(credibility)))
    ]
    contact = select(CaseEvent.on).where(CaseEvent.case_uid == case, CaseEvent.event == Event.LAST_CONTACT.value)
    return last_sign([*signs, *filter(None, session.scalars(contact))])

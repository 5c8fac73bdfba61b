"""One case at a glance, beside the list: who, what status, what comes next, when somebody last spoke to the family."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.cases import queries
from app.cases.queries import CaseRow
from app.cases.view import NoCase
from app.catalogue.definitions import Catalogue
from app.domain.readers import closed_to
from app.plan.queries import StepRow, steps
from db.models.case_file import CaseFile
from db.models.family import Contact

NEXT = 5


@dataclass(frozen=True, slots=True)
class ContactGlance:
    """The last talk with the family."""

    on: date
    channel: str
    summary: str
    by: str


@dataclass(frozen=True, slots=True)
class Glance:
    """The row of the case, its next open steps and how many are open, and the last contact.

    Of a `restricted` case the row alone: whoever reads more opens it, and the history keeps that he did.
    """

    row: CaseRow
    steps: tuple[StepRow, ...]
    open_steps: int
    contact: ContactGlance | None
    restricted: bool = False


def glance(session: Session, uid: UUID, catalogue: Catalogue, access: Access) -> Glance:
    """What the preview of a case shows whoever asks; raises `NoCase`."""
    row = next(queries.rows_of(session, [uid]), None)
    case = session.get(CaseFile, uid)
    if row is None or case is None or case.deleted_at is not None:
        raise NoCase(number="")
    if case.restricted:
        return Glance(row, (), 0, None, restricted=True)
    waiting = [step for step in steps(session, uid, catalogue) if step.open]
    newest = (
        select(Contact.on, Contact.channel, Contact.summary, Contact.written_by)
        .where(
            Contact.case_uid == uid, Contact.deleted_at.is_(None), Contact.audience.not_in(closed_to(access.rights))
        )
        .order_by(Contact.on.desc(), Contact.uid.desc())
        .limit(1)
    )
    found = session.execute(newest).first()
    return Glance(row, tuple(waiting[:NEXT]), len(waiting), ContactGlance(*found) if found else None)

"""What a case says of the man beyond his name: unit and rank, the place of the event, his tax number, a note."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.domain.identifier import Absent, IdentifierKind
from app.domain.name import canonical
from app.meanwhile import Cell
from db.journal import JournaledSession
from db.models.base import new_uid
from db.models.case_file import CaseFile, Episode
from db.models.person import Identifier, Service

TAX_NUMBER = IdentifierKind.TAX_NUMBER.value
RELIGIOUS = Absent.RELIGIOUS.value
AT_EVENT = "at_event"


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """The facts of one case. `no_tax_number`: lawfully without one, for religious reasons."""

    case: UUID
    unit: str = ""
    rank: str = ""
    place: str = ""
    tax_number: str = ""
    no_tax_number: bool = False
    note: str = ""


def at_event(person: UUID) -> Select[Service]:
    """The service during the event, if it is known."""
    standing = select(Service).where(Service.person_uid == person, Service.deleted_at.is_(None))
    return standing.where(Service.role == AT_EVENT).order_by(Service.uid).limit(1)


def tax_number(person: UUID) -> Select[Identifier]:
    """The tax number, or why there is none."""
    standing = select(Identifier).where(Identifier.person_uid == person, Identifier.deleted_at.is_(None))
    return standing.where(Identifier.kind == TAX_NUMBER).order_by(Identifier.uid).limit(1)


def read(session: Session, case: CaseFile) -> CaseFacts:
    """The facts as recorded."""
    service, episode, number = _rows(session, case)
    return CaseFacts(
        case.uid, service.unit_code if service else "", service.rank if service else "",
        episode.place if episode else "", number.value if number else "",
        number is not None and number.absent_reason == RELIGIOUS, case.note,
    )


def put(session: JournaledSession, case: CaseFile, now: CaseFacts, at: datetime) -> None:
    """Write the facts into their rows; what has no row yet gets one, written down `at` this moment."""
    service, episode, number = _rows(session, case)
    unit, rank = canonical(now.unit), canonical(now.rank)
    if service is not None:
        service.unit_code, service.rank = unit, rank
    elif unit or rank:
        session.add(Service(person_uid=case.person_uid, unit_code=unit, rank=rank, **_new(session, at)))
    if episode is not None:
        episode.place = now.place.strip()
    value, reason = ("", RELIGIOUS) if now.no_tax_number else (now.tax_number, "")
    if number is not None:
        number.value, number.absent_reason = value, reason
    elif value or reason:
        session.add(
            Identifier(
                person_uid=case.person_uid, kind=TAX_NUMBER, value=value, absent_reason=reason, **_new(session, at)
            )
        )  # fmt: skip
    case.note = now.note.strip()


def _new(session: JournaledSession, at: datetime) -> dict[str, Any]:
    return {"uid": new_uid(), "written_at": at, "written_by": session.actor}


def cells(session: Session, case: CaseFile) -> dict[str, Cell]:
    """Where each fact stands."""
    service, episode, number = (row.uid if row else None for row in _rows(session, case))
    return {
        "unit": (service, "unit_code"), "rank": (service, "rank"), "place": (episode, "place"),
        "tax_number": (number, "value"), "note": (case.uid, "note"),
    }  # fmt: skip


def _rows(session: Session, case: CaseFile) -> tuple[Service | None, Episode | None, Identifier | None]:
    return (
        session.scalars(at_event(case.person_uid)).first(),
        session.scalars(select(Episode).where(Episode.case_uid == case.uid).order_by(Episode.uid.desc())).first(),
        session.scalars(tax_number(case.person_uid)).first(),
    )

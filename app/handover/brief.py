"""What a colleague must know of a case that becomes his: open steps, promises, and what hurts if it is not minded."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.relatives import relatives
from app.catalogue.definitions import Catalogue
from app.domain.fate import HARD_NEWS, Fate
from app.domain.readers import closed_to
from app.plan.queries import StepRow, steps
from app.promises.service import PromiseRow, PromiseState, promises
from db.models.case_file import CaseFile
from db.models.person import Person
from db.models.search import HandlingFlag


class PointKind(StrEnum):
    """What is to be minded."""

    NEWS = "news"
    DO_NOT_CALL = "do_not_call"
    HOURS = "hours"
    CONFLICT = "conflict"
    RESTRICTED = "restricted"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Point:
    """One sensitive point: about whom, and its words or the code of its flag."""

    kind: PointKind
    who: str = ""
    text: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """One case on the page of a hand-over."""

    case: UUID
    number: str
    name: str
    fate: Fate
    last_contact: date | None
    points: tuple[Point, ...]
    promises: tuple[PromiseRow, ...]
    steps: tuple[StepRow, ...]


def brief(session: Session, case: UUID, catalogue: Catalogue, today: date) -> Brief:
    """The page of one case; nothing in it is for fewer than the whole office."""
    found = session.get_one(CaseFile, case)
    man = session.get_one(Person, found.person_uid)
    fate = Fate(found.fate)
    made = [row for row in promises(session, case) if row.state is PromiseState.OPEN]
    promised = {row.uid for row in made}
    return Brief(
        case=case, number=found.number, name=" ".join(filter(None, (man.surname, man.given, man.patronymic))),
        fate=fate, last_contact=found.last_contact, points=tuple(_points(session, found, fate, today)),
        promises=tuple(made),
        steps=tuple(row for row in steps(session, case, catalogue) if row.open and row.uid not in promised),
    )  # fmt: skip


def _points(session: Session, case: CaseFile, fate: Fate, today: date) -> Iterator[Point]:
    if case.restricted:
        yield Point(PointKind.RESTRICTED)
    for one in relatives(session, case.uid, today):
        if fate in HARD_NEWS and one.last_told is not fate:
            yield Point(PointKind.NEWS, one.name)
        if one.safety.silent:
            yield Point(PointKind.DO_NOT_CALL, one.name)
        if one.safety.hours:
            yield Point(PointKind.HOURS, one.name, one.safety.hours)
        if one.in_conflict:
            yield Point(PointKind.CONFLICT, one.name)
    flags = select(HandlingFlag).where(
        HandlingFlag.case_uid == case.uid, HandlingFlag.deleted_at.is_(None),
        HandlingFlag.audience.not_in(closed_to(())),
    )
    for flag in session.scalars(flags):
        if flag.until is None or flag.until >= today:
            yield Point(PointKind.FLAG, "", flag.text, flag.kind)

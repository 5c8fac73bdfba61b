"""Cases in clear, one dictionary each: what the terminal's dump and the office's reader of packages print."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypedDict
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.name import APOSTROPHE
from app.domain.partial_date import PartialDate
from db.models.case_file import CaseFile, FateEvent
from db.models.family import Relative
from db.models.person import Identifier, Person, Phone, Service
from db.models.step import Step


class RelativeDump(TypedDict):
    """A relative: relation code, and the first phone in E.164."""

    relation: str
    phone: str | None


class StepDump(TypedDict):
    """A step: catalogue id, state, due day in ISO."""

    id: str
    state: str
    due: str | None


class CaseDump(TypedDict):
    """One case; dates are ISO, partial ones as 1996 or 1996-05; the apostrophe in names is U+0027."""

    number: str
    source_row: int | None
    surname: str
    given: str
    patronymic: str
    born: str | None
    rnokpp: str | None
    unit: str | None
    fate: str
    event_date: str | None
    relatives: list[RelativeDump]
    steps: list[StepDump]


def dump(session: Session) -> Iterator[CaseDump]:
    """Every live case in the order they were opened, a few hundred in memory at a time."""
    everything = select(CaseFile.uid).where(CaseFile.deleted_at.is_(None)).order_by(CaseFile.entry)
    uids = session.scalars(everything).all()
    for start in range(0, len(uids), 300):
        yield from _some(session, uids[start : start + 300])


def _some(session: Session, uids: Iterable[UUID]) -> Iterator[CaseDump]:
    wanted = list(uids)
    rows = session.execute(
        select(CaseFile, Person).join(Person, Person.uid == CaseFile.person_uid).where(CaseFile.uid.in_(wanted))
        .order_by(CaseFile.entry)
    ).all()
    people = [person.uid for _, person in rows]
    taxes = dict(session.execute(
        select(Identifier.person_uid, Identifier.value)
        .where(Identifier.person_uid.in_(people), Identifier.kind == "rnokpp", Identifier.deleted_at.is_(None))
    ).all())
    units = dict(session.execute(
        select(Service.person_uid, Service.unit_code)
        .where(Service.person_uid.in_(people), Service.role == "at_event", Service.deleted_at.is_(None))
    ).all())
    fates = dict(session.execute(
        select(FateEvent.case_uid, FateEvent.effective).where(FateEvent.case_uid.in_(wanted)).order_by(FateEvent.uid)
    ).all())
    relatives = _relatives(session, wanted)
    steps = _steps(session, wanted)
    for case, person in rows:
        yield CaseDump(
            number=case.number, source_row=case.source_row, surname=plain(person.surname), given=plain(person.given),
            patronymic=plain(person.patronymic), born=_iso(person.born), rnokpp=taxes.get(person.uid),
            unit=units.get(person.uid) or None, fate=case.fate, event_date=_iso(fates.get(case.uid)),
            relatives=relatives[case.uid], steps=steps[case.uid],
        )


def _relatives(session: Session, cases: list[UUID]) -> dict[UUID, list[RelativeDump]]:
    statement = (
        select(Relative.case_uid, Relative.uid, Relative.relation, Phone.number)
        .outerjoin(Phone, Phone.person_uid == Relative.person_uid)
        .where(Relative.case_uid.in_(cases), Relative.deleted_at.is_(None))
        .order_by(Relative.position, Phone.uid)
    )
    found: dict[UUID, list[RelativeDump]] = defaultdict(list)
    seen: set[UUID] = set()
    for case, uid, relation, phone in session.execute(statement):
        if uid not in seen:
            seen.add(uid)
            found[case].append({"relation": relation, "phone": phone})
    return found


def _steps(session: Session, cases: list[UUID]) -> dict[UUID, list[StepDump]]:
    statement = (
        select(Step.case_uid, Step.step_id, Step.state, Step.due)
        .where(Step.case_uid.in_(cases))
        .order_by(Step.step_id, Step.uid)
    )
    found: dict[UUID, list[StepDump]] = defaultdict(list)
    for case, step_id, state, due in session.execute(statement):
        found[case].append({"id": step_id, "state": state, "due": due.isoformat() if due else None})
    return found


def plain(name: str) -> str:
    """A name with the apostrophe of keyboards and registers (U+0027), for whoever reads it by program."""
    return name.replace(APOSTROPHE, "'")


def _iso(day: PartialDate | None) -> str | None:
    return day.iso() if day else None

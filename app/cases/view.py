"""One case read whole: its head and the family."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.confirmed import confirmed_by
from app.cases.relatives import RelativeRow, everybody
from app.cases.signs import last_sign_of
from app.domain.errors import N_, UserError
from app.domain.fate import ALL_ABSENT, ALL_CAPTIVE, Fate
from app.domain.partial_date import PartialDate
from app.people.case_facts import at_event, tax_number
from db.models.case_file import CaseFile, CaseReference, Episode, FateEvent
from db.models.person import Person

AWAITED = ALL_ABSENT | ALL_CAPTIVE | {Fate.NO_CONTACT}
"""Fates in which a family waits for a sign of life."""


class NoCase(UserError):
    what = N_("There is no case {number}.")
    todo = N_("Look it up by name in the list of cases.")


@dataclass(frozen=True, slots=True)
class CaseView:
    """The head of the case page, with the facts that its pages show. `restricted`: every reading is kept.

    `last_sign`: of life, where a family waits for one. `confirmed_by`: bodies by whose word captivity is confirmed.
    """

    uid: UUID
    version: int
    restricted: bool
    person: UUID
    person_version: int
    number: str
    surname: str
    given: str
    patronymic: str
    latin: str
    sex: str
    born: PartialDate | None
    rnokpp: str
    unit: str
    rank: str
    fate: Fate
    fate_since: PartialDate | None
    place: str
    opened: date
    worker: str
    note: str
    references: tuple[tuple[str, str], ...]
    last_contact: date | None
    last_sign: PartialDate | None
    closed: date | None
    confirmed_by: tuple[str, ...]
    relatives: tuple[RelativeRow, ...]
    former: tuple[RelativeRow, ...]

    @property
    def named(self) -> Mapping[UUID, RelativeRow]:
        """Everybody whom an entry of the case may be about: the relatives, and those who were let go since."""
        return {one.uid: one for one in (*self.relatives, *self.former)}

    @property
    def name(self) -> str:
        """Surname, given name and patronymic."""
        return " ".join(filter(None, (self.surname, self.given, self.patronymic)))


def view(session: Session, uid: UUID, today: date) -> CaseView:
    """The case; raises `NoCase`."""
    case = session.get(CaseFile, uid)
    if case is None or case.deleted_at is not None:
        raise NoCase(number="")
    person = session.get_one(Person, case.person_uid)
    served, tax = session.scalars(at_event(person.uid)).first(), session.scalars(tax_number(person.uid)).first()
    newest = select(FateEvent).where(FateEvent.case_uid == uid).order_by(FateEvent.uid.desc()).limit(1)
    fate = session.scalars(newest).one()
    fate_now = Fate(fate.fate)
    family, gone = everybody(session, uid, today)
    place = select(Episode.place).where(Episode.case_uid == uid).order_by(Episode.uid.desc()).limit(1)
    references = select(CaseReference.kind, CaseReference.number).where(CaseReference.case_uid == uid)
    return CaseView(
        uid=uid, version=case.version, restricted=case.restricted, person=person.uid, person_version=person.version,
        number=case.number, surname=person.surname, given=person.given,
        patronymic=person.patronymic, latin=f"{person.given_latin} {person.surname_latin.upper()}".strip(),
        sex=person.sex, born=person.born, rnokpp=tax.value if tax else "",
        unit=served.unit_code if served else "", rank=served.rank if served else "",
        fate=fate_now, fate_since=fate.effective,
        place=session.scalar(place) or "",
        opened=case.opened, worker=case.worker, note=case.note,
        references=tuple((kind, number) for kind, number in session.execute(references)),
        last_contact=case.last_contact, last_sign=last_sign_of(session, uid) if fate_now in AWAITED else None,
        closed=case.closed_on, confirmed_by=confirmed_by(session, uid, fate), relatives=family, former=gone,
    )



"""One case read whole: its head and the family."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.errors import N_, UserError
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.relation import Relation
from app.people.case_facts import at_event, tax_number
from db.models.case_file import CaseFile, CaseReference, Episode, FateEvent
from db.models.family import MoneyClaim, Relative, Told
from db.models.person import Person, Phone


class NoCase(UserError):
    what = N_("There is no case {number}.")
    todo = N_("Look it up by name in the list of cases.")


@dataclass(frozen=True, slots=True)
class RelativeRow:
    """A relative and how to reach him safely. Phones are shown masked until somebody asks."""

    uid: UUID
    version: int
    person: UUID
    surname: str
    given: str
    patronymic: str
    relation: Relation
    relation_typed: str
    phones: tuple[str, ...]
    primary: bool
    identity_verified: bool
    kinship_verified: bool
    consent: str
    consent_until: date | None
    safe_hours: str
    code_phrase: str
    do_not_call: bool
    in_conflict: bool
    last_told: Fate | None
    last_told_on: date | None

    @property
    def name(self) -> str:
        """Surname, given name and patronymic."""
        return " ".join(filter(None, (self.surname, self.given, self.patronymic)))


@dataclass(frozen=True, slots=True)
class CaseView:
    """The head of the case page, with the facts that its pages show. `restricted`: every reading is kept."""

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
    money: tuple[str, ...]
    last_contact: date | None
    closed: date | None
    relatives: tuple[RelativeRow, ...]

    @property
    def name(self) -> str:
        """Surname, given name and patronymic."""
        return " ".join(filter(None, (self.surname, self.given, self.patronymic)))


def view(session: Session, uid: UUID) -> CaseView:
    """The case; raises `NoCase`."""
    case = session.get(CaseFile, uid)
    if case is None or case.deleted_at is not None:
        raise NoCase(number="")
    person = session.get_one(Person, case.person_uid)
    served, tax = session.scalars(at_event(person.uid)).first(), session.scalars(tax_number(person.uid)).first()
    newest = select(FateEvent).where(FateEvent.case_uid == uid).order_by(FateEvent.uid.desc()).limit(1)
    fate = session.scalars(newest).one()
    references = select(CaseReference.kind, CaseReference.number).where(CaseReference.case_uid == uid)
    return CaseView(
        uid=uid, version=case.version, restricted=case.restricted, person=person.uid, person_version=person.version,
        number=case.number, surname=person.surname, given=person.given,
        patronymic=person.patronymic, latin=f"{person.given_latin} {person.surname_latin.upper()}".strip(),
        sex=person.sex, born=person.born, rnokpp=tax.value if tax else "",
        unit=served.unit_code if served else "", rank=served.rank if served else "",
        fate=Fate(fate.fate), fate_since=fate.effective,
        place=session.scalar(select(Episode.place).where(Episode.case_uid == uid).limit(1)) or "",
        opened=case.opened, worker=case.worker, note=case.note,
        references=tuple((kind, number) for kind, number in session.execute(references)),
        money=tuple(session.scalars(select(MoneyClaim.text).where(MoneyClaim.case_uid == uid))),
        last_contact=case.last_contact, closed=case.closed_on, relatives=relatives(session, uid),
    )


def relatives(session: Session, case: UUID) -> tuple[RelativeRow, ...]:
    """The relatives of a case, main contact first."""
    statement = (
        select(Relative, Person)
        .join(Person, Person.uid == Relative.person_uid)
        .where(Relative.case_uid == case, Relative.deleted_at.is_(None))
        .order_by(Relative.position)
    )
    told = {
        row.relative_uid: (Fate(row.fate), row.on)
        for row in session.scalars(select(Told).where(Told.case_uid == case).order_by(Told.uid))
    }
    phones = defaultdict(list)
    family = select(Relative.person_uid).where(Relative.case_uid == case)
    for owner, number in session.execute(
        select(Phone.person_uid, Phone.number).where(Phone.person_uid.in_(family)).order_by(Phone.uid)
    ):
        phones[owner].append(number)
    return tuple(
        RelativeRow(
            uid=relative.uid, version=relative.version, person=person.uid,
            surname=person.surname, given=person.given, patronymic=person.patronymic,
            relation=Relation(relative.relation), relation_typed=relative.relation_typed,
            phones=tuple(phones[person.uid]),
            primary=relative.primary, identity_verified=relative.identity_verified,
            kinship_verified=relative.kinship_verified, consent=relative.consent,
            consent_until=relative.consent_until, safe_hours=relative.safe_hours,
            code_phrase=relative.code_phrase, do_not_call=relative.do_not_call,
            in_conflict=relative.in_conflict,
            last_told=told[relative.uid][0] if relative.uid in told else None,
            last_told_on=told[relative.uid][1] if relative.uid in told else None,
        )
        for relative, person in session.execute(statement)
    )

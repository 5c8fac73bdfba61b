"""One case read whole: its head, the family, and the timeline."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.catalogue.definitions import Catalogue
from app.clock import KYIV
from app.domain.errors import N_, UserError
from app.domain.fate import Fate
from app.domain.paper_state import AWAITED
from app.domain.partial_date import PartialDate, of_day
from app.domain.relation import Relation
from app.domain.step import StepState
from app.domain.text import Text
from app.people.case_facts import at_event, tax_number
from db.models.case_file import CaseFile, CaseReference, Episode, FateEvent
from db.models.family import Contact, MoneyClaim, Relative, Told
from db.models.person import Person, Phone
from db.models.step import Document, Step


class NoCase(UserError):
    what = N_("There is no case {number}.")
    todo = N_("Look it up by name in the list of cases.")


class Moment(StrEnum):
    """Kinds of entries in a timeline."""

    OPENED = "opened"
    FATE = "fate"
    CONTACT = "contact"
    STEP = "step"
    DOCUMENT = "document"
    TOLD = "told"


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
    relatives: tuple[RelativeRow, ...]

    @property
    def name(self) -> str:
        """Surname, given name and patronymic."""
        return " ".join(filter(None, (self.surname, self.given, self.patronymic)))


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One entry of the timeline. `title` is catalogue text or None; `text` is what somebody wrote; `fate` a status.

    `on` is the day it happened where known; `recorded` when it was written down.
    """

    kind: Moment
    on: PartialDate | None
    recorded: datetime | None
    title: Text | None
    detail: str
    text: str
    by: str
    fate: Fate | None = None


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
        last_contact=case.last_contact, relatives=relatives(session, uid),
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


def timeline(session: Session, uid: UUID, catalogue: Catalogue) -> tuple[TimelineRow, ...]:
    """Everything that happened in a case, newest first."""
    rows = [
        *_told(session, uid, catalogue),
        *_opened(session, uid),
        *_fates(session, uid, catalogue),
        *_contacts(session, uid),
        *_steps(session, uid, catalogue),
        *_documents(session, uid, catalogue),
    ]
    return tuple(sorted(rows, key=_newest, reverse=True))


def _newest(row: TimelineRow) -> tuple[date, datetime]:
    recorded = row.recorded or datetime.min.replace(tzinfo=KYIV)
    return (row.on.last if row.on else recorded.astimezone(KYIV).date(), recorded)


def _opened(session: Session, uid: UUID) -> Iterator[TimelineRow]:
    case = session.get_one(CaseFile, uid)
    yield TimelineRow(Moment.OPENED, of_day(case.opened), None, None, case.number, "", case.worker)


def _fates(session: Session, uid: UUID, catalogue: Catalogue) -> Iterator[TimelineRow]:
    for event in session.scalars(select(FateEvent).where(FateEvent.case_uid == uid).order_by(FateEvent.uid)):
        name = catalogue.statuses[Fate(event.fate)].name
        yield TimelineRow(
            Moment.FATE, event.effective, event.recorded_at, name, event.source, event.comment, event.recorded_by,
            Fate(event.fate),
        )


def _contacts(session: Session, uid: UUID) -> Iterator[TimelineRow]:
    live = select(Contact).where(Contact.case_uid == uid, Contact.deleted_at.is_(None))
    for contact in session.scalars(live):
        yield TimelineRow(
            Moment.CONTACT, of_day(contact.on), contact.written_at, None, contact.channel, contact.summary,
            contact.written_by,
        )


def _steps(session: Session, uid: UUID, catalogue: Catalogue) -> Iterator[TimelineRow]:
    done = select(Step).where(
        Step.case_uid == uid, Step.state == StepState.DONE.value, Step.done_on.is_not(None)
    )
    for step in session.scalars(done):
        known = catalogue.steps.get(step.step_id)
        title = known.name if known else Text(step.title, step.title)
        yield TimelineRow(Moment.STEP, step.done_on, None, title, step.outcome, step.note, step.worker)


def _documents(session: Session, uid: UUID, catalogue: Catalogue) -> Iterator[TimelineRow]:
    there = Document.state.not_in([state.value for state in AWAITED])
    live = select(Document).where(Document.case_uid == uid, Document.deleted_at.is_(None), there)
    for paper in session.scalars(live):
        known = catalogue.documents.get(paper.kind)
        on = of_day(paper.received) if paper.received else paper.issued
        yield TimelineRow(
            Moment.DOCUMENT, on, None, known.name if known else None, paper.title, paper.note, ""
        )


def _told(session: Session, uid: UUID, catalogue: Catalogue) -> Iterator[TimelineRow]:
    """What relatives were told: `detail` is how, `text` is who."""
    statement = (
        select(Told, Person.surname, Person.given)
        .join(Relative, Relative.uid == Told.relative_uid)
        .join(Person, Person.uid == Relative.person_uid)
        .where(Told.case_uid == uid)
    )
    for told, surname, given in session.execute(statement):
        name = catalogue.statuses[Fate(told.fate)].name
        yield TimelineRow(
            Moment.TOLD, of_day(told.on), None, name, told.how, f"{surname} {given}".strip(), told.by, Fate(told.fate)
        )

"""Write new cases: from a draft to every row it means, many at once, with the index and the journal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from app.cases.draft import CaseDraft, PersonDraft
from app.catalogue.definitions import Catalogue
from app.consents.draft import signed_paper
from app.domain.benefit import IMPORTED
from app.domain.calendar import CalendarMode
from app.domain.fate import ALL_ABSENT, Fate
from app.domain.name import sort_key
from app.domain.translit import transliterate
from app.names.index import words_of
from app.plan.opening import Opening, PlannedStep, later, steps
from app.records.shape import columns_of
from db import search
from db.journal import JournaledSession
from db.models.base import Row, new_uid
from db.models.case_file import CaseEvent, CaseFile, CaseReference, Episode, FateEvent
from db.models.consent import Consent
from db.models.family import Contact, Relative, Told
from db.models.money import MoneyClaim
from db.models.person import Identifier, Person, PersonName, Phone, Service
from db.models.rights import Erasure
from db.models.step import Step

Values = dict[str, Any]
_ORDER: tuple[type[Row], ...] = (
    Person, PersonName, Identifier, Phone, Service, CaseFile, Episode, FateEvent, CaseEvent, CaseReference,
    Relative, Consent, Told, Contact, MoneyClaim, Step,
)


@dataclass(frozen=True, slots=True)
class Desk:
    """Where and when cases are being opened: the catalogue, the day, the worker, the office's calendar."""

    catalogue: Catalogue
    today: date
    now: datetime
    worker: str
    mode: CalendarMode


@dataclass(slots=True)
class Tray:
    """The rows of many cases, gathered by table, and their index entries."""

    rows: dict[type[Row], list[Values]] = field(default_factory=lambda: {model: [] for model in _ORDER})
    words: list[tuple[int, str]] = field(default_factory=list)

    def put(self, model: type[Row], **values: Any) -> UUID:
        """Lay a row in; returns the uid it got."""
        uid = new_uid()
        self.rows[model].append({"uid": uid, "version": 1, **values} if model in _EDITABLE else {"uid": uid, **values})
        return uid

    def write(self, session: JournaledSession) -> None:
        """Write everything, parents first, and empty the tray."""
        for model in _ORDER:
            session.add_many(model, self.rows[model])
            self.rows[model] = []
        if self.words:
            search.put(session, self.words)
            self.words = []


_EDITABLE = frozenset(model for model in _ORDER if "version" in model.__mapper__.columns)


@dataclass(frozen=True, slots=True)
class Numbers:
    """The next free entry and the next free number of the year."""

    entry: int
    sequence: int
    year: int

    @classmethod
    def next(cls, session: JournaledSession, year: int) -> "Numbers":
        """Look up what is free; numbers of deleted and erased cases are never given again."""
        entry = session.scalar(select(func.max(CaseFile.entry))) or 0
        this_year = f"К-{year}-%"
        given = (
            session.scalar(select(func.max(CaseFile.number)).where(CaseFile.number.like(this_year))),
            session.scalar(select(func.max(Erasure.number)).where(Erasure.number.like(this_year))),
        )
        newest = max(filter(None, given), default=None)
        return cls(entry + 1, int(newest.rsplit("-", 1)[1]) + 1 if newest else 1, year)

    def case(self, position: int) -> tuple[int, str]:
        """Entry and number of the case at `position`, from 0, of this opening."""
        return self.entry + position, f"К-{self.year}-{self.sequence + position:06d}"


def open_cases(
    session: JournaledSession, drafts: Iterable[CaseDraft], desk: Desk, *, batch: int = 200
) -> Iterator[UUID]:
    """Write the drafts as new cases, in order; yields each case's uid as soon as it is laid out.

    Rows reach the database every `batch` cases and when the iterator is read to its end: always read it whole.
    """
    numbers = Numbers.next(session, desk.today.year)
    tray = Tray()
    for position, draft in enumerate(drafts):
        yield lay(tray, draft, desk, *numbers.case(position))
        if (position + 1) % batch == 0:
            tray.write(session)
    tray.write(session)


def lay(tray: Tray, draft: CaseDraft, desk: Desk, entry: int, number: str) -> UUID:
    """Lay out every row of one case; returns its uid."""
    person = _person(tray, draft.person, desk)
    name_key = _key(draft.person)
    planned = steps(desk.catalogue, _opening(draft, desk))
    case = tray.put(
        CaseFile, entry=entry, number=number, person_uid=person, opened=desk.today,
        worker=draft.worker or desk.worker, source_row=draft.source_row, note=draft.note,
        synthetic=draft.synthetic, restricted=False, closed_on=None, deleted_at=None, updated=desk.now,
        name_key=name_key,
        unit_key=sort_key(draft.unit_code),
        fate=draft.fates[-1].fate.value, next_step=None, next_due=None,
        last_contact=max((contact.on for contact in draft.contacts), default=None),
    )
    if draft.unit_code or draft.rank:
        tray.put(Service, person_uid=person, role="at_event", unit_code=draft.unit_code, unit_name="",
                 rank=draft.rank, branch="", terms="", position="", since=None, until=None, source="",
                 **_written(desk))
    relatives = _family(tray, case, draft, desk)
    _fates(tray, case, draft, desk, relatives[0] if relatives else None)
    _dates(tray, case, draft, desk)
    due = _steps(tray, case, planned)
    tray.rows[CaseFile][-1] |= due
    tray.words.append((entry, _words(draft, number)))
    return case


def _person(tray: Tray, person: PersonDraft, desk: Desk) -> UUID:
    uid = tray.put(
        Person, surname=person.surname, given=person.given, patronymic=person.patronymic,
        surname_latin=person.surname_latin or transliterate(person.surname),
        given_latin=person.given_latin or transliterate(person.given),
        latin_source="passport" if person.surname_latin else "auto_2010",
        sex=person.sex, born=person.born, category="military", call_sign=person.call_sign,
        address=person.address, name_key=_key(person),
    )
    for surname in person.previous_surnames:
        tray.put(PersonName, person_uid=uid, kind="previous", surname=surname, given="", patronymic="",
                 surname_latin="", given_latin="", since=None, until=None, source="", **_written(desk))
    numbers = {"rnokpp": person.rnokpp, "unzr": person.record_number, "passport": person.passport}
    for kind, value in numbers.items():
        if value:
            tray.put(Identifier, person_uid=uid, kind=kind, value=value, issued=None, issuer="", until=None,
                     absent_reason="", note="", **_written(desk))
    return uid


def _written(desk: Desk) -> Values:
    """Who wrote an entry down, and when; it stands."""
    return {"written_at": desk.now, "written_by": desk.worker, "deleted_at": None}


def _family(tray: Tray, case: UUID, draft: CaseDraft, desk: Desk) -> list[UUID]:
    relatives = []
    for position, relative in enumerate(draft.relatives, start=1):
        person = _person(tray, relative.person, desk)
        for phone in relative.phones:
            tray.put(Phone, person_uid=person, number=phone.number, typed=phone.typed, note=phone.note,
                     safe=phone.safe)
        relatives.append(
            tray.put(
                Relative, case_uid=case, person_uid=person, relation=relative.relation.value,
                relation_typed=relative.relation_typed, primary=position == 1, position=position,
                identity_verified=False, kinship_verified=relative.kinship_verified,
                vocative="", language="uk", safe_hours="", code_phrase="",
                do_not_call=False, may_leave_message="", in_conflict=relative.in_conflict, branch="", note="",
                deleted_at=None,
            )
        )
        if relative.consented:
            signed = signed_paper(relatives[-1], desk.today).sealed(case)
            tray.put(Consent, case_uid=case, **columns_of(signed), **_written(desk))
    return relatives


def _fates(tray: Tray, case: UUID, draft: CaseDraft, desk: Desk, main: UUID | None) -> None:
    episode = tray.put(Episode, case_uid=case, started=draft.fates[0].effective, ended=None,
                       place=draft.place, oblast="", precision=None, katottg="")
    for fate in draft.fates:
        event = tray.put(
            FateEvent, case_uid=case, episode_uid=episode, fate=fate.fate.value, effective=fate.effective,
            recorded_at=desk.now, recorded_by=desk.worker, source_type=fate.source_type, source=fate.source,
            evidence=fate.evidence, reliability="", credibility="", comment=fate.comment, approved_by="",
            reverses_uid=None,
        )
        if fate.told and main is not None:
            told_on = fate.effective.last if fate.effective else desk.today
            tray.put(Told, case_uid=case, relative_uid=main, fate=fate.fate.value, fate_event_uid=event,
                     on=min(told_on, desk.today), by=desk.worker, how="in_person", second="")


def _dates(tray: Tray, case: UUID, draft: CaseDraft, desk: Desk) -> None:
    for event, on in draft.events.items():
        tray.put(CaseEvent, case_uid=case, event=event, step_uid=None, on=on, reference="", source="")
    for kind, number in draft.references.items():
        tray.put(CaseReference, case_uid=case, kind=kind, number=number, issued=None)
    for contact in draft.contacts:
        tray.put(Contact, case_uid=case, relative_uid=None, on=contact.on, written_at=desk.now,
                 channel=contact.channel, summary=contact.summary, audience="office", next_on=None, next_what="",
                 written_by=draft.worker or desk.worker, deleted_at=None)
    for money in draft.money:
        tray.put(
            MoneyClaim, case_uid=case, relative_uid=None, kind=IMPORTED, filed_on=None, body="", number="", basis="",
            text=money, **_written(desk),
        )  # fmt: skip


def _steps(tray: Tray, case: UUID, planned: tuple[PlannedStep, ...]) -> Values:
    """Lay the steps out; returns the case's derived next step and due day."""
    first: tuple[date, UUID] | None = None
    for step in planned:
        deadline = step.deadline
        uid = tray.put(
            Step, case_uid=case, step_id=step.definition.id, title="", origin=step.origin,
            track="", body="", state=step.answer.state.value, relative_uid=None, worker="", since=None, was="",
            closed_by=None, carried="", wave=step.wave, trigger=step.trigger, trigger_on=step.trigger_on,
            counted_from=deadline.event if deadline else None, not_before=step.not_before, choice=None,
            due=deadline.due if deadline else None, act_by=deadline.act_by if deadline else None,
            snoozed_until=step.release, snooze_reason="", done_on=step.answer.on, outcome=step.answer.outcome,
            reason="", note="", document_uid=None, turn=1, after_uid=None,
            law=step.definition.law,
        )
        if deadline and deadline.due and (first is None or deadline.due < first[0]):
            first = (deadline.due, uid)
    return {"next_due": first[0], "next_step": first[1]} if first else {}


def _opening(draft: CaseDraft, desk: Desk) -> Opening:
    """What is known for the deadlines. A partial date counts from its earliest day: early is the safe side."""
    dates = {event: on.first for event, on in draft.events.items()}
    dates["CASE_OPENED"] = desk.today
    first, last = draft.fates[0], draft.fates[-1]
    if first.effective and first.fate in ALL_ABSENT | {Fate.NO_CONTACT}:
        dates.setdefault("LAST_CONTACT", first.effective.first)
    if last.effective:
        dates.setdefault("FATE_CHANGED", last.effective.first)
    return Opening(
        fate=draft.fates[-1].fate,
        events=dates,
        not_before=later(desk.today, draft.spread),
        mode=desk.mode,
        answers=draft.answers,
    )


def _key(person: PersonDraft) -> str:
    return sort_key(f"{person.surname} {person.given} {person.patronymic}")


def _words(draft: CaseDraft, number: str) -> str:
    people = [draft.person, *(relative.person for relative in draft.relatives)]
    names = [(one.surname, one.given, one.patronymic) for one in people]
    names += [(previous, "", "") for previous in draft.person.previous_surnames]
    latin = (draft.person.surname_latin, draft.person.given_latin)
    phones = [phone.number for relative in draft.relatives for phone in relative.phones]
    return words_of(names, latin=latin, number=number, phones=phones, units=(draft.unit_code,))



"""The relatives of a case: add one, put one right, let one go, choose the main contact."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.approvals.service import Approvals, Kind
from app.belonging import cases_of, check_person
from app.changes import Changes
from app.clock import Clock
from app.domain.errors import N_, UserError
from app.domain.name import canonical
from app.domain.relation import Relation
from app.domain.safety import MayLeave
from app.meanwhile import Cell, CorrectedMeanwhile, touches
from app.people import person
from app.people.findable import reindex
from app.people.main_contact import change, newcomer
from app.people.person import Correction
from app.people.phones import PhoneDraft
from db.journal import JournaledSession
from db.models.base import new_uid
from db.models.case_file import CaseFile
from db.models.family import Relative
from db.models.person import Person, Phone
from db.refusals import StaleEdit
from db.session import Database


class NobodyNamed(UserError):
    what = N_("A relative needs a name or a phone.")
    todo = N_("Write at least one of the two; the rest can follow later.")


class InCaseAlready(UserError):
    what = N_("This person stands in this case already.")
    todo = N_("Find him among the family and put his data right there.")


@dataclass(frozen=True, slots=True)
class RelativeDetails:
    """A relative as he should be: who he is, and how to reach him safely."""

    names: Correction
    relation: Relation = Relation.UNKNOWN
    relation_typed: str = ""
    phones: tuple[PhoneDraft, ...] = ()
    safe_hours: str = ""
    language: str = "uk"
    code_phrase: str = ""
    do_not_call: bool = False
    may_leave_message: MayLeave = MayLeave.UNASKED
    branch: str = ""


@dataclass(frozen=True, slots=True)
class RelativeRecord:
    """A relative as recorded, to be put right."""

    uid: UUID
    person: UUID
    details: RelativeDetails


@dataclass(frozen=True, slots=True)
class Family:
    """Every method is one unit of work by the user who asks."""

    database: Database
    clock: Clock
    access: Access
    approvals: Approvals

    def read(self, relative: UUID) -> RelativeRecord:
        """The relative as recorded; raises `NotYourCase`."""
        with self.database.read() as session:
            row = session.get_one(Relative, relative)
            self.access.check(session, row.case_uid)
            return _record(session, row)

    def add(
        self, case: UUID, details: RelativeDetails, *, main: bool = False, same: UUID | None = None, reason: str = ""
    ) -> Changes:
        """Add a relative to a case; the first one is the main contact, another `main` one needs a second person.

        `same`: the person who he is, if he stands in another case already; his names stay as they are there, and his
        phones join those of the form. Raises `NobodyNamed`, `InCaseAlready`, `NotYourCase` and what `make_main` raises.
        """
        _check_named(details)
        with self.database.read() as session:
            self.access.check(session, case)
            now = _main(session, case) if main else None
            asked = newcomer(session, now, details, details.relation.value) if now else None
        if asked:
            self.approvals.check(Kind.MAIN_CONTACT, reason, case, asked)
        with self.database.write(self.access.user) as session:
            self.access.check(session, case)
            others = _living(session, case)
            taken = session.scalars(select(Relative.position).where(Relative.case_uid == case)).all()
            uid = same or new_uid()
            if same is None:
                session.add(_new_person(uid, details.names))
                session.flush()
            else:
                self._check_same(session, case, same)
            row = Relative(
                uid=new_uid(), case_uid=case, person_uid=uid, primary=not others, position=max(taken, default=0) + 1
            )
            _put(row, details)
            session.add(row)
            session.flush()
            _put_phones(session, uid, _joined(session, uid, details.phones))
            if main:
                if asked:
                    self.approvals.spend(session, Kind.MAIN_CONTACT, case, asked)
                _lead(row, others)
            self._settle(session, [session.get_one(CaseFile, case)])
        return Changes.PEOPLE | Changes.CASES

    def edit(self, was: RelativeRecord, now: RelativeDetails) -> Changes:
        """Put a relative right, in every case he stands in.

        Raises `NobodyNamed`, and `CorrectedMeanwhile` with a `RelativeRecord` if the record no longer says what it
        `was`.
        """
        _check_named(now)
        with self.database.write(self.access.user) as session:
            row = _living_one(session, was.uid)
            self.access.check(session, row.case_uid)
            recorded = _record(session, row)
            if recorded != was:
                raise CorrectedMeanwhile(now=recorded, touches=touches(session, _cells(session, row)))
            check_person(session, self.access, row.person_uid)
            cases = cases_of(session, row.person_uid)
            kin = session.get_one(Person, row.person_uid)
            if now.names != was.details.names:
                person.put(kin, now.names)
            _put(row, now)
            _put_phones(session, row.person_uid, now.phones)
            self._settle(session, cases)
        return Changes.PEOPLE | Changes.CASES

    def remove(self, relative: UUID, version: int, reason: str = "") -> Changes:
        """Let a relative go; the record keeps him. The next one is the main contact then, by a second person's yes.

        Raises `StaleEdit` and what `make_main` raises.
        """
        with self.database.read() as session:
            row = self._of_version(session, relative, version)
            following = next((one for one in _living(session, row.case_uid) if one.uid != row.uid), None)
            case = row.case_uid
            asked = change(session, row, following, "gone") if row.primary and following else None
        if asked:
            self.approvals.check(Kind.MAIN_CONTACT, reason, case, asked)
        with self.database.write(self.access.user) as session:
            row = self._of_version(session, relative, version)
            if asked:
                self.approvals.spend(session, Kind.MAIN_CONTACT, case, asked)
            row.deleted_at = self.clock.now()
            others = [one for one in _living(session, row.case_uid) if one.uid != row.uid]
            if row.primary and others:
                row.primary, others[0].primary = False, True
            self._settle(session, [session.get_one(CaseFile, row.case_uid)])
        return Changes.PEOPLE | Changes.CASES

    def make_main(self, relative: UUID, version: int, reason: str = "") -> Changes:
        """Let a relative be the one whom the office calls first, once a second person agreed; the reason is for him.

        Raises `StaleEdit`; `AnotherMustAgree`, `ComeBackLater` and `ReasonNeeded` where somebody is it already.
        """
        with self.database.read() as session:
            row = self._of_version(session, relative, version)
            now, case = _main(session, row.case_uid), row.case_uid
            asked = change(session, now, row, "chosen") if now and now.uid != row.uid else None
        if asked:
            self.approvals.check(Kind.MAIN_CONTACT, reason, case, asked)
        with self.database.write(self.access.user) as session:
            row = self._of_version(session, relative, version)
            if asked:
                self.approvals.spend(session, Kind.MAIN_CONTACT, case, asked)
            _lead(row, _living(session, row.case_uid))
            self._settle(session, [session.get_one(CaseFile, row.case_uid)])
        return Changes.PEOPLE | Changes.CASES

    def _check_same(self, session: Session, case: UUID, person_uid: UUID) -> None:
        check_person(session, self.access, person_uid)
        his = session.get_one(CaseFile, case).person_uid == person_uid
        if his or any(row.person_uid == person_uid for row in _living(session, case)):
            raise InCaseAlready

    def _of_version(self, session: Session, relative: UUID, version: int) -> Relative:
        row = _living_one(session, relative)
        self.access.check(session, row.case_uid)
        if row.version != version:
            raise StaleEdit
        return row

    def _settle(self, session: JournaledSession, cases: Sequence[CaseFile]) -> None:
        """The lines of the cases and their words in the search follow."""
        for case in cases:
            case.updated = self.clock.now()
        session.flush()
        for case in cases:
            reindex(session, case)


def _check_named(details: RelativeDetails) -> None:
    if not (details.names.surname.strip() or details.names.given.strip() or details.phones):
        raise NobodyNamed


def _living_one(session: Session, relative: UUID) -> Relative:
    row = session.get_one(Relative, relative)
    if row.deleted_at is not None:
        raise StaleEdit
    return row


def _living(session: Session, case: UUID) -> list[Relative]:
    living = select(Relative).where(Relative.case_uid == case, Relative.deleted_at.is_(None))
    return list(session.scalars(living.order_by(Relative.position, Relative.uid)))


def _main(session: Session, case: UUID) -> Relative | None:
    """The main contact, if the case has one."""
    return next((one for one in _living(session, case) if one.primary), None)


def _lead(first: Relative, everybody: Sequence[Relative]) -> None:
    """Put one before all others, who keep their order."""
    first.primary, first.position = True, 1
    for position, row in enumerate((one for one in everybody if one.uid != first.uid), 2):
        row.primary, row.position = False, position


def _new_person(uid: UUID, names: Correction) -> Person:
    new = Person(uid=uid)
    person.put(new, names)
    return new


def _put(row: Relative, details: RelativeDetails) -> None:
    row.relation, row.relation_typed = details.relation.value, details.relation_typed.strip()
    row.safe_hours, row.code_phrase = details.safe_hours.strip(), details.code_phrase.strip()
    row.language, row.do_not_call = details.language, details.do_not_call
    row.may_leave_message, row.branch = details.may_leave_message.value, canonical(details.branch)


def _put_phones(session: JournaledSession, owner: UUID, wanted: Sequence[PhoneDraft]) -> None:
    """Phones that stay keep their row; those that go can come back by the journal."""
    known = {row.number: row for row in _phones(session, owner)}
    numbers = {phone.number for phone in wanted}
    for number, row in known.items():
        if number not in numbers:
            session.remove(row)
    for phone in wanted:
        if phone.number in known:
            known[phone.number].note, known[phone.number].safe = phone.note, phone.safe
        else:
            session.add(
                Phone(
                    uid=new_uid(), person_uid=owner, number=phone.number, typed=phone.typed, note=phone.note,
                    safe=phone.safe,
                )
            )
            session.flush()


def _joined(session: Session, owner: UUID, more: Sequence[PhoneDraft]) -> tuple[PhoneDraft, ...]:
    """The phones that are known of a person, and those that are new."""
    known = [PhoneDraft(one.number, one.typed, one.note, one.safe) for one in _phones(session, owner)]
    numbers = {phone.number for phone in known}
    return (*known, *(phone for phone in more if phone.number not in numbers))


def _phones(session: Session, owner: UUID) -> list[Phone]:
    return list(session.scalars(select(Phone).where(Phone.person_uid == owner).order_by(Phone.uid)))


def _record(session: Session, row: Relative) -> RelativeRecord:
    kin = person.recorded(session.get_one(Person, row.person_uid))
    names = Correction(kin.surname, kin.given, kin.patronymic, kin.born, kin.surname_latin, kin.given_latin)
    phones = tuple(PhoneDraft(one.number, one.typed, one.note, one.safe) for one in _phones(session, row.person_uid))
    details = RelativeDetails(
        names, Relation(row.relation), row.relation_typed, phones, row.safe_hours, row.language, row.code_phrase,
        row.do_not_call, MayLeave(row.may_leave_message), row.branch,
    )
    return RelativeRecord(row.uid, row.person_uid, details)


def _cells(session: Session, row: Relative) -> dict[str, Cell]:
    own = (
        "relation", "relation_typed", "safe_hours", "language", "code_phrase", "do_not_call", "may_leave_message",
        "branch",
    )  # fmt: skip
    newest = max((phone.uid for phone in _phones(session, row.person_uid)), default=None)
    return {**person.cells(row.person_uid), **{name: (row.uid, name) for name in own}, "phones": (newest, "number")}

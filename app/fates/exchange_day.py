"""The day of an exchange: the families whose man did not return on it, whom somebody should call."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.cases.relatives import numbers, safety_of
from app.changes import Changes
from app.clock import Clock
from app.contacts.service import ContactDraft, Contacts
from app.domain.errors import N_, UserError
from app.domain.fate import ALL_CAPTIVE, Fate
from app.domain.kin import KinRole
from app.domain.relation import Relation
from app.domain.safety import Number, Safety, to_ring
from app.fates.change import happened
from app.kin.standing import stands
from db.models.case_file import CaseFile, FateEvent
from db.models.family import Contact, Relative, Told
from db.models.kin import FamilyRole
from db.models.person import Person
from db.session import Database

AWAITED = (*sorted(ALL_CAPTIVE), Fate.MISSING)
_ORDER = {Fate.CAPTIVE_CONFIRMED: 0, Fate.CAPTIVE_UNCONFIRMED: 1}
_AT_ONCE = 400


class NotByPhone(UserError):
    what = N_("This person must not be called.")
    todo = N_("Reach the family as they asked, and write the talk down in their case.")


@dataclass(frozen=True, slots=True)
class MainContact:
    """Whom to call, and how safely. `phones`: those that may be rung, none of whom is not to be called."""

    relative: UUID
    name: str
    relation: Relation
    patronymic: str
    numbers: tuple[Number, ...]
    safety: Safety
    told: Fate | None
    told_on: date | None

    @property
    def to_ring(self) -> tuple[str, ...]:
        """The numbers that may be rung."""
        return to_ring(self.numbers, self.safety)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One family that waited in vain. `called`: the day of the first talk with it since the exchange."""

    case: UUID
    number: str
    name: str
    fate: Fate
    contact: MainContact | None
    called: date | None


@dataclass(frozen=True, slots=True)
class ExchangeDay:
    """Every method is one unit of work by the user who asks."""

    database: Database
    clock: Clock
    access: Access
    contacts: Contacts

    def families(self, on: date) -> tuple[Waiting, ...]:
        """Those who are held or missing and did not return on that day, the confirmed captives first.

        Who came back on it is left out, even if he is away again by now; who was said to have returned by mistake is
        not. Families whose man is dead or being identified are not on the list.
        """
        with self.database.read() as session:
            wanted = select(CaseFile.uid, CaseFile.number, CaseFile.fate, CaseFile.person_uid).where(
                CaseFile.deleted_at.is_(None), CaseFile.closed_on.is_(None),
                CaseFile.fate.in_([fate.value for fate in AWAITED]), *self.access.cases(),
            )  # fmt: skip
            found_cases = session.execute(wanted.order_by(CaseFile.name_key, CaseFile.uid))
            cases = [(case, number, fate, person) for case, number, fate, person in found_cases]
            parts = (cases[start : start + _AT_ONCE] for start in range(0, len(cases), _AT_ONCE))
            found = [row for some in parts for row in _waiting(session, some, on, self.clock.today())]
        return tuple(sorted(found, key=lambda row: _ORDER.get(row.fate, 3 if row.fate is Fate.MISSING else 2)))

    def called(self, row: Waiting, on: date, summary: str) -> Changes:
        """Keep that the family was called: a contact by phone with its main contact; raises what `Contacts.log` does.

        Raises `NotByPhone` if this person must not be called.
        """
        if row.contact is not None and row.contact.safety.silent:
            raise NotByPhone
        relative = row.contact.relative if row.contact else None
        return self.contacts.log(ContactDraft(row.case, on, "phone", summary, relative))


def _waiting(
    session: Session, cases: Sequence[tuple[UUID, str, str, UUID]], on: date, today: date
) -> list[Waiting]:
    uids = [case for case, *_ in cases]
    back = _returned(session, uids, on)
    mains = _mains(session, uids, today)
    names = {
        person.uid: " ".join(filter(None, (person.surname, person.given, person.patronymic)))
        for person in session.scalars(select(Person).where(Person.uid.in_([person for *_, person in cases])))
    }
    called: dict[UUID, date] = {}
    talks = select(Contact.case_uid, Contact.on).where(
        Contact.case_uid.in_(uids), Contact.on >= on, Contact.deleted_at.is_(None)
    )
    for case, day in session.execute(talks):
        called[case] = min(day, called.get(case, day))
    return [
        Waiting(case, number, names[person], Fate(fate), mains.get(case), called.get(case))
        for case, number, fate, person in cases
        if case not in back
    ]


def _returned(session: Session, cases: Sequence[UUID], on: date) -> set[UUID]:
    """Who came back on that day, by a row that nobody took back."""
    back = select(FateEvent.case_uid).where(FateEvent.case_uid.in_(cases), FateEvent.fate == Fate.RETURNED.value)
    found = set()
    for case in set(session.scalars(back)):
        events = session.scalars(select(FateEvent).where(FateEvent.case_uid == case).order_by(FateEvent.uid)).all()
        taken = {row.reverses for row in happened(events)}
        days = [row.effective for row in events if row.fate == Fate.RETURNED.value and row.uid not in taken]
        if any(day is not None and day.exact == on for day in days):
            found.add(case)
    return found


def _mains(session: Session, cases: Sequence[UUID], today: date) -> Mapping[UUID, MainContact]:
    wanted = (
        select(Relative, Person)
        .join(Person, Person.uid == Relative.person_uid)
        .where(Relative.case_uid.in_(cases), Relative.primary, Relative.deleted_at.is_(None))
    )
    rows = session.execute(wanted).all()
    phones = numbers(session, select(Relative.person_uid).where(Relative.case_uid.in_(cases)))
    roles = select(FamilyRole).where(
        FamilyRole.case_uid.in_(cases), FamilyRole.role == KinRole.DO_NOT_CONTACT.value,
        FamilyRole.deleted_at.is_(None),
    )  # fmt: skip
    forbidden = {role.relative_uid for role in session.scalars(roles) if stands(role.since, role.until, today)}
    told = {
        row.relative_uid: row
        for row in session.scalars(
            select(Told).where(Told.relative_uid.in_([kin.uid for kin, _ in rows])).order_by(Told.on, Told.uid)
        )
    }
    return {
        kin.case_uid: MainContact(
            kin.uid, " ".join(filter(None, (person.surname, person.given, person.patronymic))),
            Relation(kin.relation), person.patronymic, phones.get(person.uid, ()),
            safety_of(kin, no_contact=kin.uid in forbidden), Fate(told[kin.uid].fate) if kin.uid in told else None,
            told[kin.uid].on if kin.uid in told else None,
        )
        for kin, person in rows
    }  # fmt: skip

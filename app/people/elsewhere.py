"""In which other cases somebody stands, and who in the vault may be the very person about to be written down again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.domain.name import canonical, fold, sort_key
from app.domain.partial_date import PartialDate
from app.domain.relation import Relation
from app.people.person import Correction
from app.people.phones import PhoneDraft
from db.models.case_file import CaseFile
from db.models.family import Relative
from db.models.person import Person, PersonName, Phone
from db.session import Database

MOST = 5
_AFTER_EVERY_LETTER = "\x7f"


@dataclass(frozen=True, slots=True)
class StandsIn:
    """A case in which somebody stands. `relation` to the `man` of it; None if he is that man himself."""

    case: UUID
    number: str
    man: str
    relation: Relation | None


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who is in the vault already; `same_phone` tells that a number is shared."""

    person: UUID
    name: str
    patronymic: str
    born: PartialDate | None
    same_phone: bool
    stands: tuple[StandsIn, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Only cases that the user may see are ever told."""

    database: Database
    access: Access

    def of_family(self, case: UUID) -> Mapping[UUID, tuple[StandsIn, ...]]:
        """The relatives of a case, by person, who stand in other cases too; raises `NotYourCase`."""
        with self.database.read() as session:
            self.access.check(session, case)
            family = select(Relative.person_uid).where(Relative.case_uid == case, Relative.deleted_at.is_(None))
            return _standing(session, self.access, session.scalars(family).all(), but=case)

    def alike(self, case: UUID, names: Correction, phones: Sequence[PhoneDraft] = ()) -> tuple[Known, ...]:
        """Who may be the same as somebody about to be added to a case: by phone, else by name and birth.

        A different given name, patronymic or birth refutes; whoever stands in the case already is not told.
        Those who share a phone come first. Raises `NotYourCase`.
        """
        with self.database.read() as session:
            self.access.check(session, case)
            same = select(Phone.person_uid).where(Phone.number.in_([phone.number for phone in phones]))
            ringing = set(session.scalars(same))
            people = {row.uid: row for row in session.scalars(_candidates(names, ringing))}
            here = set(session.scalars(_in_case(case)))
            likely = [row for row in people.values() if row.uid not in here and _may_be(session, row, names)]
            stands = _standing(session, self.access, [row.uid for row in likely], but=None)
        found = [
            Known(row.uid, _name(row.surname, row.given, row.patronymic), row.patronymic, row.born,
                  row.uid in ringing, stands[row.uid])
            for row in likely if row.uid in stands
        ]  # fmt: skip
        return tuple(sorted(found, key=lambda one: not one.same_phone)[:MOST])


def _candidates(names: Correction, ringing: Iterable[UUID]) -> Select[Person]:
    either: list[ColumnElement[bool]] = [Person.uid.in_(list(ringing))]
    if names.surname.strip() and names.given.strip():
        key, _, _ = sort_key(f"{names.surname} {names.given}").partition(" ")
        either.append(Person.name_key.between(key, key + _AFTER_EVERY_LETTER))
        once = select(PersonName.person_uid).where(
            PersonName.surname == canonical(names.surname), PersonName.deleted_at.is_(None)
        )
        either.append(and_(Person.uid.in_(once), Person.given == canonical(names.given)))
    return select(Person).where(or_(*either))


def _may_be(session: Session, row: Person, names: Correction) -> bool:
    for mine, theirs in ((names.given, row.given), (names.patronymic, row.patronymic)):
        if mine.strip() and theirs and fold(mine) != fold(theirs):
            return False
    if names.born is not None and row.born is not None and not _agree(names.born, row.born):
        return False
    surnames = {fold(row.surname), *map(fold, session.scalars(_other_surnames(row.uid)))}
    return not (names.surname.strip() and row.surname) or fold(names.surname) in surnames


def _agree(one: PartialDate, other: PartialDate) -> bool:
    return one.first <= other.last and other.first <= one.last


def _other_surnames(person: UUID) -> Select[str]:
    return select(PersonName.surname).where(PersonName.person_uid == person, PersonName.deleted_at.is_(None))


def _in_case(case: UUID) -> Select[UUID]:
    family = select(Relative.person_uid).where(Relative.case_uid == case, Relative.deleted_at.is_(None))
    return select(Person.uid).where(
        or_(Person.uid.in_(family), Person.uid.in_(select(CaseFile.person_uid).where(CaseFile.uid == case)))
    )


def _standing(
    session: Session, access: Access, people: Sequence[UUID], but: UUID | None
) -> dict[UUID, tuple[StandsIn, ...]]:
    found: dict[UUID, list[StandsIn]] = defaultdict(list)
    for person, stands in _rows(session, access, people):
        if stands.case != but:
            found[person].append(stands)
    return {person: tuple(sorted(stands, key=lambda one: one.number)) for person, stands in found.items()}


def _rows(session: Session, access: Access, people: Sequence[UUID]) -> Iterator[tuple[UUID, StandsIn]]:
    head = (CaseFile.uid, CaseFile.number, Person.surname, Person.given, Person.patronymic)
    live = (CaseFile.deleted_at.is_(None), *access.cases())
    kin = (
        select(Relative.person_uid, Relative.relation, *head)
        .join(CaseFile, CaseFile.uid == Relative.case_uid)
        .join(Person, Person.uid == CaseFile.person_uid)
        .where(Relative.person_uid.in_(people), Relative.deleted_at.is_(None), *live)
    )
    for person, relation, uid, number, *man in session.execute(kin):
        yield person, StandsIn(uid, number, _name(*man), Relation(relation))
    men = select(*head, Person.uid).join(Person, Person.uid == CaseFile.person_uid)
    for uid, number, surname, given, patronymic, person in session.execute(
        men.where(CaseFile.person_uid.in_(people), *live)
    ):
        yield person, StandsIn(uid, number, _name(surname, given, patronymic), None)


def _name(*parts: str) -> str:
    return " ".join(filter(None, parts))

"""Find whatever was typed among cases, relatives and documents."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.cases.queries import CaseFilter, CaseRow, Chosen
from app.cases.service import Cases
from app.domain.legible import legible
from app.domain.relation import Relation
from app.names.index import terms_of, words_of
from db.models.case_file import CaseFile
from db.models.family import Relative
from db.models.person import Person, PersonName, Phone
from db.models.step import Document
from db.session import Database

CASES, RELATIVES, DOCUMENTS = 6, 4, 4
NEAR = 40
"""Cases among whose relatives a name is looked for."""
SHORTEST_TITLE = 2
LONGEST = 200
"""Letters of a question: what is pasted by mistake is not looked for to its end."""
SEQUENCE = 6
"""Digits of a case's number after the year."""


@dataclass(frozen=True, slots=True)
class FoundRelative:
    """A relative and the case he belongs to."""

    relative: UUID
    case: UUID
    number: str
    name: str
    relation: Relation
    patronymic: str


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document and the case it lies in."""

    document: UUID
    case: UUID
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Found:
    """What one question brought, each kind in the order it is shown."""

    cases: tuple[CaseRow, ...] = ()
    relatives: tuple[FoundRelative, ...] = ()
    documents: tuple[FoundDocument, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Looks only where its user may look."""

    database: Database
    cases: Cases
    access: Access

    def find(self, typed: str) -> Found:
        """Cases by name, number, phone or unit; relatives by name or phone; documents by a part of their title."""
        typed = legible(typed[:LONGEST])
        cases = self.cases.page(CaseFilter(text=typed), None, NEAR).rows
        with self.database.read() as session:
            return Found(
                cases[:CASES],
                _relatives(session, {row.uid: row.number for row in cases}, terms_of(typed)),
                _documents(session, typed.strip(), self.access.cases()),
            )

    def numbered(self, digits: str) -> Found:
        """Cases whose number ends with these digits, zeros before them left out; else those that hold them."""
        seen = self.access.cases()
        with self.database.read() as session:
            exact = CaseFile.number.endswith(f"-{digits.zfill(SEQUENCE)}", autoescape=True)
            holding = CaseFile.number.contains(digits, autoescape=True)
            uids = _numbered(session, exact, seen) or _numbered(session, holding, seen)
        return Found(self.cases.rows(Chosen(frozenset(uids)), CASES))


Conditions = Sequence[ColumnElement[bool]]


def _numbered(session: Session, like: ColumnElement[bool], seen: Conditions) -> list[UUID]:
    live = CaseFile.deleted_at.is_(None)
    return list(session.scalars(select(CaseFile.uid).where(like, live, *seen).order_by(CaseFile.number).limit(CASES)))


def _relatives(session: Session, numbers: dict[UUID, str], terms: Collection[str]) -> tuple[FoundRelative, ...]:
    """Those relatives in the cases who answer to every term themselves, the main contacts first."""
    if not numbers:
        return ()
    people = session.execute(
        select(
            Relative.uid, Relative.case_uid, Relative.relation, Person.uid, Person.surname, Person.given,
            Person.patronymic,
        )
        .join(Person, Person.uid == Relative.person_uid)
        .where(Relative.case_uid.in_(numbers), Relative.deleted_at.is_(None))
        .order_by(Relative.primary.desc(), Relative.position)
    ).all()
    phones: dict[UUID, list[str]] = {}
    owners = [person for _, _, _, person, *_ in people]
    for person, number in session.execute(select(Phone.person_uid, Phone.number).where(Phone.person_uid.in_(owners))):
        phones.setdefault(person, []).append(number)
    called = _other_names(session, owners)
    found = []
    for relative, case, relation, person, surname, given, patronymic in people:
        names = [(surname, given, patronymic), *called.get(person, ())]
        words = words_of(names, phones=phones.get(person, ())).split()
        if all(any(word.startswith(term) for word in words) for term in terms):
            name = " ".join(filter(None, (surname, given, patronymic)))
            found.append(FoundRelative(relative, case, numbers[case], name, Relation(relation), patronymic))
    return tuple(found[:RELATIVES])


def _other_names(session: Session, people: Collection[UUID]) -> dict[UUID, list[tuple[str, str, str]]]:
    """Earlier names, spellings met in lists, Latin ones."""
    found: dict[UUID, list[tuple[str, str, str]]] = {}
    standing = select(PersonName).where(PersonName.person_uid.in_(people), PersonName.deleted_at.is_(None))
    for row in session.scalars(standing):
        names = found.setdefault(row.person_uid, [])
        names += [(row.surname, row.given, row.patronymic), (row.surname_latin, row.given_latin, "")]
    return found


def _documents(session: Session, typed: str, seen: Conditions) -> tuple[FoundDocument, ...]:
    """SQLite folds no Cyrillic letter, so the usual ways to write the words are asked for one by one."""
    if len(typed) < SHORTEST_TITLE:
        return ()
    spellings = {typed, typed.lower(), typed.upper(), typed.capitalize()}
    rows = session.execute(
        select(Document.uid, Document.case_uid, CaseFile.number, Document.title)
        .join(CaseFile, CaseFile.uid == Document.case_uid)
        .where(
            or_(*(Document.title.contains(spelling, autoescape=True) for spelling in spellings)),
            Document.deleted_at.is_(None), CaseFile.deleted_at.is_(None), *seen,
        )
        .order_by(Document.uid.desc())
        .limit(DOCUMENTS)
    )  # fmt: skip
    return tuple(FoundDocument(*row) for row in rows)

"""Cases as the window and the terminal see them: pages of the list, and the head of one case."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, literal, literal_column, select, text, tuple_
from sqlalchemy.orm import Session

from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.names.index import terms_of
from app.paging import Page
from db import search
from db.models.base import Uid
from db.models.case_file import CaseFile
from db.models.person import Person, Service
from db.models.step import Step

_FEW = 2000
_MATCHES = "case_file.entry IN (SELECT rowid FROM case_search WHERE case_search MATCH :fts)"
_AMONG_MATCHES = cast("ColumnElement[bool]", text(_MATCHES))
_MET_AMONG_MATCHES = cast("ColumnElement[bool]", text(f"+{_MATCHES}"))
"""The plus keeps SQLite from looking every match up by its entry."""

Cursor = tuple[str, UUID]
Conditions = Sequence[ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the list. `next_step` is a catalogue id, or a title written by hand."""

    uid: UUID
    number: str
    surname: str
    given: str
    patronymic: str
    born: PartialDate | None
    unit: str
    fate: Fate
    next_step: str
    next_due: date | None
    updated: datetime
    worker: str
    name_key: str

    @property
    def name(self) -> str:
        """Surname, given name and patronymic."""
        return " ".join(filter(None, (self.surname, self.given, self.patronymic)))

    @property
    def cursor(self) -> Cursor:
        """Where the page after this row begins."""
        return (self.name_key, self.uid)


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """What the list shows: `text` as typed, fates, cases with a step due before a day, silent families."""

    text: str = ""
    fates: frozenset[Fate] = frozenset()
    due_before: date | None = None
    silent_before: date | None = None
    worker: str = ""


def page(session: Session, wanted: CaseFilter, after: Cursor | None, size: int, seen: Conditions = ()) -> Page[CaseRow]:
    """`size` rows in Ukrainian order after the row at `after`; `seen`: what the user may see."""
    conditions, parameters = _conditions(session, wanted)
    conditions += seen
    if after is not None:
        conditions.append(tuple_(CaseFile.name_key, CaseFile.uid) > tuple_(after[0], literal(after[1], Uid())))
    order = (CaseFile.name_key, CaseFile.uid)
    first = select(CaseFile.uid).where(*conditions).order_by(*order).limit(size + 1).subquery()
    statement = _rows().join(first, first.c.uid == CaseFile.uid).order_by(*order)
    found = session.execute(statement, parameters).all()
    rows = tuple(_row(one) for one in found[:size])
    return Page(rows, more=len(found) > size)


def count(session: Session, wanted: CaseFilter, seen: Conditions = ()) -> int:
    """How many cases the filter leaves."""
    conditions, parameters = _conditions(session, wanted)
    conditions += seen
    return session.scalar(select(func.count()).select_from(CaseFile).where(*conditions), parameters) or 0


def recent(session: Session, size: int, seen: Conditions = ()) -> tuple[CaseRow, ...]:
    """The cases changed last."""
    live = CaseFile.deleted_at.is_(None)
    newest = select(CaseFile.uid).where(live, *seen).order_by(CaseFile.updated.desc()).limit(size)
    found = session.execute(_rows().where(CaseFile.uid.in_(newest)).order_by(CaseFile.updated.desc())).all()
    return tuple(_row(one) for one in found)


def by_number(session: Session, number: str) -> UUID | None:
    """The case with this number, None if there is none."""
    return session.scalar(select(CaseFile.uid).where(CaseFile.number == number, CaseFile.deleted_at.is_(None)))


def uids(session: Session) -> Iterator[UUID]:
    """Every live case, in the order they were opened."""
    live = select(CaseFile.uid).where(CaseFile.deleted_at.is_(None)).order_by(CaseFile.entry)
    yield from session.scalars(live)


def _rows() -> Select[*tuple[Any, ...]]:
    return (
        select(
            CaseFile.uid, CaseFile.number, Person.surname, Person.given, Person.patronymic, Person.born,
            func.coalesce(Service.unit_code, ""), CaseFile.fate, Step.step_id, Step.title, CaseFile.next_due,
            CaseFile.updated, CaseFile.worker, CaseFile.name_key,
        )
        .join(Person, Person.uid == CaseFile.person_uid)
        .outerjoin(Service, and_(Service.person_uid == Person.uid, Service.role == "at_event"))
        .outerjoin(Step, Step.uid == CaseFile.next_step)
    )


def _row(found: Any) -> CaseRow:
    uid, number, surname, given, patronymic, born, unit, fate, step, title, due, updated, worker, key = found
    return CaseRow(
        uid, number, surname, given, patronymic, born, unit, Fate(fate), title or step or "", due, updated,
        worker, key,
    )


def _conditions(session: Session, wanted: CaseFilter) -> tuple[list[ColumnElement[bool]], dict[str, Any]]:
    conditions: list[ColumnElement[bool]] = [CaseFile.deleted_at.is_(None)]
    parameters: dict[str, Any] = {}
    if wanted.fates:
        conditions.append(CaseFile.fate.in_([fate.value for fate in wanted.fates]))
    if wanted.due_before:
        conditions.append(CaseFile.next_due < wanted.due_before)
    if wanted.silent_before:
        conditions.append(func.coalesce(CaseFile.last_contact, CaseFile.opened) < wanted.silent_before)
    if wanted.worker:
        conditions.append(CaseFile.worker == wanted.worker)
    if wanted.text.strip():
        _search(session, wanted.text, conditions, parameters)
    return conditions, parameters


def _search(
    session: Session, typed: str, conditions: list[ColumnElement[bool]], parameters: dict[str, Any]
) -> None:
    """Few matches are looked up and sorted; many are met walking the list in its order."""
    fts = search.query(terms_of(typed))
    if fts is None:
        conditions.append(literal_column("0") == literal_column("1"))
        return
    conditions.append(_AMONG_MATCHES if search.few(session, fts, _FEW) else _MET_AMONG_MATCHES)
    parameters["fts"] = fts

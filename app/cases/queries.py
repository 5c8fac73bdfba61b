"""Cases as the window and the terminal see them: pages of the list, and the head of one case."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session

from app.cases.case_filter import CaseFilter as CaseFilter
from app.cases.case_row import CaseRow as CaseRow
from app.cases.conditions import Asking, conditions
from app.cases.sorting import Sorting, stretches
from app.domain.fate import Fate
from app.paging import Page
from db.models.case_file import CaseFile
from db.models.person import Person, Service
from db.models.step import Step

Seen = Sequence[ColumnElement[bool]]
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Chosen:
    """Cases picked in the list: these, or everything that a filter leaves but a few."""

    cases: frozenset[UUID] = frozenset()
    everything: CaseFilter | None = None
    but: frozenset[UUID] = frozenset()


def page(
    session: Session, wanted: CaseFilter, asking: Asking, sorting: Sorting, after: CaseRow | None, size: int,
    seen: Seen = (),
) -> Page[CaseRow]:  # fmt: skip
    """`size` rows in the order asked for, behind the row `after`; `seen`: what the user may see.

    The list is walked stretch by stretch along the index that holds its order, so a page costs what it shows.
    """
    met = conditions(session, wanted, asking)
    uids: list[UUID] = []
    for stretch in stretches(session, sorting):
        if after is not None and not stretch.holds(after):
            continue
        part = stretch.of(select(CaseFile.uid).where(*met.where, *seen), after)
        uids += session.scalars(part.limit(size + 1 - len(uids)), met.parameters)
        after = None
        if len(uids) > size:
            break
    return Page(_in_order(session, uids[:size]), more=len(uids) > size)


def count(session: Session, wanted: CaseFilter, asking: Asking, seen: Seen = ()) -> int:
    """How many cases the filter leaves."""
    met = conditions(session, wanted, asking)
    return session.scalar(select(func.count()).select_from(CaseFile).where(*met.where, *seen), met.parameters) or 0


def chosen(session: Session, picked: Chosen, asking: Asking, seen: Seen = ()) -> tuple[UUID, ...]:
    """The live cases that were picked and that the user may see, in the order they were opened."""
    if picked.everything is None:
        live = select(CaseFile.entry, CaseFile.uid).where(CaseFile.deleted_at.is_(None), *seen)
        found = [
            (entry, uid)
            for some in _in_hundreds(sorted(picked.cases))
            for entry, uid in session.execute(live.where(CaseFile.uid.in_(some)))
        ]
        return tuple(uid for _, uid in sorted(found))
    met = conditions(session, picked.everything, asking)
    every = select(CaseFile.uid).where(*met.where, *seen).order_by(CaseFile.entry)
    return tuple(uid for uid in session.scalars(every, met.parameters) if uid not in picked.but)


def rows_of(session: Session, uids: Sequence[UUID]) -> Iterator[CaseRow]:
    """The rows of these cases, in the order given."""
    for some in _in_hundreds(uids):
        yield from _in_order(session, some)


def recent(session: Session, size: int, seen: Seen = ()) -> tuple[CaseRow, ...]:
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
            CaseFile.updated, CaseFile.last_contact, CaseFile.opened, CaseFile.worker, CaseFile.name_key,
            CaseFile.unit_key, CaseFile.closed_on,
        )
        .join(Person, Person.uid == CaseFile.person_uid)
        .outerjoin(
            Service,
            and_(Service.person_uid == Person.uid, Service.role == "at_event", Service.deleted_at.is_(None)),
        )
        .outerjoin(Step, Step.uid == CaseFile.next_step)
    )


def _row(found: Any) -> CaseRow:
    uid, number, surname, given, patronymic, born, unit, fate, step, title, *rest = found
    return CaseRow(uid, number, surname, given, patronymic, born, unit, Fate(fate), title or step or "", *rest)


def _in_order(session: Session, uids: Sequence[UUID]) -> tuple[CaseRow, ...]:
    found = {row.uid: row for row in map(_row, session.execute(_rows().where(CaseFile.uid.in_(uids))))}
    return tuple(found[uid] for uid in uids if uid in found)


def _in_hundreds(uids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    for start in range(0, len(uids), _AT_ONCE):
        yield uids[start : start + _AT_ONCE]

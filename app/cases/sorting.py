"""By what the list of cases is sorted, and the stretches it is walked in, each along an index."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.cases.case_row import CaseRow
from app.domain.fate import Fate
from app.domain.name import sort_key
from db.models.case_file import CaseFile

Column = InstrumentedAttribute[Any]
_NAMES: tuple[Column, ...] = (CaseFile.name_key, CaseFile.uid)


class Order(StrEnum):
    """What the list may be sorted by."""

    NAME = "name"
    NUMBER = "number"
    STATUS = "status"
    DUE = "due"
    CONTACT = "contact"
    UPDATED = "updated"
    WORKER = "worker"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Sorting:
    """By what, and whether from the end. What has no value stands last either way."""

    order: Order = Order.NAME
    falling: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the sorted list: the cases that meet `condition`, in the order of `keys`; `holds`: a row is one."""

    holds: Callable[[CaseRow], bool]
    condition: ColumnElement[bool] | None = None
    keys: tuple[Column, ...] = _NAMES
    falling: bool = False

    def of(self, statement: Select[Any], after: CaseRow | None) -> Select[Any]:
        """`statement` in this stretch and its order, behind a row that stands in it."""
        if self.condition is not None:
            statement = statement.where(self.condition)
        if after is not None:
            place = tuple_(*(literal(getattr(after, key.key), key.type) for key in self.keys))
            row = tuple_(*self.keys)
            statement = statement.where(row < place if self.falling else row > place)
        return statement.order_by(*(key.desc() if self.falling else key.asc() for key in self.keys))


def stretches(session: Session, sorting: Sorting) -> Iterator[Stretch]:
    """The stretches of the whole list in their order, each made when it is needed."""
    order, falling = sorting.order, sorting.falling
    if order in _WHOLE:
        yield Stretch(_every, keys=_WHOLE[order], falling=falling)
    elif order in _DAYS:
        yield from _dated(_DAYS[order], falling=falling)
    elif order is Order.STATUS:
        for fate in reversed(Fate) if falling else Fate:
            yield _equal(CaseFile.fate, fate)
    elif order is Order.WORKER:
        named = [worker for worker in workers(session) if worker]
        for worker in [*sorted(named, key=sort_key, reverse=falling), ""]:
            yield _equal(CaseFile.worker, worker)
    else:
        yield Stretch(lambda row: bool(row.unit_key), CaseFile.unit_key > "", (CaseFile.unit_key, *_NAMES), falling)
        yield _equal(CaseFile.unit_key, "")


def workers(session: Session) -> tuple[str, ...]:
    """Everybody who is responsible for a case, each once: the index is leapt through, not read."""
    found: list[str] = []
    while (following := session.scalar(_next_worker(found))) is not None:
        found.append(following)
    return tuple(found)


def _next_worker(found: list[str]) -> Select[Any]:
    first = select(func.min(CaseFile.worker))
    return first.where(CaseFile.worker > found[-1]) if found else first


def _every(_row: CaseRow) -> bool:
    return True


def _dated(day: Column, *, falling: bool) -> Iterator[Stretch]:
    yield Stretch(lambda row: getattr(row, day.key) is not None, day.is_not(None), (day, CaseFile.uid), falling)
    yield Stretch(lambda row: getattr(row, day.key) is None, day.is_(None), (CaseFile.uid,))


def _equal(column: Column, value: str) -> Stretch:
    """The cases of one value, by name in either direction."""
    return Stretch(lambda row: getattr(row, column.key) == value, column == value)


_WHOLE: Mapping[Order, tuple[Column, ...]] = {
    Order.NAME: _NAMES,
    Order.NUMBER: (CaseFile.number,),
    Order.UPDATED: (CaseFile.updated, CaseFile.uid),
}
_DAYS: Mapping[Order, Column] = {Order.DUE: CaseFile.next_due, Order.CONTACT: CaseFile.last_contact}

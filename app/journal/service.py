"""Read the history page by page, the newest first, and say whether its chain is whole."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.clock import KYIV
from app.domain.hlc import milliseconds, stamp
from app.domain.role import Right
from app.journal.act import Act
from app.journal.numbers import case_numbers
from app.journal.tables import subject_of, tables_of
from app.paging import Page
from app.progress import Progress
from app.subject import Subject
from app.vault.audit import Audit, audit
from db.journal import DELETED
from db.models.change import Change
from db.session import Database

READ_AT_ONCE = 240
"""Entries of the chain to a page; entries of one act fold into one row."""


@dataclass(frozen=True, slots=True)
class JournalFilter:
    """What to show; `first` and `last` are days in Kyiv, both included; None and empty mean everything."""

    user: str = ""
    subject: Subject | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One act: `n` is its newest entry, `since` its oldest, `count` how many. `event` names what is no change."""

    n: int
    since: int
    count: int
    at: datetime
    user: str
    subject: Subject
    act: Act
    event: str
    case: str


class _Entry(NamedTuple):
    """One entry of the chain, without what was written."""

    n: int
    time: int
    actor: str
    table: str
    row: UUID
    column: str | None
    old: str | None


@dataclass(frozen=True, slots=True)
class Journal:
    """The history of one open vault; whoever reads it needs the right."""

    database: Database
    access: Access

    def page(
        self, wanted: JournalFilter, after: JournalRow | None = None, limit: int = READ_AT_ONCE
    ) -> Page[JournalRow]:
        """The next acts before `after`, the newest first; `limit` counts entries. Raises `NotAllowed`."""
        self.access.require(Right.AUDIT)
        asked = _asked(wanted).order_by(Change.n.desc()).limit(limit)
        if after is not None:
            asked = asked.where(Change.n < after.since)
        with self.database.read() as session:
            found = [_Entry(*row) for row in session.execute(asked)]
            rows = _rows(session, found)
        return Page(_folded(rows), more=len(found) == limit)

    def users(self) -> tuple[str, ...]:
        """Everybody who ever wrote anything, by name; raises `NotAllowed`."""
        self.access.require(Right.AUDIT)
        with self.database.read() as session:
            return tuple(sorted(session.scalars(select(Change.actor).distinct())))

    def state(self, *, deep: bool = False, progress: Progress | None = None) -> Audit:
        """Whether every entry follows from the one before; `deep`: and every row is as the history says.

        Raises `NotAllowed`, `Cancelled`.
        """
        self.access.require(Right.AUDIT)
        return audit(self.database, deep=deep, progress=progress)


def _asked(wanted: JournalFilter) -> Select[int, int, str, str, UUID, str | None, str | None]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.user:
        conditions.append(Change.actor == wanted.user)
    if wanted.subject is not None:
        conditions.append(Change.table.in_(tables_of(wanted.subject)))
    if wanted.first is not None:
        conditions.append(Change.time >= _midnight(wanted.first))
    if wanted.last is not None:
        conditions.append(Change.time < _midnight(wanted.last + timedelta(days=1)))
    known = select(Change.n, Change.time, Change.actor, Change.table, Change.row, Change.column, Change.old)
    return known.where(*conditions)


def _midnight(day: date) -> int:
    start = datetime(day.year, day.month, day.day, tzinfo=KYIV)
    return stamp(int(start.timestamp() * 1000))


def _rows(session: Session, found: Sequence[_Entry]) -> list[JournalRow]:
    numbers = case_numbers(session, ((entry.table, entry.row) for entry in found))
    rows = []
    for entry in found:
        act, event = _act(entry.column, entry.old)
        at = datetime.fromtimestamp(milliseconds(entry.time) / 1000, UTC)
        case = numbers.get(entry.row, "")
        rows.append(JournalRow(entry.n, entry.n, 1, at, entry.actor, subject_of(entry.table), act, event, case))
    return rows


def _act(column: str | None, old: str | None) -> tuple[Act, str]:
    if column is None:
        return (Act.REMOVED if old == DELETED else Act.ADDED), ""
    return (Act.EVENT, column[1:]) if column.startswith("@") else (Act.CHANGED, "")


def _folded(rows: Sequence[JournalRow]) -> tuple[JournalRow, ...]:
    """Neighbours that tell the same within a minute become one row."""
    folded: list[JournalRow] = []
    for row in rows:
        if folded and _told(folded[-1]) == _told(row):
            folded[-1] = replace(folded[-1], since=row.n, count=folded[-1].count + 1)
        else:
            folded.append(row)
    return tuple(folded)


def _told(row: JournalRow) -> tuple[object, ...]:
    return row.at.replace(second=0, microsecond=0), row.user, row.subject, row.act, row.event, row.case

"""Every write leaves its trace: one `change` row per changed field, in the same transaction.

A new row leaves one entry, its birth, with no column: its first values are the oldest `old` of each field, or,
where nothing changed since, what stands in the row itself.
"""

import json
import time
import uuid
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from threading import Lock
from typing import Any

from sqlalchemy import event, insert, inspect, select
from sqlalchemy.orm import Session

from app.domain.hlc import tick
from app.domain.partial_date import PartialDate
from db.bulk import insert_many
from db.models.base import Row, partial_text
from db.models.change import Change


class HybridClock:
    """Hybrid logical times of this file: never equal, never backwards, even when the wall clock is."""

    def __init__(self, last: int = 0) -> None:
        self._last = last
        self._lock = Lock()

    def tick(self) -> int:
        """The next time, greater than every one before."""
        with self._lock:
            self._last = tick(self._last, time.time_ns() // 1_000_000)
            return self._last


def last_time(session: Session) -> int:
    """The time of the newest change, 0 in an empty file."""
    newest = session.scalar(select(Change.time).order_by(Change.n.desc()).limit(1))
    return newest or 0


def text_of(value: object) -> str | None:
    """A column's value as JSON text; None stays None."""
    return None if value is None else json.dumps(_plain(value), ensure_ascii=False)


def _plain(value: object) -> object:
    match value:
        case uuid.UUID():
            return str(value)
        case PartialDate():
            return partial_text(value)
        case datetime() | date():
            return value.isoformat()
        case _:
            return value


def journaled(model: type[Row]) -> tuple[str, ...]:
    """The attribute names of a table that the journal keeps: all but derived ones and the version."""
    return tuple(
        attribute.key
        for attribute in inspect(model).column_attrs
        if not attribute.columns[0].info.get("derived") and attribute.key != "version"
    )


def entries(session: Session) -> Iterator[dict[str, Any]]:
    """What the session is about to write, as change rows without time and actor."""
    for row in session.new:
        if isinstance(row, Row):
            yield _entry(row, None, None, None)
    for row in session.dirty:
        if isinstance(row, Row):
            yield from _edits(row)
    for row in session.deleted:
        if isinstance(row, Row):
            yield _entry(row, None, "deleted", None)


def _edits(row: Row) -> Iterable[dict[str, Any]]:
    state = inspect(row)
    for name in journaled(type(row)):
        history = state.attrs[name].history
        if history.has_changes():
            old = history.deleted[0] if history.deleted else None
            new = history.added[0] if history.added else None
            if old != new:
                yield _entry(row, name, text_of(old), text_of(new))


def _entry(row: Row, column: str | None, old: str | None, new: str | None) -> dict[str, Any]:
    return {"table": row.__tablename__, "row": row.uid, "column": column, "old": old, "new": new}


class JournaledSession(Session):
    """A session of one actor, whose flushes write their own journal."""

    def __init__(self, *args: Any, actor: str, clock: HybridClock, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        self.clock = clock

    def add_many(self, model: type[Row], rows: list[dict[str, Any]]) -> None:
        """Insert many rows of one table at once, with their births. Say every value: defaults are not applied."""
        connection = self.connection()
        insert_many(connection, model.metadata.tables[model.__tablename__], rows)
        births = (
            {"time": self.clock.tick(), "actor": self.actor, "tbl": model.__tablename__, "uid": row["uid"]}
            for row in rows
        )
        insert_many(connection, Change.metadata.tables[Change.__tablename__], births)


@event.listens_for(JournaledSession, "after_flush")
def _write_journal(session: JournaledSession, _context: object) -> None:
    changes = [
        {**entry, "time": session.clock.tick(), "actor": session.actor} for entry in entries(session)
    ]
    if changes:
        session.execute(insert(Change), changes)

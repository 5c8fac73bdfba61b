"""Every write leaves its trace: one `change` row per changed field, chained, in the same transaction.

A new row leaves one entry, its birth, with no column: its first values are the oldest `old` of each field, or, where
nothing changed since, what stands in the row itself; `new` keeps their digest.
"""

import json
import time
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from threading import Lock
from typing import Any

from sqlalchemy import Connection, delete, event, inspect, select
from sqlalchemy.orm import Session

from app.domain.hlc import tick
from db import chain
from db.bulk import change_stored, insert_stored, update_stored
from db.chain import Head
from db.models.base import Editable, Row
from db.models.change import Change
from db.stored import as_text, columns, digest_of
from db.texts import make_legible

DELETED = "deleted"
READ = "read"
VAULT = "vault"

Entry = tuple[type[Row], uuid.UUID, str | None, str | None, str | None]
"""Table, row, column, old and new text."""
Changed = tuple[uuid.UUID, Sequence[Any], Sequence[Any]]
"""A row, its old and its new values, in the order of the columns."""


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


class JournaledSession(Session):
    """A session of one actor, whose flushes write their own journal and lengthen the chain."""

    def __init__(self, *args: Any, actor: str, clock: HybridClock, audit_key: bytes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        self.head: Head | None = None
        self._clock = clock
        self._audit_key = audit_key

    def add_many(self, model: type[Row], rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert many rows of one table at once, with their births. Say every value: defaults are not applied."""
        connection = self.connection()
        known = columns(model, connection.dialect)
        cells = [(column.key, column.stored) for column in known]
        stored = [tuple([convert(row.get(key)) for key, convert in cells]) for row in rows]
        insert_stored(connection, model, stored)
        kept = [place for place, column in enumerate(known) if column.journaled]
        self.journal(
            (model, row["uid"], None, None, digest_of([values[place] for place in kept]))
            for row, values in zip(rows, stored, strict=True)
        )

    def set_many(self, model: type[Editable], rows: Sequence[uuid.UUID], key: str, value: Any) -> None:
        """Set one column, empty so far in every one of these rows, at once; rows in the session do not notice."""
        connection = self.connection()
        column = next(one for one in columns(model, connection.dialect) if one.key == key)
        stored = column.stored(value)
        update_stored(connection, model, column.name, stored, rows)
        self.journal((model, uid, column.name, None, as_text(stored)) for uid in rows)

    def change_many(self, model: type[Editable], keys: Sequence[str], rows: Sequence[Changed]) -> None:
        """Give the columns `keys` of each row values of its own, at once; rows in the session do not notice."""
        connection = self.connection()
        known = {column.key: column for column in columns(model, connection.dialect)}
        wanted = [known[key] for key in keys]
        entries: list[Entry] = []
        stored: list[tuple[uuid.UUID, list[Any]]] = []
        for uid, old, new in rows:
            after = [column.stored(value) for column, value in zip(wanted, new, strict=True)]
            stored.append((uid, after))
            for column, was, now, kept in zip(wanted, old, new, after, strict=True):
                if was != now:
                    entries.append((model, uid, column.name, as_text(column.stored(was)), as_text(kept)))
        change_stored(connection, model, [column.name for column in wanted], stored)
        self.journal(entries)

    def remove(self, row: Row) -> None:
        """Take a row out of its table; the journal keeps its values, so that it can come back."""
        model, uid = type(row), row.uid
        self.flush()
        known = columns(model, self.connection().dialect)
        values = {column.name: as_text(column.stored(getattr(row, column.key))) for column in known if column.journaled}
        self.expunge(row)
        self.execute(delete(model).where(model.uid == uid))
        self.journal([(model, uid, None, DELETED, json.dumps(values, ensure_ascii=False))])

    def journal(self, entries: Iterable[Entry]) -> None:
        """Append entries to the journal and lengthen the chain by them."""
        self._append((model.__tablename__, *entry) for model, *entry in entries)

    def note(self, uid: uuid.UUID, event: str, told: str | None = None) -> None:
        """Append what happened to the vault `uid` as a whole: ``restored``, ``trusted``; no row belongs to it."""
        self._append([(VAULT, uid, f"@{event}", None, told)])

    def noticed(self, model: type[Row], uid: uuid.UUID, event: str) -> None:
        """Append what happened to a row and changed nothing of it: ``read``."""
        self._append([(model.__tablename__, uid, f"@{event}", None, None)])

    def _append(self, entries: Iterable[Sequence[Any]]) -> None:
        if self.head is None:
            self.head = chain.head(self)
        rows = []
        for table, uid, column, old, new in entries:
            told = (self._clock.tick(), self.actor, table, uid.bytes, column, old, new)
            self.head = chain.link(self._audit_key, self.head, told)
            rows.append((self.head.n, *told, self.head.code))
        insert_stored(self.connection(), Change, rows)


@event.listens_for(JournaledSession, "before_flush")
def _make_legible(session: JournaledSession, _context: object, _instances: object) -> None:
    for row in (*session.new, *session.dirty):
        if isinstance(row, Row):
            make_legible(row)


@event.listens_for(JournaledSession, "after_flush")
def _write_journal(session: JournaledSession, _context: object) -> None:
    session.journal(list(_entries(session)))


def _entries(session: Session) -> Iterator[Entry]:
    connection = session.connection()
    for row in session.new:
        if isinstance(row, Row):
            yield type(row), row.uid, None, None, _state(row, connection)
    for row in session.dirty:
        if isinstance(row, Row):
            yield from _edits(row, connection)
    for row in session.deleted:
        if isinstance(row, Row):
            yield type(row), row.uid, None, DELETED, None


def _state(row: Row, connection: Connection) -> str:
    known = columns(type(row), connection.dialect)
    return digest_of(column.stored(getattr(row, column.key)) for column in known if column.journaled)


def _edits(row: Row, connection: Connection) -> Iterator[Entry]:
    state = inspect(row)
    for column in columns(type(row), connection.dialect):
        if column.journaled and column.key in state.committed_state:
            history = state.attrs[column.key].history
            old = column.stored(history.deleted[0] if history.deleted else None)
            new = column.stored(history.added[0] if history.added else None)
            if old != new:
                yield type(row), row.uid, column.name, as_text(old), as_text(new)

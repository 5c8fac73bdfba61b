"""Stand-ins for lost rows of which others still speak: empty, and marked, so that nothing is orphaned."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, Date, Integer, LargeBinary, Table

from db.models.all import metadata
from db.models.base import Instant, new_uid

LOST = "?"
_CASE = "case_uid"
_SAID = {
    ("person", "surname"): LOST, ("person", "name_key"): LOST, ("case_file", "fate"): "NO_CONTACT",
    ("fate_event", "fate"): "NO_CONTACT", ("relative", "relation"): "unknown", ("document", "title"): LOST,
    ("document_file", "kind"): "original", ("step", "state"): "to_check", ("step", "title"): LOST,
    ("contact", "channel"): "other",
}  # fmt: skip


def mend(connection: Connection) -> dict[str, set[UUID]]:
    """Give every reference to a lost row a stand-in, or take the reference away where the column may be empty.

    Returns which stand-ins each table got. Runs inside the caller's transaction.
    """
    made: dict[str, set[UUID]] = {}
    while dangling := list(_dangling(connection)):
        for table, column, parent, uid in dangling:
            if column.nullable:
                sql = f'UPDATE "{table.name}" SET "{column.name}" = NULL WHERE "{column.name}" = ?'  # noqa: S608 - our own names
                connection.exec_driver_sql(sql, (uid,))
            elif _add(connection, parent, uid, _shared(connection, table, column, parent, uid)):
                made.setdefault(parent.name, set()).add(UUID(bytes=uid))
    return made


def _dangling(connection: Connection) -> Iterator[tuple[Table, Column[Any], Table, bytes]]:
    for table in metadata.sorted_tables:
        for key in table.foreign_keys:
            column, parent = key.parent, key.column.table
            sql = (
                f'SELECT DISTINCT "{column.name}" FROM "{table.name}" WHERE "{column.name}" IS NOT NULL'  # noqa: S608 - our own names
                f' AND "{column.name}" NOT IN (SELECT "{key.column.name}" FROM "{parent.name}")'
            )
            for (uid,) in connection.exec_driver_sql(sql).fetchall():
                yield table, column, parent, uid


def _shared(connection: Connection, table: Table, column: Column[Any], parent: Table, uid: bytes) -> dict[str, Any]:
    """The case that a lost row was of: that of the row which speaks of it."""
    if _CASE not in table.columns or _CASE not in parent.columns:
        return {}
    sql = f'SELECT "{_CASE}" FROM "{table.name}" WHERE "{column.name}" = ? LIMIT 1'  # noqa: S608 - our own names
    return {_CASE: connection.exec_driver_sql(sql, (uid,)).scalar()}


def _add(connection: Connection, table: Table, uid: bytes, known: dict[str, Any]) -> bool:
    empty = {column.name: _value(connection, table, column, uid) for column in table.columns if not column.nullable}
    values = {**empty, **known}
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" for _ in values)
    sql = f'INSERT OR IGNORE INTO "{table.name}" ({names}) VALUES ({marks})'  # noqa: S608 - our own names
    return connection.exec_driver_sql(sql, tuple(values.values())).rowcount > 0


def _value(connection: Connection, table: Table, column: Column[Any], uid: bytes) -> Any:
    """What stands in a column of a stand-in: its default, else nothing in its type."""
    if column.primary_key:
        return uid
    if column.foreign_keys:
        return new_uid().bytes
    if (said := _SAID.get((table.name, column.name))) is not None:
        return said
    if (table.name, column.name) == ("case_file", "entry"):
        return (connection.exec_driver_sql("SELECT max(entry) FROM case_file").scalar() or 0) + 1
    if (table.name, column.name) == ("case_file", "number"):
        return f"{LOST}-{uid.hex()[-8:]}"
    default = getattr(column.default, "arg", None)
    if default is not None and not callable(default):
        return default
    return _nothing(column)


def _nothing(column: Column[Any]) -> Any:
    match column.type:
        case Instant():
            return time.time_ns() // 1_000_000
        case Date():
            return datetime.fromtimestamp(time.time(), UTC).date().isoformat()
        case LargeBinary():
            return b""
        case Integer():
            return 1 if column.name == "version" else 0
        case _:
            return ""

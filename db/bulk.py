"""Many rows of one table at once, straight through the driver: a tenth of the time of the general way. SQLite only."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect, Table

Converter = Callable[[Any], Any] | None


@dataclass(frozen=True, slots=True)
class Insert:
    """The statement of one table, and how each column's value is turned into what the driver takes."""

    sql: str
    columns: tuple[tuple[str, Converter], ...]

    def values(self, row: Mapping[str, Any]) -> tuple[Any, ...]:
        """One row's values in the statement's order; a missing one is NULL."""
        return tuple(
            None if (value := row.get(name)) is None else convert(value) if convert else value
            for name, convert in self.columns
        )


@lru_cache
def _insert(table: Table, dialect: Dialect) -> Insert:
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    marks = ", ".join("?" * len(table.columns))
    return Insert(
        f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})',  # noqa: S608 - names of our own tables
        tuple(
            (column.key, column.type.dialect_impl(dialect).bind_processor(dialect)) for column in table.columns
        ),
    )


def insert_many(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows given by column key. Column defaults are not applied: say every value."""
    insert = _insert(table, connection.dialect)
    values = [insert.values(row) for row in rows]
    if values:
        connection.exec_driver_sql(insert.sql, values)

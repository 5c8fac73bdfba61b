"""Read what can be read of records with bad pages: by ranges of row numbers, halved until the bad rows stand alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

import sqlcipher3.dbapi2 as sqlcipher

from app.domain.errors import UserError
from db.cipher import Access, connect

_STEP = 4096


class DamagedRecords:
    """A file with bad pages, opened to be read. After each failure it is opened anew: SQLCipher gives nothing more."""

    def __init__(self, path: Path, key_hex: str) -> None:
        self._path = path
        self._key_hex = key_hex
        self._connection = self._open()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._connection.close()

    def columns(self, table: str) -> list[str]:
        """The columns of a table, none if there is no such table."""
        return [row[1] for row in self._ask(f'PRAGMA table_info("{table}")') or []]

    def last(self, table: str) -> int | None:
        """The highest row number; None where neither the table nor its index can say."""
        found = self._ask(f'SELECT max(rowid) FROM "{table}" NOT INDEXED')  # noqa: S608 - names of our own tables
        if found is None:
            index = f"sqlite_autoindex_{table}_1"
            found = self._ask(f'SELECT max(rowid) FROM "{table}" INDEXED BY "{index}"')  # noqa: S608 - as above
        return None if found is None else found[0][0] or 0

    def rows(self, table: str, columns: list[str], last: int) -> Iterator[tuple[Any, ...]]:
        """Every row up to number `last` that can be read, in order."""
        told = ", ".join(f'"{column}"' for column in columns)
        sql = f'SELECT {told} FROM "{table}" NOT INDEXED WHERE rowid BETWEEN ? AND ?'  # noqa: S608 - as above
        for first in range(1, last + 1, _STEP):
            yield from self._range(sql, first, min(first + _STEP - 1, last))

    def _range(self, sql: str, first: int, last: int) -> Iterator[tuple[Any, ...]]:
        found = self._ask(sql, first, last)
        if found is not None:
            yield from found
        elif first < last:
            middle = (first + last) // 2
            yield from self._range(sql, first, middle)
            yield from self._range(sql, middle + 1, last)

    def _ask(self, sql: str, *values: int) -> list[tuple[Any, ...]] | None:
        try:
            rows: list[tuple[Any, ...]] = self._connection.execute(sql, values).fetchall()
        except sqlcipher.Error:
            self._connection.close()
            self._connection = self._open()
            return None
        return rows

    def _open(self) -> Any:
        return connect(self._path, self._key_hex, Access.READ)


def readable(path: Path, key_hex: str) -> bool:
    """Whether the file opens at all: its first page, which says what tables there are, is whole."""
    try:
        connect(path, key_hex, Access.READ).close()
    except UserError:
        return False
    return True

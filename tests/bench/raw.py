"""The baseline of everything that touches the records: sqlcipher3 itself, with the same pragmas and statements."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import event

from app.vault.vault import OpenVault

Statement = tuple[str, Any, bool]
"""Text, parameters as the driver takes them, whether they are many."""

_PRAGMAS = (
    "temp_store=MEMORY", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF",
    "cell_size_check=ON", "secure_delete=ON", "mmap_size=0", "busy_timeout=5000",
)  # fmt: skip


def connect(vault: OpenVault) -> Any:
    """A connection to the records of `vault`, nothing checked."""
    connection = sqlcipher.connect(str(vault.database.path), isolation_level=None)
    connection.execute(f"PRAGMA key=\"x'{vault.keys.database_key_hex()}'\"")
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    return connection


@contextmanager
def recorded(vault: OpenVault) -> Iterator[list[Statement]]:
    """Every statement that the services run on the records inside the block, in order."""
    found: list[Statement] = []

    def note(_connection: Any, _cursor: Any, sql: str, parameters: Any, _context: Any, many: bool) -> None:
        found.append((sql, parameters, many))

    event.listen(vault.database.engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(vault.database.engine, "before_cursor_execute", note)


def reads(statements: Sequence[Statement]) -> list[Statement]:
    """Those that only read."""
    return [one for one in statements if one[0].lstrip().upper().startswith(("SELECT", "WITH"))]


def writes(statements: Sequence[Statement]) -> list[Statement]:
    """Those that change something."""
    return [one for one in statements if one[0].lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE"))]


def replay(connection: Any, statements: Sequence[Statement]) -> int:
    """Run the statements and fetch every row; returns how many rows came."""
    rows = 0
    for sql, parameters, many in statements:
        if many:
            connection.executemany(sql, parameters)
        else:
            rows += len(connection.execute(sql, parameters).fetchall())
    return rows

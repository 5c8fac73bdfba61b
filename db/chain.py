"""The chain over the change table: each entry's code covers the entry and the code before it (HMAC-SHA256).

Who lacks the vault's key cannot edit, drop, renumber, swap or repeat an entry unnoticed; that the end was not cut
off is known only from an anchor outside (`app.vault.anchor`). Tamper-evident, nothing more: every user of the vault
holds the key.
"""

import hmac
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

START = bytes(32)
_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry: its number (0: none yet) and its code."""

    n: int
    code: bytes


@dataclass(frozen=True, slots=True)
class Break:
    """The first entry that does not match; `n` is its number."""

    n: int


def link(key: bytes, previous: Head, entry: Sequence[Any]) -> Head:
    """The head after `entry`: (time, actor, table, uid in bytes, column, old, new), as they are stored."""
    body = sha256(repr(tuple(entry)).encode("utf-8", "surrogatepass")).digest()
    n = previous.n + 1
    return Head(n, hmac.digest(key, previous.code + n.to_bytes(_LENGTH) + body, "sha256"))


def head(session: Session) -> Head:
    """The last entry as it stands in the file."""
    row = session.connection().exec_driver_sql("SELECT n, code FROM change ORDER BY n DESC LIMIT 1").first()
    return Head(row[0], row[1]) if row else Head(0, START)


def code_at(session: Session, n: int) -> bytes | None:
    """The code of entry `n`; None if there is none."""
    if n == 0:
        return START
    found: bytes | None = session.execute(text("SELECT code FROM change WHERE n = :n"), {"n": n}).scalar()
    return found


def verify(session: Session, key: bytes) -> Head | Break:
    """Walk the whole chain: its head if every entry matches, else the first that does not."""
    last = Head(0, START)
    for n, code, *entry in _entries(session):
        expected = link(key, last, entry)
        if n != expected.n or not hmac.compare_digest(code or b"", expected.code):
            return Break(n)
        last = expected
    return last


def _entries(session: Session) -> Iterator[Any]:
    sql = text("SELECT n, code, time, actor, tbl, uid, col, old, new FROM change ORDER BY n")
    yield from session.execute(sql.execution_options(yield_per=5000))

"""The chain over the change table: each entry's code covers the entry and the code before it (HMAC-SHA256).

Who lacks the vault's key cannot edit, drop, renumber, swap or repeat an entry unnoticed; that the end was not cut
off is known only from an anchor outside (`app.vault.anchor`). Tamper-evident, nothing more: every user of the vault
holds the key.

What an entry told may be erased later: its code stays, and a later entry, itself chained, holds the digest of what is
left. An entry that does not match is taken as whole only if such a voucher speaks for exactly what stands there now.
"""

import hmac
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

START = bytes(32)
_LENGTH = 8
_DIGITS = 32
_COLUMN, _NEW = 4, 6

ERASED = '{"erased":1}'
"""Stands in the place of a value that the history told; no value is spelled so."""
VOUCHER = "@erased"
"""The column of an entry that speaks for erased ones: JSON, from their numbers to the digests of what is left."""


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
    return walk(key, _entries(session))


def walk(key: bytes, entries: Iterable[Sequence[Any]]) -> Head | Break:
    """As `verify`, over entries in order: (n, code, and what `link` takes)."""
    last = Head(0, START)
    erased: dict[int, str] = {}
    for n, code, *entry in entries:
        expected = link(key, last, entry)
        if n != expected.n:
            return Break(n)
        if not hmac.compare_digest(code or b"", expected.code):
            if ERASED not in entry or not code:
                return Break(n)
            erased[n] = left_of(entry)
        elif entry[_COLUMN] == VOUCHER:
            spoken = json.loads(entry[_NEW])
            erased = {one: left for one, left in erased.items() if spoken.get(str(one)) != left}
        last = Head(n, code)
    return Break(min(erased)) if erased else last


def left_of(entry: Sequence[Any]) -> str:
    """The digest of what stands in an entry: what `link` takes."""
    return sha256(repr(tuple(entry)).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _entries(session: Session) -> Iterator[Any]:
    sql = text("SELECT n, code, time, actor, tbl, uid, col, old, new FROM change ORDER BY n")
    yield from session.execute(sql.execution_options(yield_per=5000))

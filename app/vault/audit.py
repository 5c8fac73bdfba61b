"""Is the history whole? The chain, the anchor and, deep, every row against what the history says of it.

Tamper-evident, not tamper-proof: who knows a passphrase of this vault can forge all of it; the heads that leave in
packages, receipts and papers are what he cannot reach.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

import db.models.all  # noqa: F401 - every table must be known
from app.progress import Progress
from app.vault.lines import untrue
from db.chain import ERASED, Break, Head
from db.journal import DELETED
from db.models.base import Base, Row
from db.models.case_file import CaseFile
from db.session import Database
from db.stored import StoredColumn, as_text, columns, digest


@dataclass(frozen=True, slots=True)
class Finding:
    """One row that does not match its history. `problem`: changed, unknown (no birth), or missing."""

    table: str
    row: UUID
    column: str
    problem: str


@dataclass(frozen=True, slots=True)
class Audit:
    """What was found. `broken_at`: the first entry of the chain that does not match, None if all do."""

    entries: int
    head: bytes
    broken_at: int | None
    findings: tuple[Finding, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing was found."""
        return self.broken_at is None and not self.findings


def audit(database: Database, *, deep: bool = False, progress: Progress | None = None, most: int = 50) -> Audit:
    """Walk the chain; `deep`: also compare every row with its history, stopping after `most` findings."""
    walked = database.verify()
    findings: tuple[Finding, ...] = ()
    if deep:
        with database.read() as session:
            found = _compare(session, progress or Progress())
            findings = tuple(finding for finding, _n in zip(found, range(most), strict=False))
    match walked:
        case Head(n, code):
            return Audit(n, code, None, findings)
        case Break(n):
            return Audit(n - 1, b"", n, findings)


@dataclass(slots=True)
class _History:
    """What the journal says of one row: the digest at birth, and per column the first old and the last new text."""

    born: str | None = None
    gone: bool = False
    first: dict[str, str | None] | None = None
    last: dict[str, str | None] | None = None


def _compare(session: Session, progress: Progress) -> Iterator[Finding]:
    models = {model.__tablename__: model for model in _models()}
    for done, (table, model) in enumerate(sorted(models.items())):
        progress.checkpoint(done, len(models), table)
        histories = _histories(session, table)
        known = columns(model, session.connection().dialect)
        kept = [column for column in known if column.journaled]
        names = ", ".join(f'"{column.name}"' for column in kept)
        rows = session.execute(text(f'SELECT {names} FROM "{table}"'))  # noqa: S608 - names of our own tables
        for values in rows.yield_per(2000):
            yield from _judge(table, kept, values, histories)
        for row, history in histories.items():
            if not history.gone:
                yield Finding(table, UUID(bytes=row), "", "missing")
    for case, column in untrue(session):
        yield Finding(CaseFile.__tablename__, case, column, "changed")


def _judge(
    table: str, kept: list[StoredColumn], values: Any, histories: dict[bytes, _History]
) -> Iterator[Finding]:
    stored = dict(zip((column.name for column in kept), values, strict=True))
    history = histories.pop(stored["uid"], None)
    row = UUID(bytes=stored["uid"])
    if history is None or history.born is None or history.gone:
        yield Finding(table, row, "", "unknown")
        return
    for column, new in (history.last or {}).items():
        if new != ERASED and as_text(stored[column]) != new:
            yield Finding(table, row, column, "changed")
    if history.born == ERASED:
        return
    first = history.first or {}
    if digest(first.get(name, as_text(value)) for name, value in stored.items()) != history.born:
        yield Finding(table, row, "", "changed")


def _histories(session: Session, table: str) -> dict[bytes, _History]:
    found: dict[bytes, _History] = defaultdict(_History)
    sql = text("SELECT uid, col, old, new FROM change WHERE tbl = :tbl ORDER BY n")
    for uid, column, old, new in session.execute(sql, {"tbl": table}).yield_per(5000):
        history = found[uid]
        if column is None and old == DELETED:
            history.gone = True
        elif column is None:
            found[uid] = _History(born=new)
        elif not column.startswith("@"):
            history.first = history.first or {}
            history.last = history.last or {}
            history.first.setdefault(column, old)
            history.last[column] = new
    return dict(found)


def _models() -> Iterator[type[Row]]:
    for mapper in Base.registry.mappers:
        if issubclass(mapper.class_, Row):
            yield mapper.class_



"""Take out of the history what it told of rows, so that its chain still proves that nothing else was touched."""

import json
from collections.abc import Collection, Iterable, Iterator
from uuid import UUID

from sqlalchemy import text

from db.chain import ERASED, VOUCHER, left_of
from db.journal import DELETED, JournaledSession
from db.models.base import Row

_AT_ONCE = 400
_Told = tuple[int, str | None, str | None, str | None]


def erase_told(session: JournaledSession, rows: Collection[UUID], columns: Collection[str] | None = None) -> set[int]:
    """Erase what entries told of `rows`: of all columns, or of `columns` and with them the digest of the birth.

    The number of every entry touched; a unit of work ends with `vouch` for all of them.
    """
    session.flush()
    some = None if columns is None else set(columns)
    return {
        n
        for n, column, old, new in _entries(session, rows)
        if (some is None or column is None or column in some) and _erase(session, n, old, new)
    }


def told_rows(session: JournaledSession, mentioned: Collection[UUID]) -> set[UUID]:
    """Rows gone from their tables whose values the history still tells, and that name one of `mentioned`."""
    sql = text("SELECT uid, new FROM change WHERE col IS NULL AND old = :deleted AND new != :erased")
    wanted = {f'"{uid.hex}"' for uid in mentioned}
    told = session.execute(sql, {"deleted": DELETED, "erased": ERASED})
    return {UUID(bytes=uid) for uid, new in told if wanted & set(json.loads(new).values())}


def vouch(session: JournaledSession, model: type[Row], about: UUID, entries: Iterable[int]) -> None:
    """Append the voucher for erased `entries`; it stands under the row that it was all about."""
    sql = text("SELECT time, actor, tbl, uid, col, old, new FROM change WHERE n = :n")
    left = {str(n): left_of(tuple(session.execute(sql, {"n": n}).one())) for n in sorted(entries)}
    if left:
        session.journal([(model, about, VOUCHER, None, json.dumps(left))])


def _entries(session: JournaledSession, rows: Collection[UUID]) -> Iterator[_Told]:
    wanted = [uid.bytes for uid in rows]
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        marks = ", ".join("?" for _ in some)
        sql = f"SELECT n, col, old, new FROM change WHERE uid IN ({marks}) ORDER BY n"  # noqa: S608 - marks alone
        for n, column, old, new in session.connection().exec_driver_sql(sql, tuple(some)).fetchall():
            if column is None or not column.startswith("@"):
                yield n, column, old, new


def _erase(session: JournaledSession, n: int, old: str | None, new: str | None) -> bool:
    kept = (None, DELETED, ERASED)
    values = {"old": old if old in kept else ERASED, "new": new if new in kept else ERASED, "n": n}
    if (values["old"], values["new"]) == (old, new):
        return False
    session.execute(text("UPDATE change SET old = :old, new = :new WHERE n = :n"), values)
    return True

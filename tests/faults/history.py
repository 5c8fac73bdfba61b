"""The history and the rows beside it changed behind the program: entries, fields, the tail, the anchor.

What nobody without the key can do, a colleague with it can: the chain names the entry, the deep verify the row.
"""

from collections.abc import Collection, Iterator
from pathlib import Path

from sqlalchemy import text

import db.models.all  # noqa: F401 - every table must be known
from app.crypto.keyfile import Unlocked
from app.vault.audit import audit
from app.vault.vault import open_vault
from db.models.base import Base
from db.models.base import Row as Kept
from db.session import Database
from db.stored import columns
from tests.faults.row import Row, Say
from tests.faults.target import ANCHOR, LOG, RECORDS, Target, closed, files, found, interrupted
from tests.unit.conftest import PASSPHRASE

ENTRIES = 40
ON_AN_ENTRY = {
    "actor edited": "UPDATE change SET actor = 'Інша' WHERE n = {n}",
    "time edited": "UPDATE change SET time = time - 86400000 WHERE n = {n}",
    "new value edited": "UPDATE change SET new = 'x' WHERE n = {n}",
    "old value edited": "UPDATE change SET old = 'x' WHERE n = {n}",
    "moved to another row": "UPDATE change SET uid = zeroblob(16) WHERE n = {n}",
    "moved to another table": "UPDATE change SET tbl = 'person_name' WHERE n = {n}",
    "code emptied": "UPDATE change SET code = zeroblob(32) WHERE n = {n}",
    "deleted": "DELETE FROM change WHERE n = {n}",
    "renumbered": "UPDATE change SET n = n + 100000 WHERE n = {n}",
    "swapped with the next": (
        "UPDATE change SET n = CASE n WHEN {n} THEN -1 ELSE {n} END WHERE n IN ({n}, {n} + 1);"
        "UPDATE change SET n = {n} + 1 WHERE n = -1"
    ),
    "repeated": (
        "INSERT INTO change (n, time, actor, tbl, uid, col, old, new, code)"
        " SELECT 100000, time, actor, tbl, uid, col, old, new, code FROM change WHERE n = {n}"
    ),
}
"""What is done to one entry; the last one may be deleted or renumbered too: then the anchor tells."""


def long(place: Path, say: Say) -> Row:
    """Forty entries in every way, every field of every table, forty tails, the anchor."""
    target = Target.made(place)
    keys = unlocked(target)
    last = count(target, keys)
    told = list(entries(target, keys, range(2, last, max(last // ENTRIES, 1))))
    say(f"{len(told)} changed entries")
    told += rows(target, keys)
    say(f"{len(told)} changed entries and rows")
    told += [tail(target, keys, keep) for keep in range(0, last, max(last // ENTRIES, 1))]
    told += anchors(target)
    silent = [one for one in told if one.endswith(": ")]
    wrong = int(crash_before_anchor(place / "crash") != "")
    return Row("history, rows or anchor changed by hand", len(told) + 1, len(silent), wrong, "; ".join(silent[:3]))


def unlocked(target: Target) -> Unlocked:
    """The keys of the vault, so that what follows need not derive them again."""
    vault = open_vault(target.path, None, PASSPHRASE)
    keys = vault.keys
    closed(vault)
    target.restore()
    return keys


def count(target: Target, keys: Unlocked) -> int:
    """How many entries the history has."""
    target.restore()
    database = _database(target, keys)
    entries = audit(database).entries
    database.close()
    return entries


def entries(target: Target, keys: Unlocked, numbers: range) -> Iterator[str]:
    """``entry and deed: the first entry that does not match``."""
    for n in numbers:
        for deed, sql in ON_AN_ENTRY.items():
            yield f"entry {n} {deed}: {_after(target, keys, sql.format(n=n), deep=False)}"


def rows(target: Target, keys: Unlocked, only: Collection[str] = ()) -> Iterator[str]:
    """``table.column: the row that the deep verify names``, for every journaled column of every table with rows."""
    for model in sorted(_models(), key=lambda model: model.__tablename__):
        table = model.__tablename__
        if only and table not in only:
            continue
        database = _database(target, keys)
        with database.read() as session:
            one = session.execute(text(f'SELECT uid FROM "{table}" LIMIT 1')).scalar()
            known = columns(model, session.connection().dialect)
        database.close()
        if one is None:
            continue
        where = f"WHERE uid = x'{one.hex()}'"
        for column in known:
            if column.journaled and column.key != "uid":
                sql = f'UPDATE "{table}" SET "{column.name}" = zeroblob(5) {where}'
                yield f"{table}.{column.name}: {_after(target, keys, sql)}"
        yield f"{table} deleted: {_after(target, keys, f'DELETE FROM {table!r} {where}')}".replace("'", "")


def tail(target: Target, keys: Unlocked, keep: int) -> str:
    """``tail: what the opening says`` of a history of which only the first entries are left."""
    target.restore()
    database = _database(target, keys)
    with database.outside() as connection:
        connection.exec_driver_sql("DELETE FROM change WHERE n > ?", (keep,))
    assert audit(database).whole, "a chain without its tail is a chain"
    database.close()
    return f"only {keep} entries kept: {_opening(target)}"


def anchors(target: Target) -> Iterator[str]:
    """``anchor: what the opening says`` where it is gone, empty, of another number, or of another vault."""
    whole = target.whole[ANCHOR]
    n = whole.split(b'"n": ')[1].split(b",")[0]
    forged = {"gone": None, "empty": b"", "renumbered": whole.replace(b'"n": ' + n, b'"n": 1'), "cut": whole[:-9]}
    for deed, data in forged.items():
        target.put(ANCHOR, data)
        yield f"anchor {deed}: {_opening(target)}"
    target.restore()


def crash_before_anchor(place: Path) -> str:
    """What is found where the program died between a commit and its anchor: nothing."""
    place.mkdir()
    target = interrupted(place)
    earlier = Target(target.path, target.whole)
    vault = open_vault(target.path, None, PASSPHRASE)
    old = (target.path / ANCHOR).read_bytes()
    with vault.database.write(vault.user) as session:
        session.note(vault.vault_id, "tried")
    now = files(target.path)
    closed(vault)
    assert LOG in now
    Target(target.path, {**earlier.whole, **now, ANCHOR: old}).restore()
    return found(target.path)


def _after(target: Target, keys: Unlocked, sql: str, *, deep: bool = True) -> str:
    target.restore()
    database = _database(target, keys)
    with database.outside() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql("PRAGMA ignore_check_constraints=ON")
        for statement in sql.split(";"):
            connection.exec_driver_sql(statement)
    told = audit(database, deep=deep)
    database.close()
    if told.broken_at is not None:
        return f"entry {told.broken_at}"
    return "".join(f"{one.table}.{one.column} {one.problem}" for one in told.findings[:1])


def _opening(target: Target) -> str:
    harmed = files(target.path)
    told = found(target.path, deep=False)
    assert files(target.path) == harmed
    return told


def _database(target: Target, keys: Unlocked) -> Database:
    return Database(target.path / RECORDS, keys.database_key_hex(), keys.audit_key())


def _models() -> list[type[Kept]]:
    found_models = (mapper.class_ for mapper in Base.registry.mappers)
    return [model for model in found_models if issubclass(model, Kept)]

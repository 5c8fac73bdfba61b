"""Bring what can be read of damaged records into a new vault, and say what was lost. The damaged file is left alone."""

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select, text

from app.crypto import keyfile
from app.crypto.keyfile import Unlocked
from app.domain.errors import N_, UserError
from app.people.findable import reindex
from app.progress import Progress
from app.vault import anchor
from app.vault.audit import audit
from app.vault.backup import copy_checked, pooled, worded_disk
from app.vault.files import make_folder, put_folder, sync_folder, write_atomically
from app.vault.generations import KEYS, POINTER, generation_folder
from app.vault.lines import redraw
from app.vault.manifest import RECORDS
from app.vault.proof import prove
from app.vault.stand_ins import mend
from app.vault.vault import NoVault, VaultExists, database_of, hold, named
from db import chain
from db.chain import START, Head
from db.damaged import DamagedRecords, readable
from db.journal import DELETED, JournaledSession
from db.models.all import metadata
from db.models.base import Base, Row
from db.models.case_file import CaseFile
from db.session import Database
from db.stored import as_text, columns, digest
from db.upgrade import upgrade

_JOURNAL = "change"
_BLOCK = 4096
_ALL = 10**9
_UNKNOWN_MORE = 1000


class NothingToSalvage(UserError):
    what = N_("Nothing of these records can be read: their first page is damaged.")
    todo = N_("Restore the latest copy. Keep the damaged vault: the coordinating office may need it.")


@dataclass(frozen=True, slots=True)
class Loss:
    """What became of one table. `lost`: rows that the history knows and nothing else, by their ids.

    `stand_ins`: empty rows put in the places of lost ones that others speak of; they are among `lost`. `changed`:
    rows that were kept as they stand and are not as the history says: damaged, or changed behind the program.
    """

    table: str
    kept: int
    lost: tuple[UUID, ...]
    stand_ins: int
    changed: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Salvaged:
    """The new vault, closed. `entries_lost`: how many entries of the history could not be read."""

    path: Path
    tables: tuple[Loss, ...]
    entries_lost: int
    documents_lost: int

    @property
    def rows_lost(self) -> int:
        """How many rows in all."""
        return sum(len(table.lost) for table in self.tables)

    @property
    def rows_changed(self) -> int:
        """How many rows in all are not as the history says."""
        return sum(len(table.changed) for table in self.tables)


def salvage(damaged: Path, target: Path, keys: Unlocked, progress: Progress | None = None) -> Salvaged:
    """Copy what can be read of the closed vault `damaged` into a new vault at `target`, and prove it.

    Raises `NoVault`, `VaultExists`, `VaultInUse`, `NothingToSalvage`, `CopyFailed`, `Cancelled`; then nothing is
    left at `target`.
    """
    progress = progress or Progress()
    source, path = named(damaged), named(target)
    if not (source / KEYS).is_file():
        raise NoVault(name=source.name)
    if path.exists():
        raise VaultExists(name=path.name)
    held = keyfile.parse((source / KEYS).read_bytes())
    draft = path.with_name(f".{path.name}.{os.getpid()}.partial")
    folder = generation_folder(draft, held.generation)
    with worded_disk(), hold(source):
        shutil.rmtree(draft, ignore_errors=True)
        make_folder(path.parent)
        try:
            for part in (draft, folder, draft / "documents", draft / "backups"):
                part.mkdir(mode=0o700)
            write_atomically(draft / KEYS, held.to_bytes())
            write_atomically(draft / POINTER, f"{folder.name}\n".encode())
            work = _Work(generation_folder(source, held.generation), folder, keys, held.vault_id, progress)
            tables, entries_lost = work.run()
            documents_lost = _documents(source, draft, folder, keys)
            put_folder(draft, path)
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise
    return Salvaged(path, tables, entries_lost, documents_lost)


@dataclass(frozen=True, slots=True)
class _Work:
    source: Path
    folder: Path
    keys: Unlocked
    vault_id: UUID
    progress: Progress

    def run(self) -> tuple[tuple[Loss, ...], int]:
        aside = self.folder / "aside"
        aside.mkdir(mode=0o700)
        for name in (RECORDS, f"{RECORDS}-wal"):
            _copy_readable(self.source / name, aside / name)
        if not readable(aside / RECORDS, self.keys.database_key_hex()):
            raise NothingToSalvage
        noted = anchor.read(self.source, self.keys.data_key)
        database = database_of(self.folder / RECORDS, self.keys)
        try:
            upgrade(database, fresh=True)
            with database.outside() as connection:
                connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
                kept, stand_ins = self._copy(connection, aside, noted)
                entries_lost = _relink(connection, self.keys.audit_key(), noted)
                connection.exec_driver_sql("COMMIT")
                connection.exec_driver_sql("PRAGMA foreign_keys=ON")
            losses = self._settle(database, kept, stand_ins, entries_lost)
        finally:
            database.close()
        shutil.rmtree(aside)
        (self.folder / RECORDS).chmod(0o600)
        prove(self.folder / RECORDS, self.keys)
        sync_folder(self.folder)
        return losses, entries_lost

    def _copy(
        self, connection: Connection, aside: Path, noted: Head | None
    ) -> tuple[dict[str, int], dict[str, set[UUID]]]:
        """Copy table after table, the history first: it knows how many rows the others should have."""
        kept: dict[str, int] = {}
        tables = sorted((table.name for table in metadata.sorted_tables), key=lambda name: name != _JOURNAL)
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        with DamagedRecords(aside / RECORDS, self.keys.database_key_hex()) as damaged:
            for done, table in enumerate(tables):
                self.progress.checkpoint(done, len(tables), table)
                there = damaged.columns(table)
                names = [column.name for column in metadata.tables[table].columns if column.name in there]
                last = damaged.last(table)
                if last is None:
                    last = noted.n if noted and table == _JOURNAL else _known(connection, table)
                kept[table] = _insert(connection, table, names, list(damaged.rows(table, names, last)))
            stand_ins = mend(connection)
            redraw(connection)
        return kept, stand_ins

    def _settle(
        self, database: Database, kept: Mapping[str, int], stand_ins: Mapping[str, set[UUID]], entries_lost: int
    ) -> tuple[Loss, ...]:
        """Let the history tell what was lost and how the rest stands now; make the cases findable again."""
        findings = audit(database, deep=True, most=_ALL).findings
        lost = {table: set(uids) for table, uids in stand_ins.items()}
        changed: dict[str, set[UUID]] = {}
        with database.write(self.keys.user) as session:
            for table, row in dict.fromkeys((finding.table, finding.row) for finding in findings):
                model = _models()[table]
                born = _born(session, model, row)
                session.journal([(model, row, None, DELETED, None)])
                if born is None:
                    lost.setdefault(table, set()).add(row)
                else:
                    session.journal([(model, row, None, None, born)])
                    if row not in stand_ins.get(table, ()):
                        changed.setdefault(table, set()).add(row)
            for case in session.scalars(select(CaseFile)):
                reindex(session, case)
            told = {"lost": _counted(lost), "changed": _counted(changed), "entries": entries_lost}
            session.note(self.vault_id, "salvaged", json.dumps(told))
        return tuple(
            Loss(
                table, count, tuple(sorted(lost.get(table, ()))), len(stand_ins.get(table, ())),
                tuple(sorted(changed.get(table, ()))),
            )
            for table, count in kept.items()
            if table != _JOURNAL
        )


def _counted(rows: Mapping[str, set[UUID]]) -> dict[str, int]:
    return {table: len(uids) for table, uids in rows.items()}


def _copy_readable(source: Path, target: Path) -> None:
    """Copy block by block; a block that the disk no longer gives becomes zeros."""
    if not source.is_file():
        return
    with source.open("rb", buffering=0) as old, target.open("wb") as new:
        size = os.fstat(old.fileno()).st_size
        for at in range(0, size, _BLOCK):
            wanted = min(_BLOCK, size - at)
            try:
                old.seek(at)
                data = old.read(wanted)
            except OSError:
                data = b""
            new.write(data.ljust(wanted, b"\0"))


def _insert(connection: Connection, table: str, names: list[str], rows: list[tuple[Any, ...]]) -> int:
    if not rows:
        return 0
    told = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" for _ in names)
    sql = f'INSERT OR IGNORE INTO "{table}" ({told}) VALUES ({marks})'  # noqa: S608 - names of our own tables
    connection.exec_driver_sql(sql, rows)
    return int(connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar() or 0)  # noqa: S608 - as above


def _known(connection: Connection, table: str) -> int:
    """How many rows the history saw coming into the table, and some more."""
    sql = "SELECT count(*) FROM change WHERE tbl = ? AND col IS NULL AND old IS NULL"
    return int(connection.exec_driver_sql(sql, (table,)).scalar() or 0) + _UNKNOWN_MORE


def _relink(connection: Connection, key: bytes, noted: Head | None) -> int:
    """Number and chain the history anew if entries of it are gone; how many are."""
    rows = connection.exec_driver_sql(
        "SELECT n, code, time, actor, tbl, uid, col, old, new FROM change ORDER BY n"
    ).fetchall()
    last = max(noted.n if noted else 0, rows[-1][0] if rows else 0)
    if isinstance(chain.walk(key, rows), Head):
        return last - len(rows)
    head, relinked = Head(0, START), []
    for _n, _code, *entry in rows:
        head = chain.link(key, head, entry)
        relinked.append((head.n, *entry, head.code))
    connection.exec_driver_sql("DELETE FROM change")
    connection.exec_driver_sql(
        "INSERT INTO change (n, time, actor, tbl, uid, col, old, new, code) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        relinked,
    )
    return last - len(rows)


def _born(session: JournaledSession, model: type[Row], row: UUID) -> str | None:
    """The digest of a row as it stands in the file; None if it is not there."""
    known = [column for column in columns(model, session.connection().dialect) if column.journaled]
    names = ", ".join(f'"{column.name}"' for column in known)
    sql = text(f'SELECT {names} FROM "{model.__tablename__}" WHERE uid = :uid')  # noqa: S608 - our own names
    found = session.execute(sql, {"uid": row.bytes}).first()
    return None if found is None else digest(as_text(value) for value in found)


def _models() -> dict[str, type[Row]]:
    found = (mapper.class_ for mapper in Base.registry.mappers)
    return {model.__tablename__: model for model in found if issubclass(model, Row)}


def _documents(source: Path, draft: Path, folder: Path, keys: Unlocked) -> int:
    """Copy the sealed files that the salvaged records know; how many are gone."""
    gone = 0
    for file_id in prove(folder / RECORDS, keys).documents:
        here, there = pooled(source / "documents", file_id), pooled(draft / "documents", file_id)
        if here.is_file():
            make_folder(there.parent)
            copy_checked(here, there)
        else:
            gone += 1
    return gone

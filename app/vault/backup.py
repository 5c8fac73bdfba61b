"""A set: one copy of the vault, complete by itself, made whole or not at all, proven before it gets its name.

Beside the sets of one folder lies the pool of their documents: sealed files never change, so each is copied once.
"""

import errno
import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Protocol
from uuid import UUID

from app.crypto import keyfile
from app.crypto.canonical import NotCanonical
from app.crypto.keyfile import Unlocked, VaultKeys
from app.domain.errors import N_, UserError
from app.domain.thinning import Copy, kept
from app.progress import Progress
from app.vault import anchor, manifest
from app.vault.files import make_folder, put_folder, replacing, sync_folder
from app.vault.manifest import ANCHOR, KEYS, RECORDS, Manifest, Print, Prints, Reason
from app.vault.proof import Standing, prove
from db.refusals import DiskFailing, DiskFull, VaultDamaged
from db.session import Database

POOL = "documents"
_NAME = re.compile(r"\d{8}T\d{6}Z-g\d{4}")
_BLOCK = 1024 * 1024
_ROOM = 2
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class NoRoomForCopy(UserError):
    what = N_("There is no room for a copy of the vault: {needed} MB are needed, {free} MB are free.")
    todo = N_("Free some space or choose another disk. The earlier copies and the vault are untouched.")


class CopyFailed(UserError):
    what = N_("The copy could not be made, and nothing of it was left.")
    todo = N_("Check the disk or the USB stick and try again. The earlier copies and the vault are untouched.")


class CopyDiffers(UserError):
    what = N_("What was read back from the disk is not what was written: the disk or the USB stick is failing.")
    todo = N_("Use another one. The vault is untouched.")


class Source(Protocol):
    """What is copied: an open vault."""

    @property
    def path(self) -> Path: ...
    @property
    def vault_id(self) -> UUID: ...
    @property
    def generation(self) -> int: ...
    @property
    def keys(self) -> Unlocked: ...
    @property
    def database(self) -> Database: ...


class State(StrEnum):
    """What a look at a set's folder shows. Only `app.vault.verify` proves it."""

    WHOLE = "whole"
    INCOMPLETE = "incomplete"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class BackupSet:
    """One set, as its folder shows it; `manifest` is None where it cannot be read."""

    path: Path
    manifest: Manifest | None
    state: State

    @property
    def pool(self) -> Path:
        """Where its documents lie."""
        return self.path.parent / POOL


def own_folder(vault: Path) -> Path:
    """Where a vault keeps the copies it makes by itself."""
    return vault / "backups"


def backup(
    vault: Source, into: Path, reason: Reason, now: datetime, progress: Progress | None = None
) -> BackupSet:
    """Copy the open `vault` into a new set below `into`, and prove it by opening it.

    Consistent while others write. Raises `NoRoomForCopy`, `CopyFailed`, `CopyDiffers`, `VaultDamaged`, `Cancelled`;
    whatever is raised, no half set is left and older sets are untouched.
    """
    progress = progress or Progress()
    mark = vault.vault_id.hex[:8]
    with worded_disk():
        make_folder(into)
        for left in (*into.glob(f".*.{mark}.partial"), *into.glob(".*.gone")):
            shutil.rmtree(left)
        _check_room(vault.database.path, into)
        draft = into / f".{os.getpid()}.{mark}.partial"
        try:
            draft.mkdir(mode=0o700)
            told = _fill(vault, draft, reason, now, progress)
            final = into / told.name
            put_folder(draft, final)
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise
    return BackupSet(final, told, State.WHOLE)


def before(vault: Source, reason: Reason, now: datetime) -> BackupSet:
    """Copy the vault into its own folder before something that could harm it; raises what `backup` raises."""
    return backup(vault, own_folder(vault.path), reason, now)


def backups(into: Path) -> tuple[BackupSet, ...]:
    """The sets in a folder, newest first by their names; none where there is no folder."""
    if not into.is_dir():
        return ()
    found = [path for path in into.iterdir() if _NAME.fullmatch(path.name) and path.is_dir()]
    pool = _sizes(into / POOL)
    return tuple(_look(path, pool) for path in sorted(found, key=lambda path: path.name, reverse=True))


def look(path: Path) -> BackupSet:
    """The set in one folder, its files weighed but not read."""
    return _look(path, _sizes(path.parent / POOL))


def _look(path: Path, pool: Mapping[str, int]) -> BackupSet:
    try:
        told = manifest.read(path)
        own = {file.name: file.stat().st_size for file in path.iterdir()}
    except (OSError, NotCanonical):
        return BackupSet(path, None, State.UNREADABLE)
    whole = _weigh(told.files, own) and _weigh(told.documents, pool)
    return BackupSet(path, told, State.WHOLE if whole else State.INCOMPLETE)


def _weigh(prints: Prints, sizes: Mapping[str, int]) -> bool:
    return all(sizes.get(name) == one.size for name, one in prints.items())


def _sizes(pool: Path) -> dict[str, int]:
    return {file.name: file.stat().st_size for file in pool.glob("*/*")}


def pooled(pool: Path, file_id: str) -> Path:
    """Where a sealed document lies in a folder of such files."""
    return pool / file_id[:2] / file_id


def newest(into: Path, vault_id: UUID, keys: VaultKeys) -> Manifest | None:
    """The genuine manifest of the whole set that goes furthest, None if there is none."""
    told = [one.manifest for one in backups(into) if one.state is State.WHOLE and one.manifest]
    ours = [one for one in told if one.vault == vault_id and one.proven(keys)]
    return max(ours, key=lambda one: (one.generation, one.head.n, one.created), default=None)


def thin(into: Path, vault_id: UUID) -> tuple[Path, ...]:
    """Remove this vault's sets that the policy no longer keeps, and documents that no set needs; say which sets."""
    sets = backups(into)
    copies = {
        Copy(one.manifest.generation, one.manifest.head.n, one.manifest.created, one.state is State.WHOLE): one.path
        for one in reversed(sets)
        if one.manifest and one.manifest.vault == vault_id
    }
    gone = tuple(copies[copy] for copy in copies.keys() - kept(copies.keys()))
    for path in gone:
        _remove(path)
    if gone:
        _prune(into)
    return gone


def _fill(vault: Source, draft: Path, reason: Reason, now: datetime, progress: Progress) -> Manifest:
    records = draft / RECORDS
    progress.checkpoint(0, 1)
    with vault.database.outside() as connection:
        connection.exec_driver_sql("VACUUM INTO ?", (str(records),))
    _force(records)
    copy_checked(vault.path / "vault.key", draft / KEYS)
    if not keyfile.parse((draft / KEYS).read_bytes()).proven(vault.keys):
        raise VaultDamaged
    stands = prove(records, vault.keys)
    anchor.write(draft, vault.keys.data_key, stands.head)
    documents, missing = _documents(vault, draft.parent, stands, progress)
    told = Manifest(
        app=manifest.app_version(), schema=stands.schema, vault=vault.vault_id, generation=vault.generation,
        head=stands.head, created=now.replace(microsecond=0), reason=reason, counts=stands.counts,
        files={name: Print.of(draft / name) for name in (RECORDS, KEYS, ANCHOR)}, documents=documents, missing=missing,
    )  # fmt: skip
    told = _free_second(told, draft.parent)
    manifest.write(draft, told, vault.keys)
    sync_folder(draft)
    return manifest.read(draft)


def _documents(
    vault: Source, into: Path, stands: Standing, progress: Progress
) -> tuple[dict[str, Print], tuple[str, ...]]:
    """Bring the sealed files that the records know into the pool; a file that is nowhere is told as missing."""
    before = newest(into, vault.vault_id, vault.keys)
    known = dict(before.documents) if before else {}
    found: dict[str, Print] = {}
    missing: list[str] = []
    for done, file_id in enumerate(stands.documents):
        progress.checkpoint(done, len(stands.documents))
        here, there = pooled(vault.path / "documents", file_id), pooled(into / POOL, file_id)
        if there.is_file() and file_id in known and there.stat().st_size == known[file_id].size:
            found[file_id] = known[file_id]
        elif here.is_file():
            make_folder(there.parent)
            found[file_id] = copy_checked(here, there)
        else:
            missing.append(file_id)
    progress.checkpoint(len(stands.documents), len(stands.documents))
    return found, tuple(missing)


def copy_checked(source: Path, target: Path) -> Print:
    """Copy a file, whole or not at all, force it to the disk, read it back from there and compare: its print.

    Raises `CopyDiffers`, `OSError`.
    """
    with source.open("rb") as file, replacing(target) as copy:
        shutil.copyfileobj(file, copy, _BLOCK)
    forget(target)
    written = Print.of(target)
    if written != Print.of(source):
        target.unlink()
        raise CopyDiffers
    return written


def forget(path: Path) -> None:
    """Ask the system to read `path` from the disk next time; does nothing where it cannot be asked."""
    if sys.platform != "win32":
        descriptor = os.open(path, os.O_RDONLY)
        try:
            with suppress(OSError):
                os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(descriptor)


def _force(records: Path) -> None:
    """Take the fresh records for their user alone and force them to the disk, to be read back from there."""
    records.chmod(0o600)
    with records.open("rb+") as file:
        os.fsync(file.fileno())
    forget(records)


def _check_room(records: Path, into: Path) -> None:
    needed = _ROOM * records.stat().st_size
    free = shutil.disk_usage(into).free
    if free < needed:
        raise NoRoomForCopy(needed=_megabytes(needed), free=_megabytes(free))


def _megabytes(size: int) -> int:
    return -(-size // 1_000_000)


def _free_second(told: Manifest, into: Path) -> Manifest:
    """The same manifest, a second later for every set that has its name already."""
    while (into / told.name).exists():
        told = replace(told, created=told.created + timedelta(seconds=1))
    return told


def _remove(path: Path) -> None:
    """Take a set away: its name first, so that no half set is ever seen."""
    doomed = path.with_name(f".{path.name}.gone")
    path.rename(doomed)
    shutil.rmtree(doomed)


def _prune(into: Path) -> None:
    """Remove documents that no set needs; none while a set cannot be read."""
    sets = backups(into)
    if any(one.manifest is None for one in sets):
        return
    needed = {file_id for one in sets if one.manifest for file_id in one.manifest.documents}
    for path in (into / POOL).glob("*/*"):
        if path.name not in needed:
            path.unlink()


@contextmanager
def worded_disk() -> Iterator[None]:
    """Say in words what the disk refuses while a copy is made."""
    try:
        yield
    except (DiskFull, DiskFailing) as error:
        raise CopyFailed from error
    except OSError as error:
        if error.errno in _FULL or error.errno in {errno.EIO, errno.EROFS, errno.EACCES, errno.EPERM, errno.ENODEV}:
            raise CopyFailed from error
        raise

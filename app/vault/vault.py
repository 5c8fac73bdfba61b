"""Create and open a vault: a folder of key file, generations, documents and backups, held by one program."""

import json
import os
import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID, uuid4

from filelock import FileLock, Timeout

from app.access.access import access_of
from app.clock import Clock, SystemClock
from app.crypto import keyfile, signing
from app.crypto.calibration import calibrated
from app.crypto.kdf import FLOOR, KdfParams
from app.crypto.keyfile import KeyFile, Unlocked, VaultKeys
from app.domain.errors import N_, UserError
from app.domain.reason_needed import ReasonNeeded
from app.domain.role import FOUNDER, Right
from app.passphrase import judge
from app.vault import anchor
from app.vault.backup import backup, own_folder
from app.vault.files import make_folder, put_folder, write_atomically
from app.vault.generations import generation_folder as generation_folder
from app.vault.generations import pointer_agrees, settle
from app.vault.manifest import Reason
from app.vault.proof import check_pages
from db.chain import START, Break, Head
from db.cipher import Access, is_encrypted
from db.models.account import Account
from db.refusals import VaultDamaged
from db.refusals import disk_worded as disk_worded
from db.session import Database
from db.upgrade import pending, upgrade

SUFFIX = ".suprovid"
TRUSTED = "trusted"
"""The event in the history that says since when records behind their anchor are taken as they are."""


class VaultExists(UserError):
    what = N_("There is already something at {name}.")
    todo = N_("Choose another name or folder.")


class NoVault(UserError):
    what = N_("There is no vault at {name}.")
    todo = N_("Choose a folder whose name ends with .suprovid, or create a vault.")


class VaultIncomplete(UserError):
    what = N_("The vault at {name} is damaged: {part} is missing or cut short. Nothing was changed.")
    todo = N_("Do not delete anything. Put the latest copy of the vault beside it and open that.")


class VaultInUse(UserError):
    what = N_("This vault is already open in another window or by another user.")
    todo = N_("Close it there first.")


class OlderRecords(UserError):
    what = N_("These records were written by an older version of the program and must be upgraded to be read.")
    todo = N_("Copy the vault to a disk that can be written, and open it there.")


@dataclass(frozen=True, slots=True)
class OpenVault:
    """A vault in use by one user. `close` it, or the lock stays until the process ends."""

    path: Path
    vault_id: UUID
    generation: int
    keys: Unlocked
    database: Database
    lock: FileLock

    @property
    def user(self) -> str:
        """Who unlocked it."""
        return self.keys.user

    @property
    def read_only(self) -> bool:
        """Whether it was opened only to be read."""
        return self.database.access is not Access.WRITE

    def check(self) -> None:
        """Read every page of the records back; raises `VaultDamaged`."""
        with self.database.outside() as connection:
            if not self.read_only:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            check_pages(connection)

    def close(self) -> None:
        """Fold the log into the records and let go. Closing again does nothing."""
        if not self.lock.is_locked and not self.read_only:
            return
        try:
            self.database.close()
        finally:
            self.lock.release()


def create(
    path: Path, user: str, passphrase: str, *,
    params: KdfParams | None = None, clock: Clock | None = None, training: bool = False,
) -> OpenVault:
    """Make a vault at `path` with one user, who is the whole office, and open it.

    It is built beside its place and moved there whole, so that a crash leaves no half vault. A vault for `training`
    protects nobody, so its passphrase is not judged.
    Raises `VaultExists`, `WeakPassphrase`, `VaultReadOnly`, `DiskFull`.
    """
    if not training:
        judge.demand(passphrase, (user,))
    path = named(path)
    if path.exists():
        raise VaultExists(name=path.name)
    draft = path.with_name(f".{path.name}.{os.getpid()}.partial")
    with disk_worded():
        make_folder(path.parent)
        shutil.rmtree(draft, ignore_errors=True)
        try:
            _build(draft, user, passphrase, params or (FLOOR if training else calibrated()), clock or SystemClock())
            put_folder(draft, path)
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise
    return open_vault(path, user, passphrase)


def named(path: Path) -> Path:
    """The path with the suffix that every vault has."""
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def _build(folder: Path, user: str, passphrase: str, params: KdfParams, clock: Clock) -> None:
    for part in (folder, generation_folder(folder, 1), folder / "documents", folder / "backups"):
        part.mkdir(mode=0o700)
    key_file, keys = keyfile.create(user, passphrase, vault_id=uuid4(), generation=1, params=params)
    write_atomically(folder / "vault.key", key_file.to_bytes())
    write_atomically(folder / "CURRENT", b"gen-0001\n")
    records = generation_folder(folder, 1) / "records.db"
    database = database_of(records, keys)
    try:
        upgrade(database, fresh=True)
        anchor.write(records.parent, keys.data_key, Head(0, START))
        with database.write(keys.user) as session:
            public = signing.public_key(keys.signing_key)
            roles = " ".join(sorted(FOUNDER))
            session.add(Account(user=keys.user, roles=roles, public_key=public, created=clock.now()))
    except BaseException:
        database.engine.dispose()
        raise
    database.close()
    records.chmod(0o600)
    if not is_encrypted(records):
        message = "the library wrote plain text"
        raise AssertionError(message)


def open_vault(
    path: Path, user: str | None, passphrase: str, *, read_only: bool = False, clock: Clock | None = None
) -> OpenVault:
    """Open the vault at `path` for `user` (None: the only one).

    Records that need an upgrade are copied first. `read_only`: open what is behind its anchor or lies on a disk that
    takes no writes, leave its records as they are, and refuse every write with `VaultIsReadOnly`.

    Raises `NoVault`, `VaultIncomplete`, `VaultInUse`, `WrongPassphrase`, `DamagedKeyFile`, `NewerKeyFile`,
    `NewerVault`, `VaultDamaged`, `RecordsBehind`, what `backup` raises, and `OlderRecords` (only `read_only`);
    whatever is raised, the files are left as they were.
    """
    path = named(path)
    if not (path / "vault.key").is_file():
        raise NoVault(name=path.name)
    key_file = keyfile.parse((path / "vault.key").read_bytes())
    records = generation_folder(path, _current(path, key_file)) / "records.db"
    if not records.is_file() or not is_encrypted(records):
        raise VaultIncomplete(name=path.name, part="records.db")
    keys = keyfile.unlock(key_file, user, passphrase)
    if read_only:
        return _to_read(path, key_file, keys, records)
    lock = hold(path)
    database = database_of(records, keys)
    try:
        repair_permissions(path)
        held = OpenVault(path, key_file.vault_id, key_file.generation, keys, database, lock)
        judge_log(records, keys)
        behind_the_program = pending(database)
        anchor.check(records.parent, database, keys.data_key)
        if behind_the_program:
            backup(held, own_folder(path), Reason.UPGRADE, (clock or SystemClock()).now())
            upgrade(database)
        with disk_worded():
            anchor.follow(records.parent, database, keys.data_key)
            settle(path, key_file.generation)
    except BaseException:
        database.engine.dispose()
        lock.release()
        raise
    return held


def judge_log(records: Path, keys: VaultKeys) -> None:
    """Read the log that a crash left before anything is written; raises `RecordsBehind`, `VaultDamaged`.

    Whoever opens to write folds into the records what can be read of the log, and drops the rest of it; and a log that
    is not theirs makes old and new pages one. Then nothing may be touched.
    """
    log = records.with_name(f"{records.name}-wal")
    if not log.is_file() or log.stat().st_size == 0:
        return
    found = Database(records, keys.database_key_hex(), keys.audit_key(), access=Access.READ)
    try:
        anchor.check(records.parent, found, keys.data_key)
        if isinstance(found.verify(), Break):
            raise VaultDamaged
    finally:
        found.close()


def trust(vault: OpenVault, reason: str) -> OpenVault:
    """Go on with records that are behind their anchor, as they are: `vault` is closed and opened again to be written.

    Who did it, why, and how much was missing is kept in the history, and the anchor stands at that entry.
    Raises `ReasonNeeded`, `NotAllowed`, `VaultInUse`, `VaultReadOnly`.
    """
    if not reason.strip():
        raise ReasonNeeded
    access_of(vault.database, vault.user).require(Right.TRANSFER)
    folder = vault.database.path.parent
    noted = anchor.read(folder, vault.keys.data_key)
    vault.close()
    lock = hold(vault.path)
    try:
        database = database_of(vault.database.path, vault.keys)
        told = {"reason": reason.strip(), "anchor": noted.n if noted else None}
        with database.write(vault.user) as session:
            session.note(vault.vault_id, TRUSTED, json.dumps(told, ensure_ascii=False))
    except BaseException:
        lock.release()
        raise
    return replace(vault, database=database, lock=lock)


def _to_read(path: Path, key_file: KeyFile, keys: Unlocked, records: Path) -> OpenVault:
    """Nobody can write where we cannot, so that no lock is needed there."""
    writable = os.access(records.parent, os.W_OK)
    lock = hold(path) if writable else FileLock(path / "lock")
    access = Access.READ if writable else Access.FROZEN
    database = Database(records, keys.database_key_hex(), keys.audit_key(), access=access)
    try:
        if pending(database):
            raise OlderRecords
    except BaseException:
        lock.release()
        raise
    return OpenVault(path, key_file.vault_id, key_file.generation, keys, database, lock)


def users(path: Path) -> tuple[str, ...]:
    """The users who have a slot in the vault at `path`; raises `NoVault`, `DamagedKeyFile`."""
    path = named(path)
    if not (path / "vault.key").is_file():
        raise NoVault(name=path.name)
    return keyfile.parse((path / "vault.key").read_bytes()).users()


def database_of(records: Path, keys: VaultKeys) -> Database:
    """The records, whose every commit moves the anchor beside them."""

    def move_anchor(newest: Head) -> None:
        with disk_worded():
            anchor.write(records.parent, keys.data_key, newest)

    return Database(records, keys.database_key_hex(), keys.audit_key(), move_anchor)


def _current(path: Path, key_file: KeyFile) -> int:
    """The generation in use; pointer and key file must agree."""
    if not pointer_agrees(path, key_file.generation):
        raise VaultIncomplete(name=path.name, part="CURRENT")
    return key_file.generation


def hold(path: Path) -> FileLock:
    """Take the vault for this program alone; raises `VaultInUse`, `VaultReadOnly`."""
    lock = FileLock(path / "lock", timeout=0, mode=0o600, thread_local=False)
    try:
        with disk_worded():
            lock.acquire()
    except Timeout as error:
        raise VaultInUse from error
    return lock


def repair_permissions(path: Path) -> None:
    """Take the vault's files back from other users of the machine (POSIX; on Windows the profile's ACL rules)."""
    if os.name == "nt":
        return
    for folder, _, files in os.walk(path):
        Path(folder).chmod(0o700)
        for file in files:
            Path(folder, file).chmod(0o600)

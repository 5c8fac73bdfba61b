"""Create and open a vault: a folder of key file, generations, documents and backups, held by one program."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

from filelock import FileLock, Timeout

from app.crypto import keyfile
from app.crypto.kdf import DEFAULT, KdfParams
from app.crypto.keyfile import KeyFile, Unlocked
from app.domain.errors import N_, UserError
from app.vault import anchor
from app.vault.files import write_atomically
from db.chain import START, Head
from db.cipher import is_encrypted
from db.refusals import DiskFull, VaultDamaged, VaultReadOnly
from db.session import Database
from db.upgrade import upgrade

SUFFIX = ".suprovid"
SHORTEST_PASSPHRASE = 12


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


class ShortPassphrase(UserError):
    what = N_("The passphrase is too short.")
    todo = N_("Use at least {least} characters: five or six words are easy to remember and hard to guess.")


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

    def check(self) -> None:
        """Read every page of the records back; raises `VaultDamaged`."""
        with self.database.outside() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            if connection.exec_driver_sql("PRAGMA cipher_integrity_check").first() is not None:
                raise VaultDamaged
            if connection.exec_driver_sql("PRAGMA integrity_check").scalar() != "ok":
                raise VaultDamaged

    def close(self) -> None:
        """Fold the log into the records and let go. Closing again does nothing."""
        if not self.lock.is_locked:
            return
        try:
            self.database.close()
        finally:
            self.lock.release()

def generation_folder(path: Path, generation: int) -> Path:
    """Where the records of one generation lie."""
    return path / f"gen-{generation:04d}"


def create(path: Path, user: str, passphrase: str, *, params: KdfParams = DEFAULT) -> OpenVault:
    """Make a vault at `path` with one user and open it.

    It is built beside its place and moved there whole, so that a crash leaves no half vault.
    Raises `VaultExists`, `ShortPassphrase`, `VaultReadOnly`, `DiskFull`.
    """
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise ShortPassphrase(least=SHORTEST_PASSPHRASE)
    path = named(path)
    if path.exists():
        raise VaultExists(name=path.name)
    draft = path.with_name(f".{path.name}.{os.getpid()}.partial")
    with _disk_worded():
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(draft, ignore_errors=True)
        try:
            _build(draft, user, passphrase, params)
            draft.rename(path)
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise
    return open_vault(path, user, passphrase)


def named(path: Path) -> Path:
    """The path with the suffix that every vault has."""
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def _build(folder: Path, user: str, passphrase: str, params: KdfParams) -> None:
    for part in (folder, generation_folder(folder, 1), folder / "documents", folder / "backups"):
        part.mkdir(mode=0o700)
    key_file, keys = keyfile.create(user, passphrase, vault_id=uuid4(), generation=1, params=params)
    write_atomically(folder / "vault.key", key_file.to_bytes())
    write_atomically(folder / "CURRENT", b"gen-0001\n")
    records = generation_folder(folder, 1) / "records.db"
    database = _database(records, keys)
    upgrade(database, fresh=True)
    database.close()
    anchor.write(records.parent, keys.data_key, Head(0, START))
    records.chmod(0o600)
    if not is_encrypted(records):
        message = "the library wrote plain text"
        raise AssertionError(message)


def open_vault(path: Path, user: str | None, passphrase: str) -> OpenVault:
    """Open the vault at `path` for `user` (None: the only one).

    Raises `NoVault`, `VaultIncomplete`, `VaultInUse`, `WrongPassphrase`, `DamagedKeyFile`, `NewerKeyFile`,
    `NewerVault`, `VaultDamaged`, `RecordsBehind`; whatever is raised, the files are left as they were.
    """
    path = named(path)
    if not (path / "vault.key").is_file():
        raise NoVault(name=path.name)
    key_file = keyfile.parse((path / "vault.key").read_bytes())
    records = generation_folder(path, _current(path, key_file)) / "records.db"
    if not records.is_file() or not is_encrypted(records):
        raise VaultIncomplete(name=path.name, part="records.db")
    keys = keyfile.unlock(key_file, user, passphrase)
    lock = _lock(path)
    try:
        _repair_permissions(path)
        database = _database(records, keys)
        upgrade(database)
        anchor.check(records.parent, database, keys.data_key)
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


def _database(records: Path, keys: Unlocked) -> Database:
    """The records, whose every commit moves the anchor beside them."""
    return Database(
        records,
        keys.database_key_hex(),
        keys.audit_key(),
        lambda newest: anchor.write(records.parent, keys.data_key, newest),
    )


def _current(path: Path, key_file: KeyFile) -> int:
    """The generation in use; pointer and key file must agree."""
    try:
        pointer = (path / "CURRENT").read_text("ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise VaultIncomplete(name=path.name, part="CURRENT") from error
    if pointer != generation_folder(path, key_file.generation).name:
        raise VaultIncomplete(name=path.name, part="CURRENT")
    return key_file.generation


def _lock(path: Path) -> FileLock:
    lock = FileLock(path / "lock", timeout=0, mode=0o600)
    try:
        with _disk_worded():
            lock.acquire()
    except Timeout as error:
        raise VaultInUse from error
    return lock


def _repair_permissions(path: Path) -> None:
    """Take the vault's files back from other users of the machine (POSIX; on Windows the profile's ACL rules)."""
    if os.name == "nt":
        return
    for folder, _, files in os.walk(path):
        Path(folder).chmod(0o700)
        for file in files:
            Path(folder, file).chmod(0o600)


@contextmanager
def _disk_worded() -> Iterator[None]:
    """Say in words what the file system refuses."""
    try:
        yield
    except PermissionError as error:
        raise VaultReadOnly from error
    except OSError as error:
        if error.errno == 28:
            raise DiskFull from error
        raise

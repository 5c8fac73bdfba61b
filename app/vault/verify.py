"""Prove a set by opening it, and try out that it can be restored."""

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.crypto import keyfile
from app.crypto.canonical import NotCanonical
from app.crypto.keyfile import DamagedKeyFile, KeyFile, NewerKeyFile, Unlocked, VaultKeys, WrongPassphrase
from app.domain.errors import N_, UserError
from app.domain.text import Text
from app.progress import Progress
from app.vault import anchor, manifest
from app.vault.audit import audit
from app.vault.backup import POOL, forget, pooled
from app.vault.manifest import ANCHOR, KEYS, RECORDS, Manifest, Print
from app.vault.proof import Standing, prove, standing
from db.chain import Head, code_at
from db.cipher import Access
from db.refusals import VaultDamaged
from db.session import Database


class CopyDamaged(UserError):
    what = N_("The copy {name} is damaged: {part}. It was not used, and nothing was changed.")
    todo = N_("Use another copy, and make a new one on another disk soon.")


class OtherVault(UserError):
    what = N_("The copy {name} is of another vault or has other keys.")
    todo = N_("Give the passphrase that was valid when the copy was made, or restore it to a place of its own.")


class NotOfThisHistory(UserError):
    what = N_("The copy {name} is under an earlier key, and its history is not part of this vault's history.")
    todo = N_("Use another copy. Somebody whose access was revoked may have changed this one.")


_LISTED = Text("перелік файлів", "its list of files")
_KEY_FILE = Text("файл ключів", "its key file")
_RECORDS = Text("записи", "its records")
_HEAD = Text("записи не ті, що в переліку", "its records are not those of its list")
_DOCUMENTS = Text("документи ({count})", "its documents ({count})")


@dataclass(frozen=True, slots=True)
class Verified:
    """A set that is whole. `documents`: how many were read; `missing`: how many the vault itself lacked."""

    manifest: Manifest
    standing: Standing
    documents: int
    missing: int


@dataclass(frozen=True, slots=True)
class Drill:
    """What a restore aside gave, beside what the set promised."""

    made: datetime
    cases: int
    counts: Mapping[str, int]
    counts_equal: bool
    head: Head
    head_equal: bool

    @property
    def passed(self) -> bool:
        """Whether everything came back."""
        return self.counts_equal and self.head_equal


def unlock(path: Path, user: str | None, passphrase: str) -> Unlocked:
    """The keys in a set's own key file; raises `CopyDamaged`, `WrongPassphrase`, `WhichUser`."""
    return keyfile.unlock(_key_file(path), user, passphrase)


def verify(path: Path, keys: VaultKeys, progress: Progress | None = None) -> Verified:
    """Read everything in the set at `path` back and open its records with `keys` of the same vault.

    Raises `CopyDamaged` naming the part, `OtherVault`, `Cancelled`.
    """
    told = listed(path, keys)
    for name, one in told.files.items():
        if _changed(path / name, one):
            raise CopyDamaged(name=path.name, part=_KEY_FILE if name == KEYS else _RECORDS)
    opening = keys_of(path, keys)
    try:
        stands = prove(path / RECORDS, opening)
    except VaultDamaged as error:
        raise CopyDamaged(name=path.name, part=_RECORDS) from error
    if (stands.head, stands.counts) != (told.head, told.counts) or anchor.read(path, opening.data_key) != told.head:
        raise CopyDamaged(name=path.name, part=_HEAD)
    _check_documents(path, told, stands, progress or Progress())
    return Verified(told, stands, len(told.documents), len(told.missing))


def listed(path: Path, keys: VaultKeys) -> Manifest:
    """The set's manifest, proven genuine; raises `CopyDamaged`, `OtherVault`."""
    try:
        told = manifest.read(path)
    except (OSError, NotCanonical) as error:
        raise CopyDamaged(name=path.name, part=_LISTED) from error
    if not told.proven(keys):
        keys_of(path, keys)
        raise CopyDamaged(name=path.name, part=_LISTED)
    return told


def keys_of(path: Path, keys: VaultKeys) -> VaultKeys:
    """The keys of the records in the set, maybe older than `keys`; raises `OtherVault` where these lead to none."""
    held = _key_file(path)
    if held.proven(keys):
        return keys
    try:
        if isinstance(keys, Unlocked):
            return keyfile.unlock_again(held, keys)
    except WrongPassphrase as error:
        raise OtherVault(name=path.name) from error
    except DamagedKeyFile as error:
        raise CopyDamaged(name=path.name, part=_KEY_FILE) from error
    raise OtherVault(name=path.name)


def require_own_history(path: Path, told: Manifest, keys: VaultKeys, live: Database) -> None:
    """Whoever was revoked still holds an earlier key, and makes copies that look genuine; raises `NotOfThisHistory`.

    The head of a copy under an earlier key must stand in the chain of the `live` records, which he cannot reach, and
    every row of the copy must be as that history says.
    """
    opening = keys_of(path, keys)
    if opening.data_key == keys.data_key:
        return
    with live.read() as session:
        known = code_at(session, told.head.n) == told.head.code
    if not known or not _as_told(path, opening, told.head):
        raise NotOfThisHistory(name=path.name)


def _as_told(path: Path, opening: VaultKeys, head: Head) -> bool:
    """Whether the records of a set end at `head` and every row of them is as their history says."""
    database = Database(path / RECORDS, opening.database_key_hex(), opening.audit_key(), access=Access.FROZEN)
    try:
        found = audit(database, deep=True)
        return found.whole and (found.entries, found.head) == (head.n, head.code)
    finally:
        database.close()


def drill(path: Path, keys: VaultKeys, progress: Progress | None = None) -> Drill:
    """Restore the set aside on its own disk, open it as a vault is opened, compare, and remove it again.

    Raises what `verify` raises, `OSError`.
    """
    verified = verify(path, keys, progress)
    aside = Path(tempfile.mkdtemp(prefix=".drill-", dir=path.parent))
    try:
        for name in (RECORDS, ANCHOR):
            shutil.copyfile(path / name, aside / name)
        opening = keys_of(path, keys)
        database = Database(aside / RECORDS, opening.database_key_hex(), opening.audit_key())
        try:
            anchor.check(aside, database, opening.data_key)
            found = standing(database)
        finally:
            database.close()
    finally:
        shutil.rmtree(aside)
    told = verified.manifest
    cases = found.counts.get("case_file", 0)
    return Drill(told.created, cases, found.counts, found.counts == told.counts, found.head, found.head == told.head)


def _key_file(path: Path) -> KeyFile:
    try:
        return keyfile.parse((path / KEYS).read_bytes())
    except (OSError, DamagedKeyFile, NewerKeyFile) as error:
        raise CopyDamaged(name=path.name, part=_KEY_FILE) from error


def _changed(file: Path, one: Print) -> bool:
    """Whether the file on the disk is not the one of the list."""
    try:
        forget(file)
        return Print.of(file) != one
    except OSError:
        return True


def _check_documents(path: Path, told: Manifest, stands: Standing, progress: Progress) -> None:
    pool = path.parent / POOL
    bad = set(stands.documents) - told.documents.keys() - set(told.missing)
    for done, (file_id, one) in enumerate(told.documents.items()):
        progress.checkpoint(done, len(told.documents))
        if _changed(pooled(pool, file_id), one):
            bad.add(file_id)
    if bad:
        part = Text(_DOCUMENTS.uk.format(count=len(bad)), _DOCUMENTS.en.format(count=len(bad)))
        raise CopyDamaged(name=path.name, part=part)

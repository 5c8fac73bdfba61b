"""Bring a set back: into a new generation of its vault, or to a place of its own; never over records that stand.

What is replaced stays in its own folder until the user removes it. The key file, last of all, says what is in use.
"""

import json
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from app.access.access import access_of
from app.crypto import keyfile
from app.crypto.keyfile import DamagedKeyFile, KeyFile, Unlocked, VaultKeys
from app.domain.errors import N_, UserError
from app.domain.role import Right
from app.progress import Progress
from app.vault.backup import copy_checked, pooled, worded_disk
from app.vault.files import make_folder, put_folder, sync_folder, write_atomically
from app.vault.generations import KEYS, POINTER, draft_folder, generation_folder, put_key_file, stage_key_file
from app.vault.manifest import RECORDS, Print
from app.vault.revocation import reseal
from app.vault.vault import database_of, hold, named
from app.vault.verify import OtherVault, Verified, keys_of, require_own_history, verify
from db.cipher import Access
from db.copying import copy_records
from db.models.account import Account
from db.refusals import VaultDamaged, VaultReadOnly
from db.session import Database


class NotesOfAnEarlierKey(UserError):
    what = N_("The copy {name} holds clinical notes under an earlier key, which you do not hold.")
    todo = N_("Let somebody who may read clinical notes restore it, or restore it to a place of its own.")


class NoOlderRecords(UserError):
    what = N_("There are no older records in this vault.")
    todo = N_("Nothing needs to be removed.")


@dataclass(frozen=True, slots=True)
class Restored:
    """A vault brought back, still closed. `path`: where it is; `cases`: how many cases it holds."""

    path: Path
    generation: int
    cases: int
    documents: int
    missing: int


def restore(source: Path, target: Path, keys: Unlocked, progress: Progress | None = None) -> Restored:
    """Restore the set in the folder `source` as the vault `target`, which must be closed.

    Where `target` is the vault itself it gets a new generation, and `keys` are its own (`vault_keys`); where nothing
    is, a vault is made there with the key file of the set. Raises what `verify` raises, `NotAllowed`, `VaultInUse`,
    `CopyFailed`.
    """
    progress = progress or Progress()
    verified = verify(source, keys, progress)
    path = named(target)
    with worded_disk():
        if path.exists():
            generation = _into(source, path, keys, verified, progress)
        else:
            generation = _afresh(source, path, keys, verified, progress)
    cases = verified.standing.counts.get("case_file", 0)
    return Restored(path, generation, cases, verified.documents, verified.missing)


def vault_keys(source: Path, target: Path, user: str | None, passphrase: str) -> Unlocked:
    """The keys for `restore`: from the key file of `target`, or, where that is gone or damaged, from the set's own.

    Raises `WrongPassphrase`, `WhichUser`, `CopyDamaged`.
    """
    held = _key_file(named(target)) or _key_file(source)
    if held is None:
        raise OtherVault(name=source.name)
    return keyfile.unlock(held, user, passphrase)


def older(path: Path) -> tuple[Path, ...]:
    """The folders of generations that are no longer in use."""
    held = _key_file(path)
    if held is None:
        return ()
    current = generation_folder(path, held.generation)
    return tuple(folder for folder in sorted(path.glob("gen-????")) if folder.name < current.name)


def remove_older(path: Path) -> None:
    """Remove the generations that are no longer in use, for good; raises `NoOlderRecords`, `OSError`."""
    folders = older(path)
    if not folders:
        raise NoOlderRecords
    for folder in folders:
        shutil.rmtree(folder)
    sync_folder(path)


def _into(source: Path, path: Path, keys: Unlocked, verified: Verified, progress: Progress) -> int:
    held = _key_file(path)
    if held is not None and not held.proven(keys):
        raise OtherVault(name=source.name)
    own = held or _key_file(source)
    if own is None or not own.proven(keys):
        raise OtherVault(name=source.name)
    with hold(path):
        if held is not None:
            _ask_records(generation_folder(path, held.generation) / RECORDS, source, keys, verified)
        taken = [int(folder.name.removeprefix("gen-")) for folder in path.glob("gen-????")]
        generation = max(own.generation, *taken, 0) + 1
        draft = draft_folder(path, generation)
        try:
            _records(source, draft, keys, verified, own)
            _documents(source, path, verified, progress)
            draft.rename(generation_folder(path, generation))
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise
        sync_folder(path)
        _switch(path, replace(own, generation=generation).sealed(keys), keys)
    return generation


def _ask_records(records: Path, source: Path, keys: Unlocked, verified: Verified) -> None:
    """Ask the records in use whether their user may restore, and whether they know the copy; damaged ones cannot."""
    database = Database(records, keys.database_key_hex(), keys.audit_key(), access=Access.FROZEN)
    try:
        with suppress(VaultDamaged, VaultReadOnly, DBAPIError):
            access_of(database, keys.user).require(Right.TRANSFER)
            require_own_history(source, verified.manifest, keys, database)
    finally:
        database.close()


def _switch(path: Path, fresh: KeyFile, keys: Unlocked) -> None:
    if not (path / KEYS).is_file():
        write_atomically(path / KEYS, fresh.to_bytes())
    else:
        stage_key_file(path, fresh, keys)
        put_key_file(path)
    write_atomically(path / POINTER, f"{generation_folder(path, fresh.generation).name}\n".encode())


def _afresh(source: Path, path: Path, keys: Unlocked, verified: Verified, progress: Progress) -> int:
    make_folder(path.parent)
    draft = path.with_name(f".{path.name}.{os.getpid()}.partial")
    shutil.rmtree(draft, ignore_errors=True)
    held = keyfile.parse((source / KEYS).read_bytes())
    folder = generation_folder(draft, held.generation)
    try:
        for part in (draft, folder, draft / "documents", draft / "backups"):
            part.mkdir(mode=0o700)
        write_atomically(draft / KEYS, held.to_bytes())
        write_atomically(draft / POINTER, f"{folder.name}\n".encode())
        _records(source, folder, _as_unlocked(source, keys), verified, held)
        _documents(source, draft, verified, progress)
        put_folder(draft, path)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    return held.generation


def _as_unlocked(source: Path, keys: Unlocked) -> Unlocked:
    opening = keys_of(source, keys)
    return replace(keys, data_key=opening.data_key, clinical_key=opening.clinical_key)


def _records(source: Path, folder: Path, keys: Unlocked, verified: Verified, held: KeyFile) -> None:
    """Copy the records under the keys they will have, and note in their history where they come from.

    Whoever has no slot in the key file `held` is disabled there, though he worked when the copy was made.
    """
    target, opening = folder / RECORDS, keys_of(source, keys)
    notes = _notes_keys(source, opening, keys, verified)
    if opening.data_key == keys.data_key:
        copy_checked(source / RECORDS, target)
    else:
        copy_records(source / RECORDS, opening.database_key_hex(), target, keys.database_key_hex())
    target.chmod(0o600)
    told = {"set": verified.manifest.name, "n": verified.manifest.head.n}
    database = database_of(target, keys)
    try:
        with database.write(keys.user) as session:
            if notes is not None:
                reseal(session, *notes)
            for account in session.scalars(select(Account).where(Account.user.not_in(held.users()))):
                account.disabled = True
            session.note(verified.manifest.vault, "restored", json.dumps(told))
    finally:
        database.close()
    sync_folder(folder)


def _notes_keys(source: Path, opening: VaultKeys, keys: Unlocked, verified: Verified) -> tuple[bytes, bytes] | None:
    """The clinical key of the copy and the one it must come under; None where nothing needs to be sealed anew."""
    if opening.data_key == keys.data_key or not verified.standing.counts.get("clinical_note"):
        return None
    if opening.clinical_key is None or keys.clinical_key is None:
        raise NotesOfAnEarlierKey(name=source.name)
    return None if opening.clinical_key == keys.clinical_key else (opening.clinical_key, keys.clinical_key)


def _documents(source: Path, path: Path, verified: Verified, progress: Progress) -> None:
    """Bring the sealed files back that the vault lacks, or has otherwise than the set."""
    listed = verified.manifest.documents
    for done, (file_id, one) in enumerate(listed.items()):
        progress.checkpoint(done, len(listed))
        here = pooled(path / "documents", file_id)
        if not here.is_file() or Print.of(here) != one:
            make_folder(here.parent)
            copy_checked(pooled(source.parent / "documents", file_id), here)


def _key_file(folder: Path) -> KeyFile | None:
    try:
        return keyfile.parse((folder / KEYS).read_bytes())
    except (OSError, DamagedKeyFile):
        return None

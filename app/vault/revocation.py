"""Take the vault from somebody who had it: new data key, new generation of the records, the old one destroyed.

He keeps what he copied before: old records, old copies of the vault, and the documents whose keys stood in them.
Sealed documents are not written anew, for their keys lie in the records. Whatever comes later he cannot read.

Killed at any point the vault opens with exactly one key and every row: until the new key file takes its name it is
the old generation, from then on the new one; what is left of the other is swept when the vault is opened next.
"""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.clock import Clock
from app.crypto import sealed_field
from app.crypto.keyfile import Unlocked
from app.crypto.subkeys import DATA_KEY_SIZE
from app.domain.role import Right
from app.vault import backup as copies
from app.vault.files import sync_folder, write_atomically
from app.vault.generations import (
    ALONE,
    NEXT,
    draft_folder,
    generation_folder,
    next_generation,
    put_key_file,
    settle,
    stage_key_file,
)
from app.vault.manifest import RECORDS, Reason
from app.vault.proof import Standing, prove, standing
from app.vault.users import current, farewell, leaving
from app.vault.vault import OpenVault, database_of, disk_worded
from db import cipher
from db.copying import copy_records
from db.models.clinical import ClinicalNote
from db.refusals import VaultDamaged

STEPS = ("safe", "copied", "changed", "staged", "moved", "switched", "closed", "swept")
"""What is done one after the other; `step` is told each when it is done."""

Step = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Revoked:
    """The generation in use now, and how many copies made before still open with the revoked passphrase."""

    generation: int
    older_copies: int


def revoke(vault: OpenVault, user: str, access: Access, clock: Clock, step: Step = lambda _name: None) -> Revoked:
    """Take the vault from `user`; afterwards `vault` is closed and must be opened again.

    Raises `NotAllowed`, `NoSuchUser`, `LastUser`, `NotYourself`, `LastReader`, what `backup` raises, `VaultDamaged`,
    `DiskFull`. Up to the switch nothing is changed by a failure, and the vault stays open.
    """
    access.require(Right.USERS)
    with vault.database.still(), disk_worded():
        with vault.database.read() as session:
            leaving(vault, session, user)
        copies.before(vault, Reason.REVOCATION, clock.now())
        step("safe")
        generation = next_generation(vault.path, vault.generation)
        _make_ready(vault, user, generation, step)
        try:
            put_key_file(vault.path)
            step("switched")
            vault.database.close()
            step("closed")
            settle(vault.path, generation)
            step("swept")
        finally:
            vault.database.engine.dispose()
            vault.lock.release()
    return Revoked(generation, len(copies.backups(copies.own_folder(vault.path))))


def _make_ready(vault: OpenVault, user: str, generation: int, step: Step) -> None:
    """Everything before the switch; whatever fails, nothing of it is left."""
    draft = draft_folder(vault.path, generation)
    final = generation_folder(vault.path, generation)
    try:
        fresh = _fresh_keys(vault, user)
        _copy(vault, draft / RECORDS, fresh)
        step("copied")
        _change(vault, draft / RECORDS, fresh, user)
        step("changed")
        with vault.database.read() as session:
            changed = leaving(vault, session, user).rekeyed(fresh, generation)
        stage_key_file(vault.path, changed.sealed(fresh), fresh)
        step("staged")
        draft.rename(final)
        sync_folder(vault.path)
        step("moved")
    except BaseException:
        for folder in (draft, final):
            shutil.rmtree(folder, ignore_errors=True)
        (vault.path / NEXT).unlink(missing_ok=True)
        raise


def _fresh_keys(vault: OpenVault, user: str) -> Unlocked:
    """A new data key; a new clinical key too, where `user` had the old one and whoever revokes him has it."""
    keys = replace(vault.keys, data_key=os.urandom(DATA_KEY_SIZE))
    if keys.clinical_key is None or not current(vault).slot_of(user).has_clinical:
        return keys
    return replace(keys, clinical_key=os.urandom(sealed_field.KEY_SIZE))


def _copy(vault: OpenVault, records: Path, fresh: Unlocked) -> None:
    """The records under the new key, proven to hold every row and the same history."""
    old, new = vault.keys.database_key_hex(), fresh.database_key_hex()
    copy_records(vault.database.path, old, records, new, access=cipher.Access.READ)
    records.chmod(0o600)
    if prove(records, fresh) != standing(vault.database):
        raise VaultDamaged


def _change(vault: OpenVault, records: Path, fresh: Unlocked, user: str) -> None:
    """Write into the copy, and only there, that `user` is gone; seal the clinical notes anew if their key changed."""
    before = standing(vault.database)
    database = database_of(records, fresh)
    try:
        with database.write(vault.user) as session:
            farewell(session, user)
            session.note(vault.vault_id, "revoked", user)
            if vault.keys.clinical_key and fresh.clinical_key and vault.keys.clinical_key != fresh.clinical_key:
                reseal(session, vault.keys.clinical_key, fresh.clinical_key)
    finally:
        database.close()
    if _rows(prove(records, fresh)) != _rows(before):
        raise VaultDamaged
    write_atomically(records.parent / ALONE, b"")


def reseal(session: Session, old: bytes, new: bytes) -> None:
    """Seal every clinical note under another key, each in its place."""
    for note in session.scalars(select(ClinicalNote)):
        place = (ClinicalNote.__tablename__, ClinicalNote.sealed.key, note.uid)
        note.sealed = sealed_field.seal(sealed_field.unseal(note.sealed, old, *place), new, *place)


def _rows(stands: Standing) -> dict[str, int]:
    """Rows of every table but the history, which grows with each change."""
    return {table: count for table, count in stands.counts.items() if table != "change"}

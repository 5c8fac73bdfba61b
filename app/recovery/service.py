"""The way back in when every passphrase is forgotten: a slot that only the coordinating office opens.

Nothing secret for it lies on the laptop. The office cannot tell a vault made up for it from a true one: it compares
what it recovers with the packages it received.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.clock import Clock, SystemClock
from app.crypto import keyfile
from app.crypto.age_keys import HybridIdentity
from app.crypto.calibration import calibrated
from app.crypto.kdf import KdfParams
from app.crypto.keyfile import DamagedKeyFile, KeyFile, Unlocked, VaultKeys
from app.crypto.slots import OfficeSlot, PassphraseSlot, clean
from app.domain.errors import N_, UserError
from app.domain.role import FOUNDER, Right, Role
from app.exchange.office import WrongIdentityFile, read_identity, read_recipient
from app.passphrase import judge
from app.vault import anchor
from app.vault import backup as copies
from app.vault.generations import generation_folder, pointer_agrees, replace_key_file, settle
from app.vault.manifest import RECORDS, Reason
from app.vault.proof import check_pages, standing
from app.vault.users import current, welcome
from app.vault.vault import (
    NoVault,
    OpenVault,
    VaultIncomplete,
    database_of,
    disk_worded,
    hold,
    judge_log,
    named,
    open_vault,
)
from db import cipher
from db.models.account import Account
from db.models.recovery import RecoveryOffice
from db.session import Database
from db.upgrade import pending, upgrade


class NoRecovery(UserError):
    what = N_("No office can recover this vault yet.")
    todo = N_("Get office.recipient.txt from the coordinating office and add it.")


@dataclass(frozen=True, slots=True)
class Drilled:
    """What the office could open: how many cases; `clinical`: the clinical notes too."""

    fingerprint: str
    cases: int
    clinical: bool


def add_office(vault: OpenVault, recipient: Path, access: Access, clock: Clock) -> str:
    """Let the office whose `office.recipient.txt` this is recover the vault; its forty digits.

    Whoever adds it has compared the digits with the office first. The clinical key goes along if he holds it.
    Raises `NotAllowed`, `WrongRecipientFile`, `DiskFull`.
    """
    access.require(Right.TRANSFER)
    office = read_recipient(recipient)
    file = current(vault)
    changed = file.with_slot(OfficeSlot.seal(vault.keys, office, file.vault_id)).sealed(vault.keys)
    with vault.database.write(vault.user) as session:
        _noted(session, office.fingerprint(), vault.user, clock.now())
        with disk_worded():
            replace_key_file(vault.path, changed, vault.keys)
    return office.fingerprint()


def offices(vault: OpenVault) -> tuple[str, ...]:
    """The forty digits of every office that can recover the vault; raises `NoRecovery` if there is none."""
    found = tuple(slot.fingerprint() for slot in current(vault).offices())
    if not found:
        raise NoRecovery
    return found


def drill(vault: OpenVault, identity: Path, clock: Clock) -> Drilled:
    """Prove that the office's key in `identity` opens this vault and that its records are whole.

    Nothing is changed but the note that it was tried. Raises `WrongIdentityFile`, `WrongOfficeKey`, `VaultDamaged`,
    `DamagedKeyFile`.
    """
    secret = _secret(identity)
    keys = keyfile.unlock_as_office(current(vault), secret)
    if (keys.data_key, keys.root_key) != (vault.keys.data_key, vault.keys.root_key):
        raise DamagedKeyFile
    cases = _cases(vault.database.path, keys)
    with vault.database.write(vault.user) as session:
        noted = _noted(session, secret.fingerprint(), vault.user, clock.now())
        noted.drilled, noted.drilled_by = clock.now(), vault.user
    return Drilled(secret.fingerprint(), cases, clinical=keys.clinical_key is not None)


def recover(
    path: Path, identity: Path, user: str, passphrase: str, *,
    params: KdfParams | None = None, clock: Clock | None = None,
) -> OpenVault:
    """Open the closed vault at `path` with the office's key, give `user` a slot under `passphrase`, and open it as him.

    Somebody who has a slot already gets a fresh one in its place and keeps his roles; a new name is the whole office.
    Raises `NoVault`, `VaultIncomplete`, `VaultInUse`, `WrongIdentityFile`, `WrongOfficeKey`, `WeakPassphrase`,
    `UnusableUser`, `RecordsBehind`, `VaultDamaged`, `DiskFull`; then the vault is as it was.
    """
    judge.demand(passphrase, (user,))
    clock = clock or SystemClock()
    path = named(path)
    if not (path / "vault.key").is_file():
        raise NoVault(name=path.name)
    lock = hold(path)
    try:
        file = keyfile.parse((path / "vault.key").read_bytes())
        secret = _secret(identity)
        keys = keyfile.unlock_as_office(file, secret)
        if not pointer_agrees(path, file.generation):
            raise VaultIncomplete(name=path.name, part="CURRENT")
        slot = next((slot for slot in file.passphrases() if slot.user == clean(user)), None)
        mine = Unlocked.newcomer(user, keys, clinical=slot is not None and slot.has_clinical)
        records = generation_folder(path, file.generation) / RECORDS
        judge_log(records, keys)
        database = database_of(records, keys)
        try:
            held = OpenVault(path, file.vault_id, file.generation, mine, database, lock)
            _let_in(held, file, secret.fingerprint(), passphrase, params or calibrated(), clock)
        finally:
            database.close()
    finally:
        lock.release()
    return open_vault(path, user, passphrase)


def _let_in(
    held: OpenVault, file: KeyFile, office: str, passphrase: str, params: KdfParams, clock: Clock
) -> None:
    """Check the records as at every opening, and write the new slot and its account."""
    behind_the_program = pending(held.database)
    anchor.check(held.database.path.parent, held.database, held.keys.data_key)
    if behind_the_program:
        copies.before(held, Reason.UPGRADE, clock.now())
        upgrade(held.database)
    slot = PassphraseSlot.wrap(held.keys, passphrase, params, file.vault_id)
    changed = file.with_slot(slot).sealed(held.keys)
    with held.database.write(f"office {office[:9]}") as session:
        known = session.scalar(select(Account.roles).where(Account.user == held.user))
        roles = [Role(role) for role in known.split()] if known else FOUNDER
        welcome(session, held.keys, roles, clock.now(), clinical=held.keys.clinical_key is not None)
        session.note(file.vault_id, "recovered", held.user)
        with disk_worded():
            replace_key_file(held.path, changed, held.keys)
    with disk_worded():
        settle(held.path, file.generation)


def _secret(identity: Path) -> HybridIdentity:
    secret = read_identity(identity)
    if not isinstance(secret, HybridIdentity):
        raise WrongIdentityFile(name=identity.name)
    return secret


def _cases(records: Path, keys: VaultKeys) -> int:
    """Open the records once more, with `keys` alone, and prove them."""
    database = Database(records, keys.database_key_hex(), keys.audit_key(), access=cipher.Access.READ)
    try:
        with database.outside() as connection:
            check_pages(connection)
        return standing(database).counts.get("case_file", 0)
    finally:
        database.close()


def _noted(session: Session, fingerprint: str, user: str, now: datetime) -> RecoveryOffice:
    noted = session.scalar(select(RecoveryOffice).where(RecoveryOffice.fingerprint == fingerprint))
    if noted is None:
        noted = RecoveryOffice(fingerprint=fingerprint, added=now, added_by=user)
        session.add(noted)
        session.flush()
    return noted

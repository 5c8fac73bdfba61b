"""Who can open this vault: users come, change their passphrases, get the clinical key, and go.

A disabled user's slot is gone from the key file, but whoever kept an old copy of the file and of the records opens that
copy still. Where that matters he is revoked (`app.vault.revocation`).
"""

import os
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.clock import Clock
from app.crypto import keyfile, sealed_field, signing
from app.crypto.calibration import calibrated
from app.crypto.kdf import KdfParams
from app.crypto.keyfile import DamagedKeyFile, KeyFile, Unlocked
from app.crypto.slots import PassphraseSlot, clean
from app.domain.errors import N_, UserError
from app.domain.role import Right, Role, rights
from app.passphrase import judge
from app.vault.generations import KEYS, replace_key_file
from app.vault.vault import OpenVault, disk_worded
from db.models.account import Account
from db.models.clinical import ClinicalNote


class UserExists(UserError):
    what = N_("There is already a user {user}.")
    todo = N_("Choose another name.")


class NoSuchUser(UserError):
    what = N_("There is no user {user} in this vault.")
    todo = N_("Check the spelling; the list of users shows every name.")


class LastUser(UserError):
    what = N_("{user} is the last user, and a vault without users opens no more.")
    todo = N_("Add another user first.")


class NotYourself(UserError):
    what = N_("You cannot take the vault away from yourself.")
    todo = N_("Ask another user to do it.")


class NotYourOwnRoles(UserError):
    what = N_("Nobody gives themselves a right they lack.")
    todo = N_("Ask a colleague who manages users.")


class NotYoursToGive(UserError):
    what = N_("You cannot read the clinical notes, so you cannot give them to anybody.")
    todo = N_("Ask somebody who reads them to give the right.")


class LastReader(UserError):
    what = N_("{user} is the last who can read the clinical notes, and they would be lost.")
    todo = N_("Let {user} give the right to somebody else first, or add the office's recovery key.")


@dataclass(frozen=True, slots=True)
class UserRow:
    """One user. `clinical`: holds the key of the clinical notes. `disabled`: has no slot any more. `team`: or empty."""

    user: str
    roles: tuple[Role, ...]
    clinical: bool
    disabled: bool
    created: datetime | None
    team: str = ""


@dataclass(frozen=True, slots=True)
class Users:
    """Every change is one journaled unit of work; the key file takes its place last in it, before the commit.

    Should the commit fail then, the key file counts: a slot without an account may do nothing, and an account
    without a slot opens nothing.
    """

    vault: OpenVault
    clock: Clock
    access: Access

    def list(self) -> tuple[UserRow, ...]:
        """Everybody who ever had an account, by name; raises `NotAllowed`."""
        self.access.require(Right.USERS)
        slots = {slot.user: slot for slot in current(self.vault).passphrases()}
        with self.vault.database.read() as session:
            accounts = {account.user: account for account in session.scalars(select(Account))}
        return tuple(_row(name, accounts.get(name), slots.get(name)) for name in sorted(accounts.keys() | slots.keys()))

    def me(self) -> UserRow:
        """The one who opened the vault; everybody may look at himself."""
        return self._shown(self.vault.user)

    def add(
        self, user: str, passphrase: str, roles: Collection[Role] = (Role.CASEWORKER,), *,
        clinical: bool = False, params: KdfParams | None = None,
    ) -> UserRow:  # fmt: skip
        """Give `user` a slot and keys of his own; somebody disabled before comes back with fresh keys.

        Raises `NotAllowed`, `UserExists`, `UnusableUser`, `WeakPassphrase`, `UnusablePassphrase`, `NotYoursToGive`.
        """
        self.access.require(Right.USERS)
        judge.demand(passphrase, (user,))
        file = current(self.vault)
        keys = Unlocked.newcomer(user, self.vault.keys)
        if keys.user in file.users():
            raise UserExists(user=keys.user)
        changed = file.with_slot(PassphraseSlot.wrap(keys, passphrase, params or calibrated(), file.vault_id))
        if clinical:
            changed = self._with_clinical(changed, keys.user)
        changed = changed.sealed(self.vault.keys)
        if keyfile.unlock(changed, keys.user, passphrase).data_key != keys.data_key:
            raise DamagedKeyFile
        with self.vault.database.write(self.vault.user) as session:
            welcome(session, keys, roles, self.clock.now(), clinical=clinical)
            self._put(changed)
        return self._shown(keys.user)

    def change_passphrase(self, user: str, old: str, new: str, *, params: KdfParams | None = None) -> None:
        """Rewrap the one slot of `user`, who must know his `old` passphrase; his keys stay the same.

        Raises `WrongPassphrase`, `WeakPassphrase`, `UnusablePassphrase`.
        """
        judge.demand(new, (user,))
        file = current(self.vault)
        keys = keyfile.unlock(file, user, old)
        slot = file.slot_of(user).rewrapped(keys, new, params or calibrated(), file.vault_id)
        changed = file.with_slot(slot).sealed(self.vault.keys)
        if keyfile.unlock(changed, keys.user, new) != keys:
            raise DamagedKeyFile
        with self.vault.database.write(self.vault.user) as session:
            session.note(self.vault.vault_id, "passphrase", keys.user)
            self._put(changed, withdraws=True)

    def disable(self, user: str) -> None:
        """Take the slot of `user` away. Raises `NotAllowed`, `NoSuchUser`, `LastUser`, `NotYourself`, `LastReader`."""
        self.access.require(Right.USERS)
        with self.vault.database.write(self.vault.user) as session:
            changed = leaving(self.vault, session, user)
            farewell(session, user)
            self._put(changed.sealed(self.vault.keys), withdraws=True)

    def set_roles(self, user: str, roles: Collection[Role]) -> UserRow:
        """Say what `user` is in this office; raises `NotAllowed`, `NoSuchUser`, `LastUser`, `NotYourOwnRoles`.

        One user at least must stay who may manage users. Nobody gives himself a right that he lacks.
        """
        self.access.require(Right.USERS)
        if user == self.vault.user and not rights(roles) <= self.access.rights:
            raise NotYourOwnRoles
        with self.vault.database.write(self.vault.user) as session:
            _account(session, user).roles = _spelled(roles)
            session.flush()
            _check_managed(session, user)
        return self._shown(user)

    def set_clinical(self, user: str, granted: bool) -> UserRow:
        """Give `user` the key of the clinical notes, or take it back; it takes effect when he opens the vault next.

        Taking back is a promise of this program: who held the key may have kept it, until he is revoked.
        Raises `NotAllowed`, `NoSuchUser`, `NotYoursToGive`, `LastReader`.
        """
        self.access.require(Right.USERS)
        file = current(self.vault)
        if user not in file.users():
            raise NoSuchUser(user=user)
        with self.vault.database.write(self.vault.user) as session:
            if granted:
                changed = self._with_clinical(file, user)
            else:
                _check_readers(session, file, user)
                changed = file.with_slot(file.slot_of(user).with_clinical(None, file.vault_id))
            _account(session, user).clinical_granted = granted
            session.flush()
            self._put(changed.sealed(self.vault.keys), withdraws=not granted)
        return self._shown(user)

    def _with_clinical(self, file: KeyFile, user: str) -> KeyFile:
        """`file` with the clinical key for `user`, and for the office, that somebody can recover it."""
        key = self._clinical_key(file)
        changed = file.with_slot(file.slot_of(user).with_clinical(key, file.vault_id))
        for office in file.offices():
            changed = changed.with_slot(office.with_clinical(key, file.vault_id))
        return changed

    def _clinical_key(self, file: KeyFile) -> bytes:
        """The vault's clinical key; a fresh one for the first who gets it."""
        if self.vault.keys.clinical_key is not None:
            return self.vault.keys.clinical_key
        if any(slot.has_clinical for slot in file.slots):
            raise NotYoursToGive
        return os.urandom(sealed_field.KEY_SIZE)

    def _put(self, file: KeyFile, *, withdraws: bool = False) -> None:
        with disk_worded():
            replace_key_file(self.vault.path, file, self.vault.keys, withdraws=withdraws)

    def _shown(self, user: str) -> UserRow:
        with self.vault.database.read() as session:
            return _row(user, _account(session, user), _slot(current(self.vault), user))


def current(vault: OpenVault) -> KeyFile:
    """The key file as it stands on the disk, proven; raises `DamagedKeyFile`, `OSError`."""
    file = keyfile.parse((vault.path / KEYS).read_bytes())
    if not file.proven(vault.keys):
        raise DamagedKeyFile
    return file


def leaving(vault: OpenVault, session: Session, user: str) -> KeyFile:
    """The key file without `user`, not sealed; raises `NoSuchUser`, `LastUser`, `NotYourself`, `LastReader`."""
    file = current(vault)
    if user not in file.users():
        raise NoSuchUser(user=user)
    if len(file.users()) == 1:
        raise LastUser(user=user)
    if user == vault.user:
        raise NotYourself
    _check_readers(session, file, user)
    return file.without(user)


def welcome(session: Session, keys: Unlocked, roles: Collection[Role], now: datetime, *, clinical: bool) -> None:
    """Write the account of whoever holds `keys`: a new one, or that of somebody who comes back with fresh keys."""
    account = session.scalar(select(Account).where(Account.user == keys.user))
    if account is None:
        account = Account(user=keys.user, created=now)
        session.add(account)
    account.roles = _spelled(roles)
    account.clinical_granted = clinical
    account.disabled = False
    account.public_key = signing.public_key(keys.signing_key)
    session.flush()


def farewell(session: Session, user: str) -> None:
    """Disable the account of `user`; raises `LastUser` if nobody would be left who may manage users."""
    account = _account(session, user)
    account.disabled = True
    session.flush()
    _check_managed(session, user)


def _check_managed(session: Session, user: str) -> None:
    working = session.scalars(select(Account.roles).where(Account.disabled.is_(False)))
    if not any(Right.USERS in rights(Role(role) for role in roles.split()) for roles in working):
        raise LastUser(user=user)


def _check_readers(session: Session, file: KeyFile, user: str) -> None:
    """Refuse to lose the clinical notes with their last reader."""
    slot = _slot(file, user)
    others = [one for one in file.slots if one != slot]
    written = session.scalar(select(func.count()).select_from(ClinicalNote))
    if slot and slot.has_clinical and written and not any(one.has_clinical for one in others):
        raise LastReader(user=user)


def _account(session: Session, user: str) -> Account:
    account = session.scalar(select(Account).where(Account.user == user))
    if account is None:
        raise NoSuchUser(user=user)
    return account


def _slot(file: KeyFile, user: str) -> PassphraseSlot | None:
    return next((slot for slot in file.passphrases() if slot.user == clean(user)), None)


def _row(user: str, account: Account | None, slot: PassphraseSlot | None) -> UserRow:
    return UserRow(
        user,
        tuple(Role(role) for role in account.roles.split()) if account else (),
        clinical=slot is not None and slot.has_clinical,
        disabled=slot is None,
        created=account.created if account else None,
        team=account.team if account else "",
    )


def _spelled(roles: Collection[Role]) -> str:
    return " ".join(sorted(set(roles)))

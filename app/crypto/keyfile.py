"""`vault.key`: the vault's keys, once for every user and for the office; strict, authenticated, in one spelling only.

A slot's wrapping authenticates the slot's own parameters and the vault; the MAC under data and root key
authenticates the whole file. So nobody without a passphrase can swap, rename, add, drop or weaken a slot.
"""

import hmac
from dataclasses import dataclass, replace
from typing import Self
from uuid import UUID

from app.crypto import canonical, kdf
from app.crypto.age_keys import HybridIdentity
from app.crypto.canonical import NotCanonical
from app.crypto.kdf import KdfParams, UnsafeKdf
from app.crypto.slots import (
    KINDS,
    VERSION,
    DamagedKeyFile,
    OfficeSlot,
    PassphraseSlot,
    Slot,
    Unlocked,
    UnusableUser,
    VaultKeys,
    WrongOfficeKey,
    WrongPassphrase,
    clean,
)
from app.crypto.subkeys import KEY_FILE, derive
from app.domain.errors import N_, UserError

__all__ = ["DamagedKeyFile", "Unlocked", "UnusableUser", "VaultKeys", "WrongOfficeKey", "WrongPassphrase"]

LARGEST = 1024 * 1024
MOST_SLOTS = 100
MOST_GENERATIONS = 9_999
_MAC = 32


class NewerKeyFile(UserError):
    what = N_("The vault's key file was written by a newer version of this program.")
    todo = N_("Nothing was touched. Install the newer version and open the vault with it.")


class WhichUser(UserError):
    what = N_("This vault has several users.")
    todo = N_("Say which of them you are.")


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The key file, parsed. It is only proven true once a slot was opened (`unlock`).

    What changes it gives a new one, whose MAC is stale until `sealed`.
    """

    vault_id: UUID
    generation: int
    slots: tuple[Slot, ...]
    mac: bytes

    def users(self) -> tuple[str, ...]:
        """Who has a slot, in the file's order."""
        return tuple(slot.user for slot in self.passphrases())

    def passphrases(self) -> tuple[PassphraseSlot, ...]:
        """The users' slots."""
        return tuple(slot for slot in self.slots if isinstance(slot, PassphraseSlot))

    def offices(self) -> tuple[OfficeSlot, ...]:
        """The offices' slots."""
        return tuple(slot for slot in self.slots if isinstance(slot, OfficeSlot))

    def slot_of(self, user: str | None) -> PassphraseSlot:
        """The slot of `user` (None: the only one); raises `WhichUser`, `WrongPassphrase`."""
        slots = self.passphrases()
        if user is None and len(slots) > 1:
            raise WhichUser
        wanted = slots[0].user if user is None else clean(user)
        for slot in slots:
            if slot.user == wanted:
                return slot
        raise WrongPassphrase

    def with_slot(self, slot: Slot) -> Self:
        """The file with `slot`, in the place of the same holder's if there is one."""
        others = [_holder(other) for other in self.slots]
        if _holder(slot) not in others:
            return replace(self, slots=(*self.slots, slot))
        at = others.index(_holder(slot))
        return replace(self, slots=(*self.slots[:at], slot, *self.slots[at + 1 :]))

    def without(self, user: str) -> Self:
        """The file without the slot of `user`."""
        return replace(self, slots=tuple(slot for slot in self.slots if _holder(slot) != ("user", user)))

    def rekeyed(self, keys: VaultKeys, generation: int) -> Self:
        """The file of the next generation: every slot leads to the new data key.

        Who had the clinical key gets that of `keys`; if `keys` has none, what he had stays as it is.
        """
        slots = []
        for slot in self.slots:
            told: Slot = slot.with_data(keys.data_key, self.vault_id)
            if slot.has_clinical and keys.clinical_key is not None:
                told = told.with_clinical(keys.clinical_key, self.vault_id)
            slots.append(told)
        return replace(self, slots=tuple(slots), generation=generation)

    def to_bytes(self) -> bytes:
        """The file, as `parse` reads it."""
        return canonical.write(self._told() | {"mac": canonical.encode(self.mac)})

    def sealed(self, keys: VaultKeys) -> Self:
        """The same file under a fresh MAC; the last step of every change to it."""
        return replace(self, mac=self._mac(keys))

    def proven(self, keys: VaultKeys) -> bool:
        """Whether the whole file is as the last holder of `keys` left it."""
        return hmac.compare_digest(self.mac, self._mac(keys))

    def _told(self) -> dict[str, object]:
        return {
            "v": VERSION,
            "vault_id": str(self.vault_id),
            "generation": self.generation,
            "slots": [slot.told() for slot in self.slots],
        }

    def _mac(self, keys: VaultKeys) -> bytes:
        key = derive(keys.data_key, KEY_FILE) + derive(keys.root_key, KEY_FILE)
        return hmac.digest(key, canonical.write(self._told()), "sha256")


def create(
    user: str, passphrase: str, *, vault_id: UUID, generation: int = 1, params: KdfParams = kdf.DEFAULT
) -> tuple[KeyFile, Unlocked]:
    """A key file with one slot, and the fresh keys in it; raises `UnusablePassphrase` or `UnusableUser`."""
    keys = Unlocked.newcomer(user, VaultKeys.fresh())
    slot = PassphraseSlot.wrap(keys, passphrase, params, vault_id)
    return KeyFile(vault_id, generation, (slot,), b"").sealed(keys), keys


def parse(data: bytes) -> KeyFile:
    """The key file in `data`: `DamagedKeyFile` or `NewerKeyFile`, at once and before any key is derived."""
    try:
        value = canonical.read(data, LARGEST)
        if isinstance(value, dict) and type(value.get("v")) is int and value["v"] > VERSION:
            raise NewerKeyFile
        return _read(value)
    except (NotCanonical, UnsafeKdf) as error:
        raise DamagedKeyFile from error


def unlock(keyfile: KeyFile, user: str | None, passphrase: str) -> Unlocked:
    """Open the slot of `user` (None: the only one) and prove the whole file with the keys inside.

    Takes as long as the slot's parameters ask. Raises `WrongPassphrase` (for a wrong user too), `WhichUser`,
    `UnusablePassphrase`, `DamagedKeyFile`.
    """
    slot = keyfile.slot_of(user)
    return unlock_with(keyfile, slot, slot.kek(passphrase))


def unlock_with(keyfile: KeyFile, slot: PassphraseSlot, kek: bytes) -> Unlocked:
    """Like `unlock`, with a key-encryption key already derived."""
    keys = slot.unwrap(kek, keyfile.vault_id)
    if not keyfile.proven(keys):
        raise DamagedKeyFile
    return keys


def unlock_again(keyfile: KeyFile, keys: Unlocked) -> Unlocked:
    """Open the slot of him whose `keys` these are in a file of another generation, without his passphrase.

    Raises `WrongPassphrase` where he has none in it, `DamagedKeyFile`.
    """
    public = HybridIdentity(keys.seed).recipient()
    for slot in keyfile.passphrases():
        if slot.public == public:
            found = slot.reopened(keys, keyfile.vault_id)
            if not keyfile.proven(found):
                raise DamagedKeyFile
            return found
    raise WrongPassphrase


def unlock_as_office(keyfile: KeyFile, identity: HybridIdentity) -> VaultKeys:
    """Open the slot of the office whose `identity` this is; raises `WrongOfficeKey`, `DamagedKeyFile`."""
    public = identity.recipient()
    for slot in keyfile.offices():
        if slot.public == public:
            keys = slot.open(identity, keyfile.vault_id)
            if not keyfile.proven(keys):
                raise DamagedKeyFile
            return keys
    raise WrongOfficeKey


def _holder(slot: Slot) -> tuple[str, str]:
    return ("user", slot.user) if isinstance(slot, PassphraseSlot) else ("office", slot.fingerprint())


def _read(value: object) -> KeyFile:
    told = canonical.fields(value, {"v": int, "vault_id": str, "generation": int, "slots": list, "mac": str})
    generation = 1 <= told["generation"] <= MOST_GENERATIONS
    if told["v"] != VERSION or not generation or not 1 <= len(told["slots"]) <= MOST_SLOTS:
        raise NotCanonical("version, generation or number of slots")
    slots = tuple(_read_slot(slot) for slot in told["slots"])
    if len({_holder(slot) for slot in slots}) != len(slots):
        raise NotCanonical("a holder twice")
    file = KeyFile(_uuid(told["vault_id"]), told["generation"], slots, canonical.decode(told["mac"], _MAC))
    if not file.passphrases():
        raise NotCanonical("no user")
    return file


def _read_slot(value: object) -> Slot:
    kind = value.get("kind") if isinstance(value, dict) else None
    if not isinstance(kind, str) or kind not in KINDS:
        raise NotCanonical("kind")
    return KINDS[kind].read(value)


def _uuid(text: str) -> UUID:
    try:
        found = UUID(text)
    except ValueError as error:
        raise NotCanonical("vault id") from error
    if str(found) != text:
        raise NotCanonical("vault id")
    return found

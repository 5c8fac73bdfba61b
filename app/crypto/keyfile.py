"""`vault.key`: the data key, wrapped once for every user; strict, authenticated, in one spelling only.

A slot's wrapping authenticates the slot's own parameters and the vault; the MAC under the data key
authenticates the whole file. So nobody without a passphrase can swap, rename, add, drop or weaken a slot.
"""

import hmac
import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Self
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from app.crypto import canonical, kdf, signing
from app.crypto.canonical import NotCanonical
from app.crypto.kdf import KdfParams, UnsafeKdf
from app.crypto.subkeys import DATA_KEY_SIZE, KEY_FILE, database_key_hex
from app.crypto.subkeys import derive as derive
from app.domain.errors import N_, UserError

VERSION = 1
LARGEST = 1024 * 1024
MOST_SLOTS = 1000
LONGEST_USER = 64
_NONCE = 12
_TAG = 16
_MAC = 32
_SECRETS = DATA_KEY_SIZE + signing.PRIVATE_SIZE


class DamagedKeyFile(UserError):
    what = N_("The vault's key file is damaged or was changed by something else than this program.")
    todo = N_("Nothing was touched. Put back the key file of a backup.")


class NewerKeyFile(UserError):
    what = N_("The vault's key file was written by a newer version of this program.")
    todo = N_("Nothing was touched. Install the newer version and open the vault with it.")


class WrongPassphrase(UserError):
    what = N_("The user name or the passphrase is wrong.")
    todo = N_("Check the keyboard language and Caps Lock, and try again.")


class WhichUser(UserError):
    what = N_("This vault has several users.")
    todo = N_("Say which of them you are.")


class UnusableUser(UserError):
    what = N_("This user name cannot be used.")
    todo = N_("Use 1 to {longest} characters without spaces at the ends.")


@dataclass(frozen=True, slots=True)
class Unlocked:
    """What a passphrase opens: the vault's data key and the user's own Ed25519 signing key, 32 bytes each."""

    user: str
    data_key: bytes = field(repr=False)
    signing_key: bytes = field(repr=False)

    def database_key_hex(self) -> str:
        """The raw key of the records, as 64 hex digits."""
        return database_key_hex(self.data_key)


@dataclass(frozen=True, slots=True)
class PassphraseSlot:
    """The two keys of one user, wrapped under the key that Argon2id makes of the passphrase."""

    user: str
    kdf: KdfParams
    salt: bytes
    nonce: bytes
    ct: bytes

    kind = "passphrase"

    @classmethod
    def wrap(cls, keys: Unlocked, passphrase: str, params: KdfParams, vault_id: UUID) -> Self:
        """Seal `keys` under the key of `passphrase`, with a fresh salt and nonce."""
        slot = cls(keys.user, params, os.urandom(kdf.SALT_SIZE), os.urandom(_NONCE), b"")
        secrets = keys.data_key + keys.signing_key
        sealing = ChaCha20Poly1305(slot.kek(passphrase))
        return replace(slot, ct=sealing.encrypt(slot.nonce, secrets, slot.bound_to(vault_id)))

    def kek(self, passphrase: str) -> bytes:
        """The key that `passphrase` gives for this slot; takes as long as the slot's parameters ask."""
        return kdf.derive_kek(passphrase, self.salt, self.kdf)

    def unwrap(self, kek: bytes, vault_id: UUID) -> Unlocked:
        """Open the slot; `WrongPassphrase` if `kek` is another or any parameter was changed."""
        try:
            keys = ChaCha20Poly1305(kek).decrypt(self.nonce, self.ct, self.bound_to(vault_id))
        except InvalidTag as error:
            raise WrongPassphrase from error
        return Unlocked(self.user, keys[:DATA_KEY_SIZE], keys[DATA_KEY_SIZE:])

    def bound_to(self, vault_id: UUID) -> bytes:
        """What the wrapping authenticates besides the keys: version, vault, the slot's parameters."""
        parameters = {key: value for key, value in self.told().items() if key not in ("nonce", "ct")}
        return canonical.write({"v": VERSION, "vault_id": str(vault_id), **parameters})

    def told(self) -> dict[str, object]:
        """The slot as it stands in the file."""
        costs = {
            "m": self.kdf.memory_kib,
            "t": self.kdf.iterations,
            "p": self.kdf.lanes,
            "salt": canonical.encode(self.salt),
        }
        return {
            "kind": self.kind,
            "user": self.user,
            "kdf": costs,
            "nonce": canonical.encode(self.nonce),
            "ct": canonical.encode(self.ct),
        }

    @classmethod
    def read(cls, value: object) -> Self:
        """The slot that `value` tells; `NotCanonical` or `UnsafeKdf` if it tells none."""
        told = canonical.fields(value, {"kind": str, "user": str, "kdf": dict, "nonce": str, "ct": str})
        costs = canonical.fields(told["kdf"], {"m": int, "t": int, "p": int, "salt": str})
        if told["user"] != _clean(told["user"]):
            raise NotCanonical("user")
        return cls(
            told["user"],
            KdfParams(costs["m"], costs["t"], costs["p"]),
            canonical.decode(costs["salt"], kdf.SALT_SIZE),
            canonical.decode(told["nonce"], _NONCE),
            canonical.decode(told["ct"], _SECRETS + _TAG),
        )


# Later kinds (a recovery slot under the office's HPKE key) join the union and the table.
Slot = PassphraseSlot
_KINDS: Mapping[str, type[Slot]] = MappingProxyType({PassphraseSlot.kind: PassphraseSlot})


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The key file, parsed. It is only proven true once a slot was opened (`unlock`)."""

    vault_id: UUID
    generation: int
    slots: tuple[Slot, ...]
    mac: bytes

    def users(self) -> tuple[str, ...]:
        """Who has a slot, in the file's order."""
        return tuple(slot.user for slot in self.slots)

    def to_bytes(self) -> bytes:
        """The file, as `parse` reads it."""
        return canonical.write(self._told() | {"mac": canonical.encode(self.mac)})

    def sealed(self, data_key: bytes) -> Self:
        """The same file under a fresh MAC; the last step of every change to it."""
        return replace(self, mac=self._mac(data_key))

    def proven(self, data_key: bytes) -> bool:
        """Whether the whole file is as the holder of `data_key` left it."""
        return hmac.compare_digest(self.mac, self._mac(data_key))

    def _told(self) -> dict[str, object]:
        return {
            "v": VERSION,
            "vault_id": str(self.vault_id),
            "generation": self.generation,
            "slots": [slot.told() for slot in self.slots],
        }

    def _mac(self, data_key: bytes) -> bytes:
        return hmac.digest(derive(data_key, KEY_FILE), canonical.write(self._told()), "sha256")


def create(
    user: str, passphrase: str, *, vault_id: UUID, generation: int = 1, params: KdfParams = kdf.DEFAULT
) -> tuple[KeyFile, Unlocked]:
    """A key file with one slot, and the fresh keys in it; raises `UnusablePassphrase` or `UnusableUser`."""
    name = _clean(user)
    if name is None:
        raise UnusableUser(longest=LONGEST_USER)
    keys = Unlocked(name, os.urandom(DATA_KEY_SIZE), signing.new_signing_key())
    slot = PassphraseSlot.wrap(keys, passphrase, params, vault_id)
    return KeyFile(vault_id, generation, (slot,), b"").sealed(keys.data_key), keys


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
    """Open the slot of `user` (None: the only one) and prove the whole file with the key inside.

    Takes as long as the slot's parameters ask. Raises `WrongPassphrase` (for a wrong user too), `WhichUser`,
    `UnusablePassphrase`, `DamagedKeyFile`.
    """
    slot = _slot_of(keyfile, user)
    return unlock_with(keyfile, slot, slot.kek(passphrase))


def unlock_with(keyfile: KeyFile, slot: Slot, kek: bytes) -> Unlocked:
    """Like `unlock`, with a key-encryption key already derived."""
    keys = slot.unwrap(kek, keyfile.vault_id)
    if not keyfile.proven(keys.data_key):
        raise DamagedKeyFile
    return keys


def _slot_of(keyfile: KeyFile, user: str | None) -> Slot:
    if user is None:
        if len(keyfile.slots) > 1:
            raise WhichUser
        return keyfile.slots[0]
    wanted = _clean(user)
    for slot in keyfile.slots:
        if slot.user == wanted:
            return slot
    raise WrongPassphrase


def _read(value: object) -> KeyFile:
    told = canonical.fields(value, {"v": int, "vault_id": str, "generation": int, "slots": list, "mac": str})
    if told["v"] != VERSION or not 1 <= told["generation"] < 10_000 or not 1 <= len(told["slots"]) <= MOST_SLOTS:
        raise NotCanonical("version, generation or number of slots")
    slots = tuple(_read_slot(slot) for slot in told["slots"])
    if len({slot.user for slot in slots}) != len(slots):
        raise NotCanonical("a user twice")
    return KeyFile(_uuid(told["vault_id"]), told["generation"], slots, canonical.decode(told["mac"], _MAC))


def _read_slot(value: object) -> Slot:
    kind = value.get("kind") if isinstance(value, dict) else None
    if not isinstance(kind, str) or kind not in _KINDS:
        raise NotCanonical("kind")
    return _KINDS[kind].read(value)


def _uuid(text: str) -> UUID:
    try:
        found = UUID(text)
    except ValueError as error:
        raise NotCanonical("vault id") from error
    if str(found) != text:
        raise NotCanonical("vault id")
    return found


def _clean(user: str) -> str | None:
    """The user's name in NFC, or None if it is empty, too long or holds control characters."""
    name = unicodedata.normalize("NFC", user)
    if name != name.strip() or not 1 <= len(name) <= LONGEST_USER or not name.isprintable():
        return None
    return name

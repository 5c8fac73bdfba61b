"""The slots of `vault.key`: each leads one holder, a user with a passphrase or the office, to the vault's keys.

A user's slot wraps private keys of his own under his passphrase; the vault's keys are sealed to the public half. So
others can give him a new data key, or the clinical key, while he is away. The root key stands only under passphrases
and for the office and enters the MAC of the key file: public keys alone are not enough to forge one.
"""

import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, ClassVar, Self
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from typing_extensions import override

from app.crypto import canonical, kdf, signing
from app.crypto.age_keys import SEALED_OVERHEAD, HybridIdentity, HybridRecipient, WrongKey
from app.crypto.canonical import NotCanonical
from app.crypto.kdf import KdfParams
from app.crypto.subkeys import AUDIT, DATA_KEY_SIZE, database_key_hex, derive
from app.domain.errors import N_, UserError

VERSION = 1
LONGEST_USER = 64
_KEY = DATA_KEY_SIZE
_NONCE = 12
_TAG = 16
_SEED = 32
_OWN = signing.PRIVATE_SIZE + _SEED + _KEY


class DamagedKeyFile(UserError):
    what = N_("The vault's key file is damaged or was changed by something else than this program.")
    todo = N_("Nothing was touched. Put back the key file of a backup.")


class WrongPassphrase(UserError):
    what = N_("The user name or the passphrase is wrong.")
    todo = N_("Check the keyboard language and Caps Lock, and try again.")


class WrongOfficeKey(UserError):
    what = N_("This vault was not prepared for the office whose key this is.")
    todo = N_("Compare the digits of the office key with those on the recovery sheet.")


class UnusableUser(UserError):
    what = N_("This user name cannot be used.")
    todo = N_("Use 1 to {longest} characters without spaces at the ends.")


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultKeys:
    """What every slot leads to, 32 bytes each.

    `data_key` opens the records and changes when a user is revoked. `root_key` never changes: it proves the key file
    and chains the journal. `clinical_key` opens the clinical fields; None for whoever has no right to them.
    """

    data_key: bytes = field(repr=False)
    root_key: bytes = field(repr=False)
    clinical_key: bytes | None = field(default=None, repr=False)

    @classmethod
    def fresh(cls) -> Self:
        """The keys of a new vault, in which nobody may write clinical notes yet."""
        return cls(data_key=os.urandom(_KEY), root_key=os.urandom(_KEY))

    def database_key_hex(self) -> str:
        """The raw key of the records, as 64 hex digits."""
        return database_key_hex(self.data_key)

    def audit_key(self) -> bytes:
        """The key of the journal's chain: that of the root, so that a chain outlives a revocation."""
        return derive(self.root_key, AUDIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlocked(VaultKeys):
    """What a passphrase opens: the vault's keys, the user's Ed25519 signing key, and the seed of his own pair."""

    user: str
    signing_key: bytes = field(repr=False)
    seed: bytes = field(repr=False)

    @classmethod
    def newcomer(cls, user: str, keys: VaultKeys, *, clinical: bool = False) -> Self:
        """`keys` in the hands of a new user with keys of his own; raises `UnusableUser`."""
        name = clean(user)
        if name is None:
            raise UnusableUser(longest=LONGEST_USER)
        return cls(
            user=name,
            data_key=keys.data_key,
            root_key=keys.root_key,
            clinical_key=keys.clinical_key if clinical else None,
            signing_key=signing.new_signing_key(),
            seed=os.urandom(_SEED),
        )


@dataclass(frozen=True, slots=True)
class _Holder:
    """What both kinds share: a public key, and the vault's keys sealed to it."""

    public: HybridRecipient
    data: bytes
    clinical: bytes | None

    kind: ClassVar[str]

    @property
    def has_clinical(self) -> bool:
        """Whether the holder can read the clinical fields."""
        return self.clinical is not None

    def with_data(self, data_key: bytes, vault_id: UUID) -> Self:
        """The slot, leading to another data key."""
        return replace(self, data=self._seal(data_key, "data", vault_id))

    def with_clinical(self, clinical_key: bytes | None, vault_id: UUID) -> Self:
        """The slot with the clinical key, or without."""
        return replace(self, clinical=None if clinical_key is None else self._seal(clinical_key, "clinical", vault_id))

    def _name(self) -> dict[str, object]:
        return {}

    def _seal(self, key: bytes, use: str, vault_id: UUID) -> bytes:
        return self.public.seal(key, self._info(use, vault_id))

    def _open(self, identity: HybridIdentity, sealed: bytes, use: str, vault_id: UUID) -> bytes:
        key = identity.open(sealed, self._info(use, vault_id))
        if key is None:
            raise DamagedKeyFile
        return key

    def _open_clinical(self, identity: HybridIdentity, vault_id: UUID) -> bytes | None:
        return None if self.clinical is None else self._open(identity, self.clinical, "clinical", vault_id)

    def _info(self, use: str, vault_id: UUID) -> bytes:
        told = {"v": VERSION, "vault_id": str(vault_id), "kind": self.kind, "public": canonical.encode(self.public.key)}
        return b"suprovid/1 key slot\0" + canonical.write({**told, **self._name(), "key": use})

    def _told(self) -> dict[str, object]:
        return {
            "kind": self.kind,
            "public": canonical.encode(self.public.key),
            "data": canonical.encode(self.data),
            "clinical": None if self.clinical is None else canonical.encode(self.clinical),
        }


_SHAPE: canonical.Shape = {"kind": str, "public": str, "data": str, "clinical": (str, type(None))}


def _read_holder(told: Mapping[str, Any]) -> dict[str, Any]:
    try:
        public = HybridRecipient(canonical.decode(told["public"]))
    except WrongKey as error:
        raise NotCanonical("public key") from error
    clinical = None if told["clinical"] is None else _read_sealed(told["clinical"])
    return {"public": public, "data": _read_sealed(told["data"]), "clinical": clinical}


def _read_sealed(text: str) -> bytes:
    return canonical.decode(text, _KEY + SEALED_OVERHEAD)


@dataclass(frozen=True, slots=True, kw_only=True)
class PassphraseSlot(_Holder):
    """A user's slot: `ct` holds his signing key, the seed of his pair and the root key, under his passphrase."""

    user: str
    kdf: KdfParams
    salt: bytes
    nonce: bytes
    ct: bytes

    kind: ClassVar[str] = "passphrase"

    @classmethod
    def wrap(cls, keys: Unlocked, passphrase: str, params: KdfParams, vault_id: UUID) -> Self:
        """A slot for `keys` under `passphrase`."""
        slot = cls(
            public=HybridIdentity(keys.seed).recipient(),
            data=b"",
            clinical=None,
            user=keys.user,
            kdf=params,
            salt=b"",
            nonce=b"",
            ct=b"",
        )
        slot = slot.with_data(keys.data_key, vault_id).with_clinical(keys.clinical_key, vault_id)
        return slot.rewrapped(keys, passphrase, params, vault_id)

    def rewrapped(self, keys: Unlocked, passphrase: str, params: KdfParams, vault_id: UUID) -> Self:
        """The same slot under another passphrase, with a fresh salt and nonce; what is sealed in it stays."""
        slot = replace(self, kdf=params, salt=os.urandom(kdf.SALT_SIZE), nonce=os.urandom(_NONCE))
        own = keys.signing_key + keys.seed + keys.root_key
        sealing = ChaCha20Poly1305(slot.kek(passphrase))
        return replace(slot, ct=sealing.encrypt(slot.nonce, own, slot.bound_to(vault_id)))

    def kek(self, passphrase: str) -> bytes:
        """The key that `passphrase` gives for this slot; takes as long as the slot's parameters ask."""
        return kdf.derive_kek(passphrase, self.salt, self.kdf)

    def unwrap(self, kek: bytes, vault_id: UUID) -> Unlocked:
        """Open the slot; `WrongPassphrase` if `kek` is another or any parameter was changed, or `DamagedKeyFile`."""
        try:
            own = ChaCha20Poly1305(kek).decrypt(self.nonce, self.ct, self.bound_to(vault_id))
        except InvalidTag as error:
            raise WrongPassphrase from error
        signing_key, seed, root_key = own[:_KEY], own[_KEY : 2 * _KEY], own[2 * _KEY :]
        identity = HybridIdentity(seed)
        return Unlocked(
            user=self.user,
            data_key=self._open(identity, self.data, "data", vault_id),
            root_key=root_key,
            clinical_key=self._open_clinical(identity, vault_id),
            signing_key=signing_key,
            seed=seed,
        )

    def reopened(self, keys: Unlocked, vault_id: UUID) -> Unlocked:
        """What the slot leads the holder of `keys` to, in a file of another generation; raises `DamagedKeyFile`."""
        identity = HybridIdentity(keys.seed)
        data_key = self._open(identity, self.data, "data", vault_id)
        return replace(keys, data_key=data_key, clinical_key=self._open_clinical(identity, vault_id))

    def bound_to(self, vault_id: UUID) -> bytes:
        """What the wrapping authenticates besides the keys: version, vault, and the slot's own parameters."""
        parameters = {key: value for key, value in self.told().items() if key in ("kind", "user", "kdf", "public")}
        return canonical.write({"v": VERSION, "vault_id": str(vault_id), **parameters})

    def told(self) -> dict[str, object]:
        """The slot as it stands in the file."""
        costs = {
            "m": self.kdf.memory_kib,
            "t": self.kdf.iterations,
            "p": self.kdf.lanes,
            "salt": canonical.encode(self.salt),
        }
        own = {"user": self.user, "kdf": costs, "nonce": canonical.encode(self.nonce), "ct": canonical.encode(self.ct)}
        return self._told() | own

    @classmethod
    def read(cls, value: object) -> Self:
        """The slot that `value` tells; `NotCanonical` or `UnsafeKdf` if it tells none."""
        told = canonical.fields(value, {**_SHAPE, "user": str, "kdf": dict, "nonce": str, "ct": str})
        costs = canonical.fields(told["kdf"], {"m": int, "t": int, "p": int, "salt": str})
        if told["user"] != clean(told["user"]):
            raise NotCanonical("user")
        return cls(
            **_read_holder(told),
            user=told["user"],
            kdf=KdfParams(costs["m"], costs["t"], costs["p"]),
            salt=canonical.decode(costs["salt"], kdf.SALT_SIZE),
            nonce=canonical.decode(told["nonce"], _NONCE),
            ct=canonical.decode(told["ct"], _OWN + _TAG),
        )

    @override
    def _name(self) -> dict[str, object]:
        return {"user": self.user}


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeSlot(_Holder):
    """The recovery slot: everything sealed to the coordinating office's key, nothing secret on the laptop."""

    root: bytes

    kind: ClassVar[str] = "office"

    @classmethod
    def seal(cls, keys: VaultKeys, office: HybridRecipient, vault_id: UUID) -> Self:
        """A slot that leads the holder of the identity of `office` to `keys`."""
        slot = cls(public=office, data=b"", clinical=None, root=b"")
        slot = replace(slot, root=slot._seal(keys.root_key, "root", vault_id))
        return slot.with_data(keys.data_key, vault_id).with_clinical(keys.clinical_key, vault_id)

    def fingerprint(self) -> str:
        """The forty digits of the office's key."""
        return self.public.fingerprint()

    def open(self, identity: HybridIdentity, vault_id: UUID) -> VaultKeys:
        """The keys; `WrongOfficeKey` for another office, `DamagedKeyFile`."""
        if identity.recipient() != self.public:
            raise WrongOfficeKey
        return VaultKeys(
            data_key=self._open(identity, self.data, "data", vault_id),
            root_key=self._open(identity, self.root, "root", vault_id),
            clinical_key=self._open_clinical(identity, vault_id),
        )

    def told(self) -> dict[str, object]:
        """The slot as it stands in the file."""
        return self._told() | {"root": canonical.encode(self.root)}

    @classmethod
    def read(cls, value: object) -> Self:
        """The slot that `value` tells; `NotCanonical` if it tells none."""
        told = canonical.fields(value, {**_SHAPE, "root": str})
        return cls(**_read_holder(told), root=_read_sealed(told["root"]))


Slot = PassphraseSlot | OfficeSlot
KINDS: Mapping[str, type[PassphraseSlot] | type[OfficeSlot]] = MappingProxyType(
    {PassphraseSlot.kind: PassphraseSlot, OfficeSlot.kind: OfficeSlot}
)


def clean(user: str) -> str | None:
    """The user's name in NFC, or None if it is empty, too long or holds control characters."""
    name = unicodedata.normalize("NFC", user)
    if name != name.strip() or not 1 <= len(name) <= LONGEST_USER or not name.isprintable():
        return None
    return name

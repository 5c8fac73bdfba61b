"""Keys of age files: the office's post-quantum pair (ML-KEM-768 with X25519, HPKE), and X25519 for reading.

A hybrid recipient is 1,959 characters long and travels as a file; people compare its fingerprint.
"""

import hashlib
import os
from dataclasses import dataclass, field
from typing import ClassVar, Protocol, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.crypto import bech32
from app.crypto.age_header import HeaderFailure, Stanza, decode, encode
from app.crypto.fingerprint import fingerprint

FILE_KEY = 16
_WRAPPED = FILE_KEY + 16
_SEED = 32
_X25519 = 32
_MLKEM_PUBLIC = 1184
_MLKEM_SECRET_SEED = 64
_MLKEM_SHARE = 1088
SEALED_OVERHEAD = _MLKEM_SHARE + _X25519 + 16  # what `seal` adds to a secret
_HPKE_INFO = b"age-encryption.org/mlkem768x25519"
_X25519_INFO = b"age-encryption.org/v1/X25519"
_SUITE = hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)


class WrongKey(ValueError):
    """The text is no key of the kind that was asked for."""


class Identity(Protocol):
    """A secret that opens files addressed to it."""

    def unwrap(self, stanza: Stanza) -> bytes | None:
        """The file key, or None if `stanza` is for somebody else; `HeaderFailure` if it breaks the format."""

    def fingerprint(self) -> str:
        """The 40 digits of the recipient that belongs to this identity."""


@dataclass(frozen=True, slots=True)
class HybridRecipient:
    """The public half that packages are addressed to (`age1pq1…`)."""

    key: bytes

    PREFIX: ClassVar[str] = "age1pq"
    KIND: ClassVar[str] = "mlkem768x25519"

    def __post_init__(self) -> None:
        if len(self.key) != _MLKEM_PUBLIC + _X25519:
            raise WrongKey
        try:
            self._hpke()
        except ValueError as error:
            raise WrongKey from error

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `age1pq1…`; `WrongKey` for anything else."""
        return cls(_bech32(text, cls.PREFIX))

    def text(self) -> str:
        """`age1pq1…`."""
        return bech32.encode(self.PREFIX, self.key)

    def fingerprint(self) -> str:
        """The 40 digits by which people compare it."""
        return fingerprint("recipient " + self.KIND, self.key)

    def wrap(self, file_key: bytes) -> Stanza:
        """Address `file_key` to this recipient."""
        sealed = self.seal(file_key, _HPKE_INFO)
        share, body = sealed[:-_WRAPPED], sealed[-_WRAPPED:]
        return Stanza(self.KIND, (encode(share),), body)

    def seal(self, secret: bytes, info: bytes) -> bytes:
        """`secret` for the holder of this recipient's identity, bound to `info` (HPKE base mode, RFC 9180)."""
        return _SUITE.encrypt(secret, self._hpke(), info)

    def _hpke(self) -> hpke.MLKEM768X25519PublicKey:
        return hpke.MLKEM768X25519PublicKey(
            MLKEM768PublicKey.from_public_bytes(self.key[:_MLKEM_PUBLIC]),
            X25519PublicKey.from_public_bytes(self.key[_MLKEM_PUBLIC:]),
        )


@dataclass(frozen=True, slots=True)
class HybridIdentity:
    """The secret half (`AGE-SECRET-KEY-PQ-1…`): a 32-byte seed of both private keys."""

    seed: bytes = field(repr=False)

    PREFIX: ClassVar[str] = "AGE-SECRET-KEY-PQ-"

    @classmethod
    def generate(cls) -> Self:
        """A fresh identity."""
        return cls(os.urandom(_SEED))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `AGE-SECRET-KEY-PQ-1…`; `WrongKey` for anything else."""
        return cls(_bech32(text, cls.PREFIX, _SEED))

    def text(self) -> str:
        """`AGE-SECRET-KEY-PQ-1…`."""
        return bech32.encode(self.PREFIX.lower(), self.seed).upper()

    def recipient(self) -> HybridRecipient:
        """The public half."""
        mlkem, x25519 = self._halves()
        return HybridRecipient(mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw())

    def fingerprint(self) -> str:
        return self.recipient().fingerprint()

    def unwrap(self, stanza: Stanza) -> bytes | None:
        if stanza.kind != HybridRecipient.KIND:
            return None
        share = _only_share(stanza, _MLKEM_SHARE + _X25519)
        _exchange(self._halves()[1], share[_MLKEM_SHARE:])
        return self.open(share + stanza.body, _HPKE_INFO)

    def open(self, sealed: bytes, info: bytes) -> bytes | None:
        """What `HybridRecipient.seal` was given; None if it was for somebody else, or changed."""
        private = hpke.MLKEM768X25519PrivateKey(*self._halves())
        try:
            return _SUITE.decrypt(sealed, private, info)
        except InvalidTag:
            return None

    def _halves(self) -> tuple[MLKEM768PrivateKey, X25519PrivateKey]:
        expanded = hashlib.shake_256(self.seed).digest(_MLKEM_SECRET_SEED + _X25519)
        return (
            MLKEM768PrivateKey.from_seed_bytes(expanded[:_MLKEM_SECRET_SEED]),
            X25519PrivateKey.from_private_bytes(expanded[_MLKEM_SECRET_SEED:]),
        )


@dataclass(frozen=True, slots=True)
class X25519Identity:
    """An identity of age before 1.3 (`AGE-SECRET-KEY-1…`), for reading only."""

    secret: bytes = field(repr=False)

    PREFIX: ClassVar[str] = "AGE-SECRET-KEY-"
    KIND: ClassVar[str] = "X25519"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `AGE-SECRET-KEY-1…`; `WrongKey` for anything else."""
        return cls(_bech32(text, cls.PREFIX, _X25519))

    def fingerprint(self) -> str:
        return fingerprint("recipient " + self.KIND, self._public())

    def unwrap(self, stanza: Stanza) -> bytes | None:
        if stanza.kind != self.KIND:
            return None
        share = _only_share(stanza, _X25519)
        shared = _exchange(X25519PrivateKey.from_private_bytes(self.secret), share)
        salt = share + self._public()
        key = HKDF(algorithm=SHA256(), length=32, salt=salt, info=_X25519_INFO).derive(shared)
        try:
            return ChaCha20Poly1305(key).decrypt(bytes(12), stanza.body, None)
        except InvalidTag:
            return None

    def _public(self) -> bytes:
        return X25519PrivateKey.from_private_bytes(self.secret).public_key().public_bytes_raw()


def parse_identity(text: str) -> HybridIdentity | X25519Identity:
    """Whichever identity `text` spells; `WrongKey` if none."""
    if text.startswith(HybridIdentity.PREFIX):
        return HybridIdentity.parse(text)
    return X25519Identity.parse(text)


def _bech32(text: str, prefix: str, size: int | None = None) -> bytes:
    try:
        found, data = bech32.decode(text)
    except bech32.NotBech32 as error:
        raise WrongKey from error
    if found != prefix or (size is not None and len(data) != size):
        raise WrongKey
    return data


def _only_share(stanza: Stanza, size: int) -> bytes:
    if len(stanza.arguments) != 1 or len(stanza.body) != _WRAPPED:
        raise HeaderFailure("a stanza of another shape")
    return decode(stanza.arguments[0], size)


def _exchange(private: X25519PrivateKey, share: bytes) -> bytes:
    try:
        return private.exchange(X25519PublicKey.from_public_bytes(share))
    except ValueError as error:
        raise HeaderFailure("a share that leads nowhere") from error

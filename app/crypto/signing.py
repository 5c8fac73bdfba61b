"""Who says so: Ed25519 signatures (RFC 8032), each bound to the thing it is about."""

from enum import StrEnum

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from app.crypto.fingerprint import fingerprint

PRIVATE_SIZE = PUBLIC_SIZE = 32
SIGNATURE_SIZE = 64


class Domain(StrEnum):
    """What a signature is about; the value is signed with it and never changes."""

    PACKAGE = "suprovid/1 package manifest"
    LAW = "suprovid/1 law pack manifest"


def new_signing_key() -> bytes:
    """A fresh 32-byte private key."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_key(private: bytes) -> bytes:
    """The 32-byte public key that belongs to `private`."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def sign(private: bytes, domain: Domain, message: bytes) -> bytes:
    """The 64-byte signature over `domain`, a NUL and `message`; the same input gives the same bytes."""
    return Ed25519PrivateKey.from_private_bytes(private).sign(_signed(domain, message))


def verify(public: bytes, domain: Domain, message: bytes, signature: bytes) -> bool:
    """Whether `signature` was made over `message` in `domain` by the owner of `public`."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, _signed(domain, message))
    except (InvalidSignature, ValueError):
        return False
    return True


def sender_fingerprint(public: bytes) -> str:
    """The 40 digits by which people compare a sender's public key."""
    return fingerprint("sender key", public)


def _signed(domain: Domain, message: bytes) -> bytes:
    return domain.encode() + b"\0" + message

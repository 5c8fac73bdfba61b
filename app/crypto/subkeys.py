"""One data key, many uses: each use has a key of its own (HKDF-SHA256), so that none gives another away."""

import re
from typing import Final

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

DATA_KEY_SIZE = 32


# What sub-keys are for. A label never changes, or nothing opens any more.
DATABASE: Final = "database"
KEY_FILE: Final = "key file"
AUDIT: Final = "audit"
ANCHOR: Final = "anchor"
DRAFTS: Final = "drafts"


def derive(data_key: bytes, label: str) -> bytes:
    """The 32-byte key that a 32-byte `data_key` gives for the use named by `label`."""
    if len(data_key) != DATA_KEY_SIZE:
        raise ValueError("a data key has 32 bytes")
    info = f"suprovid/1 {label}".encode()
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(data_key)


def database_key_hex(data_key: bytes) -> str:
    """The SQLCipher raw key as 64 hex digits, for ``PRAGMA key="x'…'"``."""
    return checked_hex(derive(data_key, DATABASE).hex())


def checked_hex(key: str) -> str:
    """`key` if it is 64 lower-case hex digits: SQLCipher takes anything else silently for a passphrase."""
    if not re.fullmatch(r"[0-9a-f]{64}", key):
        raise ValueError("a raw database key is 64 hex digits")
    return key

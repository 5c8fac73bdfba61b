"""age v1 files (C2SP specification): written for post-quantum recipients, read for those and for X25519.

Passphrase (scrypt) stanzas and armor are not claimed: an armored file is no age file here, and a scrypt stanza
opens for nobody. What is written is never addressed to hybrid and weaker recipients at once.
"""

import hmac
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.crypto.age_header import HeaderFailure, HmacFailure, NoMatch, Stanza, covered, last_line, read_header
from app.crypto.age_keys import FILE_KEY, HybridRecipient, Identity
from app.crypto.stream import SealedReader, SealingWriter

_NONCE = 16


@contextmanager
def writing(target: BinaryIO, recipients: Sequence[HybridRecipient]) -> Iterator[SealingWriter]:
    """A file inside `target` into which plaintext is written; the block's good end completes the age file."""
    if not recipients:
        raise ValueError("a file for nobody")
    file_key, nonce = os.urandom(FILE_KEY), os.urandom(_NONCE)
    header = covered([recipient.wrap(file_key) for recipient in recipients])
    target.write(header + last_line(_mac(file_key, header)) + nonce)
    with SealingWriter(target, _payload_key(file_key, nonce)) as writer:
        yield writer


def open_age(source: BinaryIO, identities: Sequence[Identity]) -> SealedReader:
    """The plaintext of the age file that fills the seekable `source`, all of it proven before this returns.

    Raises `HeaderFailure`, `NoMatch`, `HmacFailure` or `PayloadFailure`.
    """
    source.seek(0)
    header = read_header(source)
    file_key = _file_key(header.stanzas, identities)
    if not hmac.compare_digest(header.mac, _mac(file_key, header.covered)):
        raise HmacFailure
    nonce = source.read(_NONCE)
    if len(nonce) < _NONCE:
        raise HeaderFailure("cut before the payload")
    return SealedReader(source, _payload_key(file_key, nonce), source.tell())


def _file_key(stanzas: Sequence[Stanza], identities: Sequence[Identity]) -> bytes:
    for stanza in stanzas:
        for identity in identities:
            if (file_key := identity.unwrap(stanza)) is not None:
                return file_key
    raise NoMatch


def _mac(file_key: bytes, header: bytes) -> bytes:
    return hmac.digest(_derived(file_key, None, b"header"), header, "sha256")


def _payload_key(file_key: bytes, nonce: bytes) -> bytes:
    return _derived(file_key, nonce, b"payload")


def _derived(file_key: bytes, salt: bytes | None, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(file_key)

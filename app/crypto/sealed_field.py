"""One field sealed by itself (ChaCha20-Poly1305, RFC 8439): opened only where it was sealed."""

import os
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from app.domain.errors import N_, UserError

KEY_SIZE = 32
_NONCE = 12


class FieldMoved(UserError):
    what = N_("A sealed note cannot be opened: it was changed, or moved here from another place.")
    todo = N_("Compare with a copy of the vault, and tell the coordinating office.")


def seal(value: bytes, key: bytes, table: str, column: str, row: UUID) -> bytes:
    """`value` under `key`, bound to its place; a random nonce stands before it."""
    nonce = os.urandom(_NONCE)
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, value, _place(table, column, row))


def unseal(sealed: bytes, key: bytes, table: str, column: str, row: UUID) -> bytes:
    """What `seal` was given; `FieldMoved` for another key, another place or changed bytes."""
    try:
        return ChaCha20Poly1305(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], _place(table, column, row))
    except (InvalidTag, ValueError) as error:
        raise FieldMoved from error


def _place(table: str, column: str, row: UUID) -> bytes:
    return b"\0".join((b"suprovid/1 field", table.encode(), column.encode(), row.bytes))

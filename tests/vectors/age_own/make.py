"""How these files were made, once: `python tests/vectors/age_own/make.py` writes a new set (new keys, new nonces)."""

import hashlib
import random
from io import BytesIO
from pathlib import Path

import pyrage

from app.crypto.age import writing
from app.crypto.age_keys import HybridIdentity

HERE = Path(__file__).parent
SMALL, LONG = b"age", random.Random(1).randbytes(65_537)


def hybrid(text: bytes, *identities: HybridIdentity) -> bytes:
    file = BytesIO()
    with writing(file, [identity.recipient() for identity in identities]) as writer:
        writer.write(text)
    return file.getvalue()


def keep(name: str, expect: str, identity: str, file: bytes, text: bytes = b"") -> None:
    payload = f"payload: {hashlib.sha256(text).hexdigest()}\n" if expect == "success" else ""
    (HERE / name).write_bytes(f"expect: {expect}\n{payload}identity: {identity}\n\n".encode() + file)


def flipped(file: bytes, at: int) -> bytes:
    changed = bytearray(file)
    changed[at] ^= 1
    return bytes(changed)


def with_another_mac(file: bytes) -> bytes:
    start = file.index(b"\n--- ") + 5
    return file[:start] + (b"B" if file[start : start + 1] == b"A" else b"A") + file[start + 1 :]


def main() -> None:
    mine, other = HybridIdentity.generate(), HybridIdentity.generate()
    keep("hybrid_small", "success", mine.text(), hybrid(SMALL, mine), SMALL)
    keep("hybrid_empty", "success", mine.text(), hybrid(b"", mine), b"")
    keep("hybrid_two_chunks", "success", mine.text(), hybrid(LONG, mine), LONG)
    keep("hybrid_second_recipient", "success", mine.text(), hybrid(SMALL, other, mine), SMALL)
    keep("hybrid_for_another", "no match", mine.text(), hybrid(SMALL, other))
    keep("hybrid_other_mac", "HMAC failure", mine.text(), with_another_mac(hybrid(SMALL, mine)))
    keep("hybrid_flipped_payload", "payload failure", mine.text(), flipped(hybrid(SMALL, mine), -1))
    keep("hybrid_cut", "payload failure", mine.text(), hybrid(LONG, mine)[:-17])
    old, older = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    keep("x25519_small", "success", str(old), pyrage.encrypt(SMALL, [old.to_public()]), SMALL)
    keep("x25519_two_chunks", "success", str(old), pyrage.encrypt(LONG, [old.to_public()]), LONG)
    keep("x25519_for_another", "no match", str(old), pyrage.encrypt(SMALL, [older.to_public()]))
    keep("x25519_cut", "payload failure", str(old), pyrage.encrypt(SMALL, [old.to_public()])[:-1])
    keep("armored", "header failure", str(old), pyrage.encrypt(SMALL, [old.to_public()], armored=True))


if __name__ == "__main__":
    main()

"""What two people read to each other to be sure of a key: 40 digits in groups of four, the last a check."""

import hashlib

from app.crypto.damm import check_digit

DIGITS = 40


def fingerprint(kind: str, key: bytes) -> str:
    """39 digits (some 129 bits) of SHA-256 over `kind` and `key`, and a Damm check digit, in groups of four.

    `kind` keeps keys of different kinds apart: the same bytes as a sender's and as an office's key differ.
    """
    number = int.from_bytes(hashlib.sha256(f"suprovid {kind}\0".encode() + key).digest())
    digits = f"{number % 10 ** (DIGITS - 1):0{DIGITS - 1}}"
    return grouped(digits + check_digit(digits))


def grouped(digits: str) -> str:
    """Digits in groups of four."""
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def read_aloud(text: str) -> str | None:
    """A fingerprint as somebody typed it, in groups; None if a digit is missing, wrong or swapped."""
    digits = "".join(text.split())
    if len(digits) != DIGITS or not (digits.isascii() and digits.isdigit()):
        return None
    return grouped(digits) if check_digit(digits[:-1]) == digits[-1] else None

"""A key's forty digits as six words, for people who compare them by voice."""

from app.crypto.fingerprint import DIGITS
from app.passphrase.words import words

COUNT = 6


def spoken(digits: str, language: str) -> str:
    """Six words of `language` ("uk" or "en") for the forty `digits`: some 62 bits of them, the same on every machine.

    They are for a first hearing; what is compared on paper are the digits.
    """
    number = int("".join(digits.split())[: DIGITS - 1])
    known = words(language)
    found = []
    for _ in range(COUNT):
        number, at = divmod(number, len(known))
        found.append(known[at])
    return " ".join(found)

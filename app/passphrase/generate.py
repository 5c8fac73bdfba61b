"""A passphrase nobody chose: six different words, drawn by the system's source of randomness."""

from secrets import SystemRandom

from app.passphrase.words import words

DRAWN = 6


def generate(language: str) -> str:
    """Six words of `language`, "uk" or "en", joined by single spaces; `KeyError` for any other language.

    Six different words of 1,296 in every order are 4.7 * 10**18 phrases, 62 bits. The design's attacker (1,000 large
    graphics cards, half a million tries a second against Argon2id at 256 MiB) needs 150,000 years for half of them.
    """
    return " ".join(SystemRandom().sample(words(language), DRAWN))

"""Sums of money as people write them, in whole kopecks."""

import re

from app.domain.errors import N_, UserError

_SUM = re.compile(r"(\d{1,3}(?:[ .]\d{3})+|\d+)(?:[.,](\d{1,2}))?")
_SIGNS = re.compile(r"(?:₴|грн\.?|uah|гривень|гривні|гривня)", re.IGNORECASE)
THIN = "\u00a0"
MOST = 100_000_000_000
"""Kopecks: a billion hryvnias, more than any payment of these laws."""
_DIGITS = 12


class UnreadableMoney(UserError):
    what = N_("“{text}” cannot be read as a sum of money.")
    todo = N_("Write hryvnias, and kopecks after a comma: 15 000 or 12 500,50.")


class SumTooLarge(UserError):
    what = N_("The sum is larger than any payment is.")
    todo = N_("Check the number of noughts: hryvnias are written first, kopecks after a comma.")


def parse(text: str) -> int:
    """The kopecks of «12 500,50 грн», «12.500», «12500.5 ₴»; raises `UnreadableMoney`, `SumTooLarge`."""
    plain = " ".join(_SIGNS.sub(" ", text.replace(THIN, " ").replace("\u202f", " ")).split())
    found = _SUM.fullmatch(plain)
    if found is None:
        raise UnreadableMoney(text=text)
    hryvnias = re.sub(r"\D", "", found[1]).lstrip("0")
    if len(hryvnias) > _DIGITS:
        raise SumTooLarge
    return check(int(hryvnias or "0") * 100 + int((found[2] or "0").ljust(2, "0")))


def check(kopecks: int) -> int:
    """The same sum; raises `SumTooLarge` for more than `MOST`, `UnreadableMoney` for less than nothing."""
    if kopecks < 0:
        raise UnreadableMoney(text=f"{kopecks / 100:.2f}")
    if kopecks > MOST:
        raise SumTooLarge
    return kopecks


def say(kopecks: int) -> str:
    """«12 500,50 ₴»; whole hryvnias without kopecks."""
    whole, rest = divmod(kopecks, 100)
    grouped = f"{whole:,}".replace(",", THIN)
    return f"{grouped},{rest:02}{THIN}₴" if rest else f"{grouped}{THIN}₴"

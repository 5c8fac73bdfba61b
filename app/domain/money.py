"""Sums of money as people write them, in whole kopecks."""

import re

from app.domain.errors import N_, UserError

_SUM = re.compile(r"(\d{1,3}(?:[ .]\d{3})+|\d+)(?:[.,](\d{1,2}))?")
_SIGNS = re.compile(r"(?:₴|грн\.?|uah|гривень|гривні|гривня)", re.IGNORECASE)
THIN = "\u00a0"


class UnreadableMoney(UserError):
    what = N_("“{text}” cannot be read as a sum of money.")
    todo = N_("Write hryvnias, and kopecks after a comma: 15 000 or 12 500,50.")


def parse(text: str) -> int:
    """The kopecks of «12 500,50 грн», «12.500», «12500.5 ₴»; raises `UnreadableMoney`."""
    plain = " ".join(_SIGNS.sub(" ", text.replace(THIN, " ").replace("\u202f", " ")).split())
    found = _SUM.fullmatch(plain)
    if found is None:
        raise UnreadableMoney(text=text)
    hryvnias = int(re.sub(r"\D", "", found[1]))
    return hryvnias * 100 + int((found[2] or "0").ljust(2, "0"))


def say(kopecks: int) -> str:
    """«12 500,50 ₴»; whole hryvnias without kopecks."""
    whole, rest = divmod(kopecks, 100)
    grouped = f"{whole:,}".replace(",", THIN)
    return f"{grouped},{rest:02}{THIN}₴" if rest else f"{grouped}{THIN}₴"

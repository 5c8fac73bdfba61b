"""The code of a military unit: А and four digits in the Armed Forces, four digits elsewhere (reference 4.4)."""

import re
from dataclasses import dataclass

_PREFIX = re.compile(
    r"(?:військ(?:ов[аоіу][йїю]?|\.)?\s*част(?:ина|ини|ині|\.)?|в\s*[/\\.|-]?\s*ч(?![а-яґєії](?!\s?-?\d)))[\s.,:№#-]*",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?P<letter>[А-ЯҐЄІЇA-Z])?[\s-]?(?P<digits>\d{4})(?!\w)", re.IGNORECASE)
_LOOK_ALIKES = str.maketrans("ABCEHIKMOPTXY", "АВСЕНІКМОРТХУ")
_KNOWN_LETTERS = frozenset("АКВТЕ")


@dataclass(frozen=True, slots=True)
class UnitCode:
    """`code` in Cyrillic, "А1234" or "3057"; `rest` is what was written after it."""

    code: str
    rest: str = ""

    @property
    def armed_forces(self) -> bool:
        """Whether the letter is that of the Armed Forces."""
        return self.code.startswith("А")

    @property
    def known(self) -> bool:
        """Whether the letter, if any, is one that units carry."""
        return self.code[0].isdigit() or self.code[0] in _KNOWN_LETTERS


def parse(text: str) -> UnitCode | None:
    """Read в/ч A1234, військова частина А-1234, 3057 НГУ, with Latin look-alikes; None if it starts otherwise."""
    plain = " ".join(text.split())
    prefix = _PREFIX.match(plain.translate(_LOOK_ALIKES | {ord("B"): "в", ord("b"): "в"}))
    found = _CODE.match(plain, prefix.end() if prefix else 0)
    if found is None:
        return None
    letter = (found["letter"] or "").upper().translate(_LOOK_ALIKES)
    return UnitCode(letter + found["digits"], plain[found.end() :].strip(" ,;./()"))

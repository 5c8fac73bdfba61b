"""ЄРДР, the number of criminal proceedings: body, year, territory, serial; 17 digits (reference 4.4)."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_SHAPE = re.compile(r"№?(\d)(\d{4})(\d{6})(\d{6})", re.ASCII)
_BODIES = frozenset("12456")
_FIRST_YEAR = 2012


@dataclass(frozen=True, slots=True)
class Proceedings:
    """The number taken to pieces; `body` 1 police, 2 Security Service, 4 prosecutor, 5 NABU, 6 SBI."""

    number: str
    body: str
    year: int


class ErdrWarning(StrEnum):
    """What to look at again."""

    BODY = "body"
    YEAR = "year"


def parse(text: str) -> Proceedings | None:
    """Read 17 digits, spaces and № aside; None if it has another shape."""
    plain = "".join(text.split())
    found = _SHAPE.fullmatch(plain)
    return Proceedings(plain.removeprefix("№"), found[1], int(found[2])) if found else None


def warnings(proceedings: Proceedings, today: date) -> tuple[ErdrWarning, ...]:
    """What is not plausible: a body nobody knows, a year before the register (2012) or after `today`."""
    doubts = {
        ErdrWarning.BODY: proceedings.body not in _BODIES,
        ErdrWarning.YEAR: not _FIRST_YEAR <= proceedings.year <= today.year,
    }
    return tuple(doubt for doubt, stands in doubts.items() if stands)

"""УНЗР, the number of a person's record in the demographic register (reference 4.4)."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import cycle

from app.domain.partial_date import PartialDate

_SHAPE = re.compile(r"(\d{8})-?(\d{5})", re.ASCII)


@dataclass(frozen=True, slots=True)
class RecordNumber:
    """Written as YYYYMMDD-NNNNC; `born` None if its first eight digits are no day."""

    number: str
    born: date | None


class RecordWarning(StrEnum):
    """What to ask about; the number is kept, for its check digit is known from a few samples only."""

    CHECK_DIGIT = "check_digit"
    NO_SUCH_DAY = "no_such_day"
    BORN_DIFFERS = "born_differs"


def parse(text: str) -> RecordNumber | None:
    """Read 19910824-00026, with or without its hyphen and spaces; None if it has another shape."""
    found = _SHAPE.fullmatch("".join(text.split()))
    if found is None:
        return None
    day, tail = found.groups()
    try:
        born = date(int(day[:4]), int(day[4:6]), int(day[6:]))
    except ValueError:
        born = None
    return RecordNumber(f"{day}-{tail}", born)


def check_digit(twelve: str) -> str:
    """The digit that follows from the twelve before it: ICAO 9303 weights 7, 3, 1, modulo 10."""
    return str(sum(weight * int(digit) for weight, digit in zip(cycle((7, 3, 1)), twelve)) % 10)


def warnings(record: RecordNumber, *, born: PartialDate | None = None) -> tuple[RecordWarning, ...]:
    """What to ask about, compared with the recorded birth date."""
    digits = record.number.replace("-", "")
    doubts = {
        RecordWarning.CHECK_DIGIT: check_digit(digits[:-1]) != digits[-1],
        RecordWarning.NO_SUCH_DAY: record.born is None,
        RecordWarning.BORN_DIFFERS: _differ(record.born, born),
    }
    return tuple(doubt for doubt, stands in doubts.items() if stands)


def _differ(said: date | None, known: PartialDate | None) -> bool:
    return said is not None and known is not None and not known.covers(said)


def mask(number: str) -> str:
    """All letters and digits but the last three hidden; of other documents' numbers too."""
    shown = max(len(number) - 3, 0) or len(number)
    return re.sub(r"\w", "*", number[:shown]) + number[shown:]

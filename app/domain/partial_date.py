"""A date of which only the year, or the year and month, may be known."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import total_ordering

from app.domain import written_date
from app.domain.errors import N_, UserError
from app.domain.written_date import Written

FIRST_YEAR, LAST_YEAR = 1850, 2150
_NO_CLOCK = date(2026, 12, 31)


class UnreadableDate(UserError, ValueError):
    """The text is no date, or no day that exists."""

    what = N_("“{text}” cannot be read as a date.")
    todo = N_("Write the day, month and year, such as 05.11.2026; 11.2026 or 2026 if more is not known.")


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, perhaps its month, perhaps the day; `about` if unsure even so. Ordered by the earliest day.

    UnreadableDate if there is no such day.
    """

    year: int
    month: int | None = None
    day: int | None = None
    about: bool = False

    def __post_init__(self) -> None:
        known_month = self.month is None or 1 <= self.month <= 12
        if not FIRST_YEAR <= self.year <= LAST_YEAR or not known_month or not self._day_exists():
            raise UnreadableDate(text=self.iso())

    def _day_exists(self) -> bool:
        if self.day is None:
            return True
        return self.month is not None and 1 <= self.day <= monthrange(self.year, self.month)[1]

    def __lt__(self, other: "PartialDate") -> bool:
        return (self.first, self.last, self.about) < (other.first, other.last, other.about)

    def iso(self) -> str:
        """1996, 1996-05 or 1996-05-17; `about` is not told."""
        known = f"{self.year:04}"
        for part in (self.month, self.day):
            known += "" if part is None else f"-{part:02}"
        return known

    @property
    def first(self) -> date:
        """The earliest day it may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day it may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def exact(self) -> date | None:
        """The day, if it is known and sure."""
        return None if self.day is None or self.about else self.first

    def covers(self, day: date) -> bool:
        """Whether it may mean `day`; what is only about right covers the years beside it too."""
        return abs(day.year - self.year) <= 1 if self.about else self.first <= day <= self.last


def of_day(day: date) -> PartialDate:
    """A day that is known in full."""
    return PartialDate(day.year, day.month, day.day)


def parse_iso(text: str, *, about: bool = False) -> PartialDate:
    """Read what `iso` wrote; UnreadableDate for anything else."""
    parts = text.split("-")
    widths = [len(part) for part in parts]
    if widths not in ([4], [4, 2], [4, 2, 2]) or not all(part.isascii() and part.isdigit() for part in parts):
        raise UnreadableDate(text=text)
    numbers: list[int | None] = [int(part) for part in parts]
    year, month, day = (*numbers, None, None)[:3]
    return PartialDate(year or 0, month, day, about)


def parse_human(text: str, *, today: date | None = None, birth: bool = False) -> PartialDate:
    """Read a date as people write it: 05.11.2026, 5/11/26, 05112026, 2026-11-05, 5 листопада 2026 р., нар. 85.

    The day stands before the month, the year may stand first; nothing is swapped in silence. A year of two
    digits is 20xx up to next year, else 19xx; a birth (`birth`, or said by the text) is never in the future.
    With `today` also сьогодні, +7 and, but for births, a day without its year, which is this year's. Parts
    written 00 or xx are unknown; ~, ?, близько, до, після make it `about`.
    UnreadableDate if it is none of these or no day that exists.
    """
    written = written_date.read(text)
    birth = birth or (written is not None and written.birth)
    if today is not None and not birth:
        shift = written_date.shift(text)
        if shift is not None:
            return of_day(today + timedelta(days=shift))
    if written is None or (written.year is None and (birth or today is None)):
        raise UnreadableDate(text=text)
    try:
        year = _year(written, today or _NO_CLOCK, birth=birth)
        return PartialDate(year, written.month, written.day, written.doubtful)
    except UnreadableDate as error:
        raise UnreadableDate(text=text) from error


def _year(written: Written, today: date, *, birth: bool) -> int:
    if written.year is None:
        return today.year
    if len(written.year) == 4:
        return int(written.year)
    last = int(written.year)
    year = 2000 + last if last <= today.year % 100 + 1 else 1900 + last
    if birth and PartialDate(year, written.month, written.day).first > today:
        return year - 100
    return year

"""Which days are working days in Ukraine: weekends, holidays, and martial law, when holidays are worked."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_FIXED = ((1, 1), (3, 8), (5, 1), (5, 8), (6, 28), (7, 15), (8, 24), (10, 1), (12, 25))
_DAY = timedelta(days=1)
_JULIAN_LAG = timedelta(days=13)


class CalendarMode(StrEnum):
    """`MARTIAL_LAW`: only weekends are days off (Law 2136-IX art. 6). `NORMAL`: public holidays too."""

    MARTIAL_LAW = "martial_law"
    NORMAL = "normal"


@dataclass(frozen=True, slots=True)
class MartialLaw:
    """Martial law from its first to its last day; before and after, the calendar is normal."""

    since: date = date(2022, 2, 24)
    until: date | None = None

    def on(self, day: date) -> CalendarMode:
        """The mode that holds on `day`."""
        ended = self.until is not None and day > self.until
        return CalendarMode.NORMAL if day < self.since or ended else CalendarMode.MARTIAL_LAW


Calendar = CalendarMode | MartialLaw
"""One mode for every day, or martial law between its dates."""


def easter(year: int) -> date:
    """Easter Sunday of the Julian computus, in today's (Gregorian) calendar; right from 1900 to 2099."""
    lunar = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - lunar + 34) % 7
    month, day = divmod(lunar + weekday + 114, 31)
    return date(year, month, day + 1) + _JULIAN_LAG


def trinity(year: int) -> date:
    """Trinity Sunday, the fiftieth day of Easter."""
    return easter(year) + 49 * _DAY


def holidays(year: int) -> frozenset[date]:
    """The public holidays of Labour Code art. 73, in the list in force since September 2023."""
    return frozenset({date(year, month, day) for month, day in _FIXED} | {easter(year), trinity(year)})


def is_working_day(day: date, mode: Calendar) -> bool:
    """Monday to Friday, in the normal calendar without public holidays.

    A day off that a holiday on a weekend moves to Monday (Labour Code art. 67) is not added: the deadline
    so found is the earlier, the safe one.
    """
    if day.weekday() >= 5:
        return False
    holds = mode.on(day) if isinstance(mode, MartialLaw) else mode
    return holds is CalendarMode.MARTIAL_LAW or day not in holidays(day.year)


def next_working_day(day: date, mode: Calendar) -> date:
    """`day` itself if it is worked, else the first working day after it."""
    while not is_working_day(day, mode):
        day += _DAY
    return day


def last_working_day(day: date, mode: Calendar) -> date:
    """`day` itself if it is worked, else the last working day before it."""
    while not is_working_day(day, mode):
        day -= _DAY
    return day

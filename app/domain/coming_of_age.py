"""When a child turns 18 or 23: payments, guardians and pensions change on that day."""

from calendar import monthrange
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.partial_date import PartialDate

OF_AGE, STUDENT_UNTIL = 18, 23
AHEAD = timedelta(days=90)
"""How long before the day somebody must know of it: a share is recomputed, a guardian's powers end."""


@dataclass(frozen=True, slots=True)
class Turning:
    """The day somebody turns `age`; `sure` if the birth date is known to the day, else the first day it may be."""

    age: int
    on: date
    sure: bool

    def days(self, today: date) -> int:
        """How many days are left."""
        return (self.on - today).days


def birthday(born: date, age: int) -> date:
    """The day of that birthday; who was born on 29 February turns on the last of February (Civil Code, art. 254)."""
    year = born.year + age
    return date(year, born.month, min(born.day, monthrange(year, born.month)[1]))


def is_under(born: PartialDate | None, age: int, today: date) -> bool | None:
    """Whether somebody is younger than `age`; None where what is known of the birth date does not tell."""
    if born is None or born.about:
        return None
    if birthday(born.first, age) > today:
        return True
    return False if birthday(born.last, age) <= today else None


def turning(born: PartialDate | None, today: date, ages: Collection[int] = (OF_AGE, STUDENT_UNTIL)) -> Turning | None:
    """The next of these ages that is reached within `AHEAD`, today included; None if none is or nothing is known."""
    if born is None:
        return None
    coming = (Turning(age, birthday(born.first, age), born.exact is not None) for age in sorted(ages))
    return next((one for one in coming if today <= one.on <= today + AHEAD), None)

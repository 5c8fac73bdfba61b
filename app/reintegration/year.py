"""The year of contacts after a return: on which day each is due, and whether somebody spoke to him."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.deadline import Unit
from app.domain.recurrence import Gap

TIMES = 12
_MONTH = Gap(1, Unit.MONTH)
_GRACE = timedelta(days=7)
"""A contact counts for its month up to a week late, and is due from a week before."""


class Kept(StrEnum):
    """What became of a contact that was due."""

    KEPT = "kept"
    DUE = "due"
    MISSED = "missed"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class YearContact:
    """The contact of one month. `spoken`: the first day on which it took place."""

    number: int
    due: date
    spoken: date | None
    kept: Kept


def year(start: date, talks: Collection[date], today: date) -> tuple[YearContact, ...]:
    """Twelve monthly contacts from `start` (order of the Ministry of Defence of 10.10.2025: a year after the return).

    Each talk counts for one month: that in whose stretch, from the end of the one before to a week after its day, it
    falls.
    """
    found, since = [], start
    for number in range(1, TIMES + 1):
        due = _MONTH.after(start, number)
        until = due + _GRACE
        spoken = min((day for day in talks if since <= day <= until), default=None)
        found.append(YearContact(number, due, spoken, _kept(due, until, spoken, today)))
        since = until + timedelta(days=1)
    return tuple(found)


def _kept(due: date, until: date, spoken: date | None, today: date) -> Kept:
    if spoken is not None:
        return Kept.KEPT
    if today > until:
        return Kept.MISSED
    return Kept.DUE if today >= due - _GRACE else Kept.AHEAD

"""When a term ends: Civil Code of Ukraine arts. 252–255, and what an office adds to them (reference 8.1)."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.calendar import Calendar, CalendarMode, is_working_day, last_working_day, next_working_day
from app.domain.errors import N_, UserError

_DAY = timedelta(days=1)


class Kind(StrEnum):
    """What stands behind a term; the values are those of steps.yaml (reference 3.1)."""

    STATUTORY = "statutory"
    BODY_TERM = "body_term"
    USUAL = "usual"
    OFFICE = "office"
    EARLIEST = "earliest"
    NONE = "none"
    STATUTORY_NO_ROLL = "statutory_no_roll"


class Unit(StrEnum):
    """What a term is counted in."""

    DAY = "day"
    WORKING_DAY = "working_day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


LEGAL = frozenset({Kind.STATUTORY, Kind.BODY_TERM})
"""The kinds that move to the next working day (Civil Code art. 254 part 5)."""


class TermOutOfRange(UserError):
    """The calendar ends before the term does."""

    what = N_("A term of {qty} from {event} leads beyond the calendar.")
    todo = N_("Check the length of the term.")


@dataclass(frozen=True, slots=True)
class Term:
    """So many units, of one kind; `qty` None where no date can be computed. ValueError if below zero."""

    qty: int | None
    unit: Unit
    kind: Kind

    def __post_init__(self) -> None:
        if self.qty is not None and self.qty < 0:
            raise ValueError("a term is never negative")


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a term ends, and everything needed to explain it.

    `raw` is where counting alone arrives; `due` the latest day in law (or the office's own day); `act_by` the
    day that is safe whatever the law makes of days off: a working day, never later than `raw`. All three are
    None for «без строку».
    """

    event: date
    raw: date | None
    due: date | None
    act_by: date | None
    term: Term
    mode: Calendar

    @property
    def rolled(self) -> bool:
        """Whether a day off moved the due date away from the counted one."""
        return self.due != self.raw


def due(event: date, term: Term, mode: Calendar) -> Deadline:
    """Count `term` from `event` in the calendar `mode`.

    Counting starts on the day after the event (art. 253); months and years end on the same day, or on the
    last day of a shorter month; weeks on the same weekday (art. 254). Statutory and bodies' terms roll forward
    to a working day, office standards back to one, but not before the event. Usual durations and earliest
    dates do not move. The length of a status (`STATUTORY_NO_ROLL`) counts its first day and does not move
    either. TermOutOfRange past the year 9999.
    """
    if term.qty is None or term.kind is Kind.NONE:
        return Deadline(event, None, None, None, term, mode)
    try:
        return _counted(event, term.qty, term, mode)
    except (OverflowError, ValueError) as error:
        raise TermOutOfRange(qty=term.qty, event=event.isoformat()) from error


def _counted(event: date, qty: int, term: Term, mode: Calendar) -> Deadline:
    if term.kind is Kind.STATUTORY_NO_ROLL:
        last = _last_day_of_status(event, qty, term.unit, mode)
        return Deadline(event, last, last, last, term, mode)
    return ending(event, shift(event, qty, term.unit, mode), term, mode)


def ending(event: date, raw: date, term: Term, mode: Calendar) -> Deadline:
    """A term that counting alone brings to `raw`, moved off days off as its kind says (`due`)."""
    if term.kind in LEGAL:
        return Deadline(event, raw, next_working_day(raw, mode), _back(raw, event, mode), term, mode)
    if term.kind is Kind.OFFICE:
        standard = _back(raw, event, mode)
        return Deadline(event, raw, standard, standard, term, mode)
    return Deadline(event, raw, raw, raw, term, mode)


def _back(raw: date, event: date, mode: Calendar) -> date:
    earlier = last_working_day(raw, mode)
    return earlier if earlier >= event else raw


def shift(event: date, qty: int, unit: Unit, mode: Calendar = CalendarMode.MARTIAL_LAW) -> date:
    """The day so many units after `event`, as art. 254 counts; `mode` matters to working days alone."""
    match unit:
        case Unit.DAY:
            return event + timedelta(days=qty)
        case Unit.WEEK:
            return event + timedelta(weeks=qty)
        case Unit.MONTH:
            return _months_on(event, qty)
        case Unit.YEAR:
            return _months_on(event, 12 * qty)
    return _working_days_on(event, qty, mode)


def _months_on(event: date, months: int) -> date:
    years, month = divmod(event.month - 1 + months, 12)
    year = event.year + years
    return date(year, month + 1, min(event.day, monthrange(year, month + 1)[1]))


def _working_days_on(event: date, qty: int, mode: Calendar) -> date:
    day, left = event, qty
    while left:
        day += _DAY
        left -= is_working_day(day, mode)
    return day


def _last_day_of_status(first: date, qty: int, unit: Unit, mode: Calendar) -> date:
    """The first day counts: the last is the one before the same day, or the end of too short a month."""
    if qty == 0:
        return first
    if unit is Unit.WORKING_DAY:
        return _working_days_on(first - _DAY, qty, mode)
    after = shift(first, qty, unit, mode)
    clamped = unit in {Unit.MONTH, Unit.YEAR} and after.day != first.day
    return after if clamped else after - _DAY

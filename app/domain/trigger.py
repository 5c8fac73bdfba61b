"""Which known event starts a due rule, and from which day its term is counted."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from app.domain.calendar import Calendar
from app.domain.deadline import Kind, Term, shift
from app.domain.events import Event

YEARLY: Mapping[str, tuple[int, int]] = MappingProxyType(
    {Event.CALENDAR_YEAR_START: (1, 1), "1 September": (9, 1)}
)
"""Events that come every year by themselves: month and day."""
_STEP_DONE = re.compile(r"STEP_DONE\(([A-Z]+-\d+)\)")


def step_done(step: str) -> str:
    """The name of the event "this step is done": "STEP_DONE(LEG-07)"."""
    return f"STEP_DONE({step})"


def done_step(event: str) -> str | None:
    """The step whose being done `event` names; None if it names something else."""
    found = _STEP_DONE.fullmatch(event)
    return found[1] if found else None


def is_manual(event: str) -> bool:
    """Whether a caseworker has to enter this event, because the system never learns of it by itself."""
    return event not in Event.__members__ and done_step(event) is None


def start(from_: str, else_: Iterable[str], known: Mapping[str, date]) -> tuple[str, date] | None:
    """The event that starts a rule, and its day: `from_`, else the first of `else_` with a date; or None."""
    for event in (from_, *else_):
        if event in known:
            return event, known[event]
    return None


def yearly(event: str, term: Term, not_before: date, mode: Calendar) -> date | None:
    """The day of a yearly event: the first whose term does not end before `not_before`; None for another event."""
    if event not in YEARLY:
        return None
    days = (date(not_before.year + ahead, *YEARLY[event]) for ahead in (-1, 0, 1))
    return next((day for day in days if shift(day, term.qty or 0, term.unit, mode) >= not_before), None)


def counted_from(day: date, kind: Kind, *, not_before: date | None = None) -> date:
    """The day a term is counted from.

    Our own standards cannot ask for what was due before we knew the case: they count from `not_before` (the
    day of opening or import) if that is later. Terms of the law keep their true day.
    """
    if kind is Kind.OFFICE and not_before is not None:
        return max(day, not_before)
    return day

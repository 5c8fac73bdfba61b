"""Which known event starts a due rule, and from which day its term is counted."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from app.domain.deadline import Kind
from app.domain.events import Event

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


def counted_from(day: date, kind: Kind, *, not_before: date | None = None) -> date:
    """The day a term is counted from.

    Our own standards cannot ask for what was due before we knew the case: they count from `not_before` (the
    day of opening or import) if that is later. Terms of the law keep their true day.
    """
    if kind is Kind.OFFICE and not_before is not None:
        return max(day, not_before)
    return day

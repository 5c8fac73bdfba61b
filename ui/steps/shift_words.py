"""Due days that move, as one sees them before it is written: from where to where, and why."""

from collections.abc import Sequence
from datetime import date

from app.catalogue.definitions import Catalogue
from app.i18n import Words
from app.plan.recount import Shift
from ui.event_words import since_words

MOST = 8
"""Lines at once; the rest is counted."""


def shifts_told(words: Words, catalogue: Catalogue, shifts: Sequence[Shift]) -> str:
    """A line for each due day that moves."""
    lines = [_line(words, catalogue, shift) for shift in shifts[:MOST]]
    if len(shifts) > MOST:
        lines.append(words.count("and {n} more", "and {n} more", len(shifts) - MOST))
    return "\n".join(lines)


def _line(words: Words, catalogue: Catalogue, shift: Shift) -> str:
    name = shift.title.in_(words.language)
    was, now = _day(words, shift.was), _day(words, shift.now)
    if shift.on is None:
        return words("{step}: was {was}, now {now}", step=name, was=was, now=now)
    since = since_words(words, catalogue, shift.event)
    return words(
        "{step}: was {was}, now {now}, for it runs from {since} {date}",
        step=name, was=was, now=now, since=since, date=words.date(shift.on),
    )  # fmt: skip


def _day(words: Words, day: date | None) -> str:
    return words.date(day) if day else words("without a day")

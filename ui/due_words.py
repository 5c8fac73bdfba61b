"""How a due day is said: overdue, today, in three days, on a date; and whose term it is."""

from datetime import date

from app.domain.deadline import Kind
from app.i18n import Words
from ui.models.roles import Chip

NEAR_DAYS = 7


def due_text(words: Words, due: date | None, today: date) -> str:
    """The due day as a list says it."""
    if due is None:
        return "—"
    days = (due - today).days
    if days < 0:
        return words.count("overdue {n} day", "overdue {n} days", -days)
    if days == 0:
        return words("today")
    if days == 1:
        return words("tomorrow")
    if days <= NEAR_DAYS:
        return words.count("in {n} day", "in {n} days", days)
    return words.date(due)


def due_tone(due: date | None, today: date) -> str:
    """The colour role of the due day in a list."""
    if due is None or (due - today).days > NEAR_DAYS:
        return "text2"
    return "danger" if due < today else "chip.missing.fg"


def due_icon(due: date | None, today: date) -> str:
    """The icon before an overdue day."""
    return "circle-alert" if due is not None and due < today else ""


def due_chip(words: Words, due: date | None, today: date) -> Chip | None:
    """The due day as a chip; None if there is none."""
    if due is None:
        return None
    days = (due - today).days
    tone = "captive" if days < 0 else "missing" if days <= 1 else "info"
    return Chip(due_text(words, due, today), tone)


def kind_chip(words: Words, kind: Kind) -> Chip:
    """Whose term it is: the law's looks different from our own."""
    match kind:
        case Kind.STATUTORY | Kind.STATUTORY_NO_ROLL:
            return Chip(words("statutory term"), "info", "scale")
        case Kind.BODY_TERM:
            return Chip(words("body's reply term"), "info", "landmark")
        case Kind.USUAL:
            return Chip(words("usual duration"), "closed", "clock")
        case Kind.OFFICE:
            return Chip(words("office standard"), "closed", "briefcase")
        case Kind.EARLIEST:
            return Chip(words("not earlier than"), "closed", "clock")
        case Kind.NONE:
            return Chip(words("without a term"), "closed", "clock")

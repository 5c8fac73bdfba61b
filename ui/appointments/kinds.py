"""What an appointment is for, what became of it, when it is: the words alone, for a terminal, too."""

from collections.abc import Mapping
from datetime import date

from babel.dates import format_date

from app.appointments.appointment import AppointmentDraft, AppointmentKind, Outcome
from app.domain.errors import N_
from app.i18n import Words

KINDS: Mapping[AppointmentKind, str] = {
    AppointmentKind.VISIT: N_("They come to us"),
    AppointmentKind.HOME: N_("We visit them"),
    AppointmentKind.CALL: N_("A call"),
    AppointmentKind.SESSION: N_("Session with the psychologist"),
    AppointmentKind.COURT: N_("Court"),
    AppointmentKind.LABORATORY: N_("Laboratory"),
    AppointmentKind.BODY: N_("Visit to a body"),
    AppointmentKind.OTHER: N_("Another appointment"),
}
OUTCOMES: Mapping[Outcome, tuple[str, str, str]] = {
    Outcome.PLANNED: (N_("planned"), "info", "calendar-clock"),
    Outcome.HELD: (N_("took place"), "returned", "check"),
    Outcome.MISSED: (N_("did not take place"), "missing", "calendar-x-2"),
    Outcome.CALLED_OFF: (N_("called off"), "closed", "x"),
}
"""What became of one: its word, its tone, its icon."""


def when_words(words: Words, says: AppointmentDraft) -> str:
    """«пн, 30.11.2026, 10:30»."""
    day = format_date(says.on, "EEE, dd.MM.y", locale=words.language)
    return f"{day}, {says.at}" if says.at else day


def day_words(words: Words, day: date, today: date) -> str:
    """In how many days it is."""
    days = (day - today).days
    if days == 0:
        return words("today")
    return words("tomorrow") if days == 1 else words.count("in {n} day", "in {n} days", days)

"""What stands among the tasks of Today and is no step: appointments at their hour, papers that run out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.appointments.service import AppointmentRow
from app.documents.expiring import ExpiringRow
from app.domain.paper_state import expired
from app.services import Services
from ui.appointments.words import appointment_entry
from ui.documents.words import kind_word
from ui.models.entries import Entry
from ui.models.roles import Chip
from ui.workplace import Workplace

SOON, BEHIND, AHEAD = 7, 30, 8
"""Days: papers that run out within a week; appointments of the last month of which nobody said what became, and those
of the days that the week's list shows."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What was read for one choice of workers."""

    appointments: tuple[AppointmentRow, ...] = ()
    papers: tuple[ExpiringRow, ...] = ()

    def on(self, since: date, until: date) -> list[AppointmentRow]:
        """The appointments from `since` to before `until`."""
        return [row for row in self.appointments if since <= row.says.on < until]


def beside(services: Services, workers: frozenset[str]) -> Beside:
    """Read it."""
    today = services.clock.today()
    since, until = today - timedelta(days=BEHIND), today + timedelta(days=AHEAD)
    return Beside(
        services.record.appointments.between(since, until, workers=workers),
        services.overview.expiring.within(SOON, workers=workers),
    )


def appointment_entries(place: Workplace, rows: Sequence[AppointmentRow]) -> list[Entry]:
    """The lines of appointments."""
    today, catalogue = place.clock.today(), place.services.catalogue
    return [appointment_entry(place.words, row, today, catalogue) for row in rows]


def paper_entries(place: Workplace, rows: Sequence[ExpiringRow]) -> list[Entry]:
    """The lines of papers: what runs out, in whose case, when."""
    _, today, catalogue = place.words, place.clock.today(), place.services.catalogue
    found = []
    for row in rows:
        title = row.title or kind_word(_, catalogue, row.kind)
        gone = expired(row.until, today)
        told = _("ran out {date}", date=_.date(row.until)) if gone else _("until {date}", date=_.date(row.until))
        chip = Chip(told, "captive" if gone else "missing", "file-clock")
        found.append(Entry(_("Renew the paper: {what}", what=title), f"{row.name} · {row.number}", chip, None, row))
    return found

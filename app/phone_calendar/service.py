"""The steps of some days, saved for the calendar of a phone: logged first, then written, and no name in it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.appointments.service import Appointments
from app.clock import Clock
from app.disclosure.service import Disclosures
from app.domain.errors import N_, UserError
from app.phone_calendar.icalendar import calendar
from app.plan.service import Plan
from app.vault.files import write_atomically

KIND = "calendar"
MOST = 2_000


class CalendarNotSaved(UserError):
    what = N_("The calendar {name} could not be saved.")
    todo = N_("Check the folder and its free space, or choose another place.")


@dataclass(frozen=True, slots=True)
class CalendarFiles:
    """Every method is one unit of work by the user who asks."""

    plan: Plan
    appointments: Appointments
    disclosures: Disclosures
    clock: Clock

    def save(self, path: Path, since: date, until: date, title: str, *, workers: Collection[str] = ()) -> int:
        """Write what comes up from `since` to before `until`, steps and appointments; returns how many.

        `title` stands before the numbers of cases, and nothing else does.

        Raises `CalendarNotSaved`, `NotAllowed`.
        """
        rows = self.plan.agenda(since, until, workers=workers, size=MOST)
        met = self.appointments.between(since, until, workers=workers)
        self.disclosures.log(KIND)
        try:
            write_atomically(path, calendar(rows, title, self.clock.now(), met))
        except OSError as error:
            raise CalendarNotSaved(name=path.name) from error
        return len(rows) + len(met)

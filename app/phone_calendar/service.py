"""The steps of some days, saved for the calendar of a phone: logged first, then written, and no name in it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

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
    disclosures: Disclosures
    clock: Clock

    def save(self, path: Path, since: date, until: date, title: str, *, workers: Collection[str] = ()) -> int:
        """Write the steps that come up from `since` to before `until`; returns how many. `title` stands before numbers.

        Raises `CalendarNotSaved`, `NotAllowed`.
        """
        rows = self.plan.agenda(since, until, workers=workers, size=MOST)
        self.disclosures.log(KIND)
        try:
            write_atomically(path, calendar(rows, title, self.clock.now()))
        except OSError as error:
            raise CalendarNotSaved(name=path.name) from error
        return len(rows)

"""Steps as the lines of a list: equal ones folded into one line that unfolds."""

from collections.abc import Sequence

from app.plan.queries import DueRow
from ui.due_words import due_chip
from ui.models.entries import Entry
from ui.models.roles import Chip
from ui.step_words import step_title
from ui.today.bundles import Bundle, Key, bundled
from ui.workplace import Workplace


class TaskLines:
    """Remembers which bundles are unfolded."""

    def __init__(self, place: Workplace) -> None:
        self._place = place
        self._unfolded: set[Key] = set()

    def turn(self, bundle: Bundle) -> None:
        """Fold a bundle, or unfold it."""
        self._unfolded ^= {bundle.key}

    def entries(self, rows: Sequence[DueRow]) -> list[Entry]:
        """The lines of these steps."""
        _, today, found = self._place.words, self._place.clock.today(), []
        for one in bundled(rows):
            if isinstance(one, DueRow):
                found.append(self._entry(one))
                continue
            folded = one.key not in self._unfolded
            cases = _.count("{n} case", "{n} cases", len(one.rows))
            told = ", ".join(row.name.split()[0] for row in one.rows)
            title = f"{step_title(_, one.title)} · {cases}"
            found.append(Entry(title, told, due_chip(_, one.due, today), None, one, folded=folded))
            if not folded:
                found.extend(self._entry(row, inset=True) for row in one.rows)
        return found

    def _entry(self, row: DueRow, *, inset: bool = False) -> Entry:
        _, today = self._place.words, self._place.clock.today()
        chip = due_chip(_, row.due, today)
        if row.snoozed_until is not None and row.snoozed_until > today:
            chip = Chip(_("until {date}", date=_.date(row.snoozed_until)), "info", "alarm-clock")
        if inset:
            return Entry(row.name, row.number, chip, False, row, inset=True)
        return Entry(step_title(_, row.title), f"{row.name} · {row.number}", chip, False, row)

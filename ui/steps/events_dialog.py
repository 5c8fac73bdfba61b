"""The days of a case from which terms run: which are known or awaited, and how many steps count from each."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.changes import Changes
from app.plan.events import EventRow
from app.plan.known import BY_ITSELF
from ui.event_words import event_words
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.operations import Latest
from ui.record.section import Section
from ui.steps.event_dialog import EventDialog
from ui.widgets.button import quiet
from ui.widgets.label import Label
from ui.workplace import Workplace

WIDTH, HEIGHT = 620, 540


class EventsDialog(QDialog):
    """Reads anew whenever steps change; what the record knows by itself can be said otherwise."""

    def __init__(self, place: Workplace, parent: QWidget, case: UUID, about: str) -> None:
        super().__init__(parent)
        _ = place.words
        self._place, self._case, self._about = place, case, about
        self._latest = Latest(place.operations, self)
        self._rows: tuple[EventRow, ...] = ()
        self.setWindowTitle(_("Days from which terms run"))
        self.resize(WIDTH, HEIGHT)
        self.days = Section(
            place, _("Events"), _("No term of this case waits for a day."), add=_("Enter a day…"),
            hint=_("A day that is entered or corrected moves the due days that run from it; you see which before."),
            grows=False,
        )  # fmt: skip
        self.days.act(_("Enter or correct the day…"), self.correct, _may_be_said)
        self.days.opened.connect(self.correct)
        self.days.add_wanted.connect(self.enter)
        close = quiet(place.look, _("Close"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(Label(self.windowTitle(), "h2"))
        column.addWidget(Label(about, "muted", wrap=True))
        column.addWidget(self.days, 1)
        column.addLayout(foot)
        place.operations.changed.connect(self.again)
        self.read()

    def again(self, touched: Changes) -> None:
        """Read anew if steps were touched."""
        if touched & Changes.STEPS:
            self.read()

    def read(self) -> None:
        """Show the days as the record has them now."""
        events, case = self._place.services.record.events, self._case
        self._latest.ask(lambda _: events.rows(case), self._show)

    def enter(self) -> None:
        """Ask for the day of an event that has none yet."""
        among = [row.event for row in self._rows if row.entry is None and row.event not in BY_ITSELF]
        self._ask(EventDialog(self._place, self, self._case, self._about, among))

    def correct(self, row: EventRow) -> None:
        """Ask for the day of one event."""
        if _may_be_said(row):
            self._ask(EventDialog(self._place, self, self._case, self._about, [row.event], row.entry))

    def _ask(self, dialog: EventDialog) -> None:
        dialog.named = self._place.words("The day is written down; due days follow it.")
        dialog.open()

    def _show(self, rows: Sequence[EventRow]) -> None:
        self._rows = tuple(rows)
        self.days.show_lines([self._line(row) for row in rows])

    def _line(self, row: EventRow) -> Line:
        _ = self._place.words
        said = _.count("{n} step counts from it", "{n} steps count from it", row.steps) if row.steps else ""
        chips = () if row.on or not row.steps else (Chip(_("awaited"), "missing", "clock"),)
        known = "" if row.on is None or row.entry else _("the record shows it")
        name = event_words(_, self._place.services.catalogue, row.event)
        return Line(
            name[:1].upper() + name[1:],
            tuple(filter(None, (said, known, row.entry.says.reference if row.entry else ""))), chips,
            icon="calendar-days" if row.on else "calendar",
            beside=_.date(row.on) if row.on else _("without a day"), faint=row.on is None and not row.steps,
            subject=row,
        )  # fmt: skip


def _may_be_said(row: object) -> bool:
    return isinstance(row, EventRow) and row.event not in BY_ITSELF

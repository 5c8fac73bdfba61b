"""The card of tasks: one list of the chosen days, equal steps folded, and warm words when nothing is left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Signal

from app.appointments.service import AppointmentRow
from app.documents.expiring import ExpiringRow
from app.plan.queries import DueRow, TodayView
from ui.today.beside import Beside, appointment_entries, paper_entries
from ui.today.bundles import Bundle
from ui.today.task_lines import TaskLines
from ui.today.task_list import TaskList
from ui.widgets.button import link
from ui.widgets.card import Card
from ui.widgets.empty import EmptyState
from ui.widgets.label import Label
from ui.workplace import Workplace

NOW, SNOOZED = "", "snoozed"


@dataclass(frozen=True, slots=True)
class _Shown:
    """One choice of tasks: its heading, its rows, how many there are in all, and what stands before and behind them."""

    title: str
    rows: tuple[DueRow, ...]
    total: int
    before: Sequence[AppointmentRow] = ()
    behind: Sequence[ExpiringRow] = ()


class TasksCard(Card):
    """`turned` says which tasks are shown now: "overdue", "today", "week", "snoozed", or "" for overdue and today."""

    turned = Signal(str)

    def __init__(self, place: Workplace) -> None:
        _ = place.words
        super().__init__(_("Tasks"))
        self._place = place
        self._view: TodayView | None = None
        self._beside = Beside()
        self._chosen = NOW
        self._lines = TaskLines(place)
        self.list = TaskList(place.look, _)
        self.snoozed = link("")
        self._note = Label("", "small")
        self._keys = Label(_("Space — done · D — put off · Enter — open · C — contact"), "small", wrap=True)
        self._empty: EmptyState | None = None
        self.head.addWidget(self._note)
        self.head.addWidget(self.snoozed)
        self.add(self.list, 1)
        self.add(self._keys)
        self.snoozed.hide()
        self.snoozed.clicked.connect(lambda: self.choose(SNOOZED))
        self.list.turned.connect(self._turn)

    def show_view(self, view: TodayView, beside: Beside | None = None) -> None:
        """Show what was read; the choice and the line stay. `beside`: what is no step."""
        _, self._view, self._beside = self._place.words, view, beside or Beside()
        self.snoozed.setText(_("Put off: {n}", n=view.snoozed_count))
        self.snoozed.setAccessibleName(self.snoozed.text())
        self.snoozed.setVisible(bool(view.snoozed_count))
        if self._chosen == SNOOZED and not view.snoozed_count:
            self._chosen = NOW
        self._show()

    def choose(self, key: str) -> None:
        """Show the tasks of one tile alone; of the same a second time, all again."""
        self._chosen = NOW if self._chosen == key else key
        self._show()

    def _turn(self, bundle: Bundle) -> None:
        self._lines.turn(bundle)
        self._show()

    def _show(self) -> None:
        view, _ = self._view, self._place.words
        self.turned.emit(self._chosen)
        if view is None:
            return
        shown = self._choices(view)[self._chosen]
        self.title.setText(shown.title)
        more = len(shown.rows) < shown.total
        self._note.setText(_("first {shown} of {total}", shown=len(shown.rows), total=shown.total) if more else "")
        met, papers = appointment_entries(self._place, shown.before), paper_entries(self._place, shown.behind)
        lines = [*met, *self._lines.entries(shown.rows), *papers]
        self.list.refill(lines)
        self._be_empty(view, empty=not lines)

    def _choices(self, view: TodayView) -> Mapping[str, _Shown]:
        _, today, beside = self._place.words, self._place.clock.today(), self._beside
        tomorrow = today + timedelta(days=1)
        passed, now, coming = beside.on(date.min, today), beside.on(today, tomorrow), beside.on(tomorrow, date.max)
        return {
            "overdue": _Shown(_("Overdue tasks"), view.overdue, view.overdue_count, passed, beside.papers),
            "today": _Shown(_("Tasks for today"), view.today, view.today_count, now),
            "week": _Shown(_("Tasks of the coming week"), view.week, view.week_count, coming),
            SNOOZED: _Shown(_("Tasks put off"), view.snoozed, view.snoozed_count),
            NOW: _Shown(
                _("Overdue and for today"), view.overdue + view.today, view.overdue_count + view.today_count, now,
                beside.papers,
            ),
        }  # fmt: skip

    def _be_empty(self, view: TodayView, *, empty: bool) -> None:
        if self._empty is not None:
            self._empty.deleteLater()
            self._empty = None
        for widget in (self.list, self._keys):
            widget.setVisible(not empty)
        if empty:
            self._empty = self._told(view)
            self.add(self._empty, 1)
            self._empty.show()

    def _told(self, view: TodayView) -> EmptyState:
        _, look = self._place.words, self._place.look
        if not view.active_count:
            return EmptyState(look, "folder-open", _("No cases yet"),
                              _("Open the first one, and its steps will stand here, each on its day."))  # fmt: skip
        if self._chosen == NOW:
            return EmptyState(look, "coffee", _("Everything for today is done"),
                              _("Have a rest, or call a family that has long waited for a word."))  # fmt: skip
        return EmptyState(look, "check-check", _("Nothing here"), _("A good moment to call a family."))

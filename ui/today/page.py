"""Today: what is overdue, due, coming; families long without a word from us; the cases worked on last."""

from datetime import date

from babel.dates import format_date
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from app.cases.queries import CaseRow
from app.changes import Changes
from app.domain.partial_date import of_day
from app.i18n import Words
from app.plan.queries import DueRow, SilentRow, TodayView
from ui.due_words import due_chip
from ui.fate_chip import fate_chip
from ui.models.entries import Entry
from ui.models.roles import Chip
from ui.operations import Latest
from ui.step_words import step_title
from ui.today.reminder import ReminderLine
from ui.widgets.button import plain, primary
from ui.widgets.card import Card
from ui.widgets.entries import EntryList
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.tile import Tile
from ui.workplace import Workplace

SILENT_DAYS = 30
RECENT = 8


class TodayPage(Page):
    """`opened` carries the case to open; `written` tells the window what to say, and how to undo it."""

    concerns = Changes.CASES | Changes.STEPS | Changes.CONTACTS | Changes.FATES
    opened = Signal(object)
    cases_wanted = Signal()
    contact_wanted = Signal()
    case_wanted = Signal()

    def __init__(self, place: Workplace) -> None:
        _ = place.words
        super().__init__(place.operations, _("Today"))
        self._place = place
        self._view: TodayView | None = None
        self._chosen = ""
        self._latest = Latest(place.operations, self)
        self._recent_latest = Latest(place.operations, self)
        self.action(plain(place.look, _("New contact"), "phone")).clicked.connect(self.contact_wanted)
        self.action(primary(place.look, _("New case"), "plus")).clicked.connect(self.case_wanted)
        self.reminder = ReminderLine(place)
        self._tiles = {
            "overdue": Tile(_("Overdue"), "captive"),
            "today": Tile(_("Due today"), "missing"),
            "week": Tile(_("This week"), "info"),
            "active": Tile(_("Active cases"), "returned"),
        }
        self._tasks = EntryList(place.look, _("Tasks"))
        self._silent = EntryList(place.look, _("Long without contact"), opens_on_click=True)
        self._recent = EntryList(place.look, _("Recent cases"), opens_on_click=True)
        self._note = Label("", "small")
        self._tasks_card = Card(_("Tasks"))
        self.setFocusProxy(self._tasks)
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        plan, cases = self._place.services.plan, self._place.services.cases
        day = self._place.clock.today()
        self.reminder.again()
        self.beside.setText(full_date(self._place.words, day))
        self._latest.ask(lambda _: plan.today(silent_days=SILENT_DAYS), self._show)
        self._recent_latest.ask(lambda _: cases.recent(RECENT), self._show_recent)

    def _arrange(self) -> None:
        _ = self._place.words
        self.body.addWidget(self.reminder)
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        for tile in self._tiles.values():
            tiles.addWidget(tile, 1)
        self.body.addLayout(tiles)
        self._tasks_card.head.addWidget(self._note)
        self._tasks_card.add(self._tasks, 1)
        silent, recent = Card(_("Long without contact")), Card(_("Recent cases"))
        silent.add(self._silent, 1)
        recent.add(self._recent, 1)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(silent, 1)
        right.addWidget(recent, 1)
        grid = QGridLayout()
        grid.setSpacing(12)
        grid.addWidget(self._tasks_card, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        self.body.addLayout(grid, 1)

    def _connect(self) -> None:
        for key, tile in self._tiles.items():
            tile.clicked.connect(lambda _checked, chosen=key: self._choose(chosen))
        self._tasks.opened.connect(lambda row: self.opened.emit(row.case))
        self._tasks.ticked.connect(self._tick)
        self._silent.opened.connect(lambda row: self.opened.emit(row.case))
        self._recent.opened.connect(lambda row: self.opened.emit(row.uid))

    def _choose(self, key: str) -> None:
        if key == "active":
            self._tiles[key].setChecked(False)
            self.cases_wanted.emit()
            return
        self._chosen = "" if self._chosen == key else key
        for name, tile in self._tiles.items():
            tile.setChecked(name == self._chosen)
        self._show_tasks()

    def _show(self, view: TodayView) -> None:
        self._view = view
        self._tiles["overdue"].show_number(view.overdue_count)
        self._tiles["today"].show_number(view.today_count)
        self._tiles["week"].show_number(view.week_count)
        self._tiles["active"].show_number(view.active_count)
        self._silent.entries.show([self._silent_entry(row) for row in view.silent])
        self._show_tasks()

    def _show_tasks(self) -> None:
        view, _ = self._view, self._place.words
        if view is None:
            return
        rows = {
            "overdue": view.overdue,
            "today": view.today,
            "week": view.week,
            "": view.overdue + view.today,
        }[self._chosen]
        total = {
            "overdue": view.overdue_count,
            "today": view.today_count,
            "week": view.week_count,
            "": view.overdue_count + view.today_count,
        }[self._chosen]
        titles = {
            "overdue": _("Overdue tasks"),
            "today": _("Tasks for today"),
            "week": _("Tasks of the coming week"),
            "": _("Overdue and for today"),
        }
        self._tasks_card.title.setText(titles[self._chosen])
        told = _("first {shown} of {total}", shown=len(rows), total=total) if len(rows) < total else ""
        self._note.setText(told or ("" if rows else _("Nothing here. A good moment to call a family.")))
        self._tasks.entries.show([self._task_entry(row) for row in rows])

    def _show_recent(self, rows: tuple[CaseRow, ...]) -> None:
        self._recent.entries.show([self._recent_entry(row) for row in rows])

    def _task_entry(self, row: DueRow) -> Entry:
        words = self._place.words
        chip = due_chip(words, row.due, self._place.clock.today())
        return Entry(step_title(words, row.title), f"{row.name} · {row.number}", chip, False, row)

    def _silent_entry(self, row: SilentRow) -> Entry:
        _ = self._place.words
        days = (self._place.clock.today() - row.since).days
        told = _("last contact {date}") if row.ever else _("no contact since {date}")
        second = told.format(date=_.date(row.since))
        return Entry(row.name, second, Chip(_.count("{n} day", "{n} days", days), "missing"), None, row)

    def _recent_entry(self, row: CaseRow) -> Entry:
        words = self._place.words
        chip = fate_chip(words, row.fate)
        return Entry(row.name, f"{row.number} · {words.date(row.updated.date())}", chip, None, row)

    def _tick(self, row: DueRow) -> None:
        plan, today = self._place.services.plan, of_day(self._place.clock.today())
        said = self._place.words("Done: {step}", step=step_title(self._place.words, row.title))
        self._place.operations.write(
            self,
            lambda _: plan.done(row.step, row.version, today),
            named=said,
        )


def full_date(words: Words, day: date) -> str:
    """The day in full: «субота, 28 листопада 2026 р.»."""
    pattern = "EEEE, d MMMM y 'р.'" if words.language == "uk" else "EEEE, d MMMM y"
    return format_date(day, pattern, locale=words.language)

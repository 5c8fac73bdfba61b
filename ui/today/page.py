"""Today: what is overdue, due, coming; families long without a word from us; the cases worked on last."""

from dataclasses import dataclass
from datetime import date

from babel.dates import format_date
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from app.access.teams import Whose
from app.appointments.service import AppointmentRow
from app.cases.queries import CaseRow
from app.changes import Changes
from app.documents.expiring import ExpiringRow
from app.i18n import Words
from app.plan.queries import DueRow, SilentRow, TodayView
from ui.fate_chip import fate_chip
from ui.models.entries import Entry
from ui.models.roles import Chip
from ui.operations import Latest
from ui.today.ages_line import AgesLine
from ui.today.beside import Beside, beside
from ui.today.reminder import ReminderLine
from ui.today.rights_line import RightsLine
from ui.today.tasks import TasksCard
from ui.today.tending import Tending
from ui.today.whose_button import WhoseButton, remembered
from ui.widgets.button import plain, primary
from ui.widgets.card import Card
from ui.widgets.entries import EntryList
from ui.widgets.page import Page
from ui.widgets.tile import Tile
from ui.workplace import Workplace

SILENT_DAYS = 30
RECENT = 8


@dataclass(frozen=True, slots=True)
class _Read:
    """What was asked together: the day's lists, what is no step, whose they are, and whose else there are."""

    view: TodayView
    beside: Beside
    whose: Whose
    choices: tuple[Whose, ...]


class TodayPage(Page):
    """`opened` carries the case to open; `contact_wanted` a case too, or None for one to be found."""

    concerns = Changes.CASES | Changes.STEPS | Changes.CONTACTS | Changes.FATES | Changes.RIGHTS
    concerns |= Changes.APPOINTMENTS | Changes.DOCUMENTS
    opened = Signal(object)
    cases_wanted = Signal()
    contact_wanted = Signal(object)
    case_wanted = Signal()

    def __init__(self, place: Workplace) -> None:
        _ = place.words
        super().__init__(place.operations, _("Today"))
        self._place = place
        self._latest = Latest(place.operations, self)
        self._recent_latest = Latest(place.operations, self)
        self.whose = WhoseButton(place)
        contact = self.action(plain(place.look, _("New contact"), "phone"))
        contact.clicked.connect(lambda: self.contact_wanted.emit(None))
        self.action(primary(place.look, _("New case"), "plus")).clicked.connect(self.case_wanted)
        self.reminder = ReminderLine(place)
        self.rights = RightsLine(place)
        self.rights.wanted.connect(self.reminder.wanted)
        self.ages = AgesLine(place)
        self.ages.opened.connect(self.opened)
        self._tiles = {
            "overdue": Tile(_("Overdue"), "captive"),
            "today": Tile(_("Due today"), "missing"),
            "week": Tile(_("This week"), "info"),
            "active": Tile(_("Active cases"), "returned"),
        }
        self.tasks = TasksCard(place)
        self.tasks.head.addWidget(self.whose)
        self.tending = Tending(place, self, self.tasks.list.below)
        self._silent = EntryList(place.look, _("Long without contact"), opens_on_click=True, whole_rows=True)
        self._recent = EntryList(place.look, _("Recent cases"), opens_on_click=True, whole_rows=True)
        self.begin_at(self.tasks.list)
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        services = self._place.services
        day = self._place.clock.today()
        self.reminder.again()
        self.rights.again()
        self.ages.again()
        self.beside.setText(full_date(self._place.words, day))
        chosen = self.whose.whose

        def look(_: object) -> _Read:
            whose, choices = remembered(services, chosen)
            workers = services.teams.workers(whose)
            view = services.plan.today(silent_days=SILENT_DAYS, workers=workers)
            return _Read(view, beside(services, workers), whose, choices)

        self._latest.ask(look, self._show)
        self._recent_latest.ask(lambda _: services.cases.recent(RECENT), self._show_recent)

    def _arrange(self) -> None:
        _ = self._place.words
        self.body.addWidget(self.reminder)
        self.body.addWidget(self.rights)
        self.body.addWidget(self.ages)
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        for tile in self._tiles.values():
            tiles.addWidget(tile, 1)
        self.body.addLayout(tiles)
        silent, recent = Card(_("Long without contact")), Card(_("Recent cases"))
        silent.add(self._silent, 1)
        recent.add(self._recent, 1)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(silent, 1)
        right.addWidget(recent, 1)
        grid = QGridLayout()
        grid.setSpacing(12)
        grid.addWidget(self.tasks, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        self.body.addLayout(grid, 1)

    def _connect(self) -> None:
        for key, tile in self._tiles.items():
            tile.clicked.connect(lambda _checked, chosen=key: self._choose(chosen))
        self.whose.turned.connect(self.refresh)
        self.tasks.turned.connect(self._mark)
        tasks = self.tasks.list
        tasks.opened.connect(self._open)
        tasks.ticked.connect(self.tending.tick)
        tasks.put_off.connect(self.tending.put_off)
        tasks.contact.connect(lambda row: self.contact_wanted.emit(row.case))
        self._silent.opened.connect(lambda row: self.opened.emit(row.case))
        self._recent.opened.connect(lambda row: self.opened.emit(row.uid))

    def _open(self, row: object) -> None:
        """Open the case of what was chosen; a bundle has many, and unfolds."""
        if isinstance(row, DueRow | AppointmentRow | ExpiringRow):
            self.opened.emit(row.case)

    def _choose(self, key: str) -> None:
        if key == "active":
            self._tiles[key].setChecked(False)
            self.cases_wanted.emit()
        else:
            self.tasks.choose(key)

    def _mark(self, chosen: str) -> None:
        for name, tile in self._tiles.items():
            tile.setChecked(name == chosen)

    def _show(self, read: _Read) -> None:
        view = read.view
        self.whose.show_choice(read.whose, read.choices)
        self._tiles["overdue"].show_number(view.overdue_count)
        self._tiles["today"].show_number(view.today_count)
        self._tiles["week"].show_number(view.week_count)
        self._tiles["active"].show_number(view.active_count)
        self._silent.entries.show([self._silent_entry(row) for row in view.silent])
        self.tasks.show_view(view, read.beside)

    def _show_recent(self, rows: tuple[CaseRow, ...]) -> None:
        self._recent.entries.show([self._recent_entry(row) for row in rows])

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


def full_date(words: Words, day: date) -> str:
    """The day in full: «субота, 28 листопада 2026 р.»."""
    pattern = "EEEE, d MMMM y 'р.'" if words.language == "uk" else "EEEE, d MMMM y"
    return format_date(day, pattern, locale=words.language)

"""The calendar page: the month beside the steps of a day, of a week, or of the weeks ahead."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from babel.dates import format_date
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget
from typing_extensions import override

from app.access.teams import Whose
from app.appointments.service import AppointmentRow
from app.changes import Changes
from app.domain.errors import N_
from app.plan.agenda import DayCount, of_days
from app.plan.queries import DueRow
from ui.appointments.words import appointment_entry
from ui.calendar.days_list import DaysList
from ui.calendar.month import MonthGrid, month_on, weeks_of
from ui.files import file_to_save
from ui.models.entries import Entry
from ui.operations import Latest
from ui.today.bundles import Bundle
from ui.today.task_lines import TaskLines
from ui.today.tending import Tending
from ui.today.whose_button import WhoseButton, remembered
from ui.widgets.button import filter_chip, plain, quiet, tool
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.workplace import Workplace

AHEAD = 28
MOST = 300
"""Lines shown at once; whoever needs more goes on to the next day."""


class Span(StrEnum):
    """How much stands in the list."""

    DAY = "day"
    WEEK = "week"
    AHEAD = "ahead"


SPANS: Mapping[Span, str] = {Span.DAY: N_("Day"), Span.WEEK: N_("Week"), Span.AHEAD: N_("Four weeks")}


@dataclass(frozen=True, slots=True)
class _Read:
    month: date
    counts: Mapping[date, DayCount]
    rows: tuple[DueRow, ...]
    appointments: tuple[AppointmentRow, ...]
    since: date
    until: date
    whose: Whose
    choices: tuple[Whose, ...]


class CalendarPage(Page):
    """`opened` carries the case to open; `contact_wanted` one whose family is to be called."""

    concerns = Changes.CASES | Changes.STEPS | Changes.APPOINTMENTS
    opened = Signal(object)
    contact_wanted = Signal(object)
    said = Signal(str)

    def __init__(self, place: Workplace) -> None:
        _ = place.words
        super().__init__(place.operations, _("Calendar"))
        self._place = place
        self._latest = Latest(place.operations, self)
        today = place.clock.today()
        self._month = today
        self._shown: _Read | None = None
        self._lines = TaskLines(place)
        self.span = Span.DAY
        self.grid = MonthGrid(place.look, _, today)
        self.list = DaysList(place.look, _)
        self._heading = Label("", "h2", wrap=True)
        self._nothing = Label(_("Nothing comes up here."), "muted", wrap=True)
        self.whose = WhoseButton(place)
        self.tending = Tending(place, self, self.list.below)
        self._file = self.action(plain(place.look, _("For a calendar…"), "calendar-arrow-down"))
        self.begin_at(self.grid)
        self._arrange()
        self._connect()

    def choose(self, span: Span) -> None:
        """Show a day, its week, or the weeks from it on."""
        self.span = span
        self._chips[span].setChecked(True)
        self.refresh()

    def save_file(self) -> None:
        """Ask where to save what is shown, for the calendar of a phone."""
        _, (since, until) = self._place.words, self._range(self._in_hand())
        name = f"suprovid_{since:%Y-%m-%d}.ics"
        path = file_to_save(self, _("Save for a calendar"), Path.home() / name, "*.ics")
        if path is not None:
            self.keep_file(path, since, until)

    def keep_file(self, path: Path, since: date, until: date) -> None:
        """Save the steps of these days; no name stands in the file."""
        _, services, chosen = self._place.words, self._place.services, self.whose.whose
        title = _("Suprovid")

        def save(_progress: object) -> int:
            workers = services.teams.workers(remembered(services, chosen)[0])
            return services.calendar_files.save(path, since, until, title, workers=workers)

        self._place.operations.write(
            self, save,
            lambda many: self.said.emit(_.count("Saved: {n} entry, case numbers only.",
                                                "Saved: {n} entries, case numbers only.", many)),
        )  # fmt: skip

    @override
    def refresh(self) -> None:
        services, month, chosen = self._place.services, self._month, self.whose.whose
        since, until = self._range(self._in_hand())
        days = weeks_of(month)

        def read(_: object) -> _Read:
            whose, choices = remembered(services, chosen)
            workers = services.teams.workers(whose)
            meetings, end = services.record.appointments, days[-1] + timedelta(days=1)
            counts = services.plan.day_counts(days[0], end, workers=workers)
            rows = services.plan.agenda(since, until, workers=workers, size=MOST)
            shown = meetings.between(since, until, workers=workers)
            met = with_appointments(counts, meetings.between(days[0], end, workers=workers))
            return _Read(month, met, rows, shown, since, until, whose, choices)

        self._latest.ask(read, self._show)

    def _arrange(self) -> None:
        _, look = self._place.words, self._place.look
        left, right = Card(), Card()
        self._title = Label("", "h2", wrap=True)
        back, forward = tool(look, "chevron-left", _("Month before")), tool(look, "chevron-right", _("Next month"))
        now = quiet(look, _("Today"))
        back.clicked.connect(lambda: self._turn_to(month_on(self._in_hand(), -1)))
        forward.clicked.connect(lambda: self._turn_to(month_on(self._in_hand(), 1)))
        now.clicked.connect(lambda: self._turn_to(self._place.clock.today()))
        left.add(self._title)
        left.add(_in_a_line(back, forward, now, self.whose))
        left.add(self.grid, 1)
        keys = _("Arrows — day · Page Up and Page Down — month · Home — today")
        left.add(Label(keys, "small", wrap=True))
        self._group = QButtonGroup(self)
        self._chips = {span: filter_chip(_(word)) for span, word in SPANS.items()}
        for chip in self._chips.values():
            self._group.addButton(chip)
        right.add(self._heading)
        right.add(_in_a_line(*self._chips.values()))
        right.add(self._nothing)
        right.add(self.list, 1)
        right.add(Label(_("Space — done · D or drag — put off · Enter — open · C — contact"), "small", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(left, 1)
        row.addWidget(right, 1)
        holder = QWidget()
        row.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(row)
        self.body.addWidget(holder, 1)
        self._chips[Span.DAY].setChecked(True)

    def _connect(self) -> None:
        for span, chip in self._chips.items():
            chip.clicked.connect(lambda _checked, chosen=span: self.choose(chosen))
        self.whose.turned.connect(self.refresh)
        self.grid.chosen.connect(lambda _day: self._read_days())
        self.grid.turned.connect(self._turn_to)
        self.grid.dropped.connect(self._drop)
        self.list.turned.connect(self._fold)
        self.list.opened.connect(lambda row: self.opened.emit(row.case))
        self.list.contact.connect(lambda row: self.contact_wanted.emit(row.case))
        self.list.ticked.connect(self.tending.tick)
        self.list.put_off.connect(self.tending.put_off)
        self._file.clicked.connect(self.save_file)

    def _in_hand(self) -> date:
        return self._waiting or self.grid.day()

    _waiting: date | None = None
    """A day of a month that is still being read."""

    def _range(self, day: date) -> tuple[date, date]:
        match self.span:
            case Span.DAY:
                return day, day + timedelta(days=1)
            case Span.WEEK:
                monday = day - timedelta(days=day.weekday())
                return monday, monday + timedelta(days=7)
            case Span.AHEAD:
                return day, day + timedelta(days=AHEAD)

    def _turn_to(self, day: date) -> None:
        self._month, self._waiting = day, day
        self.refresh()

    def _read_days(self) -> None:
        if self._waiting is None:
            self.refresh()

    def _show(self, read: _Read) -> None:
        day = self._in_hand()
        self.whose.show_choice(read.whose, read.choices)
        self._waiting = day
        self.grid.show_counts(read.counts, read.month, day)
        self._waiting = None
        _ = self._place.words
        name = format_date(read.month, "LLLL y", locale=_.language)
        self._title.setText(name[:1].upper() + name[1:])
        self._heading.setText(self._said(read.since, read.until))
        self._shown = read
        self.list.refill(self._entries(read))
        anything = bool(read.rows or read.appointments)
        self._nothing.setVisible(not anything)
        self.list.setVisible(anything)

    def _said(self, since: date, until: date) -> str:
        _, last = self._place.words, until - timedelta(days=1)
        if since == last:
            return format_date(since, "EEEE, d MMMM", locale=_.language).capitalize()
        return f"{_.date(since)} – {_.date(last)}"

    def _entries(self, read: _Read) -> list[Entry]:
        _, found, of_day = self._place.words, list[Entry](), of_days(read.rows)
        today, catalogue = self._place.clock.today(), self._place.services.catalogue
        for day in sorted({*of_day, *(row.says.on for row in read.appointments)}):
            rows = of_day.get(day, ())
            if self.span is not Span.DAY:
                heading = format_date(day, "EEEE, d MMMM", locale=_.language).capitalize()
                found.append(Entry(heading, _.count("{n} step", "{n} steps", len(rows)) if rows else "", heading=True))
            meetings = (row for row in read.appointments if row.says.on == day)
            found.extend(appointment_entry(_, row, today, catalogue) for row in meetings)
            found.extend(self._lines.entries(rows))
        return found

    def _fold(self, bundle: Bundle) -> None:
        self._lines.turn(bundle)
        if self._shown is not None:
            self.list.refill(self._entries(self._shown))

    def _drop(self, day: date) -> None:
        """A step let fall on a day is put off until then; a day that has passed, or one of the law, asks why."""
        row, today = self.list.subject(self.list.currentIndex().row()), self._place.clock.today()
        if not isinstance(row, DueRow):
            return
        if day <= today or (row.of_the_law and row.due < today):
            self.tending.ask_later(row, max(day, today + timedelta(days=1)))
        else:
            self.tending.defer(row, day)


def with_appointments(
    counts: Mapping[date, DayCount], rows: Iterable[AppointmentRow]
) -> Mapping[date, DayCount]:
    """The counts of each day with its appointments."""
    met = Counter(row.says.on for row in rows)
    days = {*counts, *met}
    return {day: replace(counts.get(day, DayCount(0, 0)), appointments=met[day]) for day in days}


def _in_a_line(*widgets: QWidget) -> QWidget:
    """Widgets side by side, in more lines where the window is narrow."""
    line = QWidget()
    flow = FlowLayout(line)
    for widget in widgets:
        flow.addWidget(widget)
    return line

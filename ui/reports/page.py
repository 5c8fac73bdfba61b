"""Reports: steps of a period by track and month with a table twin, what bodies are asked, how much lies with whom."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.changes import Changes
from app.domain.role import Right
from app.paging import Page as Rows
from app.statistics.service import BodyRow, StepStatistics
from app.statistics.tally import Tally
from app.workload.service import WorkloadRow
from ui.files import file_to_save
from ui.models.paged import Column, PagedModel
from ui.operations import Latest
from ui.reports.bars import Bars
from ui.reports.chart import Bar, MonthChart
from ui.reports.words import (
    PARTS,
    PERIODS,
    Part,
    Period,
    body_word,
    counts,
    days_of,
    days_word,
    month_word,
    table_words,
    tally_words,
)
from ui.reports.workload import WorkloadCard
from ui.settings.table import SettingsTable
from ui.step_words import track_word
from ui.widgets.button import filter_chip, link, plain
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.scroll import Scroll
from ui.workplace import Workplace

STEPS, BODIES, WORKLOAD = range(3)
ROW, NUMBER = 34, 104


@dataclass(frozen=True, slots=True)
class _Read:
    numbers: StepStatistics
    workload: tuple[WorkloadRow, ...]


class ReportsPage(Page):
    """`cases_wanted` carries the filter of a list to open, `said` what was saved."""

    concerns = Changes.CASES | Changes.STEPS | Changes.CONTACTS | Changes.SEARCHES
    cases_wanted = Signal(object)
    digest_wanted = Signal()
    said = Signal(str)

    def __init__(self, place: Workplace) -> None:
        _ = place.words
        super().__init__(place.operations, _("Reports"))
        self._place = place
        self._latest = Latest(place.operations, self)
        self.period = Period.YEAR
        self._numbers: StepStatistics | None = None
        self._leads = place.services.access.may(Right.CASES_ALL)
        self.choice = self.action(plain(place.look, _(PERIODS[self.period]), "calendar-days"))
        self.choice.setMenu(self._menu())
        self.action(plain(place.look, _("The week…"), "clipboard-list")).clicked.connect(self.digest_wanted)
        self.action(plain(place.look, _("Save as a table…"), "file-down")).clicked.connect(self.save_file)
        self.bars, self.chart = Bars(place.look), MonthChart(place.look, _)
        self.twin = _table(place, _("Steps by month"), dict.fromkeys(range(1, 5), NUMBER))
        self._months: PagedModel[tuple[date, Tally]] = PagedModel(_month_columns(place), place.operations, self)
        self.twin.setModel(self._months)
        self.bodies = _table(place, _("What bodies are asked"), {1: 120, 2: 150, 3: 120, 4: 150})
        self._bodies: PagedModel[BodyRow] = PagedModel(_body_columns(place), place.operations, self)
        self.bodies.setModel(self._bodies)
        self.workload = WorkloadCard(place)
        self.workload.cases_wanted.connect(self.cases_wanted)
        self.turn = link("")
        self.turn.clicked.connect(self.turn_over)
        QShortcut(QKeySequence("Alt+T"), self).activated.connect(self.turn_over)
        self._picture = QStackedWidget()
        self.views = QStackedWidget()
        self._arrange()
        self.choose(STEPS)
        self._say_turn()

    def choose(self, view: int) -> None:
        """Show the steps, the bodies, or how much lies with whom."""
        self._chips[view].setChecked(True)
        self.views.setCurrentIndex(view)

    def turn_over(self) -> None:
        """The chart, or the table that says the same."""
        self._picture.setCurrentIndex(1 - self._picture.currentIndex())
        self._say_turn()
        (self.twin if self._picture.currentIndex() else self.turn).setFocus()

    def count(self, period: Period) -> None:
        """Count another period."""
        self.period = period
        self.choice.setText(" " + self._place.words(PERIODS[period]))
        self.refresh()

    def save_file(self) -> None:
        """Ask where to save the numbers; they leave with the small ones hidden."""
        _ = self._place.words
        path = file_to_save(self, _("Save as a table"), Path.home() / "suprovid_steps.csv", "*.csv")
        if path is not None:
            self.keep_file(path)

    def keep_file(self, path: Path) -> None:
        """Save what is counted."""
        found, services, _ = self._numbers, self._place.services, self._place.words
        if found is None:
            return
        words = table_words(_, services.catalogue, found)
        told = _("Saved. Counts of one to four stand as <5, and without sums: of so few, somebody could be known.")
        self._place.operations.write(
            self, lambda _p: services.overview.statistics.write(found, path, words), lambda _none: self.said.emit(told)
        )

    @override
    def refresh(self) -> None:
        since, until = days_of(self.period, self._place.clock.today())
        self.beside.setText(f"{self._place.words.date(since)} – {self._place.words.date(until)}")
        overview, leads = self._place.services.overview, self._leads

        def read(_: object) -> _Read:
            return _Read(overview.statistics.steps(since, until), overview.workload.rows() if leads else ())

        self._latest.ask(read, self._show)

    def _show(self, read: _Read) -> None:
        _, found = self._place.words, read.numbers
        self._numbers = found
        self.bars.show_shares([
            (track_word(_, track), str(tally.whole), tally_words(_, tally), tally.done, tally.whole)
            for track, tally in found.tracks.items()
        ])  # fmt: skip
        short = len(found.months) > 1
        bars = [Bar(month_word(_, month, short=short), counts(tally)) for month, tally in found.months.items()]
        said = [f"{month_word(_, month)}: {tally_words(_, tally)}" for month, tally in found.months.items()]
        self.chart.show_bars(bars, _("Steps by month") + ". " + "; ".join(said))
        months, bodies = tuple(found.months.items()), found.bodies
        self._months.load(lambda _after, _progress: Rows(months, more=False))
        self._bodies.load(lambda _after, _progress: Rows(bodies, more=False))
        self._no_bodies.setVisible(not bodies)
        self.bodies.setVisible(bool(bodies))
        self.workload.show_rows(read.workload)

    def _menu(self) -> QMenu:
        menu, _ = QMenu(self), self._place.words
        menu.setAccessibleName(_("Period"))
        for period, word in PERIODS.items():
            action = QAction(_(word), menu)
            action.triggered.connect(lambda _checked, chosen=period: self.count(chosen))
            menu.addAction(action)
        return menu

    def _say_turn(self) -> None:
        told = _turns(self._place)[self._picture.currentIndex()]
        self.turn.setText(told)
        self.turn.setAccessibleName(told)

    def _arrange(self) -> None:
        _ = self._place.words
        names = [_("Steps"), _("Bodies"), _("Who has how much")]
        group, line = QButtonGroup(self), QHBoxLayout()
        self._chips = [filter_chip(name) for name in names]
        for number, chip in enumerate(self._chips):
            group.addButton(chip)
            chip.clicked.connect(lambda _checked, chosen=number: self.choose(chosen))
            line.addWidget(chip)
        self._chips[WORKLOAD].setVisible(self._leads)
        line.addStretch(1)
        self.body.addLayout(line)
        for view in (self._steps_view(), self._bodies_view(), self.workload):
            self.views.addWidget(view)
        self.body.addWidget(self.views, 1)
        why = _("For planning the work. The numbers say nothing about people, nor about how much a family was helped.")
        self.body.addWidget(Label(why, "small", wrap=True))

    def _steps_view(self) -> QWidget:
        _ = self._place.words
        tracks, months = Card(_("By track")), Card(_("By the month they are due"))
        tracks.add(Scroll(self.bars), 1)
        months.head.addWidget(self.turn)
        for widget in (self.chart, self.twin):
            self._picture.addWidget(widget)
        months.add(self._picture, 1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(tracks, 2)
        row.addWidget(months, 3)
        view = QWidget()
        view.setLayout(row)
        return view

    def _bodies_view(self) -> QWidget:
        _ = self._place.words
        card = Card(_("What bodies are asked"))
        self._no_bodies = Label(_("Nobody owes an answer, and none came in this period."), "muted", wrap=True)
        card.add(self._no_bodies)
        card.add(self.bodies, 1)
        card.add(Label(_("Steps and requests that wait today; answers that came in the period."), "small", wrap=True))
        card.body.addStretch()
        view = QWidget()
        column = QVBoxLayout(view)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        return view


def _turns(place: Workplace) -> tuple[str, str]:
    return place.words("As a table (Alt+T)"), place.words("As a chart (Alt+T)")


def _table(place: Workplace, name: str, widths: dict[int, int]) -> SettingsTable:
    return SettingsTable(place.look, name, widths, ROW)


def _month_columns(place: Workplace) -> list[Column[tuple[date, Tally]]]:
    _ = place.words

    def of(part: Part) -> Column[tuple[date, Tally]]:
        return Column(_(PARTS[part]), lambda row: str(counts(row[1])[part]))

    return [Column(_("Month"), lambda row: month_word(_, row[0])), *(of(part) for part in PARTS)]


def _body_columns(place: Workplace) -> list[Column[BodyRow]]:
    _, catalogue = place.words, place.services.catalogue
    return [
        Column(_("Body"), lambda row: body_word(_, catalogue, row.body)),
        Column(_("waits"), lambda row: str(row.waiting)),
        Column(_("median wait"), lambda row: days_word(_, row.for_days)),
        Column(_("answered"), lambda row: str(row.answered)),
        Column(_("median answer"), lambda row: days_word(_, row.days)),
    ]

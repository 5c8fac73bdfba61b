"""Keystroke to painted list: from the text in the search box to the pixels, without the pause in typing."""

import os
import sys
from collections.abc import Callable
from statistics import median

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from app.cases.queries import CaseFilter
from app.i18n import Words
from app.names.index import terms_of
from app.services import Services
from db import search
from tests.bench import raw
from tests.bench.bed import CLOCK, Bed
from tests.bench.figure import Figure
from tests.bench.stopwatch import median_of, once
from ui.actions import CASES
from ui.cases.page import FIRST, CasesPage
from ui.cases.table import CaseTable
from ui.icons import Icons
from ui.jobs import Jobs
from ui.look import Look
from ui.operations import Operations
from ui.shell.window import MainWindow
from ui.theme import apply, install_fonts, load
from ui.workplace import Workplace

QUERIES = ("ш", "ко", "шев", "Шевченко Ол", "shev", "000 12", "0001234", "А0012", "їжак", "немаєтакого")
_TIMES = 5


def measure(bed: Bed) -> list[Figure]:
    """A median for each query; the first line is the slowest of them."""
    with bed.services() as services:
        window = _Window(services)
        connection = raw.connect(services.vault)
        found = [_figure(window, services, connection, typed) for typed in QUERIES]
        connection.close()
        window.close()
    slowest = max(found, key=lambda figure: figure.value)
    worst = Figure("keystroke to painted list, slowest query", slowest.value, slowest.baseline, most=0.05)
    return [worst, *found]


def _figure(window: "_Window", services: Services, connection: object, typed: str) -> Figure:
    fts = search.query(terms_of(typed))
    sql = "SELECT rowid FROM case_search WHERE case_search MATCH ? LIMIT ?"
    seconds = median(window.type(typed) for _ in range(_TIMES))
    bare = median_of(lambda _: raw.replay(connection, [(sql, (fts, FIRST), False)]), _TIMES)
    found = services.cases.count(CaseFilter(text=typed))
    return Figure(f"  «{typed}»: {found:,} cases", seconds, bare)


class _Window:
    """The main window on the page of cases; its jobs wait until they are run, one by one."""

    def __init__(self, services: Services) -> None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        self._application = QApplication.instance() or QApplication(sys.argv[:1])
        install_fonts()
        icons = Icons()
        theme = load("light")
        apply(self._application, theme, icons)
        self._lane = _Lane()
        self._jobs = Jobs(self._lane, self._lane)
        place = Workplace(Look(theme, icons), Words("uk"), CLOCK, Operations(self._jobs), services)
        self._window = MainWindow(QSettings(str(services.vault.path.parent / "window.ini"), QSettings.Format.IniFormat))
        shell = self._window.furnish(place, training=True)
        self._window.show()
        shell.go(CASES)
        self._lane.drain()
        self._page = shell.findChild(CasesPage)
        self._glass = _Glass(self._window, shell.findChild(CaseTable))

    def type(self, text: str) -> float:
        """Seconds from `text` in the box to the painted list; the count of all matches arrives after it."""
        self._search("")
        seconds = once(lambda: self._painted(text))
        self._lane.drain()
        return seconds

    def close(self) -> None:
        """Let go, in order."""
        self._window.close()
        self._jobs.stop()

    def _search(self, text: str) -> None:
        self._page.search.setText(text)
        self._page.search.ask()
        self._lane.drain()

    def _painted(self, text: str) -> None:
        self._glass.forget()
        self._page.search.setText(text)
        self._page.search.ask()
        self._lane.first()
        self._glass.wait()


class _Glass(QObject):
    """Sees the window paint itself after the list has changed; Qt paints where it receives an update request."""

    def __init__(self, window: QWidget, table: CaseTable) -> None:
        super().__init__(window)
        self._changed = self._painted = False
        table.model().modelReset.connect(self._change)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._changed and event.type() is QEvent.Type.UpdateRequest:
            self._painted = True
        return super().eventFilter(watched, event)

    def forget(self) -> None:
        """Wait for the next change."""
        self._changed = self._painted = False

    def wait(self) -> None:
        """Deliver events until it is painted."""
        while not self._painted:
            QCoreApplication.processEvents()

    def _change(self) -> None:
        self._changed = True


class _Lane:
    """Work waits here, so that the list is timed without the count that another thread makes meanwhile."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], None]] = []

    def start(self, run: Callable[[], None]) -> None:
        self._waiting.append(run)

    def close(self) -> None:
        self._waiting.clear()

    def first(self) -> None:
        """Run what was asked first and carry its outcome home."""
        self._waiting.pop(0)()
        QCoreApplication.processEvents()

    def drain(self) -> None:
        """Run everything, and what follows from it."""
        QCoreApplication.processEvents()
        while self._waiting:
            self.first()

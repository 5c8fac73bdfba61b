"""A scripted day with real threads: how long the window once stood still, and over what."""

import os
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.cases.queries import CaseFilter
from app.i18n import Words
from tests.bench.bed import CLOCK, Bed
from tests.bench.figure import Figure
from ui.case.page import DOCUMENTS, FAMILY, OVERVIEW, STEPS
from ui.jobs import Jobs
from ui.shell.shell import CASES, TODAY
from ui.stage import FULL, Stage

TICK_MS = 1
STILL = 0.05
"""Seconds without a job under way after which a step has come to its end."""
CASES_OPENED = 5


class Watch(QObject):
    """Ticks in the event loop of the window: the longest time between two ticks is the longest block."""

    def __init__(self) -> None:
        super().__init__()
        self.worst, self.over = 0.0, ""
        self._step, self._last = "", time.perf_counter()
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def begin(self, step: str) -> None:
        """From now on a block is this step's."""
        self._step, self._last = step, time.perf_counter()

    def _tick(self) -> None:
        now = time.perf_counter()
        if now - self._last > self.worst:
            self.worst, self.over = now - self._last, self._step
        self._last = now


def measure(bed: Bed) -> list[Figure]:
    """The day's steps in order; changing the look, which rebuilds the window, is told beside them."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(application, QApplication):
        raise TypeError("a QApplication is needed")
    jobs = Jobs()
    with bed.services() as services:
        stage = Stage(application, services, CLOCK, jobs=jobs)
        stage.dress("light", Words("uk"))
        stage.resize(FULL.logical)
        _until_still(jobs)
        figures = [
            _told("window stood still longest, in a day's work", _watched(jobs, _work(stage)), 0.1),
            _told("window stood still longest, over its look", _watched(jobs, _looks(stage)), 0.3),
        ]
        stage.close()
    return figures


def _work(stage: Stage) -> list[tuple[str, Callable[[], object]]]:
    """Open the list, type, open cases and their tabs, write a contact down, be back on the first page."""
    shell = stage.shell
    steps: list[tuple[str, Callable[[], object]]] = [("list", lambda: shell.go(CASES))]
    for typed in ("к", "ко", "ков", ""):
        steps.append((f"typing «{typed}»", lambda typed=typed: _type(stage, typed)))  # type: ignore[misc]
    for row in stage.services.cases.page(CaseFilter(), None, CASES_OPENED).rows:
        steps.append(("case", lambda uid=row.uid: shell.open_case(uid)))  # type: ignore[misc]
        for tab in (STEPS, FAMILY, DOCUMENTS, OVERVIEW):
            steps.append((f"tab {tab}", lambda tab=tab: shell.case.tabs.setCurrentIndex(tab)))  # type: ignore[misc]
        steps.append(("note", lambda: shell.case.overview.composer.fill({"note": "Подзвонили, домовилися."})))
    return [*steps, ("today", lambda: shell.go(TODAY))]


def _looks(stage: Stage) -> list[tuple[str, Callable[[], object]]]:
    return [
        ("theme", lambda: stage.dress("dark", Words("uk"))),
        ("language", lambda: stage.dress("dark", Words("en"))),
    ]


def _type(stage: Stage, text: str) -> None:
    stage.shell.cases.search.setText(text)
    stage.shell.cases.search.ask()


def _watched(jobs: Jobs, steps: list[tuple[str, Callable[[], object]]]) -> Watch:
    watch = Watch()
    for name, step in steps:
        watch.begin(name)
        step()
        _until_still(jobs)
    return watch


def _until_still(jobs: Jobs) -> None:
    """Let the window live until no job has been under way for a moment."""
    since = time.perf_counter()
    while time.perf_counter() - since < STILL:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, TICK_MS)
        if jobs.busy:
            since = time.perf_counter()


def _told(name: str, watch: Watch, most: float) -> Figure:
    return Figure(f"{name} ({watch.over})", watch.worst, most=most)

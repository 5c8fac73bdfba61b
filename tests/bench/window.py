"""The window: from process start to the first one, another theme or language, the palette."""

import os
import sys
from itertools import cycle
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.i18n import LANGUAGES, Words
from delivery.trial import first_window
from tests.bench.bed import CLOCK, Bed
from tests.bench.figure import Figure
from tests.bench.stopwatch import in_turns, median_of
from ui.first_look import PAINTED
from ui.stage import FULL, Stage

_TIMES = 9
_STARTS = 3
_HOME = Path(__file__).resolve().parents[2]
_BARE = f"""
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
class Window(QWidget):
    def paintEvent(self, event):
        print("{PAINTED}", flush=True)
        QTimer.singleShot(0, application.quit)
window = Window()
window.show()
application.exec()
"""


def measure(bed: Bed) -> list[Figure]:
    """Processes for the start; for the rest one window without threads, its page read and painted anew each time."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(application, QApplication):
        raise TypeError("a QApplication is needed")
    figures = [_start(bed)]
    with bed.services() as services:
        stage = Stage(application, services, CLOCK)
        stage.dress("light", Words("uk"))
        stage.resize(FULL.logical)
        themes, languages = cycle(("dark", "light")), cycle(reversed(LANGUAGES))
        theme = median_of(lambda _: stage.dress(next(themes), Words("uk")), _TIMES)
        language = median_of(lambda _: stage.dress("light", Words(next(languages))), _TIMES)
        figures += [Figure("another theme, the page painted", theme, most=0.3)]
        figures += [Figure("another language, the page painted", language, most=0.3), _palette(stage)]
        stage.close()
    return figures


def _start(bed: Bed) -> Figure:
    folder = bed.fresh("start")
    surroundings = {**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    ours = [sys.executable, "-m", "ui.main", "--picture", str(folder / "first.png")]
    bare = [sys.executable, "-c", _BARE]
    seconds, least = in_turns(
        lambda _: first_window(ours, surroundings, _HOME), lambda _: first_window(bare, surroundings, _HOME), _STARTS
    )
    return Figure("first window from process start, beside a bare one", seconds, least, most_times=2.5)


def _palette(stage: Stage) -> Figure:
    palette = stage.shell.palette_box

    def opened(_turn: int) -> None:
        palette.open()
        stage.settle()

    seconds = []
    for _turn in range(_TIMES):
        seconds.append(median_of(opened, 1))
        palette.leave()
        stage.settle()
    return Figure("palette opened", sorted(seconds)[_TIMES // 2], most=0.06)

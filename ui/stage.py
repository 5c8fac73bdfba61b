"""A window on one vault for pictures and trials: no threads, no waiting, dressed anew for any theme and language."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QSettings, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.cases.queries import CaseFilter
from app.clock import Clock
from app.domain.fate import ALL_CAPTIVE
from app.i18n import Words
from app.services import Services
from ui.actions import TODAY
from ui.icons import Icons
from ui.jobs import Jobs
from ui.look import Look
from ui.operations import Operations
from ui.shell.shell import Shell
from ui.shell.window import MainWindow
from ui.theme import apply, install_fonts, load
from ui.workplace import Workplace

LEVELS = 6
"""How deep layouts are nested: each passes a new size on by an event of its own."""


@dataclass(frozen=True, slots=True)
class Glass:
    """A size of the glass in pixels, and how many of them make a logical one."""

    name: str
    pixels: QSize
    scale: float

    @property
    def logical(self) -> QSize:
        """The size that the window sees."""
        return QSize(round(self.pixels.width() / self.scale), round(self.pixels.height() / self.scale))


FULL = Glass("", QSize(1366, 768), 1.0)
COMPACT = Glass("_125", QSize(1366, 768), 1.25)


class Now:
    """A lane without threads: work is done when the events are settled."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], None]] = []

    def start(self, run: Callable[[], None]) -> None:
        """Let `run` wait for `settle`."""
        self._waiting.append(run)

    def close(self) -> None:
        """Drop what waits."""
        self._waiting.clear()

    def settle(self) -> None:
        """Run everything, and what follows from it, until nothing is left to do."""
        _deliver()
        while self._waiting:
            self._waiting.pop(0)()
            _deliver()


class Stage:
    """The main window on `services`; `dress` it before anything is shown, `close` it after all."""

    def __init__(
        self, application: QApplication, services: Services, clock: Clock, *, vault: str = "", jobs: Jobs | None = None
    ) -> None:
        """`vault`: the path that the first screen tells, where it is not the vault's own. `jobs`: with threads."""
        install_fonts()
        application.setCursorFlashTime(0)
        self.services, self.vault = services, vault or str(services.vault.path)
        self._application, self._clock = application, clock
        self._icons = Icons()
        self._lane = Now()
        self._jobs = jobs or Jobs(self._lane, self._lane)
        self.operations = Operations(self._jobs)
        self._folder = TemporaryDirectory(prefix="suprovid-stage-")
        geometry = str(Path(self._folder.name) / "window.ini")
        self.window = MainWindow(QSettings(geometry, QSettings.Format.IniFormat))
        self._place: Workplace | None = None

    @property
    def place(self) -> Workplace:
        """What the pages have at hand; only once dressed."""
        if self._place is None:
            raise RuntimeError("the stage is not dressed")
        return self._place

    @property
    def shell(self) -> Shell:
        """The inside of the window."""
        return self.window.shell

    def dress(self, theme_name: str, words: Words, scale: float = 1.0) -> None:
        """Furnish the window anew; `scale` is that of the type."""
        self.window.strip()
        theme = load(theme_name, scale)
        apply(self._application, theme, self._icons)
        self._place = Workplace(Look(theme, self._icons), words, self._clock, self.operations, self.services)
        self.window.furnish(self._place, training=self.services.training)
        self.settle()

    def resize(self, size: QSize) -> None:
        """Show the window at a logical size."""
        self.window.resize(size)
        self.window.show()
        self.settle()

    def case(self) -> UUID:
        """The case to look at: the first of a captive, else the first of all. LookupError if the vault has none."""
        cases = self.services.cases
        for wanted in (CaseFilter(fates=ALL_CAPTIVE), CaseFilter()):
            if found := cases.page(wanted, None, 1).rows:
                return found[0].uid
        raise LookupError("a case")

    def front(self) -> QWidget:
        """What stands in front: the dialog opened last, else the window."""
        dialogs = [one for one in self.window.findChildren(QDialog) if one.isVisible()]
        return dialogs[-1] if dialogs else self.window

    def clear(self) -> None:
        """Take away every dialog, and be on the first page."""
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.hide()
                if dialog.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose):
                    dialog.deleteLater()
        self.shell.palette_box.leave()
        self.shell.go(TODAY)
        self.settle()

    def settle(self) -> None:
        """Let everything that was asked, and everything that moves, come to its end."""
        self._lane.settle()
        for window in QApplication.topLevelWidgets():
            for moving in window.findChildren(QAbstractAnimation):
                moving.setCurrentTime(moving.totalDuration())

    def close(self) -> None:
        """Let go, in order."""
        self.window.close()
        self._jobs.stop()
        self.window.deleteLater()
        _deliver()
        self._icons.close()
        self._folder.cleanup()


def take(widget: QWidget, scale: float) -> QPixmap:
    """The widget as a picture with so many pixels to a logical one."""
    picture = QPixmap(QSize(round(widget.width() * scale), round(widget.height() * scale)))
    picture.setDevicePixelRatio(scale)
    widget.render(picture)
    return picture


def _deliver() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for _layout_level in range(LEVELS):
        QCoreApplication.processEvents()

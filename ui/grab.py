"""Pictures of the main screens, for the demonstration and for whoever looks: every page, both languages, two themes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.cases.queries import CaseFilter
from app.clock import Clock
from app.domain.fate import ALL_CAPTIVE
from app.i18n import LANGUAGES, Words
from app.services import Services
from ui.case.page import DOCUMENTS, FAMILY, OVERVIEW, STEPS
from ui.icons import Icons
from ui.jobs import Jobs
from ui.look import Look
from ui.operations import Operations
from ui.shell.shell import CASES, TODAY, Shell
from ui.shell.unlock import UnlockWindow
from ui.shell.window import MainWindow
from ui.theme import apply, install_fonts, load
from ui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Screen:
    """A size of the glass in pixels, and how many of them make a logical one."""

    name: str
    pixels: QSize
    scale: float

    @property
    def logical(self) -> QSize:
        """The size that the window sees."""
        return QSize(round(self.pixels.width() / self.scale), round(self.pixels.height() / self.scale))


FULL = Screen("", QSize(1366, 768), 1.0)
COMPACT = Screen("_125", QSize(1366, 768), 1.25)


LEVELS = 6
"""How deep layouts are nested: each passes a new size on by an event of its own."""


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


def grab(
    services: Services, clock: Clock, folder: Path, *, themes: Sequence[str] = ("light", "dark"),
    languages: Sequence[str] = LANGUAGES, screens: Sequence[Screen] = (FULL, COMPACT),
    workbook: Path | None = None,
) -> tuple[Path, ...]:  # fmt: skip
    """Write a PNG of every main screen of the vault to `folder`; returns their paths.

    `workbook`: a file whose import is previewed, nothing of it is written.

    Works without a display: set QT_QPA_PLATFORM=offscreen before the first call.
    """
    application = QApplication.instance() or QApplication([])
    if not isinstance(application, QApplication):
        raise TypeError("a QApplication is needed")
    install_fonts()
    folder.mkdir(parents=True, exist_ok=True)
    icons = Icons()
    written: list[Path] = []
    for theme_name in themes:
        for language in languages:
            theme = load(theme_name)
            apply(application, theme, icons)
            for screen in screens:
                studio = _Studio(services, clock, Look(theme, icons), Words(language), screen)
                for name, picture in studio.pictures(workbook):
                    path = folder / f"{theme_name}_{language}_{name}{screen.name}.png"
                    picture.save(str(path))
                    written.append(path)
    return tuple(written)


class _Studio:
    """One window in one language, theme and size, taken page by page."""

    def __init__(self, services: Services, clock: Clock, look: Look, words: Words, screen: Screen) -> None:
        self._services, self._words, self._look, self._screen = services, words, look, screen
        self._lane = Now()
        self._jobs = Jobs(self._lane, self._lane)
        self._operations = Operations(self._jobs)
        place = Workplace(look, words, clock, self._operations, services)
        self._memory = TemporaryDirectory(prefix="suprovid-grab-")
        geometry = str(Path(self._memory.name) / "window.ini")
        self._window = MainWindow(QSettings(geometry, QSettings.Format.IniFormat))
        self._shell: Shell = self._window.furnish(place, training=services.training)
        self._window.resize(screen.logical)

    def pictures(self, workbook: Path | None) -> Iterator[tuple[str, QPixmap]]:
        """Every screen by name."""
        yield "unlock", self._unlock()
        self._window.show()
        yield "today", self._page(lambda: self._shell.go(TODAY))
        yield "cases", self._page(lambda: self._shell.go(CASES))
        yield from self._case()
        yield from self._dialogs(workbook)
        self._window.close()
        self._jobs.stop()
        self._window.deleteLater()
        _deliver()

    def _case(self) -> Iterator[tuple[str, QPixmap]]:
        found = self._services.cases.page(CaseFilter(fates=ALL_CAPTIVE), None, 1).rows
        found = found or self._services.cases.page(CaseFilter(), None, 1).rows
        if not found:
            return
        self._shell.open_case(found[0].uid)
        for name, tab in (("case", OVERVIEW), ("steps", STEPS), ("family", FAMILY), ("documents", DOCUMENTS)):
            yield name, self._page(lambda chosen=tab: self._shell.case.tabs.setCurrentIndex(chosen))  # type: ignore[misc]  # a default binds the loop's tab
        yield "print", self._dialog(lambda: self._shell.print_paper(found[0].uid))
        yield "status", self._dialog(self._shell.case.change_status)
        yield "person", self._dialog(self._shell.case.put_right)
        relatives = self._services.cases.relatives(found[0].uid)
        if relatives:
            yield "told", self._dialog(lambda: self._shell.case.tell(relatives[0]))

    def _dialogs(self, workbook: Path | None) -> Iterator[tuple[str, QPixmap]]:
        yield "new_case", self._dialog(self._shell.new_case)
        yield "import", self._dialog(lambda: self._shell.bring(workbook))
        self._shell.go(TODAY)
        yield "contact", self._dialog(self._shell.contact)

    def _page(self, go: Callable[[], object]) -> QPixmap:
        go()
        self._lane.settle()
        return self._take(self._window)

    def _dialog(self, go: Callable[[], object]) -> QPixmap:
        go()
        self._lane.settle()
        dialogs = [one for one in self._shell.findChildren(QDialog) if one.isVisible()]
        picture = self._take(dialogs[-1])
        for dialog in dialogs:
            dialog.hide()
        return picture

    def _unlock(self) -> QPixmap:
        vault = self._services.vault
        window = UnlockWindow(self._look, self._words, self._operations, str(vault.path), vault.user)
        window.show()
        self._lane.settle()
        picture = self._take(window)
        window.close()
        window.deleteLater()
        return picture

    def _take(self, widget: QWidget) -> QPixmap:
        scale = self._screen.scale
        picture = QPixmap(QSize(round(widget.width() * scale), round(widget.height() * scale)))
        picture.setDevicePixelRatio(scale)
        widget.render(picture)
        return picture


def _deliver() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for _layout_level in range(LEVELS):
        QCoreApplication.processEvents()

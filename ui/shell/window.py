"""The main window: shortcuts, its size on small screens, and the shell inside, built anew for language or theme."""

from collections.abc import Callable

from PySide6.QtCore import QSettings, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow
from typing_extensions import override

from ui.shell.memory import Memory
from ui.shell.shell import CASES, SETTINGS, TODAY, Shell
from ui.workplace import Workplace

USUAL = QSize(1366, 768)
LEAST = QSize(1000, 560)


class MainWindow(QMainWindow):
    """`closing` fires once, before the window goes."""

    closing = Signal()

    def __init__(self, geometry: QSettings) -> None:
        super().__init__()
        self._geometry = geometry
        self._shell: Shell | None = None
        self.setMinimumSize(LEAST)
        self._shortcuts()
        self._place_on_screen()

    @property
    def shell(self) -> Shell:
        """What stands inside; only after `furnish`."""
        if self._shell is None:
            raise RuntimeError("the window is not furnished")
        return self._shell

    def furnish(self, place: Workplace, *, training: bool) -> Shell:
        """Build the inside for this language and theme; whoever worked stays where he was."""
        memory = self._shell.memory() if self._shell else Memory()
        shell = Shell(place, training=training)
        self.setWindowTitle(place.words("Suprovid"))
        self._shell = shell
        self.setCentralWidget(shell)
        shell.recall(memory)
        return shell

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._geometry.setValue("geometry", self.saveGeometry())
        self.closing.emit()
        super().closeEvent(event)

    def _shortcuts(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "Ctrl+1": lambda: self.shell.go(TODAY),
            "Ctrl+2": lambda: self.shell.go(CASES),
            "Ctrl+3": lambda: self.shell.go(SETTINGS),
            "Ctrl+,": lambda: self.shell.go(SETTINGS),
            "Ctrl+K": lambda: self.shell.seek(),
            "Ctrl+N": lambda: self.shell.new_case(),
            "Ctrl+I": lambda: self.shell.bring(),
            "Ctrl+Shift+C": lambda: self.shell.contact(),
            "Ctrl+P": lambda: self.shell.print_paper(self.shell.case.case),
            "Ctrl+L": lambda: self.shell.locked.emit(),
            "F5": lambda: self.shell.refresh(),
            "F8": lambda: self.shell.cover(),
            "Alt+Left": lambda: self.shell.back(),
        }
        for sequence, act in keys.items():
            QShortcut(QKeySequence(sequence), self, context=Qt.ShortcutContext.WindowShortcut).activated.connect(act)

    def _place_on_screen(self) -> None:
        room = self.screen().availableSize()
        self.resize(USUAL.boundedTo(room))
        kept = self._geometry.value("geometry")
        if kept is not None:
            self.restoreGeometry(kept)

"""The main window: its size, kept for each user, and the shell inside, built anew for language or theme."""

from datetime import date
from hashlib import sha256

from PySide6.QtCore import QEvent, QObject, QSettings, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow
from shiboken6 import delete
from typing_extensions import override

from app.services import Services
from ui.actions import CASE, CASES, TODAY
from ui.shell.memory import Memory
from ui.shell.shell import Shell
from ui.workplace import Workplace

USUAL = QSize(1366, 768)
LEAST = QSize(1000, 560)
ANYBODY = "window"
"""Where in the file of geometry the last window stood, whoever used it: a new user begins there."""


class MainWindow(QMainWindow):
    """`closing` fires once, before the window goes."""

    closing = Signal()

    def __init__(self, geometry: QSettings) -> None:
        """`geometry`: a file outside the vault; what is kept there of a user names nobody."""
        super().__init__()
        self._geometry = geometry
        self._shell: Shell | None = None
        self._memory, self._folded = Memory(), False
        self._place: Workplace | None = None
        self._watched = False
        self.setMinimumSize(LEAST)
        self._stand(ANYBODY)

    @property
    def shell(self) -> Shell:
        """What stands inside; only after `furnish`."""
        if self._shell is None:
            raise RuntimeError("the window is not furnished")
        return self._shell

    def furnish(self, place: Workplace, *, training: bool) -> Shell:
        """Build the inside for this language and theme; whoever worked stays where he was."""
        self.strip()
        shell = Shell(place, training=training)
        self.setWindowTitle(place.words("Suprovid"))
        if self._place is None:
            self._memory = self._begin(place)
            self._folded = self._kept(place, "folded") == "yes"
        self._shell, self._place = shell, place
        self.setCentralWidget(shell)
        shell.recall(self._memory)
        shell.fold(folded=self._folded)
        self.setUpdatesEnabled(True)
        return shell

    def strip(self) -> None:
        """Take the inside out, and remember it for the next: a style sheet is put on fast where little wears it.

        Never while something inside is telling that it was pressed: it is gone afterwards.
        """
        if self._shell is not None:
            self.setUpdatesEnabled(False)
            shell, self._shell = self._shell, None
            self._memory, self._folded = shell.memory(), shell.folded
            self.takeCentralWidget()
            delete(shell)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._remember()
        self.closing.emit()
        super().closeEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None and not self._watched:
            handle.installEventFilter(self)
            self._watched = True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The mouse's own buttons for back and forward, before any list takes them for a click."""
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            keys = {Qt.MouseButton.BackButton: "back", Qt.MouseButton.ForwardButton: "forward"}
            if event.button() in keys:
                self.shell.commands.run(keys[event.button()])
                return True
        return super().eventFilter(watched, event)

    def _begin(self, place: Workplace) -> Memory:
        """The first page of the day is Today; later on the same day, the list or the page that was open last."""
        self._stand(_slot(place.services))
        same_day = self._kept(place, "day") == str(place.clock.today())
        return Memory(self._kept(place, "page") if same_day else TODAY)

    def _remember(self) -> None:
        self._geometry.setValue(f"{ANYBODY}/geometry", self.saveGeometry())
        if self._place is None:
            return
        slot, page = _slot(self._place.services), self.shell.current()
        today: date = self._place.clock.today()
        for key, value in (
            ("geometry", self.saveGeometry()), ("folded", "yes" if self.shell.folded else ""),
            ("page", CASES if page == CASE else page), ("day", str(today)),
        ):  # fmt: skip
            self._geometry.setValue(f"{slot}/{key}", value)

    def _kept(self, place: Workplace, key: str) -> str:
        kept = self._geometry.value(f"{_slot(place.services)}/{key}")
        return kept if isinstance(kept, str) else ""

    def _stand(self, slot: str) -> None:
        kept = self._geometry.value(f"{slot}/geometry")
        if kept is not None:
            self.restoreGeometry(kept)
        elif slot == ANYBODY:
            self.resize(USUAL.boundedTo(self.screen().availableSize()))


def _slot(services: Services) -> str:
    """Where this user's window is kept: a digest of vault and user, the same on every start."""
    vault = services.vault
    return sha256(f"{vault.vault_id}\0{vault.user}".encode()).hexdigest()[:16]

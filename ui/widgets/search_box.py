"""A search field that waits for a pause in typing before it asks."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from ui.look import Look

PAUSE_MS = 120


class SearchBox(QLineEdit):
    """`searched` carries the text after a pause of 120 ms or on Enter; `left` that the user went down."""

    searched = Signal(str)
    left = Signal()

    def __init__(self, look: Look, hint: str, name: str) -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        self.addAction(look.icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self._asked = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.ask)
        self.textChanged.connect(lambda: self._timer.start())

    def ask(self) -> None:
        """Ask now, if the text is another one than last time."""
        self._timer.stop()
        if self.text().strip() != self._asked:
            self._asked = self.text().strip()
            self.searched.emit(self._asked)

    def settle(self) -> None:
        """Take the text that was put here as asked already."""
        self._timer.stop()
        self._asked = self.text().strip()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.ask()
            self.left.emit()
            return
        super().keyPressEvent(event)

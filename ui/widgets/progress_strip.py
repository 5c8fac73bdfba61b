"""Long work in a strip: what it does, how far it is, and a way to stop it."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.i18n import Words
from ui.look import Look
from ui.widgets.button import plain
from ui.widgets.label import Label


class ProgressStrip(QWidget):
    """A line of text, a bar, [Cancel]."""

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._words = words
        self._stop: Callable[[], None] = lambda: None
        self._text = Label("", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(words("Progress"))
        self._cancel = plain(look, words("Cancel"), "x")
        self._cancel.clicked.connect(self._cancelled)
        column = QVBoxLayout()
        column.addWidget(self._text)
        column.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(column, 1)
        row.addWidget(self._cancel)
        self.hide()

    def begin(self, text: str, stop: Callable[[], None]) -> None:
        """Show the strip; `stop` is called when the user cancels."""
        self._stop = stop
        self._text.setText(text)
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self.show()

    def report(self, done: int, total: int, label: str) -> None:
        """How far the work is."""
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        told = self._words("{done} of {total}", done=done, total=total)
        self._text.setText(f"{label} · {told}" if label else told)

    def end(self) -> None:
        """Hide the strip."""
        self.hide()

    def _cancelled(self) -> None:
        self._cancel.setEnabled(False)
        self._text.setText(self._words("Stopping…"))
        self._stop()

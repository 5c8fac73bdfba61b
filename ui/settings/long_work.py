"""Long work inside a section: a strip while it runs, a sentence when it ended; one at a time."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.i18n import Words
from ui.jobs import Work
from ui.look import Look
from ui.operations import Operations
from ui.widgets.label import Label
from ui.widgets.progress_strip import ProgressStrip

T = TypeVar("T")


class LongWork(QWidget):
    """A second piece of work is not begun while one runs."""

    def __init__(self, look: Look, words: Words, operations: Operations) -> None:
        super().__init__()
        self._words, self._operations = words, operations
        self._busy = False
        self._strip = ProgressStrip(look, words)
        self._told = Label("", wrap=True)
        self._told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._strip)
        column.addWidget(self._told)
        operations.failed.connect(self._give_up)

    def run(self, text: str, work: Work[T], then: Callable[[T], None]) -> None:
        """Do `work` beside the reading and writing of others; its value goes to `then`, a refusal into words."""
        if self._busy:
            return
        self.tell("")
        self._busy = True

        def done(value: T) -> None:
            self._end()
            then(value)

        progress = self._operations.read(
            self, work, done, refused=self._refuse, shown=self._strip.report,
            stopped=lambda: self.tell(self._words("Stopped; nothing was changed.")),
        )  # fmt: skip
        self._strip.begin(text, progress.cancel)

    def tell(self, text: str) -> None:
        """Say how it ended; an empty text says nothing."""
        self._end()
        self._told.setText(text)
        self._told.setVisible(bool(text))
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def told(self) -> str:
        """What it said last."""
        return self._told.text()

    def _give_up(self, _error: Exception) -> None:
        self.tell("")

    def _refuse(self, error: UserError) -> None:
        self.tell(self._words.explain(error))

    def _end(self) -> None:
        self._busy = False
        self._strip.end()

"""Work that ends with the vault closed: everything else has gone from the screen, this alone stays till it is over."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.errors import UserError
from app.i18n import Words
from ui.jobs import Work
from ui.look import Look
from ui.operations import Operations
from ui.widgets.button import primary
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.progress_strip import ProgressStrip

WIDTH = 560


@dataclass(frozen=True, slots=True)
class Leaving:
    """What is done while nobody works: its `title`, what it means, and `work`, which gives what to say at its end."""

    title: str
    about: str
    work: Work[str]


class LeavingWindow(QWidget):
    """`over` says that the user has read how it ended; it cannot be closed before."""

    over = Signal()

    def __init__(self, look: Look, words: Words, operations: Operations, leaving: Leaving) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(words("Suprovid"))
        self.resize(760, 420)
        self._words, self._operations, self._leaving = words, operations, leaving
        self._busy = False
        self._strip = ProgressStrip(look, words)
        self._told = Label("", wrap=True)
        self._on = primary(look, words("Go on"), "log-in")
        self._on.clicked.connect(self.over)
        self._on.hide()
        card = Card(leaving.title)
        card.setFixedWidth(look.theme.length(WIDTH))
        card.body.setContentsMargins(28, 24, 28, 24)
        card.body.setSpacing(12)
        card.add(Label(leaving.about, "muted", wrap=True))
        card.add(self._strip)
        card.add(self._told)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._on)
        card.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def begin(self) -> None:
        """Start the work."""
        _ = self._words
        self._busy = True
        progress = self._operations.read(
            self, self._leaving.work, self._end, refused=self._refuse, shown=self._strip.report,
            stopped=lambda: self._end(_("Stopped; nothing was changed.")),
        )  # fmt: skip
        self._operations.failed.connect(self._fail)
        self._strip.begin(_("This takes a while on large vaults…"), progress.cancel)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._busy:
            event.ignore()
            return
        super().closeEvent(event)

    def _refuse(self, error: UserError) -> None:
        self._end(self._words.explain(error))

    def _fail(self, _error: Exception) -> None:
        _ = self._words
        self._end(_("Something went wrong in the program itself. A report without names was kept."))

    def _end(self, told: str) -> None:
        self._busy = False
        self._strip.end()
        self._told.setText(told)
        self._on.show()
        self._on.setFocus()

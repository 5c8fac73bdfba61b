"""One section of the settings: what it is for in a sentence, then its cards; it reads anew like a page."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.changes import Changes
from app.domain.errors import UserError
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll
from ui.workplace import Workplace

READABLE = 760
"""Pixels: lines of text are not wider."""


class Section(QWidget):
    """Subclasses put cards into `body` and read in `refresh`; `said` carries a word for the toast.

    `leaving` carries work that ends with the vault closed.
    """

    concerns = Changes.NOTHING
    leaving = Signal(object)
    said = Signal(str)

    def __init__(self, place: Workplace, about: str, *, fills: bool = False) -> None:
        """`fills`: a table in it takes all the room, and nothing scrolls but the table."""
        super().__init__()
        self.place = place
        self._stale = True
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, 0, 8, 0)
        self.body.setSpacing(12)
        self.body.addWidget(Label(about, "muted", wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(inside if fills else _scrolling(inside, place.look.theme.length(READABLE)))
        place.operations.changed.connect(self._touched)

    def refresh(self) -> None:
        """Read everything anew."""

    def again(self) -> None:
        """Read anew now if the section is seen, else when it is."""
        self._stale = not self.isVisible()
        if not self._stale:
            self.refresh()

    def refuse(self, error: UserError) -> None:
        """Say what was refused."""
        self.said.emit(self.place.words.explain(error))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()

    def _touched(self, changes: Changes) -> None:
        if changes & self.concerns:
            self.again()


def _scrolling(inside: QWidget, widest: int) -> Scroll:
    inside.setMaximumWidth(widest)
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(inside, 1)
    row.addStretch(0)
    return Scroll(whole)

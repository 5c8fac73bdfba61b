"""Where the chosen paper stands, in one line, with what most likely comes next as a button and the rest in a menu."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.documents.queries import DocumentRow
from app.domain.paper_state import Move, allowed, next_move
from ui.documents.paper_words import MOVES, sentence, state_chip
from ui.models.roles import Chip
from ui.widgets.button import plain, quiet
from ui.widgets.chip import ChipLabel
from ui.widgets.label import ElidedLabel
from ui.workplace import Workplace


class PaperStrip(QWidget):
    """`wanted` carries the move that was pressed, `history_wanted` says that all of them shall be shown."""

    wanted = Signal(object)
    history_wanted = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._next: Move | None = None
        self._chip = ChipLabel(place.look, Chip("…", "closed"))
        self._told = ElidedLabel("", "small")
        self._told.fill()
        self._button = plain(place.look, "…", "arrow-right")
        self._button.clicked.connect(self._press)
        self._other = quiet(place.look, place.words("What else"), "ellipsis")
        self._menu = QMenu(self._other)
        self._other.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._chip)
        row.addWidget(self._told, 1)
        row.addWidget(self._button)
        row.addWidget(self._other)

    def show_row(self, row: DocumentRow, today: date) -> None:
        """Show another paper, or the same one as it stands now."""
        _, catalogue = self._place.words, self._place.services.catalogue
        self._chip.show_chip(state_chip(_, row))
        self._told.setText(sentence(_, catalogue, row))
        self._next = next_move(row.standing, today)
        if self._next is not None:
            self._button.setText(f" {_(MOVES[self._next])}")
            self._button.setAccessibleName(_(MOVES[self._next]))
        self._button.setVisible(self._next is not None)
        self._menu.clear()
        for move in allowed(row.standing, today):
            if move is not self._next:
                self._menu.addAction(_(MOVES[move]), partial(self.wanted.emit, move))
        if row.trail:
            self._menu.addSeparator()
            self._menu.addAction(_("The way of the paper…"), self.history_wanted.emit)
        self._other.setVisible(bool(self._menu.actions()))

    def _press(self) -> None:
        if self._next is not None:
            self.wanted.emit(self._next)

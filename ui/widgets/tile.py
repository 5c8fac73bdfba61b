"""A counter tile: a large number over a word; a press filters the list below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from ui.widgets.label import Label


class Tile(QPushButton):
    """A button that shows how many."""

    def __init__(self, word: str, tone: str) -> None:
        super().__init__()
        self.setObjectName("tileButton")
        self.setCheckable(True)
        self.setMinimumSize(120, 74)
        self._word = word
        self._number = Label("…", "tile")
        self._number.setProperty("tone", tone)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(0)
        column.addWidget(self._number)
        column.addWidget(Label(word, "muted"))
        for child in self.findChildren(Label):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(word)

    def show_number(self, number: int) -> None:
        """Put the number on the tile."""
        self._number.setText(f"{number:,}".replace(",", "\u00a0"))
        self.setAccessibleName(f"{self._word}: {number}")

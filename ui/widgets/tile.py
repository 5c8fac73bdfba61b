"""A counter tile: a large number over a word; a press filters the list below."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout
from typing_extensions import override

from ui.widgets.label import Label


class Tile(QPushButton):
    """A button that shows how many."""

    def __init__(self, word: str, tone: str) -> None:
        super().__init__()
        self.setObjectName("tileButton")
        self.setCheckable(True)
        self.setMinimumWidth(120)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._word = word
        self._number = Label("…", "tile")
        self._number.setProperty("tone", tone)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 6, 16, 6)
        self._column.setSpacing(0)
        self._column.addWidget(self._number)
        self._column.addWidget(Label(word, "muted"))
        for child in self.findChildren(Label):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(word)

    def show_number(self, number: int) -> None:
        """Put the number on the tile."""
        self._number.setText(f"{number:,}".replace(",", "\u00a0"))
        self.setAccessibleName(f"{self._word}: {number}")

    @override
    def sizeHint(self) -> QSize:
        return self._column.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._column.minimumSize()

"""The pages of a paper as they will be printed, one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.label import Label
from ui.widgets.scroll import Scroll

SHARP = 2
"""Dots of a page's picture to one of the screen."""


class PaperSheet(Scroll):
    """Shows pictures of pages; each has a name for who cannot see it."""

    def __init__(self, name: str) -> None:
        inside = QWidget()
        super().__init__(inside)
        self._pages = QVBoxLayout(inside)
        self._pages.setSpacing(12)
        self._pages.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setMinimumWidth(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)

    def show_pages(self, pictures: Sequence[QImage], names: Sequence[str]) -> None:
        """Show these pages, drawn `SHARP` times as fine as the screen, instead of those before."""
        self.clear()
        for image, name in zip(pictures, names, strict=True):
            label = Label()
            picture = QPixmap.fromImage(image)
            picture.setDevicePixelRatio(SHARP)
            label.setPixmap(picture)
            label.setAccessibleName(name)
            self._pages.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)

    def clear(self) -> None:
        """Show nothing."""
        while item := self._pages.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()

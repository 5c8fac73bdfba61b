"""A few named quantities, each a line of words over a bar; a screen reader reads the words."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui.look import Look
from ui.widgets.label import ElidedLabel, Label

TALL = 8


class _Strip(QWidget):
    """One bar, as long as its share."""

    def __init__(self, look: Look, share: float) -> None:
        super().__init__()
        self._look, self._share = look, share
        self.setFixedHeight(look.theme.length(TALL))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, self._look.theme.length(TALL))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._look.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("border"))
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        round_by = whole.height() / 2
        painter.setBrush(theme.colour("surface2"))
        painter.drawRoundedRect(whole, round_by, round_by)
        if self._share:
            painter.setBrush(theme.colour("accent"))
            painter.setPen(theme.colour("accent"))
            wide = max(whole.height(), whole.width() * self._share)
            painter.drawRoundedRect(QRectF(whole.left(), whole.top(), wide, whole.height()), round_by, round_by)
        painter.end()


class Bars(QWidget):
    """The lines, one below the other."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._inside: QWidget | None = None

    def show_shares(self, rows: Sequence[tuple[str, str, str, int, int]]) -> None:
        """Show other quantities: a name, how many in words, what stands quietly below, a part and its whole."""
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for name, many, below, part, whole in rows:
            line = QHBoxLayout()
            named = ElidedLabel(name)
            named.fill()
            line.addWidget(named, 1)
            line.addWidget(Label(many, "muted"))
            column.addLayout(line)
            column.addWidget(_Strip(self._look, part / whole if whole else 0))
            column.addWidget(ElidedLabel(below, "small"))
            column.addSpacing(6)
        column.addStretch(1)
        self._column.addWidget(self._inside)

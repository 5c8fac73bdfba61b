"""What was to come and what came, month by month, drawn as bars; the lines below it say the same in words."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.domain.payments import Month
from ui.look import Look

HEIGHT, BELOW, GAP, MOST = 74, 18, 6, 12


class MonthStrip(QWidget):
    """A frame as tall as what was to come, filled as far as it came; shown with two months or more."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._months: tuple[tuple[Month, int, int], ...] = ()
        self.setMinimumHeight(look.theme.length(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_months(self, months: Sequence[tuple[Month, int, int]], said: str) -> None:
        """Draw the last of these, oldest first: expected and received kopecks; `said` is all of it in words."""
        self._months = tuple(months[-MOST:])
        self.setAccessibleName(said)
        self.setVisible(len(months) > 1)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, self._look.theme.length(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((max(expected, received) for _, expected, received in self._months), default=0)
        if most:
            self._bars(painter, most)
        painter.end()

    def _bars(self, painter: QPainter, most: int) -> None:
        theme = self._look.theme
        painter.setFont(theme.small())
        ground = QRectF(self.rect()).adjusted(1, 4, -1, -theme.length(BELOW))
        wide = ground.width() / max(len(self._months), 6)
        for place, (month, expected, received) in enumerate(self._months):
            left = ground.left() + place * wide
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawRect(self._bar(ground, left, wide, received / most))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("borderStrong"), 1))
            painter.drawRect(self._bar(ground, left, wide, expected / most))
            painter.setPen(theme.colour("text3"))
            label = QRectF(left, ground.bottom() + 2, wide, theme.length(BELOW) - 2)
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, f"{month.number:02}.{month.year % 100:02}")

    @staticmethod
    def _bar(ground: QRectF, left: float, wide: float, part: float) -> QRectF:
        tall = ground.height() * part
        return QRectF(left + GAP, ground.bottom() - tall, wide - 2 * GAP, tall)

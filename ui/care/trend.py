"""The course of one scale, drawn: dots by day, the cut-off, a mark where a change is more than chance.

The list beside it says the same in words, so the picture is never alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.domain.scales.change import Change
from ui.look import Look

HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 170, 40, 24, 20, 26
DOT = 4.5


@dataclass(frozen=True, slots=True)
class Dot:
    """One total on one day; `day` worded already."""

    on: date
    day: str
    total: int
    change: Change | None


class Trend(QWidget):
    """Shown with two dots or more."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._dots: tuple[Dot, ...] = ()
        self._most, self._cut_off = 1, 0
        self.setMinimumHeight(look.theme.length(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_dots(self, dots: Sequence[Dot], most: int, cut_off: int, said: str) -> None:
        """Draw these, oldest first; `said` is the whole of it for those who cannot see it."""
        self._dots, self._most, self._cut_off = tuple(dots), most, cut_off
        self.setAccessibleName(said)
        self.setVisible(len(dots) > 1)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, self._look.theme.length(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if len(self._dots) > 1:
            self._ground(painter)
            self._course(painter)
        painter.end()

    def _field(self) -> QRectF:
        length = self._look.theme.length
        return QRectF(self.rect()).adjusted(length(LEFT), length(TOP), -length(RIGHT), -length(BOTTOM))

    def _spot(self, dot: Dot) -> QPointF:
        field = self._field()
        first, last = self._dots[0].on, self._dots[-1].on
        along = (dot.on - first).days / max(1, (last - first).days)
        return QPointF(field.left() + along * field.width(), field.bottom() - dot.total / self._most * field.height())

    def _ground(self, painter: QPainter) -> None:
        theme, field = self._look.theme, self._field()
        painter.setFont(theme.small())
        for value in (0, self._most):
            level = field.bottom() - value / self._most * field.height()
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.drawLine(QPointF(field.left(), level), QPointF(field.right(), level))
            painter.setPen(theme.colour("text3"))
            box = QRect(0, round(level) - 9, round(field.left()) - 6, 18)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(value))
        if self._cut_off:
            level = field.bottom() - self._cut_off / self._most * field.height()
            painter.setPen(QPen(theme.colour("borderStrong"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(field.left(), level), QPointF(field.right(), level))
            painter.setPen(theme.colour("text3"))
            box = QRect(0, round(level) - 9, round(field.left()) - 6, 18)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(self._cut_off))

    def _course(self, painter: QPainter) -> None:
        theme, field = self._look.theme, self._field()
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([self._spot(dot) for dot in self._dots]))
        for dot in self._dots:
            spot = self._spot(dot)
            marked = dot.change not in (None, Change.NONE)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(theme.colour("accent" if marked else "surface"))
            painter.drawEllipse(spot, DOT, DOT)
            painter.setPen(theme.colour("text"))
            label = QRect(round(spot.x()) - 30, round(spot.y()) - 22, 60, 16)
            sign = _SIGNS.get(dot.change or Change.NONE, "")
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, f"{dot.total}{sign}")
        painter.setPen(theme.colour("text3"))
        below = QRect(round(field.left()) - 20, round(field.bottom()) + 6, round(field.width()) + 40, 18)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, self._dots[0].day)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, self._dots[-1].day)


_SIGNS = {
    Change.RELIABLE_BETTER: " ↓", Change.MEANINGFUL_BETTER: " ⇓", Change.RELIABLE_WORSE: " ↑",
    Change.MEANINGFUL_WORSE: " ⇑",
}  # fmt: skip

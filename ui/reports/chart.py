"""Steps by month as bars: each part by its own pattern, not by colour alone; its table twin says the same in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.i18n import Words
from ui.look import Look
from ui.reports.words import PARTS, Part

LEFT, TOP, BELOW, LEGEND, WIDEST = 40, 8, 22, 24, 34
PATTERNS: Mapping[Part, tuple[str, Qt.BrushStyle]] = {
    Part.DONE: ("accent", Qt.BrushStyle.SolidPattern),
    Part.OTHERWISE: ("text3", Qt.BrushStyle.Dense6Pattern),
    Part.OPEN: ("text2", Qt.BrushStyle.BDiagPattern),
    Part.OVERDUE: ("danger", Qt.BrushStyle.DiagCrossPattern),
}
"""The colour role and the pattern of each part."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: the word below it, and how many of each part."""

    word: str
    parts: Mapping[Part, int]

    @property
    def whole(self) -> int:
        """How tall it is."""
        return sum(self.parts.values())


class MonthChart(QWidget):
    """Bars, a scale of round numbers, and what the patterns mean."""

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look, self._words = look, words
        self._bars: tuple[Bar, ...] = ()
        self.setMinimumHeight(look.theme.length(160))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_bars(self, bars: Sequence[Bar], said: str) -> None:
        """Draw these; `said` is the whole of it for those who cannot see it."""
        self._bars = tuple(bars)
        self.setAccessibleName(said)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(420, self._look.theme.length(260))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._look.theme.small())
        if self._bars:
            most = scale_top(max(bar.whole for bar in self._bars))
            self._scale(painter, most)
            for number, bar in enumerate(self._bars):
                self._bar(painter, number, bar, most)
        self._legend(painter)
        painter.end()

    def _field(self) -> QRectF:
        length = self._look.theme.length
        return QRectF(self.rect()).adjusted(length(LEFT), length(TOP), -2, -length(BELOW) - length(LEGEND))

    def _scale(self, painter: QPainter, most: int) -> None:
        theme, field = self._look.theme, self._field()
        for value in (0, most // 2, most):
            level = field.bottom() - value / most * field.height()
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.drawLine(round(field.left()), round(level), round(field.right()), round(level))
            painter.setPen(theme.colour("text3"))
            box = QRect(0, round(level) - 9, round(field.left()) - 6, 18)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(value))

    def _bar(self, painter: QPainter, number: int, bar: Bar, most: int) -> None:
        theme, field = self._look.theme, self._field()
        share = field.width() / len(self._bars)
        wide = min(share * 0.6, theme.length(WIDEST))
        left, foot = field.left() + share * number + (share - wide) / 2, field.bottom()
        for part, many in bar.parts.items():
            tall = many / most * field.height()
            self._fill(painter, QRectF(left, foot - tall, wide, tall), part)
            foot -= tall
        painter.setPen(theme.colour("text3"))
        below = QRectF(field.left() + share * number, field.bottom() + 2, share, theme.length(BELOW))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, bar.word)

    def _fill(self, painter: QPainter, box: QRectF, part: Part) -> None:
        if box.height() <= 0:
            return
        theme = self._look.theme
        role, pattern = PATTERNS[part]
        painter.setPen(QPen(theme.colour(role), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRect(box)
        painter.setBrush(QBrush(theme.colour(role), pattern))
        painter.drawRect(box)

    def _legend(self, painter: QPainter) -> None:
        theme, metrics = self._look.theme, painter.fontMetrics()
        side, left = theme.length(12), theme.length(LEFT)
        middle = self.height() - theme.length(LEGEND) / 2
        for part, word in PARTS.items():
            self._fill(painter, QRectF(left, middle - side / 2, side, side), part)
            told = self._words(word)
            painter.setPen(theme.colour("text2"))
            painter.drawText(round(left + side + 5), round(middle + metrics.ascent() / 2 - 1), told)
            left += side + 5 + metrics.horizontalAdvance(told) + theme.length(14)


def scale_top(most: int) -> int:
    """The round even number at the top of the scale: 2, 4, 10, 20, 40, 100…"""
    step = 1
    while True:
        for round_one in (2, 4, 10):
            if round_one * step >= most:
                return round_one * step
        step *= 10

"""A list of entries, painted: icon, headline with its chips, and the sentences below it as tall as they need."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.look import Look
from ui.models.lines import Line, LinesModel
from ui.models.roles import Role
from ui.widgets.cells import draw_line, paint_rounded
from ui.widgets.chip import chip_height, chip_width, paint_chip

Index = QModelIndex | QPersistentModelIndex
DISC = 26
ICON = 14
HEADLINE = 26
MARGIN = 8
GAP = 6
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class LineDelegate(QStyledItemDelegate):
    """Paints one line."""

    def __init__(self, look: Look, owner: QListView) -> None:
        super().__init__(owner)
        self._look = look
        self._view = owner

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(Role.ROW)
        tall = self._look.theme.length(HEADLINE) + MARGIN
        if isinstance(line, Line):
            width = self._view.viewport().width() - self._left(line) - MARGIN
            tall += sum(self._tall(text, width) for text in line.details)
            tall += 0 if self._beside(line, width) else self._look.theme.length(HEADLINE)
        return QSize(120, tall + MARGIN)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(Role.ROW)
        if not isinstance(line, Line):
            return
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_rounded(painter, self._look, option)
        if line.icon:
            self._disc(painter, box, line)
        inside = QRect(
            box.left() + self._left(line), box.top() + MARGIN, box.width() - self._left(line) - MARGIN, box.height()
        )
        self._details(painter, self._head(painter, inside, line), line)
        painter.restore()

    def _disc(self, painter: QPainter, box: QRect, line: Line) -> None:
        theme = self._look.theme
        disc, side = theme.length(DISC), theme.length(ICON)
        left, top = box.left() + MARGIN, box.top() + MARGIN
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("surface2" if line.faint else "accentSoft"))
        painter.drawEllipse(QRectF(left, top, disc, disc))
        picture = self._look.pixmap(line.icon, "text3" if line.faint else "accent", ICON)
        painter.drawPixmap(left + (disc - side) // 2, top + (disc - side) // 2, picture)

    def _head(self, painter: QPainter, inside: QRect, line: Line) -> QRect:
        """Paint the headline and the chips; what is left of the box."""
        theme = self._look.theme
        tall = theme.length(HEADLINE)
        first = QRect(inside.left(), inside.top(), inside.width(), tall)
        together = self._beside(line, inside.width())
        chips = self._chips_width(line)
        words = first.adjusted(0, 0, -chips if together else 0, 0)
        font = theme.type_face(weight=QFont.Weight.Medium)
        role = "text3" if line.faint else "text"
        draw_line(painter, words, line.headline, font, theme.colour(role))
        if line.beside:
            used = min(QFontMetrics(font).horizontalAdvance(line.headline) + 8, words.width())
            draw_line(painter, words.adjusted(used, 0, 0, 0), line.beside, theme.small(), theme.colour("text3"))
        left = first.right() - chips if together else first.left()
        middle = first.center().y() if together else first.center().y() + tall
        for chip in line.chips:
            room = min(chip_width(self._look, chip), inside.right() - left)
            paint_chip(painter, self._look, chip, left, middle, room)
            left += room + GAP
        return inside.adjusted(0, tall if together else 2 * tall, 0, 0)

    def _details(self, painter: QPainter, inside: QRect, line: Line) -> None:
        theme, top = self._look.theme, inside.top()
        painter.setFont(theme.type_face())
        painter.setPen(theme.colour("text3" if line.faint else "text2"))
        for text in line.details:
            tall = self._tall(text, inside.width())
            painter.drawText(QRect(inside.left(), top, inside.width(), tall), WRAP, text)
            top += tall

    def _left(self, line: Line) -> int:
        return MARGIN + (self._look.theme.length(DISC) + 10 if line.icon else 0)

    def _chips_width(self, line: Line) -> int:
        return sum(chip_width(self._look, chip) + GAP for chip in line.chips)

    def _beside(self, line: Line, width: int) -> bool:
        """Whether the chips stand beside the headline, or find no room there and go below it."""
        if not line.chips:
            return True
        metrics = QFontMetrics(self._look.theme.type_face(weight=QFont.Weight.Medium))
        words = metrics.horizontalAdvance(f"{line.headline}  {line.beside}")
        return words + self._chips_width(line) <= max(width, chip_height(self._look))

    def _tall(self, text: str, width: int) -> int:
        room = QRect(0, 0, max(120, width), 100_000)
        return QFontMetrics(self._look.theme.type_face()).boundingRect(room, WRAP, text).height() + 1


class LineList(QListView):
    """`opened` on Enter or a double click, `unwanted` on Delete, `chosen` when another is the present one."""

    opened = Signal(object)
    unwanted = Signal(object)
    chosen = Signal(object)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._fits = False
        self.setAccessibleName(name)
        self.setProperty("plain", True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.lines = LinesModel(self)
        self.setItemDelegate(LineDelegate(look, self))
        self.setModel(self.lines)
        self.doubleClicked.connect(self._open)

    def show_lines(self, lines: list[Line]) -> None:
        """Show other lines; what was chosen stays chosen if it is still there, else the first is."""
        was = self.subject()
        self.lines.show(lines)
        row = self.lines.row_of(was) if was is not None else -1
        if lines:
            self.setCurrentIndex(self.lines.index(max(0, row)))
        else:
            self.chosen.emit(None)
        self._fit()

    def subject(self) -> Any:
        """The row that the present line speaks of, None without one."""
        line = self.lines.line(self.currentIndex())
        return line.subject if line else None

    def choose(self, subject: object) -> None:
        """Make the line about `subject` the present one."""
        row = self.lines.row_of(subject)
        if row >= 0:
            self.setCurrentIndex(self.lines.index(row))

    def grow(self) -> None:
        """From now on be as tall as the lines: something around scrolls."""
        self._fits = True
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self.subject())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        subject = self.subject()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and subject is not None:
            self.opened.emit(subject)
        elif event.key() == Qt.Key.Key_Delete and subject is not None:
            self.unwanted.emit(subject)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        if self._fits:
            tall = sum(self.sizeHintForRow(row) for row in range(self.lines.rowCount()))
            self.setFixedHeight(max(tall + 4, 1))

    def _open(self, index: QModelIndex) -> None:
        line = self.lines.line(index)
        if line is not None and line.subject is not None:
            self.opened.emit(line.subject)

"""A list of entries in a card: tick, two lines, chip; Space ticks, Enter opens."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from ui.look import Look
from ui.models.entries import EntriesModel, Entry
from ui.models.roles import Chip, Role
from ui.widgets.cells import draw_line, paint_rounded
from ui.widgets.chip import chip_width, paint_chip

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 46
HEADING_HEIGHT = 34
ONE_LINE = 32
TICK = 18
INSET = 8


class EntryDelegate(QStyledItemDelegate):
    """Paints one entry."""

    def __init__(self, look: Look, owner: QWidget) -> None:
        super().__init__(owner)
        self._look = look

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        tall = HEADING_HEIGHT if index.data(Role.HEADING) else HEIGHT if index.data(Role.SECOND) else ONE_LINE
        return QSize(60, self._look.theme.length(tall))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(Role.HEADING):
            self._heading(painter, box, index)
        else:
            paint_rounded(painter, self._look, option)
            self._entry(painter, box.adjusted(INSET, 0, -INSET, 0), index)
        painter.restore()

    def _heading(self, painter: QPainter, box: QRect, index: Index) -> None:
        theme = self._look.theme
        inside = box.adjusted(INSET, 8, -INSET, 0)
        draw_line(painter, inside, index.data(), theme.small(QFont.Weight.Bold), theme.colour("text2"))
        told = index.data(Role.SECOND) or ""
        painter.setFont(theme.small())
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, told)

    def _entry(self, painter: QPainter, inside: QRect, index: Index) -> None:
        theme = self._look.theme
        if index.data(Role.INSET):
            inside = inside.adjusted(TICK + 14, 0, 0, 0)
        folded = index.data(Role.FOLDED)
        if folded is not None:
            box = tick_box(inside, self._look)
            sign = "chevron-right" if folded else "chevron-down"
            painter.drawPixmap(box.left(), box.top(), self._look.pixmap(sign, "text2", TICK))
            inside = inside.adjusted(box.width() + 14, 0, 0, 0)
        tick = index.data(Role.TICK)
        if tick is not None:
            box = tick_box(inside, self._look)
            self._tick(painter, box, ticked=tick)
            inside = inside.adjusted(box.width() + 14, 0, 0, 0)
        chip = index.data(Role.CHIP)
        if isinstance(chip, Chip):
            width = min(chip_width(self._look, chip), inside.width() // 2)
            paint_chip(painter, self._look, chip, inside.right() - width, inside.center().y(), width)
            inside = inside.adjusted(0, 0, -width - 10, 0)
        second = index.data(Role.SECOND)
        if not second:
            draw_line(painter, inside, index.data(), theme.type_face(), theme.colour("text"))
            return
        middle = inside.center().y()
        first_box = QRect(inside.left(), middle - theme.length(19), inside.width(), theme.length(20))
        second_box = QRect(inside.left(), middle, inside.width(), theme.length(18))
        draw_line(painter, first_box, index.data(), theme.type_face(), theme.colour("text"))
        draw_line(painter, second_box, second, theme.small(), theme.colour("text3"))

    def _tick(self, painter: QPainter, box: QRect, *, ticked: bool) -> None:
        theme = self._look.theme
        painter.setPen(QPen(theme.colour("accent" if ticked else "borderStrong"), 1.2))
        painter.setBrush(theme.colour("accent" if ticked else "surface"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if ticked:
            painter.drawPixmap(box.left() + 2, box.top() + 2, self._look.pixmap("check", "onAccent", TICK - 4))


def tick_box(inside: QRect, look: Look) -> QRect:
    """Where the tick of an entry stands."""
    side = look.theme.length(TICK)
    return QRect(inside.left() + 2, inside.center().y() - side // 2, side, side)


class EntryList(QListView):
    """A list of entries; `opened` on Enter or a double click, `ticked` on Space or a click on the box."""

    opened = Signal(object)
    ticked = Signal(object)
    chosen = Signal(object)

    def __init__(self, look: Look, name: str, *, opens_on_click: bool = False, whole_rows: bool = False) -> None:
        """`whole_rows`: no row is ever cut at the lower edge; all must be of two lines."""
        super().__init__()
        self._look = look
        self._rest = 0
        self._whole_rows = whole_rows
        self.setAccessibleName(name)
        self.setProperty("plain", True)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.entries = EntriesModel(self)
        self._opens_on_click = opens_on_click
        self.setItemDelegate(EntryDelegate(look, self))
        self.setModel(self.entries)
        self.doubleClicked.connect(self._open)
        if whole_rows:
            self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)

    def refill(self, entries: Sequence[Entry]) -> None:
        """Show other entries and stay at the same height of the list, so that work goes on where it was."""
        row = max(0, self.currentIndex().row())
        self.entries.show(entries)
        if entries:
            self.setCurrentIndex(self.entries.index(min(row, len(entries) - 1)))

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(hint.width(), self._look.theme.length(HEIGHT)) if self._whole_rows else hint

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        rest = self.height() % self._look.theme.length(HEIGHT) if self._whole_rows else 0
        if rest != self._rest:
            self._rest = rest
            self.setViewportMargins(0, 0, 0, rest)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        entry = self.entries.entry(current)
        if entry is not None:
            self.chosen.emit(entry.subject)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self.entries.entry(self.currentIndex())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and entry is not None:
            self.opened.emit(entry.subject)
        elif event.key() == Qt.Key.Key_Space and entry is not None and entry.tick is not None:
            self.ticked.emit(entry.subject)
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        entry = self.entries.entry(index)
        if entry is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        inside = self.visualRect(index).adjusted(INSET, 0, -INSET, 0)
        if entry.inset:
            inside = inside.adjusted(TICK + 14, 0, 0, 0)
        target = tick_box(inside, self._look).adjusted(-4, -4, 4, 4)
        if entry.tick is not None and target.contains(event.position().toPoint()):
            self.ticked.emit(entry.subject)
        elif self._opens_on_click:
            self.opened.emit(entry.subject)

    def fit(self, limit: int) -> None:
        """Be as tall as the entries, at most `limit` of them."""
        shown = min(self.entries.rowCount(), limit)
        tall = sum(self.sizeHintForRow(row) for row in range(shown)) + 4
        self.setFixedHeight(max(tall, self._look.theme.length(ONE_LINE)))

    def _open(self, index: Index) -> None:
        entry: Entry | None = self.entries.entry(index)
        if entry is not None and not self._opens_on_click:
            self.opened.emit(entry.subject)

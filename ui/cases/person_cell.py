"""The cells of the list: a name over its details, or beside them where rows are dense; the current row has a bar."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget
from typing_extensions import override

from ui.look import Look
from ui.models.roles import Role
from ui.widgets.cells import INSET, draw_line
from ui.widgets.chip import paint_ground

Index = QModelIndex | QPersistentModelIndex
BAR = 3
GAP = 10
DENSE = 44
"""Rows lower than this have one line."""


class PersonDelegate(QStyledItemDelegate):
    """Paints the first column; the bar says where the keyboard is, whatever is selected."""

    def __init__(self, look: Look, table: QTableView) -> None:
        super().__init__(table)
        self._look, self._table = look, table

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        paint_ground(painter, option)
        box: QRect = option.rect
        painter.save()
        self._bar(painter, option, index)
        theme = self._look.theme
        name, strong = str(index.data() or ""), theme.type_face(weight=QFont.Weight.Medium)
        inside = box.adjusted(INSET, 0, -6, -1)
        if box.height() >= DENSE:
            inside = box.adjusted(INSET, 5, -6, -6)
            half = inside.height() // 2
            first = QRect(inside.left(), inside.top(), inside.width(), half)
            second = QRect(inside.left(), inside.top() + half, inside.width(), half)
            draw_line(painter, first, name, strong, theme.colour("text"))
        else:
            draw_line(painter, inside, name, strong, theme.colour("text"))
            taken = painter.fontMetrics().horizontalAdvance(name) + GAP
            second = inside.adjusted(taken, 0, 0, 0)
        beside = str(index.data(Role.SECOND) or "")
        painter.setFont(theme.small())
        if painter.fontMetrics().horizontalAdvance(beside.partition(" · ")[0]) < second.width():
            draw_line(painter, second, beside, theme.small(), theme.colour("text3"))
        painter.restore()

    def _bar(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        widget: QWidget = option.widget
        if widget.hasFocus() and index.row() == self._table.currentIndex().row():
            box: QRect = option.rect
            painter.fillRect(QRect(box.left(), box.top(), BAR, box.height() - 1), self._look.theme.colour("accent"))

"""Table cells of two lines, and of one line with a tone and an icon."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from ui.look import Look
from ui.models.roles import Role
from ui.widgets.chip import paint_ground

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 50
INSET = 10
ICON = 16


class NameDelegate(QStyledItemDelegate):
    """A name over its details."""

    def __init__(self, look: Look, owner: QWidget) -> None:
        super().__init__(owner)
        self._look = look

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), self._look.theme.length(ROW_HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        paint_ground(painter, option)
        box: QRect = option.rect
        inside = box.adjusted(INSET, 5, -6, -6)
        half = inside.height() // 2
        painter.save()
        theme = self._look.theme
        first = QRect(inside.left(), inside.top(), inside.width(), half)
        second = QRect(inside.left(), inside.top() + half, inside.width(), half)
        draw_line(painter, first, index.data(), theme.type_face(weight=QFont.Weight.Medium), theme.colour("text"))
        draw_line(painter, second, index.data(Role.SECOND) or "", theme.small(), theme.colour("text3"))
        painter.restore()


class ToneDelegate(QStyledItemDelegate):
    """One line of text whose colour and icon say more: an overdue date."""

    def __init__(self, look: Look, owner: QWidget) -> None:
        super().__init__(owner)
        self._look = look

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        paint_ground(painter, option)
        box: QRect = option.rect
        inside = box.adjusted(INSET, 0, -4, 0)
        theme, role = self._look.theme, index.data(Role.TONE) or "text2"
        icon = index.data(Role.ICON)
        painter.save()
        if icon:
            side = theme.length(ICON)
            painter.drawPixmap(inside.left(), inside.center().y() - side // 2, self._look.pixmap(icon, role, ICON))
            inside.setLeft(inside.left() + side + 6)
        draw_line(painter, inside, index.data() or "", theme.type_face(), theme.colour(role))
        painter.restore()


def draw_line(painter: QPainter, box: QRect, text: str, font: QFont, colour: QColor) -> None:
    """Draw one line of text, shortened to the box."""
    painter.setFont(font)
    painter.setPen(colour)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def paint_rounded(painter: QPainter, look: Look, option: QStyleOptionViewItem) -> None:
    """Paint the ground of a whole line that is chosen, has the keyboard, or lies under the mouse; else nothing."""
    theme, state, box = look.theme, option.state, QRect(option.rect)
    painter.setPen(Qt.PenStyle.NoPen)
    if state & QStyle.StateFlag.State_Selected:
        painter.setBrush(theme.colour("sel"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("accent"), 2))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(theme.colour("surface2"))
    else:
        return
    painter.drawRoundedRect(QRectF(box.adjusted(1, 1, -1, -1)), 6, 6)

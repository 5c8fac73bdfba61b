"""Paints chips: icon, word and colour together, so that none carries the meaning alone."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from ui.look import Look
from ui.models.roles import Chip, Role

HEIGHT = 24
SIDE = 10
ICON = 14
GAP = 6
SLACK = 3


def chip_font(look: Look) -> QFont:
    """The type of chips."""
    return look.theme.small(QFont.Weight.Medium)


def chip_width(look: Look, chip: Chip) -> int:
    """How wide the chip stands."""
    text = QFontMetrics(chip_font(look)).horizontalAdvance(chip.text) + SLACK
    return text + 2 * SIDE + (look.theme.length(ICON) + GAP if chip.icon else 0)


def chip_height(look: Look) -> int:
    """How tall every chip stands."""
    return look.theme.length(HEIGHT)


def paint_chip(painter: QPainter, look: Look, chip: Chip, left: int, middle: int, room: int) -> None:
    """Paint `chip` from `left`, centred on `middle`, at most `room` wide."""
    width, height, side = min(chip_width(look, chip), room), chip_height(look), look.theme.length(ICON)
    if width < height:
        return
    box = QRectF(left, middle - height / 2, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.theme.colour("chipLine"), 1))
    painter.setBrush(look.theme.colour(f"chip.{chip.tone}.bg"))
    painter.drawRoundedRect(box, height / 2, height / 2)
    start = left + SIDE
    if chip.icon:
        picture = look.pixmap(chip.icon, f"chip.{chip.tone}.fg", ICON)
        painter.drawPixmap(QPointF(start, middle - side / 2), picture)
        start += side + GAP
    painter.setFont(chip_font(look))
    painter.setPen(look.theme.colour(f"chip.{chip.tone}.fg"))
    inside = QRect(start, round(box.top()), round(box.right()) - SIDE - start + SLACK, height)
    text = painter.fontMetrics().elidedText(chip.text, Qt.TextElideMode.ElideRight, inside.width())
    painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.restore()


class ChipDelegate(QStyledItemDelegate):
    """A table cell that holds a chip."""

    def __init__(self, look: Look, owner: QWidget) -> None:
        super().__init__(owner)
        self._look = look

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        paint_ground(painter, option)
        chip = index.data(Role.CHIP)
        if isinstance(chip, Chip):
            box: QRect = option.rect
            paint_chip(painter, self._look, chip, box.left() + 8, box.center().y(), box.width() - 12)


class ChipLabel(QWidget):
    """A chip that stands by itself."""

    def __init__(self, look: Look, chip: Chip) -> None:
        super().__init__()
        self._look = look
        self._chip = chip
        self.setFixedHeight(chip_height(look) + 2)
        self.show_chip(chip)

    def show_chip(self, chip: Chip) -> None:
        """Show another chip."""
        self._chip = chip
        self.setAccessibleName(chip.text)
        self.setFixedWidth(chip_width(self._look, chip) + 2)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(chip_width(self._look, self._chip) + 2, chip_height(self._look) + 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, self._look, self._chip, 1, self.height() // 2, self.width() - 1)
        painter.end()


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint the cell's ground, selection and line by the style, without its text."""
    widget: QWidget = option.widget
    bare = QStyleOptionViewItem(option)
    bare.text = ""
    widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, widget)

"""The timeline of a case, painted: date, icon on a line, title, author, text."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from ui.look import Look
from ui.models.moments import Moment, MomentsModel
from ui.models.roles import Role
from ui.widgets.cells import draw_line

Index = QModelIndex | QPersistentModelIndex
DATE = 84
DOT = 30
TEXT_LEFT = DATE + DOT + 30
AUTHOR = 130
LEAST = 56
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class MomentDelegate(QStyledItemDelegate):
    """Paints one moment."""

    def __init__(self, look: Look, owner: QListView) -> None:
        super().__init__(owner)
        self._look = look
        self._view = owner
        self._left = look.theme.length(TEXT_LEFT)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        moment = index.data(Role.ROW)
        width = self._view.viewport().width()
        room = QRect(0, 0, max(120, width - self._left - 12), 4000)
        metrics = QFontMetrics(self._look.theme.type_face())
        tall = metrics.boundingRect(room, WRAP, moment.body).height() if moment and moment.body else 0
        length = self._look.theme.length
        return QSize(120, max(length(LEAST), length(24) + tall + 16))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        moment = index.data(Role.ROW)
        if not isinstance(moment, Moment):
            return
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._look.theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 6, 6)
        self._when(painter, box, moment)
        last = index.row() == index.model().rowCount() - 1
        self._dot(painter, box, moment.icon, last=last)
        self._what(painter, box, moment)
        painter.restore()

    def _when(self, painter: QPainter, box: QRect, moment: Moment) -> None:
        theme = self._look.theme
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.type_face())
        painter.setPen(theme.colour("text2"))
        length = theme.length
        painter.drawText(QRect(box.left(), box.top() + 2, length(DATE), length(20)), right, moment.day)
        painter.setFont(theme.small())
        painter.setPen(theme.colour("text3"))
        painter.drawText(QRect(box.left(), box.top() + length(21), length(DATE), length(17)), right, moment.hour)

    def _dot(self, painter: QPainter, box: QRect, icon: str, *, last: bool) -> None:
        theme = self._look.theme
        dot, side = theme.length(DOT), theme.length(16)
        left = box.left() + theme.length(DATE) + 10
        middle = left + dot / 2
        if not last:
            painter.setPen(QPen(theme.colour("border"), 2))
            painter.drawLine(QPointF(middle, box.top() + dot + 4), QPointF(middle, box.bottom() + 1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accentSoft"))
        painter.drawEllipse(QRectF(left, box.top() + 2, dot, dot))
        picture = self._look.pixmap(icon, "accent", 16)
        painter.drawPixmap(round(middle - side / 2), box.top() + 2 + (dot - side) // 2, picture)

    def _what(self, painter: QPainter, box: QRect, moment: Moment) -> None:
        theme = self._look.theme
        left, line = box.left() + self._left, theme.length(20)
        width = box.right() - left - 8
        author_font = theme.small()
        author = min(theme.length(AUTHOR), QFontMetrics(author_font).horizontalAdvance(moment.author) + 6)
        title = QRect(left, box.top() + 2, max(60, width - author - 8), line)
        draw_line(painter, title, moment.title, theme.type_face(weight=QFont.Weight.Medium), theme.colour("text"))
        by = QRect(left + width - author, box.top() + 2, author, line)
        draw_line(painter, by, moment.author, author_font, theme.colour("text3"))
        painter.setFont(theme.type_face())
        painter.setPen(theme.colour("text2"))
        body = box.adjusted(left - box.left(), theme.length(24), 0, -2)
        painter.drawText(QRect(body.topLeft(), QSize(width, body.height())), WRAP, moment.body)


class Timeline(QListView):
    """The list of moments."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("plain", True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSpacing(2)
        self.moments = MomentsModel(self)
        self.setItemDelegate(MomentDelegate(look, self))
        self.setModel(self.moments)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

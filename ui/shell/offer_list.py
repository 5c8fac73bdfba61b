"""The lines of the palette: an icon, words, and at the right the keys that would have done the same."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from ui.look import Look
from ui.shell.offers import Offer
from ui.widgets.cells import draw_line

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 36
ICON = 18
INSET = 12


class OffersModel(QAbstractListModel):
    """The offers of the moment."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self.offers: tuple[Offer, ...] = ()

    def show(self, offers: Sequence[Offer]) -> None:
        """Replace all offers."""
        self.beginResetModel()
        self.offers = tuple(offers)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.offers)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        offer = self.offers[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return offer.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return offer.sentence()
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look, owner: "OfferList") -> None:
        super().__init__(owner)
        self._look, self._list = look, owner

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        offer = self._list.offers.offers[index.row()]
        theme, box = self._look.theme, QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accentSoft"))
            painter.drawRoundedRect(QRectF(box.adjusted(1, 1, -1, -1)), 6, 6)
        inside = box.adjusted(INSET, 0, -INSET, 0)
        tint = "accent" if chosen else "text2"
        picture = self._look.pixmap(offer.icon, tint, ICON)
        painter.drawPixmap(inside.left(), inside.center().y() - ICON // 2 + 1, picture)
        inside.setLeft(inside.left() + ICON + 10)
        if offer.keys:
            font = theme.small()
            painter.setFont(font)
            width = painter.fontMetrics().horizontalAdvance(offer.keys) + 6
            keys = QRect(inside.right() - width, inside.top(), width, inside.height())
            draw_line(painter, keys, offer.keys, font, theme.colour("text3"))
            inside.setRight(inside.right() - width - 10)
        draw_line(painter, inside, offer.text, theme.type_face(), theme.colour("accent" if chosen else "text"))
        painter.restore()


class OfferList(QListView):
    """The list below the box; the box keeps the keyboard. `taken` carries the offer that was clicked."""

    taken = Signal(object)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.offers = OffersModel(self)
        self.setProperty("plain", True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(_Delegate(look, self))
        self.setModel(self.offers)

    @property
    def current(self) -> Offer | None:
        """The offer that Enter takes."""
        row = self.currentIndex().row()
        return self.offers.offers[row] if 0 <= row < self.offers.rowCount() else None

    def choose(self, row: int) -> None:
        """Choose a line; one before the first or behind the last is the other end."""
        rows = self.offers.rowCount()
        if rows:
            self.setCurrentIndex(self.offers.index(row % rows))

    def move_by(self, lines: int) -> None:
        """Choose another line, so many below."""
        self.choose(self.currentIndex().row() + lines)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        if row >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self.taken.emit(self.offers.offers[row])

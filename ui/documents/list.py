"""The list of documents, painted: a small picture, grey and blurred where it may be hard to see, and three lines."""

from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QImage, QKeyEvent, QMouseEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from app.documents.queries import DocumentRow
from ui.documents.model import THIRD, VEILED, DocumentsModel
from ui.look import Look
from ui.models.roles import Role
from ui.widgets.cells import draw_line, paint_rounded
from ui.widgets.chip import GAP, chip_height, chip_width, paint_chip
from ui.workplace import Workplace

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 84
PICTURE = 68
INSET = 8
SHARP = 2
ICON = 26


class DocumentDelegate(QStyledItemDelegate):
    """Paints one document."""

    def __init__(self, look: Look, owner: QWidget) -> None:
        super().__init__(owner)
        self._look = look

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint_rounded(painter, self._look, option)
        self._picture(painter, picture_box(box), index)
        inside = box.adjusted(INSET + PICTURE + 14, 10, -INSET, -10)
        self._lines(painter, inside, index, self._chips(painter, inside, index))
        painter.restore()

    def _picture(self, painter: QPainter, box: QRect, index: Index) -> None:
        theme = self._look.theme
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.setBrush(theme.colour("surface2"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(picture, QPixmap):
            size = picture.size().scaled(box.size() - QSize(6, 6), Qt.AspectRatioMode.KeepAspectRatio)
            spot = QRect(0, 0, size.width(), size.height())
            spot.moveCenter(box.center())
            painter.drawPixmap(spot, picture)
        veiled = bool(index.data(VEILED))
        if veiled or not isinstance(picture, QPixmap):
            disc = QRectF(0, 0, ICON + 14, ICON + 14)
            disc.moveCenter(QRectF(box).center())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("surface"))
            painter.drawEllipse(disc)
            icon = self._look.pixmap("eye-off" if veiled else "file-text", "text2", ICON)
            painter.drawPixmap(disc.topLeft() + QRectF(0, 0, 14, 14).center(), icon)

    def _chips(self, painter: QPainter, inside: QRect, index: Index) -> int:
        """Paint the chips at the right of the first line; how much room they take."""
        chips = index.data(Role.CHIP) or ()
        wide = sum(chip_width(self._look, chip) + GAP for chip in chips)
        left = inside.right() - wide
        for chip in chips:
            paint_chip(painter, self._look, chip, left, inside.top() + chip_height(self._look) // 2, wide)
            left += chip_width(self._look, chip) + GAP
        return wide

    def _lines(self, painter: QPainter, inside: QRect, index: Index, taken: int) -> None:
        theme = self._look.theme
        high = inside.height() // 3
        for number, (text, font, role) in enumerate((
            (index.data(), theme.type_face(weight=QFont.Weight.Medium), "text"),
            (index.data(Role.SECOND), theme.small(), "text2"),
            (index.data(THIRD), theme.small(), "text3"),
        )):
            room = inside.width() - (0 if number else taken)
            line = QRect(inside.left(), inside.top() + number * high, room, high)
            draw_line(painter, line, text or "", font, theme.colour(role))


def picture_box(box: QRect) -> QRect:
    """Where the picture of a document stands."""
    return QRect(box.left() + INSET, box.center().y() - PICTURE // 2, PICTURE, PICTURE)


class DocumentList(QListView):
    """Enter, or a click on the picture, opens; Space takes a veil off and puts it on; Delete asks to destroy.

    A click on a veiled picture only takes the veil off.
    """

    opened = Signal(object)
    erasure_wanted = Signal(object)
    chosen = Signal(object)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self.setAccessibleName(place.words("Documents of the case"))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMinimumHeight(HEIGHT + 8)
        self.documents = DocumentsModel(place, self)
        self.documents.wanted.connect(self._fetch)
        self.documents.dataChanged.connect(lambda: self.chosen.emit(self.current()))
        self.setItemDelegate(DocumentDelegate(place.look, self))
        self.setModel(self.documents)
        self.doubleClicked.connect(self._double)

    def current(self) -> DocumentRow | None:
        """The chosen document."""
        return self.documents.row_at(self.currentIndex())

    def choose(self, document: UUID) -> None:
        """Choose a document and bring it into view."""
        where = self.documents.index_of(document)
        if where.isValid():
            self.setCurrentIndex(where)
            self.scrollTo(where)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self.documents.row_at(current))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if row is not None:
                self.opened.emit(row)
            case Qt.Key.Key_Space if row is not None and row.veiled:
                self.documents.turn(row)
            case Qt.Key.Key_Delete if row is not None:
                self.erasure_wanted.emit(row)
            case _:
                super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        where = self.indexAt(event.position().toPoint())
        row = self.documents.row_at(where)
        if row is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if not picture_box(self.visualRect(where)).contains(event.position().toPoint()):
            return
        if self.documents.veiled(row):
            self.documents.turn(row)
        else:
            self.opened.emit(row)

    def _double(self, index: QModelIndex) -> None:
        row = self.documents.row_at(index)
        over = picture_box(self.visualRect(index)).contains(self.viewport().mapFromGlobal(self.cursor().pos()))
        if row is not None and not over:
            self.opened.emit(row)

    def _fetch(self, document: UUID, veiled: bool) -> None:
        documents = self._place.services.documents
        self._place.operations.read(
            self,
            lambda _: small(documents.thumbnail(document, veiled=veiled)),
            lambda image: self.documents.picture(document, image, veiled=veiled),
            refused=lambda _error: None,
        )


def small(jpeg: bytes) -> QImage:
    """A thumbnail as a picture of the size in which lists show it."""
    side = PICTURE * SHARP
    return QImage.fromData(jpeg).scaled(
        side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )

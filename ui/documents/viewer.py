"""A document, page by page, in memory only: veiled first where it may be hard to see, then grey, then as it is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.documents.decoding import Leaf
from app.documents.queries import DocumentRow
from app.domain.errors import UserError
from ui.documents.words import kind_word
from ui.operations import Latest
from ui.widgets.button import filter_chip, plain, quiet, tool
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.scroll import Scroll
from ui.workplace import Workplace

ZOOMS = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0)
"""Of the width of the window; 1.0 fits."""
FITS = 3
EDGE = 40
VEIL_SIDE = 300


class Viewer(QDialog):
    """Page Up and Page Down turn the pages, plus and minus zoom, Space takes the veil off, Esc closes."""

    def __init__(self, place: Workplace, parent: QWidget, row: DocumentRow, *, veiled: bool) -> None:
        """`veiled`: show it only once somebody asks, and without its colours at first."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._place, self._row, self._veiled = place, row, veiled
        self._latest, self._drawing = Latest(place.operations, self), Latest(place.operations, self)
        self._number = 0
        self._zoom = FITS
        self._page: QImage | None = None
        self.setWindowTitle(place.words("Suprovid"))
        self.resize(980, 540)
        self._tools()
        self._arrange()
        self._keys()
        self._say_page()
        if veiled:
            self._show_veil()
        else:
            self._ask()

    def _tools(self) -> None:
        _, look = self._place.words, self._place.look
        self._before = tool(look, "chevron-left", _("Page before"))
        self._after = tool(look, "chevron-right", _("Page after"))
        self._smaller, self._larger = tool(look, "zoom-out", _("Smaller")), tool(look, "zoom-in", _("Larger"))
        self._where = Label("", "muted")
        self._grey = filter_chip(_("Without colours"))
        self._grey.setChecked(self._veiled)
        self._show = plain(look, _("Show"), "eye")
        self._show.setVisible(self._veiled)
        self._close = quiet(look, _("Close"))
        self._before.clicked.connect(lambda: self._turn(-1))
        self._after.clicked.connect(lambda: self._turn(1))
        self._smaller.clicked.connect(lambda: self._resize(-1))
        self._larger.clicked.connect(lambda: self._resize(1))
        self._grey.toggled.connect(lambda: self._draw())
        self._show.clicked.connect(self.unveil)
        self._close.clicked.connect(self.reject)

    def _arrange(self) -> None:
        _, catalogue = self._place.words, self._place.services.catalogue
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for widget in (self._before, self._where, self._after, self._smaller, self._larger, self._grey):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self._close)
        self._picture = Label()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._told = Label("", "muted", wrap=True)
        self._told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.addStretch(1)
        column.addWidget(self._picture)
        column.addWidget(self._told)
        column.addWidget(self._show, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._sheet = Scroll(inside)
        self._sheet.setMinimumWidth(0)
        self._sheet.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._sheet.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sheet.setAccessibleName(_("Page"))
        title = ElidedLabel(self._row.title, "h2")
        title.fill()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(title)
        column.addWidget(Label(kind_word(_, catalogue, self._row.kind), "small", wrap=True))
        column.addLayout(bar)
        column.addWidget(self._sheet, 1)
        self._sheet.setFocus()

    def _keys(self) -> None:
        for keys, act in (
            ("PgUp", lambda: self._turn(-1)), ("PgDown", lambda: self._turn(1)),
            ("+", lambda: self._resize(1)), ("=", lambda: self._resize(1)), ("-", lambda: self._resize(-1)),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self._space = QShortcut(QKeySequence("Space"), self)
        self._space.activated.connect(self.unveil)
        self._space.setEnabled(self._veiled)

    def unveil(self) -> None:
        """Take the veil off; the colours come with another press."""
        self._veiled = False
        self._space.setEnabled(False)
        self._show.hide()
        self._told.setText("")
        self._picture.clear()
        self._say_page()
        self._ask()
        self._sheet.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def _show_veil(self) -> None:
        documents, document = self._place.services.documents, self._row.uid
        self._told.setText(
            self._place.words("This may be hard to look at. Space shows it, without its colours at first.")
        )
        self._latest.ask(lambda _: _veil(documents.thumbnail(document, veiled=True)), self._put_veil)

    def _put_veil(self, image: QImage) -> None:
        if self._veiled:
            self._picture.setPixmap(QPixmap.fromImage(image))
            self._picture.setAccessibleName(self._place.words("hidden: it may be hard to look at"))

    def _ask(self) -> None:
        documents, document, number = self._place.services.documents, self._row.uid, self._number
        self._page = None
        self._told.setText(self._place.words("Opening…"))
        self._latest.drop()
        self._place.operations.read(
            self, lambda _: [_image(leaf) for leaf in documents.pages(document, number)],
            lambda images: self._arrived(number, images), refused=self._refuse,
        )  # fmt: skip

    def _arrived(self, number: int, images: list[QImage]) -> None:
        if number == self._number and images:
            self._page = images[0]
            self._told.setText("")
            self._draw()

    def _draw(self) -> None:
        page = self._page
        if page is None:
            return
        ratio = self.devicePixelRatioF()
        room = self._sheet.viewport().size()
        fit = min(room.width() - EDGE, round(page.width() * room.height() * 2 / max(1, page.height())))
        width, grey = max(1, round(fit * ZOOMS[self._zoom] * ratio)), self._grey.isChecked()
        self._drawing.ask(lambda _: _drawn(page, width, grey=grey), lambda image: self._put(image, ratio))

    def _put(self, image: QImage, ratio: float) -> None:
        _ = self._place.words
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(ratio)
        self._picture.setPixmap(picture)
        self._picture.setAccessibleName(_("Page {number} of {total}", number=self._number + 1, total=self._total))

    @property
    def _total(self) -> int:
        return max(1, self._row.pages)

    def _turn(self, by: int) -> None:
        if not self._veiled and 0 <= self._number + by < self._total:
            self._number += by
            self._say_page()
            self._sheet.verticalScrollBar().setValue(0)
            self._ask()

    def _resize(self, by: int) -> None:
        self._zoom = min(len(ZOOMS) - 1, max(0, self._zoom + by))
        self._say_page()
        self._draw()

    def _say_page(self) -> None:
        self._where.setText(
            self._place.words("Page {number} of {total}", number=self._number + 1, total=self._total)
        )
        self._before.setEnabled(not self._veiled and self._number > 0)
        self._after.setEnabled(not self._veiled and self._number < self._total - 1)
        self._smaller.setEnabled(self._zoom > 0)
        self._larger.setEnabled(self._zoom < len(ZOOMS) - 1)

    def _refuse(self, error: UserError) -> None:
        self._picture.clear()
        self._told.setText(self._place.words.explain(error))


def _image(leaf: Leaf) -> QImage:
    """A page as Qt's picture, with pixels of its own."""
    return QImage(leaf.rgb, leaf.width, leaf.height, leaf.width * 3, QImage.Format.Format_RGB888).copy()


def _drawn(page: QImage, width: int, *, grey: bool) -> QImage:
    """A page at a width in dots."""
    image = page.convertToFormat(QImage.Format.Format_Grayscale8) if grey else page
    return image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)


def _veil(jpeg: bytes) -> QImage:
    """A veiled thumbnail, as large as the veil of the viewer."""
    return QImage.fromData(jpeg).scaled(
        VEIL_SIDE, VEIL_SIDE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )

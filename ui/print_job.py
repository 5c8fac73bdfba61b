"""Pages to a printer; the job's title is the case number and nothing else."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from app.paper.preview import PageImage

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


LANGUAGES: tuple[tuple[str, ...], ...] = (("uk",), ("en",), ("uk", "en"))
"""What a paper may be printed in."""
DOTS = 96 / 72
"""Dots of the screen to a point, in its own size."""
PRINT_SCALE = 300 / 72


def as_image(page: PageImage) -> QImage:
    """A rendered page as Qt's picture."""
    return QImage(page.rgb, page.width, page.height, page.width * 3, QImage.Format.Format_RGB888).copy()


def print_pages(parent: QWidget, title: str, pictures: Callable[[], Sequence[QImage]]) -> bool:
    """Ask for a printer and print A4 pages; False if the user thought better of it.

    Printing support is loaded only now: few sessions print, and on Linux it brings CUPS.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setDocName(title)
    if QPrintDialog(printer, parent).exec() != QDialog.DialogCode.Accepted:
        return False
    paint(printer, pictures())
    return True


def paint(printer: "QPrinter", pictures: Sequence[QImage]) -> None:
    """Put each picture on a sheet of its own, from edge to edge."""
    painter = QPainter(printer)
    for number, picture in enumerate(pictures):
        if number:
            printer.newPage()
        painter.drawImage(QRectF(0, 0, printer.width(), printer.height()), picture)
    painter.end()

"""Printing: each picture on a sheet of its own, the job named by the case number alone."""

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from ui.print_job import paint, print_pages


def test_each_picture_gets_a_sheet(qapp, tmp_path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    picture = QImage(595, 842, QImage.Format.Format_RGB888)
    picture.fill(Qt.GlobalColor.white)
    paint(printer, [picture, picture])
    assert len(PdfReader(tmp_path / "out.pdf").pages) == 2


def test_thinking_better_of_it_prints_nothing(host, monkeypatch):
    names, drawn = [], []

    def think(dialog) -> int:
        names.append(dialog.printer().docName())
        return 0

    monkeypatch.setattr(QPrintDialog, "exec", think)
    assert print_pages(host, "К-2026-000001", lambda: drawn.append(1) or []) is False
    assert names == ["К-2026-000001"]
    assert drawn == []

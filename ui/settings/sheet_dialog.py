"""The recovery sheet before it is printed: the real page, save, print. Nothing on it is secret."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.paper.preview import PageImage, pages
from app.paper.recovery_sheet import RecoverySheet, recovery_sheet
from app.recovery.service import offices
from app.vault.files import write_atomically
from app.vault.vault import disk_worded
from ui.files import file_to_save
from ui.print_job import DOTS, PRINT_SCALE, as_image, print_pages
from ui.widgets.button import plain, primary, quiet
from ui.widgets.label import Label
from ui.widgets.paper_sheet import SHARP, PaperSheet
from ui.workplace import Workplace

NAME = "recovery"


class SheetDialog(QDialog):
    """In the language of the window."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        _ = place.words
        self._place = place
        self._pdf = b""
        self.setWindowTitle(_("Recovery sheet"))
        self.resize(760, 550)
        self._told = Label(_("Preparing the paper…"), "muted", wrap=True)
        self._save = plain(place.look, _("Save PDF…"), "save")
        self._print = primary(place.look, _("Print…"), "printer")
        self._save.clicked.connect(self._keep)
        self._print.clicked.connect(self._send)
        close = quiet(place.look, _("Close"))
        close.clicked.connect(self.reject)
        bar = QHBoxLayout()
        bar.addWidget(Label(_("Recovery sheet"), "h1"))
        bar.addStretch(1)
        for button in (close, self._save, self._print):
            bar.addWidget(button)
        self._sheet = PaperSheet(_("Pages"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addLayout(bar)
        column.addWidget(self._told)
        column.addWidget(self._sheet, 1)
        self._ready(ready=False)
        self._make()

    def _make(self) -> None:
        services, language, today = self._place.services, self._place.words.language, self._place.clock.today()

        def make(_progress: object) -> tuple[bytes, list[PageImage]]:
            office = offices(services.vault)[-1]
            data = RecoverySheet(services.vault.vault_id, office, today, services.office.read().name)
            pdf = recovery_sheet(data, language)
            return pdf, pages(pdf, DOTS * SHARP)

        self._place.operations.read(self, make, self._show, refused=self._refuse)

    def _show(self, made: tuple[bytes, list[PageImage]]) -> None:
        _ = self._place.words
        self._pdf, images = made
        total = len(images)
        names = [_("Page {number} of {total}", number=number, total=total) for number in range(1, total + 1)]
        self._sheet.show_pages([as_image(one) for one in images], names)
        self._told.setText(_("Nothing on this sheet is secret. Keep it apart from the laptop."))
        self._ready(ready=True)

    def _keep(self) -> None:
        _, pdf = self._place.words, self._pdf
        path = file_to_save(self, _("Save PDF"), Path.home() / f"{NAME}.pdf", "*.pdf")
        if path is None:
            return

        def keep(_progress: object) -> None:
            with disk_worded():
                write_atomically(path, pdf)

        self._place.operations.read(
            self, keep, lambda _none: self._told.setText(_("Saved: {name}", name=path.name)), refused=self._refuse
        )

    def _send(self) -> None:
        pdf = self._pdf
        if print_pages(self, NAME, lambda: [as_image(one) for one in pages(pdf, PRINT_SCALE)]):
            self._told.setText(self._place.words("Sent to the printer. Take the sheets at once."))

    def _ready(self, *, ready: bool) -> None:
        for button in (self._save, self._print):
            button.setEnabled(ready)

    def _refuse(self, error: UserError) -> None:
        self._told.setText(self._place.words.explain(error))

"""The plan as he gets it: the real pages, save, print; that he has it now is kept."""

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.cases.view import CaseView
from app.domain.errors import UserError
from app.paper.preview import PageImage, pages
from ui.files import file_to_save
from ui.operations import Latest
from ui.print_job import DOTS, LANGUAGES, PRINT_SCALE, as_image, print_pages
from ui.widgets.button import plain, primary, quiet
from ui.widgets.label import Label
from ui.widgets.paper_sheet import SHARP, PaperSheet
from ui.workplace import Workplace


class PlanPaperDialog(QDialog):
    """Nothing is written to disk unless somebody saves; what leaves is logged."""

    def __init__(self, place: Workplace, parent: QWidget, case: CaseView) -> None:
        super().__init__(parent)
        _ = place.words
        self._place, self._case, self._number, self._pdf = place, case.uid, case.number, b""
        self._asking = Latest(place.operations, self)
        self.setWindowTitle(_("The plan for himself"))
        self.resize(820, 556)
        self.language = QComboBox()
        self.language.setAccessibleName(_("Language of the paper"))
        names = (_("in Ukrainian"), _("in English"), _("in both languages"))
        for word, languages in zip(names, LANGUAGES, strict=True):
            self.language.addItem(word, languages)
        self.language.activated.connect(self._make)
        self.save = plain(place.look, _("Save PDF…"), "save")
        self.send = primary(place.look, _("Print…"), "printer")
        self.save.clicked.connect(self._keep)
        self.send.clicked.connect(self._print)
        close = quiet(place.look, _("Close"))
        close.clicked.connect(self.reject)
        bar = QHBoxLayout()
        bar.addWidget(self.language, 1)
        bar.addStretch(1)
        for widget in (close, self.save, self.send):
            bar.addWidget(widget)
        self.told = Label("", "muted", wrap=True)
        self.sheet = PaperSheet(_("Pages"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(Label(_("The plan for himself"), "h1"))
        column.addLayout(bar)
        column.addWidget(self.told)
        column.addWidget(self.sheet, 1)
        self._make()

    def _make(self) -> None:
        returning, case, languages = self._place.services.record.returning, self._case, self.language.currentData()
        self._ready(False)
        self._place.operations.read(
            self, lambda _: returning.paper(case, tuple(languages)), self._show, refused=self._refuse
        )

    def _show(self, pdf: bytes) -> None:
        self._pdf, _ = pdf, self._place.words
        self.told.setText(_("Only what he agreed to stands on it. Read it together before he takes it."))
        self._asking.ask(lambda _progress: pages(pdf, DOTS * SHARP), self._draw)

    def _draw(self, images: list[PageImage]) -> None:
        _, total = self._place.words, len(images)
        names = [_("Page {number} of {total}", number=number, total=total) for number in range(1, total + 1)]
        self.sheet.show_pages([as_image(one) for one in images], names)
        self._ready(True)

    def _keep(self) -> None:
        _ = self._place.words
        path = file_to_save(self, _("Save PDF"), Path.home() / f"{self._number}.pdf", "*.pdf")
        if not path:
            return
        pdf, returning, case = self._pdf, self._place.services.record.returning, self._case

        def keep(_progress: object) -> None:
            path.write_bytes(pdf)
            returning.given(case)

        self._place.operations.write(
            self, keep, lambda _none: self.told.setText(_("Saved. Delete the file once it is printed.")),
            refused=self._refuse,
        )  # fmt: skip

    def _print(self) -> None:
        pdf, returning, case = self._pdf, self._place.services.record.returning, self._case
        if print_pages(self, self._number, lambda: [as_image(one) for one in pages(pdf, PRINT_SCALE)]):
            self._place.operations.write(self, lambda _: returning.given(case))
            self.told.setText(self._place.words("Sent to the printer. Take the sheets at once."))

    def _ready(self, ready: bool) -> None:
        for button in (self.save, self.send):
            button.setEnabled(ready)

    def _refuse(self, error: UserError) -> None:
        self.told.setText(self._place.words.explain(error))

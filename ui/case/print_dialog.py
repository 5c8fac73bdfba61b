"""The family's paper before it is printed: for whom, in which language, the real pages, save, print."""

from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.paper.preview import PageImage, pages
from app.paper.service import Recipient
from ui.case.recipient_words import recipient_words
from ui.files import file_to_save
from ui.operations import Latest
from ui.print_job import DOTS, LANGUAGES, PRINT_SCALE, as_image, print_pages
from ui.search.minding import MindingLine
from ui.widgets.button import plain, primary, quiet, tool
from ui.widgets.label import Label
from ui.widgets.paper_sheet import SHARP, PaperSheet
from ui.workplace import Workplace

ZOOMS = (0.6, 0.8, 1.0, 1.25, 1.5, 2.0)
LETTERS = 14
USUAL_ZOOM = 2


class PrintDialog(QDialog):
    """Nothing is written to disk unless somebody saves; what leaves is logged."""

    def __init__(self, place: Workplace, parent: QWidget, case: UUID) -> None:
        super().__init__(parent)
        _ = place.words
        self._place, self._case = place, case
        self._latest, self._asking = Latest(place.operations, self), Latest(place.operations, self)
        self._pdf = b""
        self._number = ""
        self._zoom = USUAL_ZOOM
        self.setWindowTitle(_("Paper for the family"))
        self.resize(980, 556)
        self._who = QComboBox()
        self._who.setAccessibleName(_("For whom"))
        self._who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._who.setMinimumContentsLength(LETTERS)
        self._language = QComboBox()
        self._language.setAccessibleName(_("Language of the paper"))
        self._language.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._language.setMinimumContentsLength(LETTERS // 2)
        names = (_("in Ukrainian"), _("in English"), _("in both languages"))
        for word, languages in zip(names, LANGUAGES, strict=True):
            self._language.addItem(word, languages)
        self._told = Label("", "muted", wrap=True)
        self._save = plain(place.look, _("Save PDF…"), "save")
        self._print = primary(place.look, _("Print…"), "printer")
        self._sheet = PaperSheet(_("Pages"))
        self._minding = MindingLine(place)
        self._arrange()
        self._connect()
        self._minding.show_case(case)
        self._ask_recipients()

    def _arrange(self) -> None:
        _, look = self._place.words, self._place.look
        self._smaller, self._larger = tool(look, "zoom-out", _("Smaller")), tool(look, "zoom-in", _("Larger"))
        close = quiet(look, _("Close"))
        close.clicked.connect(self.reject)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self._who, 2)
        bar.addWidget(self._language, 1)
        bar.addWidget(self._smaller)
        bar.addWidget(self._larger)
        for widget in (close, self._save, self._print):
            bar.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(Label(_("Paper for the family"), "h1"))
        column.addLayout(bar)
        column.addWidget(self._minding)
        column.addWidget(self._told)
        column.addWidget(self._sheet, 1)

    def _connect(self) -> None:
        self._who.activated.connect(lambda: self._make())
        self._language.activated.connect(lambda: self._make())
        self._smaller.clicked.connect(lambda: self._step(-1))
        self._larger.clicked.connect(lambda: self._step(1))
        self._save.clicked.connect(self._keep)
        self._print.clicked.connect(self._send)

    def _ask_recipients(self) -> None:
        services, case = self._place.services, self._case
        self._ready(False)
        self._latest.ask(
            lambda _: (services.papers.recipients(case), services.cases.view(case).number),
            self._show_recipients,
        )

    def _show_recipients(self, found: tuple[tuple[Recipient, ...], str]) -> None:
        recipients, self._number = found
        for one in recipients:
            self._who.addItem(recipient_words(self._place.words, one), one.key)
        self._make()

    def _make(self) -> None:
        papers, case = self._place.services.papers, self._case
        who, languages = self._who.currentData(), tuple(self._language.currentData())
        self._ready(False)
        self._told.setText(self._place.words("Preparing the paper…"))
        self._place.operations.read(
            self, lambda _: papers.family_paper(case, who, languages), self._show_paper, refused=self._refuse
        )

    def _show_paper(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._told.setText(
            self._place.words("Only what this person may know stands on it. Read it before you hand it over.")
        )
        self._draw()

    def _draw(self) -> None:
        pdf, scale = self._pdf, ZOOMS[self._zoom] * DOTS * SHARP
        self._asking.ask(lambda _: pages(pdf, scale), self._show_pages)

    def _show_pages(self, images: list[PageImage]) -> None:
        _, total = self._place.words, len(images)
        names = [_("Page {number} of {total}", number=number, total=total) for number in range(1, total + 1)]
        self._sheet.show_pages([as_image(one) for one in images], names)
        self._ready(True)

    def _step(self, by: int) -> None:
        self._zoom = min(len(ZOOMS) - 1, max(0, self._zoom + by))
        self._smaller.setEnabled(self._zoom > 0)
        self._larger.setEnabled(self._zoom < len(ZOOMS) - 1)
        if self._pdf:
            self._draw()

    def _keep(self) -> None:
        _ = self._place.words
        path = file_to_save(self, _("Save PDF"), Path.home() / f"{self._number}.pdf", "*.pdf")
        if path:
            pdf, papers, case, who = (
                self._pdf,
                self._place.services.papers,
                self._case,
                self._who.currentData(),
            )

            def keep(_progress: object) -> None:
                path.write_bytes(pdf)
                papers.given(case, who)

            self._place.operations.write(
                self, keep, lambda _none: self._told.setText(_("Saved. Delete the file once it is printed.")),
                refused=self._refuse,
            )  # fmt: skip

    def _send(self) -> None:
        pdf, papers, case, who = self._pdf, self._place.services.papers, self._case, self._who.currentData()
        if print_pages(self, self._number, lambda: [as_image(one) for one in pages(pdf, PRINT_SCALE)]):
            self._place.operations.write(self, lambda _: papers.given(case, who))
            self._told.setText(self._place.words("Sent to the printer. Take the sheets at once."))

    def _ready(self, ready: bool) -> None:
        for button in (self._save, self._print):
            button.setEnabled(ready)

    def _refuse(self, error: UserError) -> None:
        self._told.setText(self._place.words.explain(error))

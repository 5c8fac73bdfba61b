"""The fourth step: the vault is there; the recovery sheet is printed, and the first work chosen."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from app.i18n import Words
from ui.first_run.step import Step
from ui.look import Look
from ui.widgets.button import plain
from ui.widgets.choice import Choice
from ui.widgets.label import Label


class Wish(StrEnum):
    """What somebody wants to do first: a command of the registry; none for the training data."""

    WORK = "today"
    SAMPLE = ""
    IMPORT = "import"
    CASE = "new_case"


class BeginStep(Step):
    """`chosen` carries a `Wish`, `sheet_wanted` asks for the recovery sheet."""

    chosen = Signal(object)
    sheet_wanted = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        _ = words
        super().__init__(4, _("The vault is ready"), _("How would you like to begin?"))
        self._words = words
        self._told = Label("", wrap=True)
        self.sheet = plain(look, _("Print the recovery sheet…"), "printer")
        self.sheet.clicked.connect(self.sheet_wanted)
        self.choices = {
            Wish.SAMPLE: Choice(look, "graduation-cap", _("Try on sample data"),
                                _("Invented people, a vault apart: nothing can be spoiled there.")),
            Wish.IMPORT: Choice(look, "upload", _("Bring your list from Excel"),
                                _("The program reads the workbook, shows what it found, and asks before it writes.")),
            Wish.CASE: Choice(look, "plus", _("Open the first case"),
                              _("A name is enough to begin; the rest can come later.")),
        }  # fmt: skip
        for wish, choice in self.choices.items():
            choice.clicked.connect(lambda _checked, one=wish: self.chosen.emit(one))
            self.column.addWidget(choice)
        row = QHBoxLayout()
        row.addWidget(self.sheet)
        row.addStretch(1)
        self.column.addSpacing(6)
        self.column.addWidget(self._told)
        self.column.addLayout(row)
        self.begin_at(self.choices[Wish.SAMPLE])

    def tell(self, *, recoverable: bool) -> None:
        """Say whether the coordinating office can open the vault."""
        _ = self._words
        self.sheet.setVisible(recoverable)
        self._told.setText(
            _("The office can open this vault if the passphrase is forgotten. Print the sheet and keep it apart from "
              "the laptop.") if recoverable
            else _("The way back is not prepared yet. When the office sends its file: Settings → Way back in.")
        )  # fmt: skip

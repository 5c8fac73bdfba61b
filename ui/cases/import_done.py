"""The last state of an import: what came of it, the report to keep, and the way back, asked for once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.i18n import Words
from app.imports.batches import BatchRow
from app.spreadsheets.planned import Counts, Outcome
from ui.cases.import_rows import outcome_chip
from ui.look import Look
from ui.widgets.button import plain, quiet
from ui.widgets.label import Label

WIDTH = 620


class ImportDone(QWidget):
    """`report_wanted`: the report is to be saved; `take_back_wanted`: yes was said to the question."""

    report_wanted = Signal()
    take_back_wanted = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        _ = self._words = words
        self._told = Label("", "h2", wrap=True)
        self._counts = Label("", "muted", wrap=True)
        self._note = Label("", "", wrap=True)
        self._question = Label("", "strong", wrap=True)
        self._save = plain(look, _("Save the report…"), "save")
        self._save.clicked.connect(self.report_wanted)
        self._back = quiet(look, _("Take this import back"), "undo-2")
        self._back.clicked.connect(lambda: self._ask(asked=True))
        self._yes = plain(look, _("Yes, take it back"), "undo-2")
        self._yes.clicked.connect(self._agreed)
        self._no = plain(look, _("Let the import stand"))
        self._no.clicked.connect(lambda: self._ask(asked=False))
        self._offers, self._answers = _row(self._save, self._back), _row(self._yes, self._no)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(1)
        for label in (self._told, self._counts, self._note, self._question):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setFixedWidth(look.theme.length(WIDTH))
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._answers)
        column.addWidget(self._offers)
        column.addStretch(1)

    def show_import(self, batch: BatchRow, counts: Counts) -> None:
        """Tell what became of the rows, and offer the report and the way back."""
        _ = self._words
        told, left_out = _.count("{n} case imported.", "{n} cases imported.", batch.cases), batch.rows - batch.cases
        if left_out:
            told += " " + _.count("{n} row was left out; the report says why.",
                                  "{n} rows were left out; the report says why.", left_out)  # fmt: skip
        self._told.setText(told)
        numbers = {
            Outcome.IMPORT_WITH_WARNINGS: counts.with_warnings,
            Outcome.DUPLICATE: counts.duplicates,
            Outcome.REFUSED: counts.refused,
        }
        each = [f"{outcome_chip(_, outcome).text}: {number}" for outcome, number in numbers.items() if number]
        _say(self._counts, " · ".join(each))
        self._question.setText(
            _.count(
                "Take back {n} case of this import? It leaves every list.",
                "Take back all {n} cases of this import? They leave every list.", batch.cases,
            )
        )  # fmt: skip
        self.note("")
        self._back.show()
        self._ask(asked=False)
        self._save.setFocus()

    def note(self, text: str) -> None:
        """Say below the counts what was done since."""
        _say(self._note, text)

    def show_taken_back(self, batch: BatchRow) -> None:
        """Tell that the import is gone; the way back is offered no more."""
        _ = self._words
        self._told.setText(_("The import is taken back."))
        _say(self._counts, "")
        self.note(
            _.count(
                "{n} case left every list; the workbook can be imported again.",
                "{n} cases left every list; the workbook can be imported again.", batch.cases,
            )
        )  # fmt: skip
        self._back.hide()

    def _ask(self, *, asked: bool) -> None:
        self._question.setVisible(asked)
        self._answers.setVisible(asked)
        self._offers.setVisible(not asked)
        (self._no if asked else self._back).setFocus()

    def _agreed(self) -> None:
        self._ask(asked=False)
        self.take_back_wanted.emit()


def _say(label: Label, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


def _row(*buttons: QPushButton) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.addStretch(1)
    for button in buttons:
        line.addWidget(button)
    line.addStretch(1)
    return row

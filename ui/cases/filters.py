"""The chips over the list of cases: who, what is late, what fate; together they make one filter."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.cases.case_filter import OVERDUE, CaseFilter
from app.domain.fate import ALL_CAPTIVE, ALL_RETURNED, Fate
from app.i18n import Words
from ui.widgets.button import filter_chip
from ui.widgets.flow import FlowLayout

SILENT_DAYS = 30
MISSING = frozenset({Fate.NO_CONTACT, Fate.MISSING})


class FilterChips(QWidget):
    """`changed` says that another filter stands."""

    changed = Signal()

    def __init__(self, words: Words, user: str, today: date) -> None:
        super().__init__()
        self._user = user
        self._today = today
        self._flow = FlowLayout(self)
        self._mine = self._chip(words.context("filter", "Mine"))
        self._overdue = self._chip(words.context("filter", "Overdue"))
        self._silent = self._chip(words("Long without contact"))
        self._fates = {
            self._chip(words.context("filter", "Missing")): MISSING,
            self._chip(words("In captivity")): ALL_CAPTIVE,
            self._chip(words.context("filter", "Returned")): ALL_RETURNED | {Fate.FOUND_ALIVE},
        }

    def filter(self, text: str) -> CaseFilter:
        """What the chips and `text` ask for."""
        chosen = [fates for chip, fates in self._fates.items() if chip.isChecked()]
        wanted = CaseFilter(text=text, fates=frozenset().union(*chosen))
        if self._mine.isChecked():
            wanted = replace(wanted, mine=True)
        if self._overdue.isChecked():
            wanted = replace(wanted, due_in=OVERDUE)
        if self._silent.isChecked():
            wanted = replace(wanted, silent_for=SILENT_DAYS)
        return wanted

    def any(self) -> bool:
        """Whether any chip is on."""
        return any(chip.isChecked() for chip in self.findChildren(QPushButton))

    def clear(self) -> None:
        """Put all chips off."""
        for chip in self.findChildren(QPushButton):
            chip.setChecked(False)
        self.changed.emit()

    def _chip(self, text: str) -> QPushButton:
        chip = filter_chip(text)
        chip.clicked.connect(self.changed)
        self._flow.addWidget(chip)
        return chip

"""Which papers of a case are listed: all, those that are missing, those with errors, those that expire."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.documents.queries import DocumentRow
from app.domain.errors import N_
from app.domain.paper_state import AT_HAND, PaperState, expires_in
from ui.documents.paper_words import lacking
from ui.widgets.button import filter_chip
from ui.widgets.flow import FlowLayout
from ui.workplace import Workplace

Test = Callable[[DocumentRow, date], bool]
TESTS: Mapping[str, Test] = {
    N_("not there yet"): lambda row, _today: lacking(row),
    N_("with errors"): lambda row, _today: row.state is PaperState.WRONG,
    N_("expiring"): lambda row, today: row.state in AT_HAND and expires_in(row.valid_until, today) is not None,
}
"""By message id; a filter without a paper is not offered."""


class PaperFilter(QWidget):
    """`changed` says that another one was pressed; none pressed lists all."""

    changed = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._chips: dict[str, QPushButton] = {}
        row = FlowLayout(self)
        for word in TESTS:
            chip = filter_chip(place.words(word))
            chip.clicked.connect(lambda _on, pressed=word: self._press(pressed))
            self._chips[word] = chip
            row.addWidget(chip)

    def count(self, rows: Sequence[DocumentRow]) -> None:
        """Offer what these papers need, with numbers."""
        today = self._place.clock.today()
        for word, chip in self._chips.items():
            many = sum(TESTS[word](row, today) for row in rows)
            chip.setText(f"{self._place.words(word)} ({many})")
            chip.setAccessibleName(chip.text())
            if not many:
                chip.setChecked(False)
            chip.setVisible(bool(many))
        self.setVisible(any(not chip.isHidden() for chip in self._chips.values()))

    def picked(self, rows: Sequence[DocumentRow]) -> tuple[DocumentRow, ...]:
        """Those of `rows` that are listed now."""
        today = self._place.clock.today()
        tests = [TESTS[word] for word, chip in self._chips.items() if chip.isChecked()]
        return tuple(row for row in rows if all(test(row, today) for test in tests))

    def clear(self) -> None:
        """List all again."""
        for chip in self._chips.values():
            chip.setChecked(False)

    def _press(self, pressed: str) -> None:
        for word, chip in self._chips.items():
            if word != pressed:
                chip.setChecked(False)
        self.changed.emit()

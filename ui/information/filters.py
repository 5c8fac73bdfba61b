"""Which items of a ledger are in the list: all, signs of life, what disagrees, what nobody passed on; of one kind."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QWidget

from app.domain.errors import N_
from app.domain.information import EventKind
from app.information.service import ItemRow
from ui.information.words import KINDS
from ui.widgets.button import filter_chip
from ui.widgets.flow import FlowLayout
from ui.workplace import Workplace


class Among(StrEnum):
    """What is looked for."""

    ALL = "all"
    LIFE = "life"
    DISAGREE = "disagree"
    NOT_PASSED = "not_passed"


_WORDS: Mapping[Among, str] = {
    Among.ALL: N_("Everything"),
    Among.LIFE: N_("Signs of life"),
    Among.DISAGREE: N_("Contradictory"),
    Among.NOT_PASSED: N_("Not passed on"),
}
_TESTS: Mapping[Among, Callable[[ItemRow], bool]] = {
    Among.ALL: lambda _row: True,
    Among.LIFE: lambda row: row.life,
    Among.DISAGREE: lambda row: bool(row.against),
    Among.NOT_PASSED: lambda row: not row.passed,
}


class LedgerFilters(QWidget):
    """`turned`: something else is looked for. `kinds` stands where its owner puts it."""

    turned = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        _ = place.words
        self._place = place
        self._among = Among.ALL
        self.chips = {among: filter_chip(_(word)) for among, word in _WORDS.items()}
        group = QButtonGroup(self)
        flow = FlowLayout(self)
        for among, chip in self.chips.items():
            chip.setChecked(among is Among.ALL)
            chip.clicked.connect(lambda _on, chosen=among: self._choose(chosen))
            group.addButton(chip)
            flow.addWidget(chip)
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(_("Kind of event"))
        self.kinds.addItem(_("All events"), None)
        self.kinds.activated.connect(lambda _row: self.turned.emit())

    def show_rows(self, rows: Sequence[ItemRow]) -> None:
        """Offer what there is: the kinds of these items, and how many are of each sort."""
        _, chosen = self._place.words, self.kinds.currentData()
        for among, chip in self.chips.items():
            many = sum(_TESTS[among](row) for row in rows)
            chip.setText(f"{_(_WORDS[among])} ({many})" if many and among is not Among.ALL else _(_WORDS[among]))
        there = {row.says.kind for row in rows}
        while self.kinds.count() > 1:
            self.kinds.removeItem(1)
        for kind, word in KINDS.items():
            if kind in there:
                self.kinds.addItem(_(word), kind)
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(chosen) if chosen else 0))
        self.kinds.setVisible(len(there) > 1)

    def leaves(self, row: ItemRow) -> bool:
        """Whether the item is among those looked for."""
        kind = self.kinds.currentData()
        return _TESTS[self._among](row) and (kind is None or row.says.kind is EventKind(kind))

    def _choose(self, among: Among) -> None:
        self._among = among
        self.turned.emit()

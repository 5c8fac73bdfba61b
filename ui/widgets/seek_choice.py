"""A choice among many: type a part of the words, or open the list with F4."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter

LETTERS = 30


class SeekChoice(QComboBox):
    """Words that are none of the choices are put back on leaving the field."""

    def __init__(self, choices: Iterable[tuple[str, object]]) -> None:
        """`choices`: each as its words and what they stand for."""
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LETTERS)
        for words, meant in choices:
            self.addItem(words, meant)
        completer = QCompleter(self.model(), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        line = self.lineEdit()
        if line is not None:
            line.editingFinished.connect(self.settle)
        self.currentIndexChanged.connect(lambda: self._from_the_start())
        self._from_the_start()

    def chosen(self) -> object:
        """What the chosen words stand for."""
        self.settle()
        return self.currentData()

    def choose(self, meant: object) -> None:
        """Choose by what is meant; the first if nothing of the kind is there."""
        places = (place for place in range(self.count()) if self.itemData(place) == meant)
        self.setCurrentIndex(next(places, 0))

    def settle(self) -> None:
        """Take what was typed if it is a choice, else put the choice back."""
        found = self.findText(self.currentText().strip(), Qt.MatchFlag.MatchFixedString)
        self.setCurrentIndex(found if found >= 0 else self.currentIndex())
        self.setEditText(self.itemText(self.currentIndex()))
        self._from_the_start()

    def _from_the_start(self) -> None:
        """Long words show their beginning."""
        line = self.lineEdit()
        if line is not None:
            line.setCursorPosition(0)

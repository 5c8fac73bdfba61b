"""A few answers side by side, one of them given."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from ui.widgets.button import filter_chip
from ui.widgets.flow import FlowLayout

T = TypeVar("T")


class Pick(QWidget, Generic[T]):
    """`picked` carries the answer that a person gave."""

    picked = Signal(object)

    def __init__(self, name: str, answers: Sequence[tuple[T, str]], given: T) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._answers = tuple(answer for answer, _text in answers)
        self._group = QButtonGroup(self)
        flow = FlowLayout(self)
        for number, (answer, text) in enumerate(answers):
            chip = filter_chip(text)
            chip.setAccessibleName(f"{name}: {text}")
            chip.setChecked(answer == given)
            self._group.addButton(chip, number)
            flow.addWidget(chip)
        self._group.idClicked.connect(lambda number: self.picked.emit(self._answers[number]))

    def given(self) -> T | None:
        """The answer that stands; None if none does."""
        number = self._group.checkedId()
        return self._answers[number] if number >= 0 else None

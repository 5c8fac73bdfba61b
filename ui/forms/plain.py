"""The plain kinds: several lines, a choice, yes or no."""

from PySide6.QtWidgets import QCheckBox, QPlainTextEdit
from typing_extensions import override

from ui.forms.definition import FieldDef
from ui.forms.input import Input
from ui.widgets.seek_choice import SeekChoice
from ui.workplace import Workplace

YES = "yes"
LINES_HEIGHT = 62


class LongInput(Input):
    """Several lines; Tab goes on to the next field."""

    def __init__(self, place: Workplace, definition: FieldDef) -> None:
        self._lines = QPlainTextEdit()
        self._lines.setTabChangesFocus(True)
        self._lines.setFixedHeight(place.look.theme.length(LINES_HEIGHT))
        super().__init__(place, definition, self._lines)
        self._lines.textChanged.connect(self.edited)

    @override
    def text(self) -> str:
        return self._lines.toPlainText().strip()

    @override
    def put(self, text: str) -> None:
        self._lines.setPlainText(text)


class ChoiceInput(Input):
    """One of several: a part of its words is enough; the text is its code."""

    def __init__(self, place: Workplace, definition: FieldDef) -> None:
        self._choice = SeekChoice([(words, code) for code, words in definition.choices])
        super().__init__(place, definition, self._choice)
        self._choice.currentIndexChanged.connect(lambda _row: self.edited.emit())

    @override
    def text(self) -> str:
        return str(self._choice.currentData() or "")

    @override
    def put(self, text: str) -> None:
        self._choice.choose(text)

    @override
    def judge(self) -> bool:
        self._choice.settle()
        return super().judge()

    @override
    def read(self, text: str) -> str:
        return next((words for code, words in self.definition.choices if code == text), text)


class YesNoInput(Input):
    """A tick, whose words are the label."""

    def __init__(self, place: Workplace, definition: FieldDef) -> None:
        self._tick = QCheckBox(place.words(definition.label))
        super().__init__(place, definition, self._tick)
        self.bare()
        self._tick.clicked.connect(lambda _on: self.edited.emit())

    @override
    def text(self) -> str:
        return YES if self._tick.isChecked() else ""

    @override
    def put(self, text: str) -> None:
        self._tick.setChecked(text == YES)

    @override
    def read(self, text: str) -> str:
        return self._place.words("yes") if text == YES else self._place.words("no")

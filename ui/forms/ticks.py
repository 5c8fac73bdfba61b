"""Several of many: a row of ticks that wraps."""

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from ui.forms.definition import FieldDef
from ui.forms.input import Input
from ui.widgets.flow import FlowLayout
from ui.workplace import Workplace

GAP = 12


class TicksInput(Input):
    """The text is the codes ticked, with spaces between, in the order of the choices."""

    def __init__(self, place: Workplace, definition: FieldDef) -> None:
        box = QWidget()
        flow = FlowLayout(box, GAP)
        self._ticks: Mapping[str, QCheckBox] = {code: QCheckBox(words) for code, words in definition.choices}
        for code, tick in self._ticks.items():
            tick.setAccessibleName(dict(definition.choices)[code])
            flow.addWidget(tick)
        super().__init__(place, definition, box)
        for tick in self._ticks.values():
            tick.clicked.connect(lambda _on: self.edited.emit())
        box.setFocusProxy(next(iter(self._ticks.values())))

    @override
    def text(self) -> str:
        return " ".join(code for code, tick in self._ticks.items() if tick.isChecked())

    @override
    def put(self, text: str) -> None:
        ticked = text.split()
        for code, tick in self._ticks.items():
            tick.setChecked(code in ticked)

    @override
    def read(self, text: str) -> str:
        ticked = text.split()
        return ", ".join(words for code, words in self.definition.choices if code in ticked)

"""A form made from definitions: one column of fields, read and filled by key."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.partial_date import PartialDate
from app.people.phones import PhoneDraft
from ui.forms.days import DateInput
from ui.forms.definition import FieldDef, SectionDef, fields
from ui.forms.input import Input, LineInput
from ui.forms.kinds import KINDS
from ui.forms.numbers import PhonesInput
from ui.forms.plain import YES
from ui.widgets.label import Label
from ui.workplace import Workplace

WIDTH = 500
I = TypeVar("I", bound=Input)  # noqa: E741


class Form(QWidget):
    """`touched`: the user changed something; `left` carries the key of a field that he went on from."""

    touched = Signal()
    left = Signal(str)

    def __init__(self, place: Workplace, sections: Sequence[SectionDef]) -> None:
        super().__init__()
        self.inputs: dict[str, Input] = {}
        self._place = place
        self._filling = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        for section in sections:
            if section.title:
                column.addWidget(Label(place.words(section.title), "h2"))
            for definition in section.fields:
                column.addWidget(self._made(definition))
        column.addStretch(1)
        for one in self.inputs.values():
            one.relate(self.inputs)
        self.setFocusProxy(self.inputs[next(fields(sections)).key].box)

    def texts(self) -> dict[str, str]:
        """What stands in every field."""
        return {key: one.text() for key, one in self.inputs.items()}

    def fill(self, texts: Mapping[str, str]) -> None:
        """Let `texts` stand in the fields; those not named are emptied."""
        self._filling = True
        for key, one in self.inputs.items():
            one.put(texts.get(key, ""))
            one.agree()
        self._filling = False

    def put(self, key: str, text: str) -> None:
        """Let `text` stand in one field."""
        self._filling = True
        self.inputs[key].put(text)
        self._filling = False

    def in_use(self) -> str:
        """The key of the field where the cursor stands; empty if in none."""
        focus = self.window().focusWidget()
        return next((key for key, one in self.inputs.items() if focus is not None and one.isAncestorOf(focus)), "")

    def wrong(self) -> list[Input]:
        """Judge every field; returns those that may not be saved so."""
        return [one for one in self.inputs.values() if not one.judge()]

    def text(self, key: str) -> str:
        """What stands in one field; put right, once it was judged."""
        return self.inputs[key].text()

    def flag(self, key: str) -> bool:
        """Whether a field of yes or no says yes."""
        return self.text(key) == YES

    def date(self, key: str) -> PartialDate | None:
        """What a field of a date says; judge it first."""
        return self._of(key, DateInput).day()

    def phones(self, key: str) -> tuple[PhoneDraft, ...]:
        """What a field of phones says."""
        return self._of(key, PhonesInput).phones()

    def line(self, key: str) -> QLineEdit:
        """The line in which a field of text is written."""
        return self._of(key, LineInput).line

    def _of(self, key: str, kind: type[I]) -> I:
        found = self.inputs[key]
        if not isinstance(found, kind):
            raise TypeError(key)
        return found

    def _made(self, definition: FieldDef) -> Input:
        made = KINDS[definition.kind](self._place, definition)
        made.setMaximumWidth(self._place.look.theme.length(WIDTH))
        made.edited.connect(self._touch)
        made.left.connect(lambda: self.left.emit(definition.key))
        self.inputs[definition.key] = made
        return made

    def _touch(self) -> None:
        if not self._filling:
            self.touched.emit()

"""A field of a form made from its definition: the text in it, and what is wrong or odd about that text."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from ui.forms.definition import FieldDef
from ui.widgets.button import link
from ui.widgets.field import Field
from ui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of a text: `wrong` keeps it from being saved, `odd` does not."""

    wrong: str = ""
    odd: str = ""


FINE = Verdict()


class Input(Field):
    """`edited` by the user; `left`: the user went on, and the text was judged.

    Subclasses put the text right and say what they think of it in `_verdict`.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, place: Workplace, definition: FieldDef, box: QWidget) -> None:
        _ = place.words
        hint = _(definition.hint) if definition.hint else ""
        super().__init__(place.look, _(definition.label), box, hint)
        self._place = place
        self.definition = definition
        self._mine, self._theirs = "", ""
        self._swap = link("")
        self._swap.clicked.connect(self._take_turns)
        self._swap.hide()
        self.put_below(self._swap)

    def text(self) -> str:
        """What stands in the field."""
        raise NotImplementedError

    def put(self, text: str) -> None:
        """Let `text` stand in the field."""
        raise NotImplementedError

    def read(self, text: str) -> str:
        """What a `text` of this field says to a reader."""
        return text

    def judge(self) -> bool:
        """Put the text right and say what is wrong or odd; False if it may not be saved so."""
        if self.definition.required and not self.text().strip():
            self.complain(self._place.words("This field is required."))
            return False
        verdict = self._verdict() if self.text().strip() else FINE
        if verdict.wrong:
            self.complain(verdict.wrong)
        else:
            self.warn(verdict.odd)
        return not verdict.wrong

    def relate(self, others: Mapping[str, "Input"]) -> None:
        """Get to know the other fields of the form."""

    def offer(self, theirs: str, said: str) -> None:
        """Let mine stand, with `theirs` one press away; `said`: what of it stands below."""
        self._mine, self._theirs = self.text(), theirs
        self.remind(said)
        self._name_swap()
        self._swap.show()

    def agree(self) -> None:
        """Offer nothing any more."""
        self._swap.hide()
        self.remind("")

    def _verdict(self) -> Verdict:
        return FINE

    def _leave(self) -> None:
        if self.text().strip():
            self.judge()
        else:
            self.warn("")
        self.left.emit()

    def _take_turns(self) -> None:
        standing = self.text()
        if standing == self._theirs:
            self.put(self._mine)
        else:
            self._mine = standing
            self.put(self._theirs)
        self._name_swap()
        self.edited.emit()

    def _name_swap(self) -> None:
        _ = self._place.words
        mine = self.text() != self._theirs
        self._swap.setText(_("Take the record’s") if mine else _("Put mine back"))
        self._swap.setAccessibleName(f"{self._swap.text()}: {self.box.accessibleName()}")


class LineInput(Input):
    """A line of text, read when somebody leaves it."""

    def __init__(self, place: Workplace, definition: FieldDef, line: QLineEdit | None = None) -> None:
        self.line = line or QLineEdit()
        super().__init__(place, definition, self.line)
        self.line.textChanged.connect(lambda _text: self.edited.emit())
        self.line.editingFinished.connect(self._leave)

    @override
    def text(self) -> str:
        return self.line.text().strip()

    @override
    def put(self, text: str) -> None:
        self.line.setText(text)
        self.complain("")

"""What is at hand for a change of status: a tick for each paper that the table of transitions would take."""

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import pairwise

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.evidence import Need, say
from app.domain.text import Text
from app.domain.transition import SECOND, WRITTEN
from app.i18n import Words
from ui.widgets.label import Label
from ui.workplace import Workplace


class EvidenceBoxes(QWidget):
    """One group of ticks for each need. What is written or approved has fields of its own, and no tick here.

    What the record shows already is ticked and says so; nobody can take that tick away.
    """

    def __init__(self, place: Workplace, watch: Callable[[QWidget], None], after: QWidget) -> None:
        """`after`: where Tab comes from."""
        super().__init__()
        self._words: Words = place.words
        self._look = place.look
        self._names: Mapping[str, Text] = {
            code: paper.name for code, paper in place.services.catalogue.documents.items()
        }
        self._watch, self._after = watch, after
        self._at_hand: Collection[str] = ()
        self._boxes: dict[str, QCheckBox] = {}
        self._wanting: dict[Need, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def ask(self, needs: Sequence[Need], at_hand: Collection[str] = ()) -> None:
        """Show the ticks for `needs`; what was ticked for another status is gone. `at_hand`: what the record shows."""
        self._at_hand = at_hand
        while item := self._column.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._boxes, self._wanting = {}, {}
        for need in (one for one in needs if not WRITTEN.union(SECOND) & set(one.any_of)):
            self._group(need)
        for before, box in pairwise((self._after, *self._boxes.values())):
            QWidget.setTabOrder(before, box)
        self.setVisible(bool(self._boxes))

    def codes(self) -> tuple[str, ...]:
        """The codes of what is ticked."""
        return tuple(code for code, box in self._boxes.items() if box.isChecked() and box.isEnabled())

    def tick(self, codes: Collection[str]) -> None:
        """Tick what `codes` name, and nothing else."""
        for code, box in self._boxes.items():
            box.setChecked(code in codes or not box.isEnabled())

    def lack(self, missing: Collection[Need]) -> None:
        """Say at each group whether it is among what is `missing`."""
        for need, line in self._wanting.items():
            line.setVisible(need in missing)

    def first(self, missing: Collection[Need]) -> QWidget | None:
        """Where to go on if any of `missing` is asked for here."""
        return next((self._boxes[need.any_of[0]] for need in self._wanting if need in missing), None)

    def _group(self, need: Need) -> None:
        self._column.addWidget(Label(self._heading(need)))
        for code in need.any_of:
            if code in self._boxes:
                continue
            box = QCheckBox(_capital(say([Need((code,))], self._names).in_(self._words.language)))
            if Need((code,)).met_by(self._at_hand):
                box.setText(self._words("{paper} — stands in the case", paper=box.text()))
                box.setChecked(True)
                box.setEnabled(False)
            box.setAccessibleName(box.text())
            self._boxes[code] = box
            self._watch(box)
            self._column.addWidget(box)
        wanting = self._warning()
        wanting.hide()
        self._wanting[need] = wanting
        self._column.addWidget(wanting)

    def _warning(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        mark = Label()
        mark.setPixmap(self._look.pixmap("triangle-alert", "chip.missing.fg", 14))
        row.addWidget(mark)
        row.addWidget(Label(self._words("The status cannot change without it: tick what is at hand."), "small"), 1)
        return line

    def _heading(self, need: Need) -> str:
        _ = self._words
        if need.optional:
            return _("If it is there already")
        if self._boxes:
            return _("And also, one of these is enough") if len(need.any_of) > 1 else _("And also")
        return _("At hand, one of these is enough") if len(need.any_of) > 1 else _("At hand")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

"""How a relative may be reached without harm: the one place where a number, and what stands beside it, is worded."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.cases.relatives import RelativeRow
from app.domain.errors import N_
from app.domain.family_access import may_hear
from app.domain.safety import MayLeave, Safety
from app.i18n import Words
from ui.family_words import masked, shown
from ui.language_names import NAMES
from ui.widgets.button import link
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.room import make_room
from ui.workplace import Workplace

CALLS = "phone"
INSTEAD = "message"
_MESSAGES: Mapping[MayLeave, str] = {
    MayLeave.YES: N_("A message may be left."),
    MayLeave.NO: N_("Leave no message: others may hear or read it."),
}


def never(words: Words, safety: Safety) -> str:
    """Why nobody rings this person; empty if one may."""
    if safety.no_contact:
        return words("Do not contact this person in any way.")
    return words("Do not call this person: write, or wait until they call.") if safety.no_call else ""


def heeds(words: Words, safety: Safety) -> tuple[str, ...]:
    """What to heed when reaching this person, in sentences."""
    said = []
    if safety.hours:
        said.append(words("Safe to call: {hours}", hours=safety.hours))
    if safety.phrase:
        said.append(words("Agreed phrase: {phrase}", phrase=safety.phrase))
    if safety.language != words.language:
        said.append(words("Speaks: {language}", language=NAMES.get(safety.language, safety.language)))
    if safety.message in _MESSAGES:
        said.append(words(_MESSAGES[safety.message]))
    return tuple(said)


def numbers(words: Words, row: RelativeRow, say: Callable[[str], str] = masked) -> str:
    """The numbers that may be rung, each said by `say`; instead of them why not, or that there is none."""
    return never(words, row.safety) or ", ".join(map(say, row.to_ring)) or words("no phone")


def cautions(words: Words, row: RelativeRow, family: Iterable[RelativeRow]) -> tuple[str, ...]:
    """What to keep to oneself in a talk with this person: the other branches; and him, once he is back."""
    said = []
    if not may_hear(row.hears):
        said.append(words("He is back and has not allowed it: listen, and tell nothing about him."))
    others = [one.branch or one.name for one in family if one.uid in row.apart_from]
    if others:
        whose = row.branch or row.name
        names = ", ".join(dict.fromkeys(others))
        said.append(words("This is the branch “{branch}”. Not a word about: {others}.", branch=whose, others=names))
    return tuple(said)


class ReachLine(QWidget):
    """The numbers of one relative, masked until somebody asks; a ban in their place where nobody is to ring."""

    def __init__(self, place: Workplace, icon: str = "phone", *, heeding: bool = False) -> None:
        """`icon` before the numbers; none if empty. `heeding`: say beside a number that is seen what to heed."""
        super().__init__()
        self._place, self._icon, self._heeding = place, icon, heeding
        self._row: RelativeRow | None = None
        self._open = False
        self._mark = Label()
        self._numbers = Label("")
        self._reveal = link("")
        self._reveal.clicked.connect(self._toggle)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        for widget in (self._mark, self._numbers, self._reveal):
            line.addWidget(widget)
        line.addStretch(1)

    def show_relative(self, row: RelativeRow | None) -> None:
        """Show another relative, or nobody, masked again."""
        self._row, self._open = row, False
        self._say()

    def _toggle(self) -> None:
        self._open = not self._open
        self._say()

    def _say(self) -> None:
        _, row, look = self._place.words, self._row, self._place.look
        self.setVisible(row is not None)
        if row is None:
            self._numbers.setText("")
            return
        silent = row.safety.silent
        picture = "ban" if silent else self._icon
        self._mark.setVisible(bool(picture))
        if picture:
            self._mark.setPixmap(look.pixmap(picture, "danger" if silent else "text3", 14))
        facts = heeds(_, row.safety)
        said = numbers(_, row, shown if self._open else masked)
        beside = facts if self._heeding and self._open else ()
        self._numbers.setText(" · ".join((said, *beside)))
        self._numbers.setToolTip("\n".join(facts))
        self._reveal.setVisible(bool(row.to_ring))
        self._reveal.setText(_("Hide") if self._open else _("Show"))
        self._reveal.setAccessibleName(_("Phone of {name}", name=row.name) + ": " + self._reveal.text())


class SafetyLine(QWidget):
    """What to heed with one relative; hidden while there is nothing."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._words = place.words
        self._mark = Label()
        self._mark.setPixmap(place.look.pixmap("ban", "danger"))
        self._never = Label("", "error", wrap=True)
        self._facts = Label("", wrap=True)
        self._cautions = ElidedLabel("", "strong")
        self._cautions.fill()
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._mark)
        line.addWidget(self._never, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self._facts)
        column.addWidget(self._cautions)
        self.hide()

    def tell(self, row: RelativeRow | None, *more: str) -> None:
        """Say what to heed with this relative, and of what to say nothing; None says nothing."""
        forbidden = never(self._words, row.safety) if row is not None else ""
        facts = heeds(self._words, row.safety) if row is not None else ()
        self._never.setText(forbidden)
        self._facts.setText(" · ".join(facts))
        for widget in (self._mark, self._never):
            widget.setVisible(bool(forbidden))
        self._facts.setVisible(bool(facts))
        self._cautions.setText(" ".join(more))
        self._cautions.setVisible(bool(more))
        self.setVisible(bool(forbidden or facts or more))
        make_room(self)

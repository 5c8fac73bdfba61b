"""Somebody like the relative being added stands in another case: the same person, or another one?"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import Words
from app.people.elsewhere import Known, StandsIn
from ui.date_words import partial_words
from ui.family_words import relation_word
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.widgets.button import plain, primary, quiet
from ui.widgets.label import Label
from ui.widgets.line_list import LineList
from ui.workplace import Workplace

WIDTH = 520
HEIGHT = 320


class SamePersonDialog(QDialog):
    """`answered` carries the uid of who it is, or None for somebody new. Closed, it answers nothing."""

    answered = Signal(object)

    def __init__(self, place: Workplace, parent: QWidget, known: Sequence[Known]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        _ = place.words
        title = _("Is it the same person?")
        self.setWindowTitle(_("Is it the same person?"))
        self.resize(WIDTH, HEIGHT)
        self.people = LineList(place.look, title)
        self.people.show_lines([known_line(_, one) for one in known])
        self.people.opened.connect(self._answer)
        self.other = plain(place.look, _("No, another person"))
        self.other.clicked.connect(lambda: self._answer(None))
        self.same = primary(place.look, _("Yes, the same person"))
        self.same.clicked.connect(lambda: self._answer(self.people.subject()))
        back = quiet(place.look, _("Back"))
        back.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(back)
        foot.addStretch(1)
        foot.addWidget(self.other)
        foot.addWidget(self.same)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(Label(title, "h2"))
        told = _("Somebody of that name or phone stands in another case. One person is written down once: "
                 "the name and the phones then count in every case.")  # fmt: skip
        column.addWidget(Label(told, "muted", wrap=True))
        column.addWidget(self.people, 1)
        column.addLayout(foot)
        self.people.setFocus()

    def _answer(self, known: Known | None) -> None:
        self.answered.emit(known.person if known else None)
        self.accept()


def known_line(words: Words, one: Known) -> Line:
    """Somebody who is known, with every case in which he stands."""
    born = words("born {date}", date=partial_words(words, one.born)) if one.born else ""
    chips = (Chip(words("the same phone"), "info", "phone"),) if one.same_phone else ()
    details = tuple(stands_words(words, stands, one.patronymic) for stands in one.stands)
    return Line(one.name or words("Name unknown"), details, chips, "user-round", beside=born, subject=one)


def stands_words(words: Words, stands: StandsIn, patronymic: str = "") -> str:
    """In which case somebody stands, and as whom: «мати у справі К-2026-000001: Ґудзь Ілля»."""
    if stands.relation is None:
        return words("the man of case {number}", number=stands.number)
    relation = relation_word(words, stands.relation, patronymic)
    return words("{relation} in case {number}: {man}", relation=relation, number=stands.number, man=stands.man)

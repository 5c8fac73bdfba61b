"""The head of a case: name, fate, who he is in one line, whom we speak to, what is done most."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.cases.view import CaseView
from app.domain.information import days_since
from app.domain.partial_date import PartialDate
from app.i18n import Words
from app.records.keeping import Kept
from app.search.flags import FlagDraft
from ui.date_words import partial_words
from ui.family_words import relation_word
from ui.fate_chip import fate_chip
from ui.fate_words import fate_words
from ui.models.roles import Chip
from ui.safety import ReachLine
from ui.search.flag_words import flags_chip, flags_sentence
from ui.widgets.button import plain, primary, tool
from ui.widgets.chip import ChipLabel
from ui.widgets.label import ElidedLabel, Label
from ui.workplace import Workplace

NARROW = 980


class CaseHeader(QWidget):
    """`left`, `contact_wanted`, `print_wanted` say that those were pressed."""

    left = Signal()
    contact_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        _ = place.words
        self._place = place
        self._back = tool(place.look, "arrow-left", _("Back to the list"))
        self._back.clicked.connect(self.left)
        self._name = ElidedLabel("", "h1")
        self._fate = ChipLabel(place.look, Chip("…", "closed"))
        self._confirmed = ChipLabel(place.look, Chip("…", "info", "badge-check"))
        self._confirmed.hide()
        self._closed = ChipLabel(place.look, Chip("…", "closed", "archive"))
        self._closed.hide()
        self._minded = ChipLabel(place.look, Chip("…", "missing", "flag"))
        self._minded.hide()
        self._call = _folding(plain(place.look, _("Contact"), "phone"))
        self._print = primary(place.look, _("Print PDF"), "printer")
        self._more = _folding(plain(place.look, _("More"), "ellipsis"))
        self._call.clicked.connect(self.contact_wanted)
        self._print.clicked.connect(self.print_wanted)
        self._facts = ElidedLabel("", "muted")
        self._life = Label("")
        self._reach = ReachLine(place, "", heeding=True)
        first = QHBoxLayout()
        first.setSpacing(6)
        for widget in (self._back, self._name, self._fate, self._confirmed, self._closed, self._minded):
            first.addWidget(widget)
        first.addStretch(1)
        first.addWidget(self._call)
        first.addWidget(self._print)
        first.addWidget(self._more)
        second = QHBoxLayout()
        second.setSpacing(6)
        second.addWidget(self._life)
        second.addWidget(self._facts)
        second.addWidget(self._reach)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(second)

    def offer(self, menu: QMenu) -> None:
        """Let «More» open this menu: what is done with a case more rarely."""
        self._more.setMenu(menu)

    def show_case(self, view: CaseView) -> None:
        """Show another case, or the same one anew."""
        words, today = self._place.words, self._place.clock.today()
        self._name.setText(view.name)
        self._fate.show_chip(fate_chip(words, view.fate))
        self._confirmed.setVisible(bool(view.confirmed_by))
        if view.confirmed_by:
            self._confirmed.show_chip(confirmed_chip(words, view.confirmed_by))
            catalogue = self._place.services.catalogue
            named = ", ".join(catalogue.bodies[code].name.in_(words.language) for code in view.confirmed_by)
            self._confirmed.setToolTip(words("Captivity is confirmed by: {bodies}", bodies=named))
        self._closed.setVisible(view.closed is not None)
        if view.closed is not None:
            self._closed.show_chip(Chip(words("closed on {day}", day=words.date(view.closed)), "closed", "archive"))
        self._fate.setToolTip(fate_words(words, self._place.services.catalogue, view.fate, view.sex))
        contact = next((one for one in view.relatives if one.primary), None)
        parts = [view.number, view.unit, born_words(words, view.born, today)]
        if contact:
            told = words("contact: {name} ({relation})", name=contact.name,
                         relation=relation_word(words, contact.relation, contact.patronymic))  # fmt: skip
            parts.append(told)
        self._facts.setText(" · ".join(part for part in parts if part))
        told = waited_words(words, view.last_sign, today)
        self._life.setText(f"{told} ·" if told else "")
        self._life.setVisible(bool(told))
        self._reach.show_relative(contact)

    def show_minded(self, flags: Sequence[Kept[FlagDraft]]) -> None:
        """Show what is to be minded in this family, always in sight."""
        self._minded.setVisible(bool(flags))
        if flags:
            said = flags_sentence(self._place.words, flags)
            self._minded.show_chip(flags_chip(self._place.words, flags))
            self._minded.setToolTip(said)
            self._minded.setAccessibleName(said)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button in (self._call, self._more):
            button.setText("" if event.size().width() < NARROW else f" {button.accessibleName()}")


def confirmed_chip(words: Words, bodies: Sequence[str]) -> Chip:
    """By whose word captivity is confirmed, as short as offices say it."""
    short = {"NIB": words.context("body", "NIB"), "ICRC": words.context("body", "ICRC")}
    named = ", ".join(short.get(one, one) for one in bodies)
    return Chip(words("confirmed: {bodies}", bodies=named), "info", "badge-check")


def born_words(words: Words, born: PartialDate | None, today: date) -> str:
    """«нар. 14.02.1991 (35 р.)»; an empty text if unknown."""
    if born is None:
        return ""
    told = words("born {date}", date=partial_words(words, born))
    if born.exact is None:
        return told
    age = today.year - born.year - ((today.month, today.day) < (born.exact.month, born.exact.day))
    return f"{told} ({words('{n} y.o.', n=age)})"


def waited_words(words: Words, last_sign: PartialDate | None, today: date) -> str:
    """«214 днів від останньої ознаки життя»; an empty text if none is known, or nobody waits."""
    if last_sign is None:
        return ""
    days = days_since(last_sign, today)
    if last_sign.exact is None:
        return words.count(
            "about {n} day since the last sign of life", "about {n} days since the last sign of life", days
        )
    return words.count("{n} day since the last sign of life", "{n} days since the last sign of life", days)


def _folding(button: QPushButton) -> QPushButton:
    button.setToolTip(button.text().strip())
    return button

"""The family of a case: everybody we may speak to, the main contact first."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.cases.relatives import RelativeRow
from app.cases.view import CaseView
from app.domain.fate import ALL_RETURNED
from app.domain.kin import WHOLE
from app.kin.service import FamilyView
from app.people.elsewhere import StandsIn
from ui.case.relative_card import RelativeCard
from ui.kin.details import KinDialog
from ui.kin.forms import wish_form
from ui.kin.lines import wish_line
from ui.kin.words import share_word
from ui.operations import Latest
from ui.record.entry_section import EntrySection
from ui.widgets.banner import Banner
from ui.widgets.button import plain
from ui.widgets.empty import EmptyState
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll
from ui.workplace import Workplace

Elsewheres = Mapping[UUID, tuple[StandsIn, ...]]
"""By person, the other cases in which he stands."""


class FamilyTab(QWidget):
    """Cards of relatives; a banner if they are in conflict. The signals carry the relative's row."""

    told_wanted = Signal(object)
    correction_wanted = Signal(object)
    phone_wanted = Signal(object)
    main_wanted = Signal(object)
    removal_wanted = Signal(object)
    names_wanted = Signal(object)
    visit_wanted = Signal(object)
    new_wanted = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._view: CaseView | None = None
        self._shown = False
        self._names: Mapping[UUID, str] = {}
        self._latest = Latest(place.operations, self)
        _ = place.words
        self._conflict = Banner(
            place.look, "triangle-alert",
            _("There is a conflict in this family: nothing about one relative goes to another."),
        )  # fmt: skip
        self._empty = EmptyState(
            place.look, "users", _("No relatives in this case"),
            _("Add whoever asks after him: a name or a phone is enough to begin."),
        )  # fmt: skip
        self.wishes = EntrySection(
            place, _("Personal disposition about pay"),
            _("Not known yet. Ask the unit whether he wrote one: without that nobody’s share can be told."),
            _("Write down"), wish_form(_, ()), place.services.record.kin.wishes,
            lambda row: wish_line(_, row, self._names),
        )  # fmt: skip
        self._over = Label("", "error", wrap=True)
        self.wishes.add(self._over)
        add = plain(place.look, _("Add a relative"), "user-plus")
        add.setToolTip("Ctrl+Shift+R")
        add.clicked.connect(self.new_wanted)
        head = QHBoxLayout()
        self._own = plain(place.look, _("Show his own page for visitors"), "user-check")
        self._own.clicked.connect(lambda: self.visit_wanted.emit(None))
        head.addWidget(add)
        head.addWidget(self._own)
        head.addStretch(1)
        inside = QWidget()
        self._cards = QVBoxLayout(inside)
        self._cards.setContentsMargins(0, 0, 4, 0)
        self._cards.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._conflict)
        column.addWidget(self._empty, 1)
        self._scroll = Scroll(inside)
        column.addWidget(self._scroll, 1)

    def show_case(self, view: CaseView) -> None:
        """Show the family of a case, with what follows from its roles and facts, once it is looked at."""
        self._view, self._shown = view, False
        if self.isVisible():
            self._read(view)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._view is not None and not self._shown:
            self._read(self._view)

    def _read(self, view: CaseView) -> None:
        self._shown = True
        kin, elsewhere = self._place.services.record.kin, self._place.services.record.elsewhere
        self._latest.ask(
            lambda _: (view, kin.family(view.uid), elsewhere.of_family(view.uid)), lambda read: self._show(*read)
        )  # fmt: skip

    def _show(self, view: CaseView, kin: FamilyView, elsewhere: Elsewheres) -> None:
        rows = view.relatives
        names = {row.uid: row.name or self._place.words("Name unknown") for row in rows}
        while item := self._cards.takeAt(0):
            widget = item.widget()
            if widget is not None and widget is not self.wishes:
                widget.deleteLater()
        for row in rows:
            card = RelativeCard(self._place, row, view.sex, kin.of(row.uid), names)
            card.told_wanted.connect(self.told_wanted)
            card.correction_wanted.connect(self.correction_wanted)
            card.phone_wanted.connect(self.phone_wanted)
            card.main_wanted.connect(self.main_wanted)
            card.removal_wanted.connect(self.removal_wanted)
            card.more_wanted.connect(self.more)
            card.names_wanted.connect(self.names_wanted)
            card.tell_elsewhere(elsewhere.get(row.person, ()))
            card.visit_wanted.connect(self.visit_wanted)
            self._cards.addWidget(card)
        self._cards.addWidget(self.wishes)
        self._cards.addStretch(1)
        self._fill_wishes(view, kin, names)
        self._conflict.setVisible(any(row.apart_from for row in rows))
        self._own.setVisible(view.fate in ALL_RETURNED)
        self._empty.setVisible(not rows)
        self._scroll.setVisible(bool(rows))

    def _fill_wishes(self, view: CaseView, kin: FamilyView, names: Mapping[UUID, str]) -> None:
        _ = self._place.words
        self._names = names
        self.wishes.use(wish_form(_, view.relatives))
        self.wishes.show_entries(view.uid, view.number, kin.wishes)
        said = _("The parts of all recipients together: {share}. Compare them with the unit’s decision.",
                 share=share_word(kin.shares))  # fmt: skip
        self._over.setText(said)
        self._over.setVisible(kin.shares > WHOLE)

    def more(self, row: RelativeRow) -> None:
        """Open everything about one relative's place in the family."""
        if self._view is not None:
            KinDialog(self._place, self, self._view.uid, row, self._view.relatives).open()

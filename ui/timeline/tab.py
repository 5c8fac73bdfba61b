"""The timeline of a case: everything that happened, filtered by kind and by words, with the silences between."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.cases.view import CaseView
from app.timeline.row import Moment
from app.timeline.service import Chronicle, Fold
from ui.history.dialog import HistoryDialog
from ui.record.tab import CaseTab
from ui.timeline.lines import lines
from ui.widgets.button import filter_chip, quiet
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.label import Label
from ui.widgets.line_list import LineList
from ui.widgets.search_box import SearchBox
from ui.workplace import Workplace

_EMPTY = Chronicle((), ())


class TimelineTab(CaseTab):
    """The list scrolls by itself and is painted, so that a long life of a case stays light."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        _ = place.words
        self._told = _EMPTY
        self._kinds: frozenset[Moment] = frozenset()
        self._unfolded: set[Fold] = set()
        self._sought = ""
        self.list = LineList(place.look, _("Timeline"))
        self.list.opened.connect(self._turn)
        self.search = SearchBox(place.look, _("Search in the timeline"), _("Search in the timeline"))
        self.search.searched.connect(self._seek)
        self.search.left.connect(self.list.setFocus)
        self._chips: dict[frozenset[Moment], QPushButton] = {}
        self._none = Label(_("Nothing of this kind."), "muted")
        self._none.hide()
        card = Card(_("Timeline"))
        history = quiet(place.look, _("Every change of a field"), "history")
        history.clicked.connect(self.tell_history)
        card.head.insertWidget(1, self.search, 3)
        card.head.addWidget(history)
        card.add(self._filters())
        card.add(self._none)
        card.add(self.list, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    @override
    def read(self, view: CaseView) -> None:
        timeline = self.place.services.record.timeline
        self.latest.ask(lambda _: timeline.chronicle(view.uid), self._show)

    @override
    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"case_history": self.tell_history}

    def tell_history(self) -> None:
        """Show what every field of the case said before."""
        if self.view is not None:
            HistoryDialog.of_case(self.place, self, self.view.uid, self.about).open()

    def _show(self, told: Chronicle) -> None:
        self._told = told
        self._unfolded &= {row for row in self._unfolded if set(row.rows) <= set(told.rows)}
        self._fill()

    def _fill(self) -> None:
        shown = list(lines(self.place.words, self._told, self._kinds, self._sought, self._unfolded))
        self.list.show_lines(shown)
        self.list.setVisible(bool(shown))
        self._none.setVisible(not shown)

    def _turn(self, subject: object) -> None:
        """Unfold the program's noise, or fold it again."""
        if isinstance(subject, Fold):
            self._unfolded ^= {subject}
            self._fill()

    def _seek(self, text: str) -> None:
        self._sought = text.strip()
        self._fill()

    def _filters(self) -> QWidget:
        _ = self.place.words
        line = QWidget()
        flow = FlowLayout(line)
        for word, kinds in (
            (_("Everything"), frozenset[Moment]()),
            (_("Contacts"), frozenset({Moment.CONTACT, Moment.TOLD})),
            (_("Notes"), frozenset({Moment.NOTE})),
            (_("Promises"), frozenset({Moment.PROMISE, Moment.PROMISE_KEPT})),
            (_("Statuses"), frozenset({Moment.FATE, Moment.STATUS_FACTS})),
            (_("The case"), frozenset({Moment.OPENED, Moment.CLOSED, Moment.REOPENED})),
            (_("Information"), frozenset({Moment.INFORMATION})),
            (_("Search"), frozenset({Moment.SEARCH})),
            (_("Steps"), frozenset({Moment.STEP})),
            (_("Documents"), frozenset({Moment.DOCUMENT, Moment.DOCUMENT_MOVE, Moment.HANDED})),
            (_("Family"), frozenset({Moment.FAMILY})),
            (_("Money"), frozenset({Moment.MONEY})),
            (_("Rights"), frozenset({Moment.RIGHTS})),
            (_("Changes"), frozenset({Moment.DATA})),
        ):
            chip = filter_chip(word)
            chip.setChecked(not kinds)
            chip.clicked.connect(partial(self._choose, kinds))
            self._chips[kinds] = chip
            flow.addWidget(chip)
        return line

    def _choose(self, kinds: frozenset[Moment]) -> None:
        """Several kinds may be looked at together; «Everything» takes the choice back."""
        everything = self._chips[frozenset()]
        self._kinds = frozenset() if not kinds else self._kinds ^ kinds
        for key, chip in self._chips.items():
            chip.setChecked(bool(key) and key <= self._kinds)
        everything.setChecked(not self._kinds)
        self._fill()

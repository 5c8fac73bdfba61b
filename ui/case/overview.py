"""The first tab of a case: the timeline with its composer; how the tracks stand; what is next."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from app.cases.view import CaseView
from app.domain.plausible import Finding
from app.plan.queries import StepRow
from app.timeline.row import Moment, TimelineRow
from ui.case.composer import Composer
from ui.case.facts import FactsCard
from ui.case.tracks import TracksCard
from ui.documents.card import DocumentsCard
from ui.due_words import due_chip
from ui.models.entries import Entry
from ui.operations import Latest
from ui.step_words import step_title
from ui.timeline.moments import moment
from ui.widgets.banner import Banner
from ui.widgets.button import filter_chip, link
from ui.widgets.card import Card
from ui.widgets.entries import EntryList
from ui.widgets.flow import FlowLayout
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll
from ui.widgets.timeline import Timeline
from ui.workplace import Workplace

NEXT = 5


class Overview(QWidget):
    """`ticked` and `opened` carry the step row meant; `status_wanted`: to look at dates that cannot be."""

    ticked = Signal(object)
    opened = Signal(object)
    status_wanted = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        _ = place.words
        self._place = place
        self._latest = Latest(place.operations, self)
        look = link(_("Look"))
        look.clicked.connect(self.status_wanted)
        self._doubts = Banner(place.look, "calendar-clock", "", look)
        self._doubts.hide()
        self.composer = Composer(place)
        self._timeline = Timeline(place.look, _("Timeline"))
        self._tracks = TracksCard(place)
        self._facts = FactsCard(place)
        self.documents = DocumentsCard(place)
        self._next = EntryList(place.look, _("Next steps"))
        self._none = Label(_("No open steps."), "muted")
        self._next.ticked.connect(self.ticked)
        self._next.opened.connect(self.opened)
        left = Card(_("Timeline"))
        left.add(self._doubts)
        left.add(self.composer)
        left.add(self._filters())
        left.add(self._timeline, 1)
        following = Card(_("Next"))
        following.add(self._next)
        following.add(self._none)
        right = QWidget()
        right.setObjectName("inside")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(12)
        for card in (self._tracks, following, self.documents, self._facts):
            column.addWidget(card)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(left, 3)
        row.addWidget(Scroll(right), 2)

    def show_case(self, view: CaseView) -> None:
        """Show the facts of a case."""
        self.composer.show_case(view.uid, view.relatives)
        self._facts.show_case(view)
        quality = self._place.services.quality
        self._latest.ask(lambda _: quality.findings(view.uid), self._show_doubts)

    def show_timeline(self, rows: Sequence[TimelineRow]) -> None:
        """Show what happened."""
        self._timeline.moments.show([moment(self._place.words, row) for row in rows])

    def show_steps(self, rows: Sequence[StepRow]) -> None:
        """Show how far the tracks are and what is next."""
        self._tracks.show_steps(rows)
        today, words = self._place.clock.today(), self._place.words
        first = [row for row in rows if row.open and row.due][:NEXT]
        first = first or [row for row in rows if row.open][:NEXT]
        self._next.entries.show(
            [Entry(step_title(words, row.title), "", due_chip(words, row.due, today), False, row) for row in first]
        )
        self._next.fit(NEXT)
        self._next.setVisible(bool(first))
        self._none.setVisible(not first)

    def _show_doubts(self, found: Sequence[Finding]) -> None:
        _ = self._place.words
        said = _.count("{n} date in this case cannot be.", "{n} dates in this case cannot be.", len(found))
        self._doubts.sentence.setText(said)
        self._doubts.setVisible(bool(found))

    def _filters(self) -> QWidget:
        _ = self._place.words
        line = QWidget()
        flow = FlowLayout(line)
        group = QButtonGroup(line)
        kinds = (
            (_("Everything"), ""),
            (_("Contacts"), Moment.CONTACT.value),
            (_("Documents"), Moment.DOCUMENT.value),
            (_("Steps"), Moment.STEP.value),
            (_("Statuses"), Moment.FATE.value),
        )
        for word, kind in kinds:
            chip = filter_chip(word)
            chip.setChecked(not kind)
            chip.clicked.connect(lambda _checked, chosen=kind: self._timeline.moments.filter(chosen))
            group.addButton(chip)
            flow.addWidget(chip)
        return line

"""Quick contact from anywhere (Ctrl+Shift+C): whose family, how, what came of it, when again."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.cases.queries import CaseRow
from app.cases.view import CaseView
from app.drafts.service import DraftRow
from app.finding.service import Found, FoundRelative
from ui.case.composer import Composer
from ui.cases.columns import details
from ui.family_words import relation_word
from ui.models.entries import Entry
from ui.operations import Latest
from ui.widgets.button import link, plain
from ui.widgets.entries import EntryList
from ui.widgets.label import Label
from ui.widgets.search_box import SearchBox
from ui.workplace import Workplace

SHOWN = 6
WIDTH = 640
FORM = "quick_contact"


class QuickContact(QDialog):
    """`kept` says that a contact was written down."""

    kept = Signal()

    def __init__(self, place: Workplace, parent: QWidget, case: UUID | None) -> None:
        super().__init__(parent)
        _ = place.words
        self._place = place
        self._latest = Latest(place.operations, self)
        self._who: UUID | None = None
        self._hurried = False
        self.setWindowTitle(_("New contact"))
        self.setFixedWidth(place.look.theme.length(WIDTH))
        self._search = SearchBox(place.look, _("Whose family: name, number, phone…"), _("Whose family"))
        self._found = EntryList(place.look, _("Cases found"), opens_on_click=True)
        self._chosen = Label("", "strong", wrap=True)
        self.composer = Composer(place, FORM)
        self.composer.setEnabled(False)
        self.composer.kept.connect(self._kept)
        self._unsaved = link("")
        close = plain(place.look, _("Close"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(Label(_("New contact"), "h2"))
        column.addWidget(self._search)
        column.addWidget(self._unsaved)
        column.addWidget(self._found)
        column.addWidget(self._chosen)
        column.addWidget(self.composer)
        column.addLayout(foot)
        for later in (self._found, self._chosen, self._unsaved):
            later.hide()
        self._search.searched.connect(self._look_up)
        self._search.left.connect(self._down)
        self._found.opened.connect(self._take)
        if case is not None:
            self._choose(case)
        else:
            drafts = place.services.drafts
            place.operations.read(self, lambda _: drafts.recent(FORM), self._offer_unsaved)

    @override
    def reject(self) -> None:
        """Close; what is written is kept, and offered when the dialog is opened again."""
        self.composer.leave()
        super().reject()

    def _look_up(self, text: str) -> None:
        finding = self._place.services.finding
        if text:
            self._latest.ask(lambda _: finding.find(text), self._offer)
        else:
            self._found.hide()

    def _offer(self, found: Found) -> None:
        """Relatives first: it is they who are spoken to."""
        words = self._place.words
        entries = [
            Entry(one.name, f"{relation_word(words, one.relation, one.patronymic)} · {one.number}", subject=one)
            for one in found.relatives
        ] + [Entry(row.name, details(words, row), subject=row) for row in found.cases]
        self._found.refill(entries)
        self._found.fit(SHOWN)
        self._found.setVisible(bool(entries))
        self._say("" if entries else words("Nobody found."))
        self.adjustSize()
        if entries and self._hurried:
            self._down()

    def _take(self, subject: object) -> None:
        match subject:
            case FoundRelative(case=case, relative=who):
                self._who = who
                self._choose(case)
            case CaseRow(uid=case):
                self._choose(case)

    def _offer_unsaved(self, drafts: tuple[DraftRow, ...]) -> None:
        case = drafts[0].subject if drafts else None
        if case is not None:
            _ = self._place.words
            self._unsaved.setText(_("Go on with the unsaved entry of {time}", time=_.instant(drafts[0].kept)))
            self._unsaved.setAccessibleName(self._unsaved.text())
            self._unsaved.clicked.connect(lambda: self._choose(case))
            self._unsaved.show()
            self.adjustSize()

    def _down(self) -> None:
        """Go to what was found, now or once it is there."""
        self._hurried = not self._found.isVisible()
        if not self._hurried:
            self._found.setFocus()

    def _choose(self, case: UUID) -> None:
        cases = self._place.services.cases
        self._latest.ask(lambda _: cases.view(case), self._show)

    def _show(self, view: CaseView) -> None:
        self._search.hide()
        self._found.hide()
        self._unsaved.hide()
        self._say(f"{view.name} · {view.number}")
        self.composer.setEnabled(True)
        self.composer.show_case(view.uid, view.relatives)
        self.composer.stay_open()
        if self._who is not None:
            self.composer.choose(self._who)
        self.composer.note.setFocus()
        self.adjustSize()

    def _say(self, text: str) -> None:
        self._chosen.setText(text)
        self._chosen.setVisible(bool(text))

    def _kept(self) -> None:
        self.kept.emit()
        self.accept()

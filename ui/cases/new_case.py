"""A new case: the form, and beside it the cases that may already be this person's."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.cases.queries import CaseFilter, CaseRow
from app.changes import Changes
from app.paging import Page
from ui.cases.columns import details
from ui.cases.new_case_form import NewCaseForm
from ui.draft_line import DraftLine
from ui.fate_chip import fate_chip
from ui.forms.input import Input
from ui.forms.summary import Summary
from ui.models.entries import Entry
from ui.operations import Latest
from ui.widgets.button import primary, quiet
from ui.widgets.card import Card
from ui.widgets.entries import EntryList
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll
from ui.workplace import Workplace

SHOWN = 6


class NewCaseDialog(QDialog):
    """`opened` carries the case to show: the new one, or an existing one that was recognised."""

    opened = Signal(object)

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        _ = place.words
        self._place = place
        self._latest = Latest(place.operations, self)
        self.setWindowTitle(_("New case"))
        self.resize(920, 560)
        self.form = NewCaseForm(place)
        self.form.named.connect(self._look_for)
        self._draft = DraftLine(place, "new_case", self.form.values, self.form.fill)
        self.form.touched.connect(self._draft.touched)
        self._alike = EntryList(place.look, _("Possible duplicates"), opens_on_click=True)
        self._alike.opened.connect(lambda row: self._open_known(row.uid))
        self._told = Label(_("When the name is written, cases with the same name will stand here."), "muted", wrap=True)
        self._save = primary(place.look, _("Open the case"), "folder-plus")
        self._save.setToolTip("Ctrl+Enter")
        self._save.clicked.connect(self._keep)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._save.click)
        self._summary = Summary(place)
        self._arrange()
        self.form.setFocus()

    @override
    def reject(self) -> None:
        self._draft.keep()
        self.hide()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draft.watch()

    def _arrange(self) -> None:
        _ = self._place.words
        later = quiet(self._place.look, _("Later (what is written stays)"))
        later.clicked.connect(self.reject)
        head = QHBoxLayout()
        head.addWidget(Label(_("New case"), "h1"))
        head.addStretch(1)
        head.addWidget(later)
        head.addWidget(self._save)
        left, right = Card(), Card(_("Possible duplicates"))
        scroll = Scroll(self.form)
        self._summary.wanted.connect(lambda field: self._go_to(scroll, field))
        left.add(self._summary)
        left.add(scroll, 1)
        right.add(self._told)
        right.add(self._alike, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(left, 3)
        row.addWidget(right, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._draft)
        column.addLayout(row, 1)

    def _go_to(self, scroll: Scroll, field: Input) -> None:
        field.box.setFocus()
        scroll.ensureWidgetVisible(field)

    def _look_for(self, surname: str, given: str) -> None:
        cases, wanted = self._place.services.cases, CaseFilter(text=f"{surname} {given}")
        self._latest.ask(lambda _: cases.page(wanted, None, SHOWN), self._show_alike)

    def _show_alike(self, page: Page[CaseRow]) -> None:
        words = self._place.words
        self._alike.entries.show(
            [Entry(row.name, details(words, row), fate_chip(words, row.fate), subject=row) for row in page.rows]
        )
        self._told.setText(
            words("Is it one of these? A click opens the case.") if page.rows else words("Nobody with this name yet.")
        )

    def _open_known(self, case: UUID) -> None:
        self.hide()
        self.opened.emit(case)

    def _keep(self) -> None:
        self._summary.show_wrong(self.form.wrong())
        draft = self.form.draft()
        if draft is None:
            return
        cases = self._place.services.cases
        self._save.setEnabled(False)
        self._place.operations.write(
            self,
            lambda _: cases.open(draft),
            self._kept,
            touched=Changes.CASES | Changes.PEOPLE | Changes.STEPS,
            named=self._place.words("The case is opened."),
            refused=lambda error: self._refuse(self._place.words.explain(error)),
        )

    def _kept(self, written: tuple[UUID, Changes]) -> None:
        self._save.setEnabled(True)
        self.form.clear()
        self._draft.saved()
        self._alike.entries.show([])
        self.hide()
        self.opened.emit(written[0])

    def _refuse(self, text: str) -> None:
        self._save.setEnabled(True)
        self._told.setText(text)

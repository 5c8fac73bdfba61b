"""The inside of the main window in one language and one theme: sidebar, pages, status line, toast."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.errors import UserError
from ui.case.page import CasePage
from ui.case.print_dialog import PrintDialog
from ui.case.quick_contact import QuickContact
from ui.cases.import_dialog import ImportDialog
from ui.cases.new_case import NewCaseDialog
from ui.cases.page import CasesPage
from ui.draft_line import DraftLine
from ui.settings.page import SettingsPage
from ui.shell.cover import Cover
from ui.shell.memory import Memory
from ui.shell.sidebar import PageDef, Sidebar
from ui.shell.status import StatusLine
from ui.today.page import TodayPage
from ui.widgets.label import Label
from ui.widgets.toast import Toast
from ui.workplace import Workplace

RAIL_BELOW = 1200
TODAY, CASES, CASE, SETTINGS = "today", "cases", "case", "settings"
NEW_CASE, CONTACT = "new_case", "contact"


class Shell(QWidget):
    """`language_chosen`, `theme_chosen` and `locked` are for the one who built it."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    locked = Signal()

    def __init__(self, place: Workplace, *, training: bool) -> None:
        super().__init__()
        self._place = place
        _ = place.words
        self._side = Sidebar(
            place.look, _, (
                PageDef(TODAY, _("Today"), "sun"), PageDef(CASES, _("Cases"), "folder-open"),
                PageDef(SETTINGS, _("Settings"), "settings"),
            ),
        )
        self._status = StatusLine(place.look, _, place.services.vault.user)
        self._pages = QStackedWidget()
        self.today = TodayPage(place)
        self.cases = CasesPage(place)
        self.case = CasePage(place)
        self.settings = SettingsPage(place)
        self._by_key = {TODAY: self.today, CASES: self.cases, CASE: self.case, SETTINGS: self.settings}
        for page in self._by_key.values():
            self._pages.addWidget(page)
        self._came_from = CASES
        self._arrange(training=training)
        self._toast = Toast(self)
        self._form = NewCaseDialog(place, self)
        self._connect()
        self.go(TODAY)

    def go(self, key: str) -> None:
        """Show a page."""
        if self._cover.isVisible():
            return
        if key != CASE:
            self._came_from = key
        self._pages.setCurrentWidget(self._by_key[key])
        self._side.mark(CASES if key == CASE else key)
        self._by_key[key].setFocus()

    def open_case(self, case: UUID) -> None:
        """Show one case."""
        self.case.show_case(case)
        self.go(CASE)

    def cover(self) -> None:
        """Hide everything from whoever sits at the desk, or show it again as it was."""
        covered = not self._cover.isVisible()
        self._cover.setVisible(covered)
        self._inside.setVisible(not covered)
        (self._cover if covered else self._by_key[self.current()]).setFocus()

    def refresh(self) -> None:
        """Read the page in view anew."""
        page = self._by_key[self.current()]
        page.again()

    def seek(self) -> None:
        """Go to the list with the cursor in the search."""
        self.go(CASES)
        self.cases.seek()

    def current(self) -> str:
        """The key of the page in view."""
        return next(key for key, page in self._by_key.items() if page is self._pages.currentWidget())

    def back(self) -> None:
        """Leave a case for the page it was opened from."""
        if self.current() == CASE:
            self.go(self._came_from)

    def memory(self) -> Memory:
        """Where somebody is, and what is written but not saved."""
        note = self.case.overview.composer.values()
        form = self._form.form.values()
        return Memory(
            self.current(), self.case.case, self.case.tabs.currentIndex(), self.cases.search.text(), self._asked(),
            tuple(note.items()), tuple(form.items()),
        )  # fmt: skip

    def recall(self, memory: Memory) -> None:
        """Be where somebody was."""
        self.cases.search.setText(memory.search)
        self._form.form.fill(dict(memory.form))
        if memory.case is not None:
            self.case.show_case(memory.case)
            self.case.tabs.setCurrentIndex(memory.tab)
            self.case.overview.composer.fill(dict(memory.note))
        self.go(memory.page if memory.page in self._by_key else TODAY)
        if memory.dialog == NEW_CASE:
            self.new_case()
        elif memory.dialog == CONTACT and self.current() != CASE:
            self.contact()

    def locks_in(self, seconds: int) -> None:
        """Say when the vault will lock itself."""
        self._status.locks_in(seconds)

    def keep_drafts(self) -> None:
        """Keep every form that is not saved, at once; raises `UserError` if the disk refuses."""
        for line in self.findChildren(DraftLine):
            line.keep_now()

    def say(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Show a toast, with [Undo] if there is a way back."""
        self._toast.say(text, self._place.words("Undo") if undo else "", undo)

    def contact(self) -> None:
        """Write a contact down: on the case in view, or of a family to be found."""
        if self.current() == CASE:
            self.case.note()
            return
        dialog = QuickContact(self._place, self, None)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.kept.connect(lambda: self.say(self._place.words("The contact is saved.")))
        dialog.open()

    def new_case(self) -> None:
        """Open the form of a new case."""
        self._form.open()

    def bring(self, workbook: Path | None = None) -> None:
        """Open the import of a workbook: of `workbook`, or of one to be chosen."""
        dialog = ImportDialog(self._place, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        if workbook is not None:
            dialog.read(workbook)

    def print_paper(self, case: UUID | None) -> None:
        """Open the preview of the family's paper."""
        if case is not None:
            dialog = PrintDialog(self._place, self, case)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.fold(rail=event.size().width() < RAIL_BELOW)

    def _arrange(self, *, training: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if training:
            strip = Label(self._place.words("TRAINING DATA — nobody here is real"), "training")
            strip.setAlignment(strip.alignment().AlignCenter)
            column.addWidget(strip)
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self._pages, 1)
        inside.addLayout(row, 1)
        inside.addWidget(self._status)
        self._cover = Cover(self._place.look, self._place.words)
        self._cover.hide()
        column.addWidget(self._inside, 1)
        column.addWidget(self._cover, 1)

    def _connect(self) -> None:
        operations = self._place.operations
        self._form.opened.connect(self.open_case)
        self._side.went.connect(self.go)
        self._side.sought.connect(self.seek)
        self._side.locked.connect(self.locked)
        self._status.language_chosen.connect(self.language_chosen)
        self._status.theme_chosen.connect(self.theme_chosen)
        self._status.cover_wanted.connect(self.cover)
        for page in (self.today, self.cases):
            page.opened.connect(self.open_case)
            page.case_wanted.connect(self.new_case)
        self.today.cases_wanted.connect(lambda: self.go(CASES))
        self.today.contact_wanted.connect(self.contact)
        self.cases.import_wanted.connect(lambda: self.bring())
        self.case.left.connect(self.back)
        self.case.print_wanted.connect(self.print_paper)
        self.today.done.connect(self.say)
        self.case.done.connect(self.say)
        self.settings.said.connect(self.say)
        operations.saved.connect(self._show_saved)
        operations.refused.connect(self._refuse)
        operations.failed.connect(self._fail)

    def _asked(self) -> str:
        if self._form.isVisible():
            return NEW_CASE
        return CONTACT if any(one.isVisible() for one in self.findChildren(QuickContact)) else ""

    def _show_saved(self) -> None:
        self._status.saved_at(self._place.clock.now())

    def _refuse(self, error: UserError) -> None:
        self.say(self._place.words.explain(error))

    def _fail(self, _error: Exception) -> None:
        _ = self._place.words
        self.say(_("Something went wrong in the program itself; nothing was saved. A report without names was kept."))

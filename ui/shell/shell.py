"""The inside of the main window in one language and one theme: sidebar, pages, status line, palette, toast."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.cases.queries import CaseRow
from app.domain.errors import UserError
from app.finding.service import FoundDocument, FoundRelative
from app.i18n import LANGUAGES
from ui.actions import CASE, CASES, PAGES, SETTINGS, TODAY, ActionDef, Situation
from ui.calendar.page import CalendarPage
from ui.case.page import FAMILY, CasePage
from ui.case.print_dialog import PrintDialog
from ui.case.quick_contact import QuickContact
from ui.cases.import_dialog import ImportDialog
from ui.cases.new_case import NewCaseDialog
from ui.cases.page import CasesPage
from ui.draft_line import DraftLine
from ui.help.about import AboutDialog
from ui.help.dialog import HelpDialog
from ui.help.keys import KeysDialog
from ui.help.topics import topic_of
from ui.reports.page import ReportsPage
from ui.settings.look import SCALES
from ui.settings.page import SettingsPage
from ui.shell.commands import Act, Commands
from ui.shell.cover import Cover
from ui.shell.deeds_told import DeedsTold, moot_deeds, name_deeds
from ui.shell.memory import Memory
from ui.shell.offers import Subject
from ui.shell.over import Over
from ui.shell.palette import Palette
from ui.shell.sidebar import Sidebar
from ui.shell.sizes import scaled
from ui.shell.status import StatusLine
from ui.shell.trail import START, Stop, Trail
from ui.shell.ways import join, tell_week
from ui.theme import THEMES
from ui.today.page import TodayPage
from ui.widgets.label import Label
from ui.widgets.toast import Toast
from ui.workplace import Workplace

RAIL_BELOW = 1200
IN_THE_SIDE = tuple(page for page in PAGES if page != CASE)
NEW_CASE, CONTACT = "new_case", "contact"
MENU_OF_A_CASE = ("status", "told", "correct", "documents", "copy", "pin", "visitor")


class Shell(QWidget):
    """`language_chosen`, `theme_chosen` and `locked` are for the one who built it."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    locked = Signal()

    def __init__(self, place: Workplace, *, training: bool) -> None:
        super().__init__()
        self._place = place
        self._trail = START
        self._visitor = self._folded = False
        self._pages = QStackedWidget()
        self.today = TodayPage(place)
        self.cases = CasesPage(place)
        self.case = CasePage(place)
        self.calendar = CalendarPage(place)
        self.settings = SettingsPage(place)
        self.reports = ReportsPage(place)
        pages = (self.today, self.cases, self.case, self.calendar, self.reports, self.settings)
        self._by_key = dict(zip(PAGES, pages, strict=True))
        for page in self._by_key.values():
            self._pages.addWidget(page)
        self._came_from = CASES
        acts = {**self._acts(), **self.case.acts(), **self.cases.acts()}
        self.commands = Commands(self, place.look, place.words, acts)
        self._side = Sidebar(place, self.commands, IN_THE_SIDE)
        self._status = StatusLine(place, self.commands)
        self._arrange(training=training)
        self._toast = Toast(self)
        self._new_case: NewCaseDialog | None = None
        self.palette_box = Palette(place, self.commands, self)
        self._over = Over(self, self.commands.over())
        self.case.offer(self.commands.menu_of(self.case, MENU_OF_A_CASE))
        self._connect()
        self._side.pins.load()
        self.go(TODAY)

    @property
    def place(self) -> Workplace:
        """What its pages have at hand."""
        return self._place

    @property
    def folded(self) -> bool:
        """Whether its user wants the sidebar as a rail, however wide the window is."""
        return self._folded

    def go(self, key: str) -> None:
        """Show a page."""
        self._walk(self._trail.go(Stop(key, self.case.case if key == CASE else None)))

    def open_case(self, case: UUID) -> None:
        """Show one case."""
        self._walk(self._trail.go(Stop(CASE, case)))

    def cover(self) -> None:
        """Hide everything from whoever sits at the desk, dialogs too, or show it again as it was."""
        covered = not self._cover.isVisible()
        if covered:
            self.palette_box.leave()
            self._over.hide()
        self._cover.setVisible(covered)
        self._inside.setVisible(not covered)
        (self._cover if covered else self._by_key[self.current()]).setFocus()
        if not covered:
            self._over.bring_back()
        self._attend()

    def show_visitor(self) -> None:
        """Leave nothing in sight but the case of the family that looks on; or show everything again."""
        if self.current() != CASE or self.case.case is None:
            return
        self._visitor = not self._visitor
        self._toast.hide()
        for widget in (self._side, self._status):
            widget.setVisible(not self._visitor)
        self._strip.setVisible(self._visitor)
        self.case.show_visitor(visitor=self._visitor)
        self.case.setFocus()
        self._attend()

    def fold(self, *, folded: bool | None = None) -> None:
        """Fold the sidebar to a rail, or unfold it; by turns unless told."""
        self._folded = not self._folded if folded is None else folded
        narrow = self.width() < RAIL_BELOW
        self._side.fold(rail=self._folded or narrow, narrow=narrow)

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
        """Go where somebody was before, as in a browser."""
        self._walk(self._trail.back())

    def forward(self) -> None:
        """Go again where somebody came back from."""
        self._walk(self._trail.forward())

    def memory(self) -> Memory:
        """Where somebody is, and what is written but not saved."""
        note = self.case.overview.composer.values()
        form = self._new_case.form.values() if self._new_case else {}
        return Memory(
            self.current(), self.case.case, self.case.tabs.currentIndex(), self.cases.search.text(), self._asked(),
            tuple(note.items()), tuple(form.items()), self._visitor, self._trail,
        )  # fmt: skip

    def recall(self, memory: Memory) -> None:
        """Be where somebody was."""
        self.cases.search.setText(memory.search)
        if memory.form:
            self._form.form.fill(dict(memory.form))
        if memory.case is not None:
            self.case.show_case(memory.case)
            self.case.tabs.setCurrentIndex(memory.tab)
            self.case.overview.composer.fill(dict(memory.note))
        self.go(memory.page if memory.page in self._by_key else TODAY)
        self._trail = memory.trail if memory.trail.here.page == self.current() else self._trail
        self._attend()
        if memory.visitor:
            self.show_visitor()
        elif memory.dialog == NEW_CASE:
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

    def say(self, text: str, act: str = "", action: Callable[[], None] | None = None) -> None:
        """Show a toast, with one thing to press. A family that looks on reads none: it may name others."""
        if not self._visitor:
            self._say(text, act, action)

    def contact(self, case: UUID | None = None) -> None:
        """Write a contact down: on the case in view, of `case`, or of a family to be found."""
        if self.current() == CASE:
            self.case.note()
            return
        dialog = QuickContact(self._place, self, case)
        self.show_over(dialog)

    def new_case(self) -> None:
        """Open the form of a new case."""
        self._form.open()

    def bring(self, workbook: Path | None = None) -> None:
        """Open the import of a workbook: of `workbook`, or of one to be chosen."""
        dialog = ImportDialog(self._place, self)
        self.show_over(dialog)
        if workbook is not None:
            dialog.read(workbook)

    def print_paper(self, case: UUID | None) -> None:
        """Open the preview of the family's paper."""
        if case is not None:
            self.show_over(PrintDialog(self._place, self, case))

    def help(self) -> None:
        """Open the help on what is in view, over the dialog in front if there is one."""
        top, view = self._over.top(), self.current()
        view = type(top).__name__ if top is not self else self.settings.current if view == SETTINGS else view
        self.show_over(HelpDialog(self._place, top, topic_of(view)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold(folded=self._folded)
        if self.palette_box.isVisible():
            self.palette_box.fit()

    def _acts(self) -> Mapping[str, Act]:
        def give(signal: SignalInstance, value: str) -> Act:
            return lambda: signal.emit(value)

        return {
            **{key: partial(self.go, key) for key in IN_THE_SIDE},
            **{f"theme_{theme}": give(self.theme_chosen, theme) for theme in THEMES},
            **{f"language_{language}": give(self.language_chosen, language) for language in LANGUAGES},
            "palette": lambda: self.palette_box.open(),
            "menu": lambda: self._side.open_menu(),
            "seek": self.seek, "back": self.back, "forward": self.forward, "refresh": self.refresh,
            "undo": self._place.operations.undo, "redo": self._place.operations.redo,
            "new_case": self.new_case, "contact": self.contact, "import": lambda: self.bring(),
            "digest": lambda: tell_week(self), "print": lambda: self.print_paper(self.case.case), "pin": self._pin,
            "fold": lambda: self.fold(), "larger": lambda: self._scale(1), "smaller": lambda: self._scale(-1),
            "usual": lambda: self._scale(0),
            "visitor": self.show_visitor, "cover": self.cover, "lock": self.locked.emit,
            "help": self.help, "keys": lambda: self.show_over(KeysDialog(self._place, self, self.current())),
            "about": lambda: self.show_over(AboutDialog(self._place, self)),
        }  # fmt: skip

    def _walk(self, trail: Trail) -> None:
        """Show where the trail ends; while the screen is covered or a family looks on nobody goes anywhere."""
        if self._cover.isVisible() or self._visitor:
            return
        self._trail, stop = trail, trail.here
        if stop.page != CASE:
            self._came_from = stop.page
        elif stop.case is not None and stop.case != self.case.case:
            self.case.show_case(stop.case)
        self._pages.setCurrentWidget(self._by_key[stop.page])
        self._side.mark(CASES if stop.page == CASE else stop.page)
        self._by_key[stop.page].setFocus()
        self._attend()

    def _attend(self) -> None:
        """Offer the commands that can be given here and now."""
        services, settings = self._place.services, self._place.settings
        moot = {f"theme_{self._place.look.theme.name}", f"language_{self._place.words.language}"}
        moot |= moot_deeds(self._place.operations)
        moot |= {key for key, can in (("back", self._trail.behind), ("forward", self._trail.ahead)) if not can}
        moot |= {key for key, end in (("larger", SCALES[-1]), ("smaller", SCALES[0])) if settings.font_scale == end}
        now = Situation(
            self.current(), services.access.rights, writable=not services.vault.read_only, visitor=self._visitor,
            covered=self._cover.isVisible(), moot=frozenset(moot),
        )  # fmt: skip
        self.commands.attend(now)
        name_deeds(self._place, self.commands)

    def _scale(self, steps: int) -> None:
        settings = self._place.settings
        self.settings.chosen.emit(replace(settings, font_scale=scaled(settings.font_scale, steps)))

    def _pin(self) -> None:
        if self.case.case is not None:
            _, pinned = self._place.words, self._side.pins.turn(self.case.case)
            self.say(_("Pinned to the sidebar: {number}", number=self.case.number) if pinned else
                     _("No longer pinned: {number}", number=self.case.number))  # fmt: skip

    def _take(self, subject: Subject) -> None:
        """Go to what was chosen in the palette."""
        match subject:
            case ActionDef(key=key):
                self.commands.run(key)
            case CaseRow(uid=case):
                self.open_case(case)
            case FoundRelative(case=case):
                self.open_case(case)
                self.case.tabs.setCurrentIndex(FAMILY)
            case FoundDocument(case=case, document=document):
                self.open_case(case)
                self.case.point_at(document)

    def show_over(self, dialog: QDialog) -> None:
        """Open a dialog that dies when it is closed."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _arrange(self, *, training: bool) -> None:
        _ = self._place.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if training:
            column.addWidget(_centred(_("TRAINING DATA — nobody here is real"), "training"))
        if self._place.services.vault.read_only:
            column.addWidget(_centred(_("READ ONLY — nothing can be written in this vault now"), "training"))
        self._strip = _centred(_("The family looks on: only their page is shown. F7 — back to work"), "visitor")
        self._strip.hide()
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self._pages, 1)
        inside.addWidget(self._strip)
        inside.addLayout(row, 1)
        inside.addWidget(self._status)
        self._cover = Cover(self._place.look, _)
        self._cover.hide()
        column.addWidget(self._inside, 1)
        column.addWidget(self._cover, 1)

    def _connect(self) -> None:
        operations = self._place.operations
        self.commands.given.connect(self.palette_box.leave)
        self.palette_box.chosen.connect(self._take)
        self._side.went.connect(self.go)
        self._side.pins.opened.connect(self.open_case)
        self._status.language_chosen.connect(self.language_chosen)
        join(self)
        self.case.left.connect(lambda: self.go(self._came_from))
        self.case.done.connect(lambda said: self._say(said))
        DeedsTold(self._place, self, self.say, self._attend)
        self.today.reminder.wanted.connect(self._settle)
        operations.saved.connect(self._show_saved)
        operations.refused.connect(self._refuse)

    def _say(self, text: str, act: str = "", action: Callable[[], None] | None = None) -> None:
        self._toast.say(text, act, action)

    @property
    def _form(self) -> NewCaseDialog:
        """The form of a new case, built when it is first wanted."""
        if self._new_case is None:
            self._new_case = NewCaseDialog(self._place, self)
            self._new_case.opened.connect(self.open_case)
        return self._new_case

    def _asked(self) -> str:
        if self._new_case is not None and self._new_case.isVisible():
            return NEW_CASE
        return CONTACT if any(one.isVisible() for one in self.findChildren(QuickContact)) else ""

    def _settle(self, section: str) -> None:
        self.settings.choose(section)
        self.go(SETTINGS)

    def _show_saved(self) -> None:
        self._status.saved_at(self._place.clock.now())

    def _refuse(self, error: UserError) -> None:
        self.say(self._place.words.explain(error))


def _centred(text: str, name: str) -> Label:
    strip = Label(text, name)
    strip.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return strip

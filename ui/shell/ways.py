"""Where the pages lead: what each of them asks of the window around it."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol
from uuid import UUID

from PySide6.QtWidgets import QDialog

from app.cases.case_filter import CaseFilter
from app.cases.saved_view import SavedView
from ui.actions import CASES
from ui.calendar.page import CalendarPage
from ui.case.page import CasePage
from ui.cases.page import CasesPage
from ui.digest.dialog import DigestDialog
from ui.law.words import broken_told
from ui.reports.page import ReportsPage
from ui.settings.page import SettingsPage
from ui.shell.commands import Commands
from ui.today.page import TodayPage
from ui.workplace import Workplace


class Around(Protocol):
    """The window around the pages, as far as they ask something of it."""

    today: TodayPage
    cases: CasesPage
    case: CasePage
    calendar: CalendarPage
    reports: ReportsPage
    settings: SettingsPage
    commands: Commands

    @property
    def place(self) -> Workplace: ...
    def go(self, key: str) -> None: ...
    def open_case(self, case: UUID) -> None: ...
    def new_case(self) -> None: ...
    def contact(self, case: UUID | None = None) -> None: ...
    def bring(self, workbook: Path | None = None) -> None: ...
    def print_paper(self, case: UUID | None) -> None: ...
    def show_visitor(self) -> None: ...
    def show_over(self, dialog: QDialog) -> None: ...
    def say(self, text: str, act: str = "", action: Callable[[], None] | None = None) -> None: ...


def join(shell: Around) -> None:
    """Let the pages of the window lead to one another."""
    for page in (shell.today, shell.cases):
        page.opened.connect(shell.open_case)
        page.case_wanted.connect(shell.new_case)
    shell.calendar.opened.connect(shell.open_case)
    shell.calendar.contact_wanted.connect(shell.contact)
    shell.calendar.said.connect(shell.say)
    shell.reports.said.connect(shell.say)
    shell.reports.cases_wanted.connect(lambda wanted: list_of(shell, wanted))
    shell.reports.digest_wanted.connect(lambda: tell_week(shell))
    shell.today.cases_wanted.connect(lambda: shell.go(CASES))
    shell.today.contact_wanted.connect(shell.contact)
    shell.cases.import_wanted.connect(lambda: shell.bring())
    shell.case.print_wanted.connect(shell.print_paper)
    shell.case.visitor_wanted.connect(shell.show_visitor)
    shell.cases.done.connect(lambda said: shell.say(said))
    shell.settings.said.connect(shell.say)


def list_of(shell: Around, wanted: CaseFilter) -> None:
    """Show the list of cases by this filter."""
    shell.go(CASES)
    shell.cases.show_view(SavedView("", wanted))


def tell_week(shell: Around) -> None:
    """Open the week."""
    dialog = DigestDialog(shell.place, shell.reports)
    dialog.opened.connect(shell.open_case)
    shell.show_over(dialog)


def greet(shell: Around, wish: str = "") -> None:
    """Begin with the command that was wished for; else open the week if one began that nobody has looked at yet."""
    if wish:
        shell.commands.run(wish)
        return
    place = shell.place
    if broken := broken_told(place.words, place.services.law.broken, place.services.catalogue.law):
        shell.say(broken)
        return
    digest = place.services.overview.digest
    place.operations.read(shell.reports, lambda _: digest.unseen(), lambda unseen: tell_week(shell) if unseen else None)

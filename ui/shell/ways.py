"""Where the pages lead: what each of them asks of the window around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.cases.case_filter import CaseFilter
from app.cases.saved_view import SavedView
from ui.actions import CASES
from ui.digest.dialog import DigestDialog
from ui.law.words import broken_told

if TYPE_CHECKING:
    from ui.shell.shell import Shell


def join(shell: Shell) -> None:
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


def list_of(shell: Shell, wanted: CaseFilter) -> None:
    """Show the list of cases by this filter."""
    shell.go(CASES)
    shell.cases.show_view(SavedView("", wanted))


def tell_week(shell: Shell) -> None:
    """Open the week."""
    dialog = DigestDialog(shell.place, shell)
    dialog.opened.connect(shell.open_case)
    shell.show_over(dialog)


def greet(shell: Shell, wish: str = "") -> None:
    """Begin with the command that was wished for; else open the week if one began that nobody has looked at yet."""
    if wish:
        shell.commands.run(wish)
        return
    place = shell.place
    if broken := broken_told(place.words, place.services.law.broken, place.services.catalogue.law):
        shell.say(broken)
        return
    digest = place.services.overview.digest
    place.operations.read(shell, lambda _: digest.unseen(), lambda unseen: tell_week(shell) if unseen else None)

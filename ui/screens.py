"""Every screen of the window, in one table: for pictures, for the contact sheets, for the gates of accessibility.

A new page or dialog gets a line here, and is looked at from then on.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from app.cases.case_filter import CaseFilter
from app.domain.fate import Fate
from ui.actions import CALENDAR, CASES, REPORTS, SETTINGS, TODAY
from ui.calendar.page import Span
from ui.case.page import DOCUMENTS, FAMILY, OVERVIEW, STEPS
from ui.clipboard import Clipboard
from ui.first_run.answers import Answers
from ui.first_run.window import FirstRunWindow
from ui.information.filters import Among
from ui.information.tab import InformationTab
from ui.reintegration.tab import ReturnTab
from ui.reports.page import BODIES, WORKLOAD
from ui.reports.page import STEPS as STEPS_OF_A_PERIOD
from ui.shell.failure import FailureDialog
from ui.shell.unlock import UnlockWindow
from ui.shell.ways import tell_week
from ui.stage import Stage
from ui.today.bundles import Bundle


@dataclass(frozen=True, slots=True)
class ScreenDef:
    """One screen. `bring` shows it, and returns the window if it is one of its own.

    `steady`: it looks the same on every machine and every day, so that a picture of it can be accepted.
    """

    name: str
    bring: Callable[[Stage], QWidget | None]
    steady: bool = True


@contextmanager
def shown(stage: Stage, screen: ScreenDef) -> Iterator[QWidget]:
    """The screen, settled, while the block runs; after it the stage is empty again."""
    window = screen.bring(stage)
    stage.settle()
    yield window or stage.front()
    if window is not None:
        window.close()
        window.deleteLater()
    stage.clear()


def _unlock(stage: Stage) -> QWidget:
    place = stage.place
    window = UnlockWindow(place.look, place.words, stage.operations, stage.vault, stage.services.vault.user)
    window.show()
    return window


def _first_run(page: int) -> Callable[[Stage], QWidget]:
    def bring(stage: Stage) -> QWidget:
        place = stage.place
        answers = Answers(Path("/srv/olena/OneDrive"), office="Офіс супроводу", user="Коваль О.")
        window = FirstRunWindow(place.look, place.words, stage.operations, place.clock, answers)
        window.begin.tell(recoverable=True)
        window.go(page)
        window.show()
        return window

    return bring


def _nothing_found(stage: Stage) -> None:
    stage.shell.go(CASES)
    stage.shell.cases.search.setText("ъъъ")
    stage.shell.cases.search.ask()


def _cases(stage: Stage) -> None:
    stage.shell.go(CASES)
    stage.shell.cases.search.setText("")
    stage.shell.cases.search.ask()


def _setting(key: str) -> Callable[[Stage], None]:
    def bring(stage: Stage) -> None:
        stage.shell.go(SETTINGS)
        stage.shell.settings.choose(key)

    return bring


def _tab(number: int) -> Callable[[Stage], None]:
    def bring(stage: Stage) -> None:
        stage.shell.open_case(stage.case())
        stage.settle()
        stage.shell.case.tabs.setCurrentIndex(number)

    return bring


def _pressed(key: str) -> Callable[[Stage], None]:
    """As if its entry of the menu were chosen."""

    def bring(stage: Stage) -> None:
        stage.shell.commands.run(key)

    return bring


def _of_the_case(ask: Callable[[Stage], object]) -> Callable[[Stage], None]:
    def bring(stage: Stage) -> None:
        _tab(OVERVIEW)(stage)
        stage.settle()
        ask(stage)

    return bring


def _told(stage: Stage) -> None:
    relatives = stage.services.cases.relatives(stage.case())
    if relatives:
        stage.shell.case.tell(relatives[0])


def _kin(stage: Stage) -> None:
    """The main contact's place in the family."""
    stage.shell.commands.run("tab_family")
    stage.settle()
    relatives = stage.services.cases.relatives(stage.case())
    if relatives:
        stage.shell.case.family.more(relatives[0])


def _compare(stage: Stage) -> None:
    tab = stage.shell.case.tab("tab_information")
    stage.settle()
    if isinstance(tab, InformationTab):
        tab.filters.chips[Among.DISAGREE].click()
        tab.compare()


def _way_back(stage: Stage) -> None:
    found = stage.services.cases.page(CaseFilter(fates=frozenset({Fate.RETURNED})), None, 1).rows
    stage.shell.open_case(found[0].uid if found else stage.case())
    stage.settle()
    stage.shell.commands.run("tab_return")


def _plan_goal(stage: Stage) -> None:
    _way_back(stage)
    stage.settle()
    tab = stage.shell.case.tab("tab_return")
    if isinstance(tab, ReturnTab):
        tab.plan.begin_goal()


def _contact(stage: Stage) -> None:
    stage.shell.go(TODAY)
    stage.shell.contact()


def _later(stage: Stage) -> None:
    stage.shell.go(TODAY)
    stage.settle()
    if rows := stage.services.plan.today().overdue:
        stage.shell.today.tending.ask_later(rows[0])


def _weeks(stage: Stage) -> None:
    stage.shell.go(CALENDAR)
    stage.settle()
    stage.shell.calendar.choose(Span.AHEAD)


def _report(view: int) -> Callable[[Stage], None]:
    def bring(stage: Stage) -> None:
        stage.shell.go(REPORTS)
        stage.settle()
        stage.shell.reports.choose(view)

    return bring


def _defer(stage: Stage) -> None:
    stage.shell.go(CASES)
    stage.settle()
    stage.shell.cases.choose_all()
    stage.shell.cases.defer()


def _unfolded(stage: Stage) -> None:
    stage.shell.go(TODAY)
    stage.settle()
    tasks = stage.shell.today.tasks
    for row in range(tasks.list.entries.rowCount()):
        if isinstance(bundle := tasks.list.subject(row), Bundle):
            tasks.list.turned.emit(bundle)
            break


def _failure(stage: Stage) -> None:
    place = stage.place
    clipboard = Clipboard(QApplication.clipboard())
    FailureDialog(place.look, place.words, clipboard, stage.shell, "builtins.LookupError\n  service.py:71 steps").open()


PAGES_OF_THE_FIRST_RUN = ("language", "where", "founder", "way_back", "begin")

def _contact_of_a_family(stage: Stage) -> None:
    stage.shell.go(TODAY)
    stage.shell.contact(stage.case())


def _exchange_day(stage: Stage) -> None:
    stage.shell.go(CASES)
    stage.settle()
    stage.shell.cases.exchange_day()


SCREENS = (
    ScreenDef("unlock", _unlock),
    *(ScreenDef(f"first_{name}", _first_run(page)) for page, name in enumerate(PAGES_OF_THE_FIRST_RUN)),
    ScreenDef("today", lambda stage: stage.shell.go(TODAY)),
    ScreenDef("today_unfolded", _unfolded),
    ScreenDef("put_off", _later),
    ScreenDef("calendar", lambda stage: stage.shell.go(CALENDAR)),
    ScreenDef("calendar_weeks", _weeks),
    ScreenDef("reports", _report(STEPS_OF_A_PERIOD)),
    ScreenDef("reports_bodies", _report(BODIES)),
    ScreenDef("reports_workload", _report(WORKLOAD)),
    ScreenDef("digest", lambda stage: tell_week(stage.shell)),
    ScreenDef("defer", _defer),
    ScreenDef("nothing_found", _nothing_found),
    ScreenDef("cases", _cases),
    ScreenDef("case", _tab(OVERVIEW)),
    ScreenDef("steps", _tab(STEPS)),
    ScreenDef("family", _tab(FAMILY)),
    ScreenDef("documents", _tab(DOCUMENTS)),
    ScreenDef("person_of_the_case", _of_the_case(lambda stage: stage.shell.case.tab("tab_person"))),
    ScreenDef("standing", _of_the_case(lambda stage: stage.shell.case.tab("tab_status"))),
    ScreenDef("information", _of_the_case(lambda stage: stage.shell.case.tab("tab_information"))),
    ScreenDef("notes", _of_the_case(lambda stage: stage.shell.case.tab("tab_notes"))),
    ScreenDef("timeline", _of_the_case(lambda stage: stage.shell.case.tab("tab_timeline"))),
    ScreenDef("search", _of_the_case(lambda stage: stage.shell.case.tab("tab_search"))),
    ScreenDef("money", _of_the_case(lambda stage: stage.shell.case.tab("tab_money"))),
    ScreenDef("information_new", _of_the_case(lambda stage: stage.shell.case.acts()["information"]())),
    ScreenDef("information_compare", _of_the_case(_compare)),
    ScreenDef("rights", _of_the_case(lambda stage: stage.shell.case.tab("tab_rights"))),
    ScreenDef("consent", _of_the_case(lambda stage: stage.shell.case.acts()["consent"]())),
    ScreenDef("way_back", _way_back),
    ScreenDef("plan_goal", _plan_goal),
    ScreenDef("step_own", _of_the_case(lambda stage: stage.shell.case.steps.acts.write_own())),
    ScreenDef("term_days", _of_the_case(lambda stage: stage.shell.case.steps.acts.list_days())),
    ScreenDef("status", _of_the_case(lambda stage: stage.shell.case.change_status())),
    ScreenDef("person", _of_the_case(lambda stage: stage.shell.case.put_right())),
    ScreenDef("kin", _of_the_case(_kin)),
    ScreenDef("relative", _of_the_case(lambda stage: stage.shell.case.add_relative())),
    ScreenDef("told", _of_the_case(_told)),
    ScreenDef("print", _of_the_case(lambda stage: stage.shell.print_paper(stage.case()))),
    ScreenDef("contact", _contact),
    ScreenDef("contact_of_a_family", _contact_of_a_family),
    ScreenDef("exchange_day", _exchange_day),
    ScreenDef("new_case", lambda stage: stage.shell.new_case()),
    ScreenDef("import", lambda stage: stage.shell.bring()),
    ScreenDef("settings", _setting("look")),
    ScreenDef("laws", _setting("law")),
    ScreenDef("office", _setting("office")),
    *(ScreenDef(key, _setting(key), steady=False) for key in ("users", "copies", "recovery", "check", "journal")),
    ScreenDef("rights_office", _setting("rights")),
    ScreenDef("approvals", _setting("approvals")),
    ScreenDef("palette", lambda stage: stage.shell.palette_box.open()),
    ScreenDef("help", lambda stage: stage.shell.help()),
    ScreenDef("keys", _pressed("keys")),
    ScreenDef("failure", _failure),
    ScreenDef("about", _pressed("about"), steady=False),
)

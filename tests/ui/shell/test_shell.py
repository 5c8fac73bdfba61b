"""The shell: it fits a small laptop in both languages, every widget has a name, nothing is lost on a switch."""

import re
from uuid import UUID

import pytest
from PySide6.QtCore import QSettings, QSize
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QLineEdit

from app.cases.queries import CaseFilter
from app.changes import Changes
from app.i18n import LANGUAGES, Words
from tests.ui.seen import focusable, texts
from tests.ui.vault import CLOCK, USER
from ui.actions import CASE, CASES, SETTINGS, TODAY
from ui.shell.memory import Memory
from ui.shell.shell import Shell
from ui.shell.trail import Stop, Trail
from ui.shell.window import MainWindow
from ui.workplace import Workplace

ROOM = QSize(1040, 560)
LATIN = re.compile(r"[A-Za-z]{3,}")
NAMES_OF_THINGS = re.compile(
    r"Enter|Ctrl|PDF|ENG|English|SIM|Caps Lock|csv|xlsx|\b[IVXLC]+\b|[A-Z][a-z]+ [A-Z]+|[A-Z]{3}-\d\d"
)


@pytest.fixture(params=LANGUAGES)
def language(request) -> str:
    return request.param


@pytest.fixture
def case(services) -> UUID:
    return services.cases.page(CaseFilter(), None, 1).rows[0].uid


def shell_in(language, look, operations, services, shown) -> Shell:
    return shown(Shell(Workplace(look, Words(language), CLOCK, operations, services), training=True))


@pytest.fixture
def shell(language, look, operations, services, shown) -> Shell:
    return shell_in(language, look, operations, services, shown)


def views(shell, lane, case):
    """Every page of the shell, one after the other."""
    for key in (TODAY, CASES, SETTINGS):
        shell.go(key)
        lane.flush()
        yield key
    shell.open_case(case)
    for tab in range(shell.case.tabs.count()):
        shell.case.tabs.setCurrentIndex(tab)
        lane.flush()
        yield f"{CASE} {tab}"


def test_every_page_fits_a_small_laptop(shell, lane, case):
    for view in views(shell, lane, case):
        hint = shell.minimumSizeHint()
        assert hint.width() <= ROOM.width(), (view, hint)
        assert hint.height() <= ROOM.height(), (view, hint)


def test_every_dialog_fits_a_small_laptop(shell, lane, case):
    for open_dialog in (
        shell.new_case,
        shell.bring,
        lambda: shell.print_paper(case),
        lambda: (shell.go(TODAY), shell.contact()),
    ):
        open_dialog()
        lane.flush()
        dialog = next(one for one in shell.findChildren(QDialog) if one.isVisible())
        assert dialog.width() <= ROOM.width(), dialog
        assert dialog.height() <= ROOM.height(), dialog
        dialog.hide()


def test_whatever_takes_the_keyboard_has_a_name(shell, lane, case):
    nameless = []
    for view in views(shell, lane, case):
        for widget in focusable(shell):
            inner = isinstance(widget, QLineEdit) and isinstance(widget.parent(), QComboBox)
            named = widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
            if not named and not inner:
                nameless.append((view, type(widget).__name__))
    assert nameless == []


def test_ukrainian_speaks_ukrainian(look, operations, services, shown, lane, case):
    shell = shell_in("uk", look, operations, services, shown)
    foreign = set()
    for _view in views(shell, lane, case):
        foreign |= {text for text in texts(shell) if LATIN.search(NAMES_OF_THINGS.sub("", text))}
    assert foreign == set()


def test_the_training_vault_says_so(look, operations, services, shown):
    shell = shell_in("uk", look, operations, services, shown)
    assert any("НАВЧАЛЬНІ ДАНІ" in text for text in texts(shell))


def test_a_narrow_window_folds_the_sidebar(look, operations, services, shown, lane):
    shell = shell_in("uk", look, operations, services, shown)
    assert shell._side.width() == 60
    shell.resize(1366, 768)
    lane.flush()
    assert shell._side.width() == 216


def test_another_language_leaves_everybody_where_he_was(look, operations, services, qtbot, lane, case, tmp_path):
    window = MainWindow(QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    first = window.furnish(Workplace(look, Words("uk"), CLOCK, operations, services), training=False)
    window.show()
    first.open_case(case)
    first.case.tabs.setCurrentIndex(1)
    first.case.overview.composer.note.setPlainText("недописане")
    first._form.form.line("surname").setText("Тестенко")
    first.cases.search.setText("ко")
    lane.flush()
    second = window.furnish(Workplace(look, Words("en"), CLOCK, operations, services), training=False)
    lane.flush()
    assert second.memory() == first_memory(case, services.cases.view(case).relatives[0].uid)
    operations.saved.emit()
    operations.changed.emit(Changes.CASES)
    lane.flush()
    assert "Overview" in second.case.tabs.tabText(0)


def first_memory(case, who):
    form = (("surname", "Тестенко"), ("fate", "NO_CONTACT"), ("relation", "spouse"))
    note = (("note", "недописане"), ("next", ""), ("channel", "phone"), ("who", who.hex))
    return Memory(CASE, case, 1, "ко", "", note, form, trail=Trail(Stop(CASE, case), (Stop(TODAY),)))


def test_the_cover_hides_every_name(look, operations, services, shown, lane, case):
    shell = shell_in("uk", look, operations, services, shown)
    shell.open_case(case)
    lane.flush()
    name = services.cases.view(case).name
    assert name in " ".join(texts(shell))
    shell.cover()
    assert name not in " ".join(texts(shell))
    assert USER not in " ".join(texts(shell))
    shell.go(TODAY)
    shell.cover()
    assert shell.current() == CASE


def test_back_leads_to_where_the_case_was_opened_from(look, operations, services, shown, lane, case):
    shell = shell_in("uk", look, operations, services, shown)
    shell.go(TODAY)
    shell.open_case(case)
    shell.back()
    assert shell.current() == TODAY


def test_a_refusal_is_told_in_a_toast(look, operations, services, shown, lane):
    from app.cases.view import NoCase

    shell = shell_in("uk", look, operations, services, shown)
    operations.refused.emit(NoCase(number="К-2026-999999"))
    assert "К-2026-999999" in " ".join(texts(shell._toast))


def test_no_name_stands_in_the_window_title(look, operations, services, qtbot, lane, case, tmp_path):
    window = MainWindow(QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    shell = window.furnish(Workplace(look, Words("uk"), CLOCK, operations, services), training=False)
    shell.open_case(case)
    lane.flush()
    assert window.windowTitle() == "Супровід"

"""What every test of the window needs: no screen, our look, held jobs, Cyrillic fingers."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")
os.environ.setdefault("QT_FONT_DPI", "96")

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.i18n import Words
from app.services import Services
from app.vault.vault import OpenVault
from tests.copies import copied
from tests.ui.held import Held, held_jobs, settle
from tests.ui.vault import CLOCK, make
from ui.case.page import CasePage
from ui.icons import Icons
from ui.jobs import Jobs
from ui.look import Look
from ui.operations import Operations
from ui.theme import apply, install_fonts, load
from ui.workplace import Workplace


@pytest.fixture(scope="session")
def icons(qapp: QApplication) -> Icons:
    return Icons()


@pytest.fixture
def look(qapp: QApplication, icons: Icons) -> Look:
    install_fonts()
    theme = load("light")
    apply(qapp, theme, icons)
    return Look(theme, icons)


@pytest.fixture
def words() -> Words:
    return Words("uk")


@pytest.fixture
def jobs_and_lane(qapp: QApplication):
    jobs, lane = held_jobs()
    yield jobs, lane
    jobs.stop()
    settle()


@pytest.fixture
def lane(jobs_and_lane) -> Held:
    return jobs_and_lane[1]


@pytest.fixture
def operations(jobs_and_lane: tuple[Jobs, Held]) -> Operations:
    return Operations(jobs_and_lane[0])


@pytest.fixture
def typed():
    """Type text as a keyboard would: `qtbot.keyClicks` aborts the process on Cyrillic letters."""

    def type_text(widget: QWidget, text: str) -> None:
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    return type_text


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> OpenVault:
    """The vault that every test has a copy of, closed."""
    return make(tmp_path_factory.mktemp("vault") / "office")


@pytest.fixture(scope="session")
def template(made: OpenVault) -> Path:
    """Where that vault lies."""
    return made.path


@pytest.fixture
def services(made: OpenVault, tmp_path: Path):
    vault = copied(made, tmp_path)
    yield Services.of(vault, CLOCK)
    vault.close()


@pytest.fixture
def place(look: Look, words: Words, operations: Operations, services: Services) -> Workplace:
    return Workplace(look, words, CLOCK, operations, services)


@pytest.fixture
def shown(qtbot, lane: Held):
    """Show a page at the size of a small laptop and let it read; it dies with the test."""

    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(1093, 614)
        widget.show()
        lane.flush()
        return widget

    return show


@pytest.fixture
def host(qapp):
    """A window for dialogs to hang on, that outlives them."""
    widget = QWidget()
    yield widget
    widget.close()
    widget.deleteLater()
    settle()


@pytest.fixture
def page(place, shown, lane, case, services, operations):
    """The page of `case`, where what is done can be taken back."""
    operations.keep_deeds(services.undo)
    page = shown(CasePage(place))
    page.show_case(case.uid)
    lane.flush()
    return page


@pytest.fixture
def tab(request: pytest.FixtureRequest, page, lane):
    """The tab of that case whose key is the `TAB` of the tests."""
    tab = page.tab(request.module.TAB)
    lane.flush()
    return tab

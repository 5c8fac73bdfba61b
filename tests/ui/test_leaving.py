"""The whole program through the settings: type and idle minutes at once; work that ends with the vault closed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app import settings as settings_file
from app.crypto.kdf import FLOOR
from app.domain.role import Role
from app.progress import Cancelled
from app.settings import Settings
from app.vault.vault import open_vault
from tests.copies import copied
from tests.ui.held import settle
from tests.ui.settings.conftest import OTHER, PHRASE
from tests.ui.vault import CLOCK, PASSPHRASE, USER
from ui.away.idle import IdleWatch
from ui.main import Program
from ui.settings.leaving import Leaving, LeavingWindow
from ui.settings.revoke import revoking


@pytest.fixture
def settings(made, tmp_path):
    vault = copied(made, tmp_path)
    vault.close()
    path = tmp_path / "settings.toml"
    settings_file.save(path, Settings(last_vault=str(vault.path)))
    return path


@pytest.fixture
def program(qapp, settings, qtbot):
    program = Program(qapp, settings, CLOCK, idle=IdleWatch(0))
    program.start()
    qtbot.waitUntil(lambda: program.door.unlock._user.currentText() != "")
    program.door.unlock._secret.setText(PASSPHRASE)
    qtbot.keyClick(program.door.unlock._secret, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window is not None, timeout=20_000)
    yield program
    program.stop()
    for window in (program.door.unlock, program._window, program._out):
        if window is not None:
            window.close()
            window.deleteLater()
    qapp.setStyleSheet("")


def test_a_choice_takes_effect_at_once_and_one_stays_where_one_was(program, settings, qtbot):
    program.window.shell.go("settings")
    page = program.window.shell.settings
    page.choose("look")
    page.chosen.emit(replace(program._settings, font_scale=125, idle_minutes=10))
    settle()
    qtbot.waitUntil(lambda: program.window.shell.settings is not page)
    shell = program.window.shell
    assert (shell.current(), shell.settings.current) == ("settings", "look")
    assert program._look.theme.scale == 1.25
    assert program.desk.idle.seconds == 600
    kept = settings_file.load(settings)
    assert (kept.font_scale, kept.idle_minutes) == (125, 10)


def test_a_revocation_clears_the_screen_and_ends_at_the_first_one(program, qtbot):
    services = program._services
    services.users.add(OTHER, PHRASE, [Role.CASEWORKER], params=FLOOR)
    place = program.window.shell._place
    program.window.shell.settings.leaving.emit(revoking(place, OTHER))
    assert program.window is None
    qtbot.waitUntil(lambda: program._out._on.isVisible(), timeout=20_000)
    assert OTHER in program._out._told.text()
    program._out._on.click()
    qtbot.waitUntil(lambda: program.door.unlock is not None and program.door.unlock._user.count() == 1)
    assert program.door.unlock._user.currentText() == USER
    open_vault(services.vault.path, USER, PASSPHRASE).close()


def test_work_that_was_stopped_gives_the_window_back(program, qtbot):
    def stopped(_progress: object) -> str:
        raise Cancelled

    vault = program._vault
    program.window.shell.settings.leaving.emit(Leaving("Нові ключі", "Про що це", stopped))
    out = program._out
    qtbot.waitUntil(lambda: out._on.isVisible())
    assert out._told.text() == "Зупинено; нічого не змінено."
    out._on.click()
    qtbot.waitUntil(lambda: program.window is not None, timeout=20_000)
    assert program._vault is vault
    assert vault.lock.is_locked


def test_the_window_of_the_work_stays_until_it_is_over(look, words, operations, lane, qtbot):
    window = LeavingWindow(look, words, operations, Leaving("Нові ключі", "Про що це", lambda _p: "Готово"))
    qtbot.addWidget(window)
    window.show()
    window.begin()
    window.close()
    assert window.isVisible()
    lane.flush()
    window.close()
    assert not window.isVisible()

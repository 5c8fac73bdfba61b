"""The whole program with real threads: unlock, work, another language, lock, and a clean end."""

import pytest
from PySide6.QtCore import Qt

from app import settings as settings_file
from app.settings import Settings
from tests.copies import copied
from tests.ui.vault import CLOCK, PASSPHRASE
from ui.first_run.begin import Wish
from ui.look import Look
from ui.main import Program
from ui.theme import load


@pytest.fixture
def program(qapp, qtbot, made, tmp_path):
    vault = copied(made, tmp_path)
    vault.close()
    path = tmp_path / "settings.toml"
    settings_file.save(path, Settings(last_vault=str(vault.path)))
    program = Program(qapp, path, CLOCK)
    program.start()
    yield program
    program.stop()
    for window in (program.door.unlock, program._window):
        if window is not None:
            window.close()
            window.deleteLater()
    qapp.setStyleSheet("")


def unlock(program, qtbot):
    qtbot.waitUntil(lambda: program.door.unlock._user.currentText() != "")
    program.door.unlock._secret.setText(PASSPHRASE)
    qtbot.keyClick(program.door.unlock._secret, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window is not None, timeout=20_000)
    return program.window


def test_from_the_passphrase_to_the_list_and_back_to_the_lock(program, qtbot):
    window = unlock(program, qtbot)
    window.shell.seek()
    qtbot.waitUntil(lambda: window.shell.cases._model.rowCount() > 0)
    window.shell.language_chosen.emit("en")
    qtbot.waitUntil(lambda: window.shell.cases.title.text() == "Cases")
    qtbot.waitUntil(lambda: window.shell.cases._model.rowCount() > 0)
    assert settings_file.load(program._path).language == "en"
    window.shell.theme_chosen.emit("dark")
    qtbot.waitUntil(lambda: settings_file.load(program._path).theme == "dark")
    window.shell.locked.emit()
    assert program.window is None
    assert program.door.unlock.isVisible()
    assert program._vault is None
    assert unlock(program, qtbot).shell.cases.title.text() == "Cases"


def test_the_last_user_is_remembered_and_no_name_of_a_case(program, qtbot):
    unlock(program, qtbot)
    kept = program._path.read_text("utf-8")
    assert "Коваль" in kept
    assert "К-2026" not in kept


def test_the_window_follows_the_desktop_unless_told_otherwise(program, qtbot):
    window = unlock(program, qtbot)
    before = window.shell
    program._application.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
    assert window.shell is before
    program._look = Look(load("dark"), program._dress._icons)
    program._application.styleHints().accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
    assert program._look.theme.name == "light"
    assert window.shell is not before
    program._change(theme="light")
    program._look = Look(load("dark"), program._dress._icons)
    program._application.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert program._look.theme.name == "dark"


def test_without_a_known_vault_the_first_run_makes_one_and_the_work_begins(qapp, qtbot, tmp_path):
    path = tmp_path / "settings.toml"
    program = Program(qapp, path, CLOCK)
    program.start()
    first = program.door.first
    first.language.choices["en"].click()
    qtbot.waitUntil(lambda: program.door.first is not first)
    first = program.door.first
    assert first.language.title == "Welcome"
    first.where.put(tmp_path)
    first.where.name.setText("office")
    first.founder.user.setText("Olena")
    first.founder.phrase.put(PASSPHRASE, PASSPHRASE)
    for at in range(1, 4):
        first.forward()
        assert first.at == at
    first.forward()
    qtbot.waitUntil(lambda: first.at == 4, timeout=20_000)
    first.begin.choices[Wish.CASE].click()
    qtbot.waitUntil(lambda: program.window is not None, timeout=20_000)
    assert program.window.shell._form.isVisible()
    assert program.door.first is None
    assert settings_file.load(path).last_vault == str(tmp_path / "office.suprovid")
    program.stop()
    program.window.close()
    program.window.deleteLater()
    qapp.setStyleSheet("")

"""Unlock: one message, a growing pause, hints about the keyboard, and the vault when the phrase is right."""

import pytest
from PySide6.QtWidgets import QLineEdit

from app.i18n import Words
from app.vault import vault as vaults
from tests.ui.vault import PASSPHRASE, USER
from ui.caps import hint
from ui.shell.unlock import UnlockWindow, pause_after


@pytest.fixture
def window(look, words, operations, template, qtbot, lane):
    window = UnlockWindow(look, words, operations, str(template), "")
    qtbot.addWidget(window)
    window.show()
    lane.flush()
    return window


def test_the_pause_grows_and_has_an_end():
    assert [pause_after(n) for n in range(8)] == [0, 1, 2, 4, 8, 16, 30, 30]


def test_the_users_of_the_vault_are_offered(window):
    assert window._user.currentText() == USER


def test_the_right_phrase_opens(window, lane, qtbot):
    opened = []
    window.unlocked.connect(opened.append)
    window._secret.setText(PASSPHRASE)
    window.attempt()
    lane.flush()
    assert opened[0].user == USER
    assert window._secret.text() == ""
    opened[0].close()


def test_a_wrong_phrase_says_one_thing_and_makes_wait(window, lane):
    window._secret.setText("зовсім не ті слова")
    window.attempt()
    lane.flush()
    assert "Наступна спроба за 1 секунду." in window._wrong.text()
    assert not window._open.isEnabled()
    window.attempt()
    assert lane.waiting == []
    window._count_down()
    assert window._open.isEnabled()
    assert "Наступна спроба" not in window._wrong.text()


def test_a_vault_in_use_makes_nobody_wait(window, template, lane):
    held = vaults.open_vault(template, USER, PASSPHRASE)
    window._secret.setText(PASSPHRASE)
    window.attempt()
    lane.flush()
    held.close()
    assert window._wrong.text()
    assert window._open.isEnabled()


def test_the_phrase_is_hidden_until_shown(window):
    assert window._secret.echoMode() is QLineEdit.EchoMode.Password
    window._eye.click()
    assert window._secret.echoMode() is QLineEdit.EchoMode.Normal


def test_a_folder_without_a_vault_is_told(look, words, operations, tmp_path, qtbot, lane):
    window = UnlockWindow(look, words, operations, str(tmp_path / "nothing"), "")
    qtbot.addWidget(window)
    lane.flush()
    assert "nothing" in window._wrong.text()


@pytest.mark.parametrize(
    ("letter", "shift", "told"),
    [
        ("ж", False, "Розкладка: УКР"),
        ("f", False, "Розкладка: ENG"),
        ("F", True, "Розкладка: ENG"),
        ("F", False, "Розкладка: ENG · увімкнено Caps Lock"),
    ],
)
def test_the_keyboard_is_told_from_the_letter(letter, shift, told):
    assert hint(Words("uk"), letter, shift=shift) == told

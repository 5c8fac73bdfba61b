"""The first run: four steps by keyboard, what is typed is kept, and the vault is made with its way back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.exchange.office import keygen
from app.passphrase.words import words as drawn
from app.recovery.service import offices
from app.vault.vault import open_vault
from tests.ui.seen import texts
from tests.ui.vault import CLOCK, PASSPHRASE
from ui.first_run.answers import Answers
from ui.first_run.begin import Wish
from ui.first_run.window import FirstRunWindow


@pytest.fixture
def first(look, words, operations, shown, tmp_path):
    window = shown(FirstRunWindow(look, words, operations, CLOCK, Answers(folder=tmp_path)))
    window.activateWindow()
    made = []
    window.made.connect(made.append)
    yield window
    for vault in made:
        vault.close()


def fill(window, again=PASSPHRASE):
    window.founder.office.setText("Офіс супроводу")
    window.founder.user.setText("Олена")
    window.founder.phrase.first.setText(PASSPHRASE)
    window.founder.phrase.again.setText(again)


def to_the_key(window):
    window.go(2)
    fill(window)
    window.forward()


def test_enter_goes_on_and_alt_left_back_and_nothing_typed_is_lost(first, qtbot):
    def enter():
        qtbot.keyClick(first.focusWidget(), Qt.Key.Key_Return)

    enter()
    assert first.at == 1, "the language in force is chosen already"
    first.where.name.setText("громада")
    enter()
    fill(first)
    first.founder.user.setFocus()
    enter()
    assert first.at == 3
    for at in (2, 1, 0):
        qtbot.keyClick(first.focusWidget(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert first.at == at
    assert first.where.path.name == "громада.suprovid"
    assert first.founder.user.text() == "Олена"


def test_another_language_keeps_the_answers(first, look, english, operations, shown):
    to_the_key(first)
    again = shown(FirstRunWindow(look, english, operations, CLOCK, first.answers()))
    assert again.answers() == first.answers()
    assert "Welcome" in texts(again)


def test_a_folder_that_goes_to_the_internet_is_told_and_may_stand(first, tmp_path):
    first.go(1)
    assert not first.where._banner.isVisible()
    first.where.put(tmp_path / "Dropbox")
    assert first.where._banner.isVisible()
    assert any("Dropbox" in text for text in texts(first.where._banner))
    first.forward()
    assert first.at == 2


def test_a_name_that_is_taken_is_refused_before_anything_else_is_asked(first, tmp_path):
    (tmp_path / "офіс.suprovid").mkdir()
    first.go(1)
    first.where.name.setText("офіс")
    first.forward()
    assert first.at == 1
    first.where.name.setText("офіс-2")
    first.forward()
    assert first.at == 2


def test_six_words_are_drawn_again_and_typed_once_more(first):
    first.go(2)
    phrase = first.founder.phrase
    phrase.offer()
    before = phrase.first.text()
    phrase.offer()
    assert phrase.first.text() != before
    assert set(phrase.first.text().split()) <= set(drawn("uk"))
    assert phrase.first.echoMode() is QLineEdit.EchoMode.Normal
    assert phrase.again.text() == "", "they come from the paper the second time"
    first.founder.user.setText("Олена")
    first.forward()
    assert first.at == 2
    phrase.again.setText(phrase.first.text())
    first.forward()
    assert first.at == 3


def test_without_a_name_nobody_goes_on(first):
    first.go(2)
    fill(first)
    first.founder.user.setText(" ")
    first.forward()
    assert first.at == 2


def test_the_vault_is_made_without_the_office(first, lane, tmp_path):
    wishes = []
    first.begun.connect(wishes.append)
    first.where.name.setText("офіс")
    to_the_key(first)
    first.forward()
    lane.flush()
    assert first.at == 4
    assert not first.begin.sheet.isVisible()
    assert not first.back.isVisible(), "what is made is made"
    first.begin.choices[Wish.IMPORT].click()
    assert wishes == [Wish.IMPORT]
    assert first.founder.phrase.first.text() == ""
    assert (tmp_path / "офіс.suprovid").is_dir()


def test_the_office_gets_its_key_only_once_it_is_compared(first, lane, tmp_path):
    keys = keygen(tmp_path / "координаційний")
    made = []
    first.made.connect(made.append)
    to_the_key(first)
    first.way_back.read(keys.recipient)
    lane.flush()
    first.forward()
    lane.flush()
    assert first.at == 3
    assert made == []
    first.way_back.same.setChecked(True)
    first.forward()
    lane.flush()
    assert first.at == 4
    assert offices(made[0]) == (first.way_back.digits,)
    assert first.begin.sheet.isVisible()
    path = made[0].path
    made[0].close()
    open_vault(path, "Олена", PASSPHRASE).close()


def test_a_weak_phrase_is_told_and_the_page_can_be_left_backwards(first, lane):
    first.go(2)
    fill(first)
    for box in (first.founder.phrase.first, first.founder.phrase.again):
        box.setText("12345678")
    first.forward()
    first.forward()
    lane.flush()
    assert first.at == 3
    assert first._told.text()
    first.backward()
    assert first.at == 2

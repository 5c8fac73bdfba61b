"""A new vault: six words are offered, a weak phrase of one's own is told in words, and the vault is made."""

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from app.passphrase.words import words as drawn
from app.vault.vault import open_vault
from tests.ui.vault import PASSPHRASE
from ui.shell.new_vault import NewVaultDialog


@pytest.fixture
def dialog(qtbot, look, words, operations, tmp_path):
    parent = QWidget()
    qtbot.addWidget(parent)
    made = NewVaultDialog(look, words, operations, parent)
    made._parent_folder = tmp_path
    made._name.setText("офіс")
    made._user.setText("Олена")
    yield made
    parent.close()


def test_six_words_are_offered_to_be_written_down(dialog):
    dialog.phrase.offer()
    offered = dialog.phrase.first.text()
    assert set(offered.split()) <= set(drawn("uk"))
    assert len(offered.split()) == 6
    assert dialog.phrase.again.text() == offered
    assert dialog.phrase.first.echoMode() is QLineEdit.EchoMode.Normal


def test_an_easy_phrase_is_told_as_soon_as_the_field_is_left(dialog, lane):
    before = dialog.phrase._phrase._below.text()
    dialog.phrase.first.setText("Слава Україні")
    dialog.phrase.first.editingFinished.emit()
    lane.flush()
    assert dialog.phrase._phrase._below.text() != before
    dialog.phrase.first.setText("вікно шишка ложка дзвін равлик пиріг")
    dialog.phrase.first.editingFinished.emit()
    lane.flush()
    assert dialog.phrase._phrase._below.text() == before


def test_the_vault_is_made_and_opens(dialog, lane, tmp_path):
    made = []
    dialog.made.connect(made.append)
    dialog.phrase.first.setText(PASSPHRASE)
    dialog.phrase.again.setText(PASSPHRASE + "!")
    dialog._create()
    lane.flush()
    assert made == []
    dialog.phrase.again.setText(PASSPHRASE)
    dialog._create()
    lane.flush()
    made[0].close()
    open_vault(tmp_path / "офіс", "Олена", PASSPHRASE).close()

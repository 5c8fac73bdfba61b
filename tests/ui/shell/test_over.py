"""Over every dialog: F8 hides it as it is and brings it back, Ctrl+L locks, F1 helps."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from tests.ui.held import settle
from tests.ui.seen import texts
from ui.help.dialog import HelpDialog


@pytest.fixture
def form(inside, lane, qtbot):
    """The form of a new case, in front, with a name in it."""
    inside.commands.run("new_case")
    lane.flush()
    dialog = inside._form
    dialog.form.line("surname").setText("Тестенко")
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.form.line("given").setFocus()
    yield dialog
    dialog.hide()


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def test_the_cover_hides_a_dialog_and_brings_it_back_as_it_was(inside, form, qtbot):
    press(qtbot, Qt.Key.Key_F8)
    assert inside._cover.isVisible()
    assert not form.isVisible()
    assert "Тестенко" not in " ".join(texts(inside))
    inside.activateWindow()
    qtbot.waitUntil(inside.isActiveWindow)
    press(qtbot, Qt.Key.Key_F8)
    assert form.isVisible()
    assert form.isModal()
    assert form.form.line("surname").text() == "Тестенко"


def test_a_dialog_over_a_dialog_comes_back_too(inside, form, qtbot, lane):
    upper = QDialog(form)
    upper.open()
    inside.cover()
    assert not upper.isVisible()
    assert not form.isVisible()
    inside.cover()
    assert upper.isVisible()
    assert form.isVisible()
    upper.close()


def test_a_dialog_that_went_meanwhile_stays_away(inside, form):
    upper = QDialog(form)
    upper.open()
    inside.cover()
    upper.deleteLater()
    settle()
    inside.cover()
    assert form.isVisible()


def test_locking_works_there(inside, form, qtbot):
    locked = []
    inside.locked.connect(lambda: locked.append(True))
    press(qtbot, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert locked == [True]


def test_help_speaks_of_the_dialog(inside, form, qtbot, lane):
    press(qtbot, Qt.Key.Key_F1)
    lane.flush()
    (helping,) = form.findChildren(HelpDialog)
    assert helping.isVisible()
    assert helping.topic == "case"
    helping.reject()


def test_no_other_command_reaches_through_a_dialog(inside, form, qtbot):
    before = inside.current()
    press(qtbot, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert inside.current() == before
    assert not inside.palette_box.isVisible()

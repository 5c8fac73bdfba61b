"""The clipboard: marked for no history, emptied after half a minute, and never robbed of what is another's."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from tests.ui.held import settle
from ui.clipboard import FORGOTTEN_AFTER_MS, MARKS, Clipboard

PHONE = "+380000000017"


@pytest.fixture
def desktop(qapp):
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    return clipboard


@pytest.fixture
def ours(desktop):
    owned = [True]
    clipboard = Clipboard(desktop, lambda: owned[0])
    clipboard.owned = owned
    yield clipboard
    clipboard.deleteLater()
    settle()


def test_what_is_copied_is_marked(ours, desktop):
    ours.copy(PHONE)
    data = desktop.mimeData()
    assert desktop.text() == PHONE
    for kind, value in MARKS.items():
        assert data.data(kind).data() == value
    assert any("ExcludeClipboardContentFromMonitorProcessing" in kind for kind in data.formats())


def test_after_half_a_minute_it_is_gone(ours, desktop):
    ours.copy(PHONE)
    assert ours._timer.isActive()
    assert ours._timer.interval() == FORGOTTEN_AFTER_MS == 30_000
    ours._timer.timeout.emit()
    assert desktop.text() == ""


def test_what_another_program_put_there_stays(ours, desktop):
    ours.copy(PHONE)
    ours.owned[0] = False
    desktop.setText("чуже")
    assert not ours._timer.isActive()
    ours.forget()
    assert desktop.text() == "чуже"


def test_a_copy_from_any_field_is_seen(ours, desktop, qtbot):
    field = QLineEdit(PHONE)
    qtbot.addWidget(field)
    field.selectAll()
    field.copy()
    assert desktop.text() == PHONE
    assert desktop.mimeData().hasFormat("x-kde-passwordManagerHint")
    assert ours._timer.isActive()


def test_a_second_copy_begins_the_half_minute_anew(ours, desktop):
    ours.copy("перше")
    ours.copy("друге")
    ours._timer.timeout.emit()
    assert desktop.text() == ""

"""The commands of the list of cases work by their keys, there and nowhere else."""

import pytest
from PySide6.QtCore import Qt

from ui.actions import CASES, TODAY
from ui.shell.shell import Shell


@pytest.fixture
def shell(place, shown):
    return shown(Shell(place, training=False))


def test_f3_turns_the_preview_in_the_list_alone(shell, lane, qtbot):
    shell.go(TODAY)
    assert not shell.commands.action("preview").isEnabled()
    shell.go(CASES)
    lane.flush()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    before = shell.cases.preview.isVisible()
    qtbot.keyClick(shell, Qt.Key.Key_F3)
    lane.flush()
    assert shell.cases.preview.isVisible() is not before

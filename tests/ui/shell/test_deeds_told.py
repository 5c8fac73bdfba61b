"""What was done is told with its way back; Ctrl+Z and Ctrl+Y go along what was done in this session."""

import pytest
from PySide6.QtCore import Qt

from app.cases.queries import CaseFilter
from ui.shell.shell import Shell


@pytest.fixture
def shell(place, shown):
    return shown(Shell(place, training=False))


@pytest.fixture
def case(services):
    return services.cases.page(CaseFilter(), size=1).rows[0].uid


def open_steps(services, case):
    return [row.uid for row in services.plan.steps(case) if row.open]


def test_a_deed_is_told_and_taken_back_from_its_toast_and_by_keys(shell, services, case, lane, qtbot):
    shell.open_case(case)
    lane.flush()
    before = open_steps(services, case)
    assert not shell.commands.action("undo").isEnabled()
    step = next(row for row in services.plan.steps(case) if row.open)
    shell.case.steps.acts.tick(step)
    lane.flush()
    assert "Виконано" in shell._toast._text.text()
    assert shell.commands.action("undo").text().startswith("Скасувати: Виконано")
    shell._toast._act.click()
    lane.flush()
    assert open_steps(services, case) == before
    assert shell._toast._text.text().startswith("Скасовано — Виконано")
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    qtbot.keyClick(shell, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    lane.flush()
    assert open_steps(services, case) != before
    qtbot.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    lane.flush()
    assert open_steps(services, case) == before


def test_another_language_keeps_what_can_be_taken_back(shell, place, shown, services, case, lane):
    shell.open_case(case)
    lane.flush()
    step = next(row for row in services.plan.steps(case) if row.open)
    shell.case.steps.acts.tick(step)
    lane.flush()
    again = shown(Shell(place, training=False))
    assert again.commands.action("undo").isEnabled()

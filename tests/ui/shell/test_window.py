"""The window: each user's own size, rail and page, in a file that names nobody; back and forward by the mouse."""

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest

from app.clock import FixedClock
from tests.ui.vault import CLOCK, USER
from ui.actions import CASE, CASES, TODAY
from ui.shell.window import MainWindow, _slot
from ui.workplace import Workplace


@pytest.fixture
def file(tmp_path) -> str:
    return str(tmp_path / "window.ini")


@pytest.fixture
def window_of(qtbot, file, place, lane):
    def made(at: Workplace = place) -> MainWindow:
        window = MainWindow(QSettings(file, QSettings.Format.IniFormat))
        qtbot.addWidget(window)
        window.furnish(at, training=False)
        window.show()
        lane.flush()
        return window

    return made


def test_the_same_day_goes_on_where_it_stopped(window_of):
    first = window_of()
    first.resize(1000, 640)
    first.shell.fold()
    first.shell.go(CASES)
    first.close()
    second = window_of()
    assert second.height() == 640
    assert second.shell.folded
    assert second.shell.current() == CASES


def test_a_new_day_begins_with_today(window_of, place):
    first = window_of()
    first.shell.go(CASES)
    first.close()
    tomorrow = replace(place, clock=FixedClock(CLOCK.now() + timedelta(days=1)))
    assert window_of(tomorrow).shell.current() == TODAY


def test_the_file_names_nobody(window_of, file, case, lane):
    window = window_of()
    window.shell.open_case(case)
    lane.flush()
    window.close()
    window._geometry.sync()
    kept = QSettings(file, QSettings.Format.IniFormat)
    text = " ".join(f"{key}={kept.value(key)}" for key in kept.allKeys())
    name = window.shell.case._view.name
    assert "page=cases" in text
    assert not any(part in text for part in (USER, *USER.split(), *name.split(), case.hex, window.shell.case.number))


def test_every_user_has_his_own(services):
    vault = services.vault
    other = replace(services, vault=SimpleNamespace(vault_id=vault.vault_id, user="Інша"))
    again = replace(services, vault=SimpleNamespace(vault_id=vault.vault_id, user=vault.user))
    assert _slot(services) == _slot(again) != _slot(other)


def test_the_buttons_of_the_mouse_lead_back_and_forward(window_of, case, lane):
    window = window_of()
    window.shell.open_case(case)
    lane.flush()
    middle = QPoint(window.width() // 2, window.height() // 2)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.BackButton, pos=middle)
    assert window.shell.current() == TODAY
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.ForwardButton, pos=middle)
    assert (window.shell.current(), window.shell.case.case) == (CASE, case)


def test_the_trail_outlives_another_language(window_of, place, case, lane):
    window = window_of()
    window.shell.go(CASES)
    window.shell.open_case(case)
    window.furnish(place, training=False)
    window.shell.back()
    assert window.shell.current() == CASES
    window.shell.forward()
    assert window.shell.current() == CASE


def test_a_fold_outlives_another_language(window_of, place):
    window = window_of()
    window.resize(1300, 700)
    window.shell.fold()
    window.furnish(place, training=False)
    assert window.shell.folded
    assert window.shell._side.width() == 60


def test_keys_give_the_commands(window_of, qtbot, lane):
    window = window_of()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.shell.current() == CASES
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.shell.current() == TODAY
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.shell.cases.search.hasFocus()


@pytest.mark.parametrize(("now", "key", "wished"), [(100, "larger", 110), (100, "smaller", 90), (125, "usual", 100)])
def test_the_size_of_the_type_is_changed_by_steps(window_of, place, now, key, wished):
    window = window_of(replace(place, settings=replace(place.settings, font_scale=now)))
    chosen = []
    window.shell.settings.chosen.connect(lambda settings: chosen.append(settings.font_scale))
    window.shell.commands.run(key)
    assert chosen == [wished]


def test_there_is_an_end_to_growing(window_of, place):
    window = window_of(replace(place, settings=replace(place.settings, font_scale=175)))
    assert not window.shell.commands.action("larger").isEnabled()
    assert window.shell.commands.action("smaller").isEnabled()

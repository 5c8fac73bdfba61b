"""The lock, whole: the screen is cleared, drafts are kept, the vault closed, and the same place comes back."""

import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from app import settings as settings_file
from app.cases.queries import CaseFilter
from app.settings import Settings
from tests.copies import copied
from tests.ui.seen import texts
from tests.ui.vault import CLOCK, PASSPHRASE, USER
from ui.actions import CASE
from ui.away.idle import IdleWatch
from ui.main import Program
from ui.restart import Started

NOTE = "Телефонувала, недописа"


class Hand:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def restarts() -> list[list[str]]:
    return []


@pytest.fixture
def settings(made, tmp_path):
    vault = copied(made, tmp_path)
    vault.close()
    path = tmp_path / "settings.toml"
    settings_file.save(path, Settings(last_vault=str(vault.path)))
    return path


@pytest.fixture
def start(qapp, settings, hand, restarts):
    programs = []

    def begin(**more):
        program = Program(
            qapp, settings, CLOCK, restart=lambda told: restarts.append(list(told)), idle=IdleWatch(0, hand), **more
        )
        programs.append(program)
        program.start()
        return program

    yield begin
    for program in programs:
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


def work(window, program, qtbot):
    """Open a case, go to its second tab, and leave two forms unsaved."""
    case = program._services.cases.page(CaseFilter(), None, 1).rows[0].uid
    shell = window.shell
    shell.open_case(case)
    qtbot.waitUntil(lambda: shell.case.overview.composer._case == case)
    shell.case.overview.composer.note.setPlainText(NOTE)
    shell.case.tabs.setCurrentIndex(1)
    shell.new_case()
    shell._form.form.line("surname").setText("Тестенко")
    return case


def test_the_same_place_and_every_draft_come_back_in_another_process(start, restarts, qtbot):
    first = start()
    case = work(unlock(first, qtbot), first, qtbot)
    vault = first._vault
    first.lock()
    assert first.window is None
    assert not vault.lock.is_locked
    [[option, path, place, token]] = restarts
    assert (option, path, place) == ("--vault", str(vault.path), "--place")
    second = start(vault=path, place=token)
    shell = unlock(second, qtbot).shell
    assert shell.current() == CASE
    assert shell.case.case == case
    assert shell.case.tabs.currentIndex() == 1
    qtbot.waitUntil(lambda: shell.case.overview.composer.note.toPlainText() == NOTE)
    assert shell._form.isVisible()
    qtbot.waitUntil(lambda: shell._form.form.values().get("surname") == "Тестенко")


def test_the_arguments_hold_no_name(start, restarts, qtbot):
    program = start()
    case = work(unlock(program, qtbot), program, qtbot)
    name = program._services.cases.view(case).name
    program.lock()
    told = " ".join(restarts[0])
    assert case.hex not in told
    assert not any(part in told for part in (*name.split(), NOTE, "Тестенко", USER))


def test_without_its_token_nobody_is_led_anywhere(start, restarts, qtbot):
    first = start()
    work(unlock(first, qtbot), first, qtbot)
    first.lock()
    shell = unlock(start(place="0" * 16), qtbot).shell
    assert shell.case.case is None
    assert not shell._form.isVisible()


def test_at_the_lock_the_screen_is_cleared_before_anything_else(start, qtbot, monkeypatch):
    program = start()
    window = unlock(program, qtbot)
    work(window, program, qtbot)
    seen = []
    stop = program._jobs.stop
    monkeypatch.setattr(program._jobs, "stop", lambda: (seen.append(visible()), stop()))
    program.lock()
    assert seen[0] == []


def visible() -> list[str]:
    return [text for widget in QApplication.topLevelWidgets() if widget.isVisible() for text in texts(widget)]


def test_five_idle_minutes_lock_a_modal_dialog_or_not(start, hand, restarts, qtbot):
    program = start()
    window = unlock(program, qtbot)
    dialog = QDialog(window)
    hand.now += 299
    program.desk.idle.tick()
    assert restarts == []
    assert "автоблокування через 1 с" in texts(window)
    hand.now += 1
    QTimer.singleShot(0, program.desk.idle.tick)
    dialog.exec()
    assert len(restarts) == 1
    assert program.window is None


def test_the_minutes_are_a_setting(start, settings, hand, qtbot):
    settings_file.save(settings, replace(settings_file.load(settings), idle_minutes=2))
    program = start()
    window = unlock(program, qtbot)
    program.desk.idle.tick()
    assert "автоблокування через 2 хв" in texts(window)


def test_the_desktops_word_locks(start, restarts, qtbot):
    program = start()
    unlock(program, qtbot)
    program.desk.left.emit()
    assert len(restarts) == 1
    program.desk.left.emit()
    assert len(restarts) == 1, "what is locked is not locked again"


def test_ctrl_l_locks(start, restarts, qtbot):
    program = start()
    window = unlock(program, qtbot)
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert len(restarts) == 1


def test_the_clipboard_is_emptied(start, qtbot):
    program = start()
    unlock(program, qtbot)
    program.clipboard.copy("+380000000017")
    program.lock()
    assert QGuiApplication.clipboard().text() == ""


def test_if_no_process_can_be_started_this_one_locks(qapp, settings, qtbot):
    def refuse(_arguments):
        raise OSError

    program = Program(qapp, settings, CLOCK, restart=refuse)
    program.start()
    unlock(program, qtbot)
    program.lock()
    assert program.door.unlock.isVisible()
    assert unlock(program, qtbot).shell is not None
    program.stop()
    program.window.closing.disconnect()
    program.window.close()
    program.window.deleteLater()
    qapp.setStyleSheet("")


def test_closing_the_window_keeps_what_is_written(start, qtbot, monkeypatch, qapp):
    monkeypatch.setattr(qapp, "quit", lambda: None)
    first = start()
    window = unlock(first, qtbot)
    work(window, first, qtbot)
    window.close()
    kept = {(row.form, row.values.get("note"), row.values.get("surname")) for row in first._services.drafts.recent()}
    assert kept == {("contact", NOTE, None), ("new_case", None, "Тестенко")}


def test_an_error_of_our_own_keeps_what_is_written(start, qtbot):
    program = start()
    work(unlock(program, qtbot), program, qtbot)
    program.rescue("")
    assert len(program._services.drafts.recent()) == 2


@pytest.mark.parametrize(
    ("started", "command"),
    [
        (Started("/py", ["/py", "-m", "ui.main", "--vault", "x"], ["ui/main.py", "--vault", "x"], False),
         ["/py", "-m", "ui.main", "--place", "1"]),
        (Started("/py", ["/py", "/bin/suprovid"], ["/bin/suprovid"], False), ["/py", "/bin/suprovid", "--place", "1"]),
        (Started("/opt/suprovid", ["/opt/suprovid", "--vault", "x"], ["/opt/suprovid", "--vault", "x"], True),
         ["/opt/suprovid", "--place", "1"]),
    ],
)  # fmt: skip
def test_the_same_program_is_started_again(started, command):
    assert started.command(["--place", "1"]) == command


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot replace a process")
def test_the_process_is_replaced(tmp_path):
    import subprocess

    script = tmp_path / "again.py"
    script.write_text(
        "import os, sys\nfrom ui.restart import restart\nprint(os.getpid(), sys.argv[1:], flush=True)\n"
        "if not sys.argv[1:]:\n    restart(['--place', '1'])\n"
    )
    told = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True, env={"PYTHONPATH": "."})
    first, second = told.stdout.splitlines()
    assert first.split()[0] == second.split()[0], "the same number: nothing of the first is left"
    assert second.endswith("['--place', '1']")

"""A service that breaks, from the window to the report: one calm dialog, no value anywhere, every word kept."""

import pytest
from PySide6.QtCore import Qt

from app import settings as settings_file
from app.cases.queries import CaseFilter
from app.settings import Settings
from tests.copies import copied
from tests.ui.seen import button, texts
from tests.ui.vault import CLOCK, PASSPHRASE
from ui.main import Program
from ui.shell.failure import FailureDialog

CANARY = "Їжакевич-38000000001"
NOTE = "Дружина просить подзвонити в середу"


def broken(_progress):
    raise LookupError(CANARY)


@pytest.fixture
def program(qapp, qtbot, made, tmp_path, monkeypatch):
    monkeypatch.setattr(qapp, "quit", lambda: None)
    vault = copied(made, tmp_path)
    vault.close()
    path = tmp_path / "settings.toml"
    settings_file.save(path, Settings(last_vault=str(vault.path)))
    program = Program(qapp, path, CLOCK)
    program.start()
    yield program
    program.stop()
    for window in (program.door.front, program._window):
        if window is not None:
            window.close()
            window.deleteLater()
    qapp.setStyleSheet("")


@pytest.fixture
def window(program, qtbot):
    qtbot.waitUntil(lambda: program.door.unlock._user.currentText() != "")
    program.door.unlock._secret.setText(PASSPHRASE)
    qtbot.keyClick(program.door.unlock._secret, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window is not None, timeout=20_000)
    return program.window


def write(program, window, qtbot):
    """Leave a note unsaved, then press what is broken."""
    case = program._services.cases.page(CaseFilter(), None, 1).rows[0].uid
    window.shell.open_case(case)
    qtbot.waitUntil(lambda: window.shell.case.overview.composer._case == case)
    window.shell.case.overview.composer.note.setPlainText(NOTE)
    program._operations.write(window, broken, named="Зламане")
    qtbot.waitUntil(lambda: window.findChild(FailureDialog) is not None)
    return window.findChild(FailureDialog)


def test_one_calm_dialog_whose_details_name_nobody(program, window, qtbot, qapp):
    dialog = write(program, window, qtbot)
    assert "Це не ваша помилка. Остання дія зупинилася, і її не записано." in texts(dialog)
    assert "builtins.LookupError" in dialog.details.toPlainText()
    assert "test_failing.py" in dialog.details.toPlainText()
    button(dialog, "Скопіювати подробиці без імен").click()
    report = (program._path.parent / "crash.txt").read_text("utf-8")
    for told in (dialog.details.toPlainText(), qapp.clipboard().text(), report, *texts(dialog)):
        assert CANARY not in told
    assert qapp.clipboard().text() == dialog.details.toPlainText()


def test_a_second_fault_opens_no_second_dialog(program, window, qtbot):
    write(program, window, qtbot)
    with qtbot.waitSignal(program.failures.happened):
        program._operations.read(window, broken, lambda _none: None)
    qtbot.waitUntil(lambda: (program._path.parent / "crash.txt").read_text("utf-8").count("LookupError") == 2)
    assert len(window.findChildren(FailureDialog)) == 1


def test_the_work_goes_on_and_the_next_fault_is_told_again(program, window, qtbot):
    dialog = write(program, window, qtbot)
    button(dialog, "Працювати далі").click()
    qtbot.waitUntil(lambda: window.findChild(FailureDialog) is None)
    assert window.shell.case.overview.composer.note.toPlainText() == NOTE
    program._operations.read(window, broken, lambda _none: None)
    qtbot.waitUntil(lambda: window.findChild(FailureDialog) is not None)


def test_a_safe_close_keeps_what_is_written(program, window, qtbot):
    dialog = write(program, window, qtbot)
    button(dialog, "Безпечно закрити програму").click()
    assert [row.values.get("note") for row in program._services.drafts.recent("contact")] == [NOTE]


def test_a_fault_before_any_vault_is_open_is_told_too(program, qtbot):
    program._operations.read(program.door.unlock, broken, lambda _none: None)
    qtbot.waitUntil(lambda: program.door.unlock.findChild(FailureDialog) is not None)

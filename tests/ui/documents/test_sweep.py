"""After opening, what a crash left among the documents goes, and what is missing is said."""

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app import settings as settings_file
from app.cases.queries import CaseFilter
from app.services import Services
from app.settings import Settings
from tests.copies import copied
from tests.ui.seen import texts
from tests.ui.vault import CLOCK, PASSPHRASE
from ui.main import Program

LONG_AGO = CLOCK.now().timestamp() - 86400


@pytest.fixture
def left(made, tmp_path, scan):
    """A vault with a document, beside whose files a crash left another."""
    vault = copied(made, tmp_path)
    services = Services.of(vault, CLOCK)
    case = services.cases.page(CaseFilter(), None, 1).rows[0].uid
    services.documents.add(case, [scan])
    stray = vault.path / "documents" / "ab" / ("ab" + "0" * 30)
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"half a file")
    os.utime(stray, (LONG_AGO, LONG_AGO))
    vault.close()
    return vault.path, stray


@pytest.fixture
def program(qapp: QApplication, qtbot, tmp_path):
    made = []

    def open_(vault) -> Program:
        path = tmp_path / "settings.toml"
        settings_file.save(path, Settings(last_vault=str(vault)))
        program = Program(qapp, path, CLOCK)
        made.append(program)
        program.start()
        qtbot.waitUntil(lambda: program.door.unlock._user.currentText() != "")
        program.door.unlock._secret.setText(PASSPHRASE)
        qtbot.keyClick(program.door.unlock._secret, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: program.window is not None, timeout=20_000)
        return program

    yield open_
    for program in made:
        program.stop()
        for window in (program.door.unlock, program._window):
            if window is not None:
                window.close()
                window.deleteLater()
    qapp.setStyleSheet("")


def test_strays_go_and_documents_stay(left, program, qtbot):
    vault, stray = left
    files = [path for path in (vault / "documents").glob("*/*") if path != stray]
    program(vault)
    qtbot.waitUntil(lambda: not stray.exists())
    assert files
    assert all(path.exists() for path in files)


def test_a_missing_file_is_said(left, program, qtbot):
    vault, stray = left
    for path in (vault / "documents").glob("*/*"):
        if path != stray:
            path.unlink()
    opened_ = program(vault)
    qtbot.waitUntil(lambda: any("зокрема «Свідоцтво про шлюб»" in text for text in texts(opened_.window)))

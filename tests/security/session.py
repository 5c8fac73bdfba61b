"""One scripted session with the real window, run as a program of its own: a name goes everywhere a name can go."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

CANARY = "Їжакевич"
PHONE = "380000012345"
PASSPHRASE = "шість слів для перевірки вікна й дверей"


def main() -> None:
    """Found a vault in the home folder, work in it, crash twice, lock."""
    from app import doors

    doors.shut()
    from PySide6.QtWidgets import QApplication

    from app import settings as settings_file
    from app.clock import SystemClock
    from app.crypto.kdf import FLOOR
    from app.founding import found
    from app.office.service import OfficeRow
    from ui import crash
    from ui.main import Program
    from ui.theme import install_fonts

    vault = found(Path.home() / "office", "Коваль", PASSPHRASE, OfficeRow(name="Офіс"), params=FLOOR)
    vault.close()
    application = QApplication(sys.argv[:1])
    install_fonts()
    path, clock = settings_file.default_path(), SystemClock()
    restarts: list[list[str]] = []
    program = Program(application, path, clock, vault=str(vault.path), restart=lambda told: restarts.append([*told]))
    crash.install(path.parent, clock, lambda _report: program.rescue())
    program.start()
    work(program)
    program.lock()
    sys.stdout.write(f"restarted with {restarts[0]}\n")


def until(met: Callable[[], object]) -> None:
    """Let events run until `met`; AssertionError after a minute."""
    from PySide6.QtCore import QCoreApplication, QEventLoop

    deadline = time.monotonic() + 60
    while not met():
        assert time.monotonic() < deadline, "the window did not come so far"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def work(program) -> None:
    """Unlock, open a case, search, leave a note unsaved, look at a paper, choose a folder, meet two errors."""
    first = program._unlock
    until(lambda: first._user.currentText())
    first._secret.setText(PASSPHRASE)
    first.attempt()
    until(lambda: program.window is not None)
    shell = program.window.shell
    shell.new_case()
    form = shell._form.form
    for field, text in {"surname": CANARY, "given": "Ілля", "applicant": f"{CANARY} Ганна", "phone": PHONE}.items():
        form._line(field).setText(text)
    until(lambda: shell._form._draft._watching)
    shell._form._draft.keep_now()
    shell._form._keep()
    until(lambda: shell.case.case is not None and shell.case.overview.composer._case == shell.case.case)
    composer = shell.case.overview.composer
    composer.note.setPlainText(f"{CANARY}: недописане")
    program.clipboard.copy(PHONE)
    shell.seek()
    shell.cases.search.setText(CANARY)
    until(lambda: shell.cases._model.rowCount() == 1)
    shell.print_paper(shell.case.case)
    until(lambda: paper_is_ready(shell))
    choose_a_folder(program.window)
    errors(program, shell)


def paper_is_ready(shell) -> bool:
    """Whether the preview of the family's paper stands."""
    from ui.case.print_dialog import PrintDialog

    dialog = shell.findChild(PrintDialog)
    return dialog is not None and bool(dialog._pdf)


def choose_a_folder(window) -> None:
    """Ask with Qt's own dialog, whose answer Qt writes to its settings."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QFileDialog

    from ui.files import folder

    def accept() -> None:
        for one in QApplication.topLevelWidgets():
            if isinstance(one, QFileDialog):
                one.accept()

    QTimer.singleShot(500, accept)
    chosen = folder(window, "", Path(os.environ["ELSEWHERE"]))
    assert chosen is not None, "the dialog was answered"


def errors(program, shell) -> None:
    """Two errors of our own that quote a name: one in a slot, one in a job."""
    from PySide6.QtCore import QTimer

    def fail(_progress: object = None) -> None:
        raise LookupError(CANARY, PHONE)

    report = program._path.parent / "crash.txt"
    QTimer.singleShot(0, fail)
    until(report.exists)
    before = report.stat().st_size
    program._operations.read(shell, fail, lambda _none: None)
    until(lambda: report.stat().st_size > before)


if __name__ == "__main__":
    main()

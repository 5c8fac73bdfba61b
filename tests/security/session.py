"""One scripted session with the real window, run as a program of its own: a name goes everywhere a name can go.

With ``--really`` it waits for a line on its input before the lock, and the lock then starts `second_life` in its place.
"""

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
    really = "--really" in sys.argv
    application = QApplication(sys.argv[:1])
    install_fonts()
    path, clock = settings_file.default_path(), SystemClock()
    restarts: list[list[str]] = []
    program = Program(
        application, path, clock, vault=str(vault.path),
        restart=begin_again if really else lambda told: restarts.append([*told]),
    )  # fmt: skip
    crash.install(path.parent, clock, program.rescue)
    program.start()
    work(program)
    if really:
        sys.stdout.write("open\n")
        sys.stdout.flush()
        sys.stdin.readline()
    program.lock()
    sys.stdout.write(f"restarted with {restarts[0]}\n")


def begin_again(told: list[str]) -> None:
    """Put another program in the place of this one, as the lock does; this one would bring the names of its script."""
    os.execv(sys.executable, [sys.executable, str(Path(__file__).with_name("second_life.py")), *told])


def until(met: Callable[[], object]) -> None:
    """Let events run until `met`; AssertionError after a minute."""
    from PySide6.QtCore import QCoreApplication, QEventLoop

    deadline = time.monotonic() + 60
    while not met():
        assert time.monotonic() < deadline, "the window did not come so far"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def work(program) -> None:
    """Everything an office does in a day, a note left unsaved, and two errors."""
    first = program.door.unlock
    until(lambda: first._user.currentText())
    first._secret.setText(PASSPHRASE)
    first.attempt()
    until(lambda: program.window is not None)
    shell = program.window.shell
    shell.new_case()
    form = shell._form.form
    for field, text in {"surname": CANARY, "given": "Ілля", "applicant": f"{CANARY} Ганна", "phone": PHONE}.items():
        form.line(field).setText(text)
    until(lambda: shell._form._draft._watching)
    shell._form._draft.keep_now()
    shell._form._keep()
    until(lambda: shell.case.case is not None and shell.case.overview.composer._case == shell.case.case)
    a_contact(shell)
    a_status(shell)
    a_document(shell)
    composer = shell.case.overview.composer
    composer.note.setPlainText(f"{CANARY}: недописане")
    program.clipboard.copy(PHONE)
    shell.seek()
    shell.cases.search.setText(CANARY)
    until(lambda: shell.cases._model.rowCount() == 1)
    shell.print_paper(shell.case.case)
    until(lambda: paper_is_ready(shell))
    a_package(program)
    choose_a_folder(program.window)
    errors(program, shell)


def a_contact(shell) -> None:
    """A talk with the family, kept."""
    composer = shell.case.overview.composer
    composer.note.setPlainText(f"Говорили з {CANARY}")
    composer.save()
    until(lambda: not composer.note.toPlainText())


def a_status(shell) -> None:
    """The first status that may follow, with all its evidence, from a source that names him."""
    from PySide6.QtWidgets import QCheckBox

    from ui.case.status_dialog import StatusDialog

    shell.case.change_status()
    dialog = shell.findChild(StatusDialog)
    until(dialog._fate.count)
    dialog._fate.setCurrentIndex(0)
    dialog._fate.activated.emit(0)
    for box in dialog.findChildren(QCheckBox):
        box.setChecked(True)
    dialog._source.setText(f"лист про {CANARY}")
    dialog._comment.setPlainText(f"{CANARY}: підстава")
    dialog._second.setText("Мельник О.")
    dialog.save()
    until(lambda: not any(one.isVisible() for one in shell.findChildren(StatusDialog)))


def a_document(shell) -> None:
    """A photo from a folder of the user's, brought in and looked at."""
    from PIL import Image

    photo = Path(os.environ["ELSEWHERE"]) / f"{CANARY}.jpg"
    Image.new("RGB", (640, 480), (90, 120, 40)).save(photo)
    shell.case._bring([photo])
    documents = shell.case.documents
    until(documents.list.current)
    documents.look_at(documents.list.current())


def a_package(program) -> None:
    """Everything sealed for the coordinating office."""
    from app.exchange.office import keygen

    keys = keygen(Path(os.environ["ELSEWHERE"]) / "keys")
    program._services.exchange.export(keys.recipient, Path.home())


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

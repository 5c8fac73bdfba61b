"""The program as a lock starts it anew; it says when its first screen stands, and then waits to be ended."""

import argparse
import sys
import time


def main() -> None:
    """What `ui.main` does, up to the first screen."""
    from app import doors

    doors.shut()
    from PySide6.QtWidgets import QApplication

    from app import settings as settings_file
    from app.clock import SystemClock
    from ui.main import Program
    from ui.theme import install_fonts

    parser = argparse.ArgumentParser()
    parser.add_argument("--vault")
    parser.add_argument("--place")
    asked = parser.parse_args()
    application = QApplication(sys.argv[:1])
    install_fonts()
    program = Program(application, settings_file.default_path(), SystemClock(), vault=asked.vault, place=asked.place)
    program.start()
    deadline = time.monotonic() + 60
    while not program.door.unlock._user.currentText():
        assert time.monotonic() < deadline, "the first screen never came"
        application.processEvents()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    application.exec()


if __name__ == "__main__":
    main()

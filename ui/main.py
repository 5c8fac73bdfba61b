"""The window's composition root: settings, unlock, services, main window; and back when somebody locks."""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QSettings, QTranslator
from PySide6.QtWidgets import QApplication

from app import settings as settings_file
from app.clock import Clock, SystemClock
from app.i18n import Words
from app.services import Services
from app.training.vault import open_training, training_path
from app.vault.vault import OpenVault
from ui import crash
from ui.icons import Icons
from ui.jobs import Jobs
from ui.look import Look
from ui.operations import Operations
from ui.shell.new_vault import NewVaultDialog
from ui.shell.unlock import UnlockWindow
from ui.shell.window import MainWindow
from ui.theme import apply, install_fonts, load
from ui.workplace import Workplace


class Program(QObject):
    """One run: what is asked first, what stands open, what closes it."""

    def __init__(self, application: QApplication, path: Path, clock: Clock, *, vault: str = "") -> None:
        super().__init__()
        self._application = application
        self._path = path
        self._clock = clock
        self._settings = settings_file.load(path)
        if vault:
            self._settings = replace(self._settings, last_vault=vault)
        self._icons = Icons()
        self._translator = QTranslator(self)
        self._look = self._dress()
        self._jobs = Jobs()
        self._operations = Operations(self._jobs)
        self._vault: OpenVault | None = None
        self._services: Services | None = None
        self._training = False
        self._unlock: UnlockWindow | None = None
        self._window: MainWindow | None = None

    @property
    def words(self) -> Words:
        """The words in force."""
        return Words(self._settings.language)

    @property
    def window(self) -> MainWindow | None:
        """The main window while a vault is open."""
        return self._window

    def start(self) -> None:
        """Show the first screen."""
        self._operations.failed.connect(self._write_down)
        self._ask()

    def enter(self, vault: OpenVault) -> None:
        """Show the main window on an open vault."""
        self._vault = vault
        self._operations.read(self, lambda _: _furnished(vault, self._clock), self._enter)

    def stop(self) -> None:
        """Let everything go, in order: jobs, then the vault."""
        self._jobs.stop()
        if self._vault is not None:
            self._vault.close()
            self._vault = None

    def _ask(self) -> None:
        known = self._settings
        window = UnlockWindow(self._look, self.words, self._operations, known.last_vault, known.last_user)
        window.unlocked.connect(self.enter)
        window.language_chosen.connect(self._speak)
        window.fresh_wanted.connect(self._make_vault)
        window.training_wanted.connect(self._train)
        old, self._unlock = self._unlock, window
        window.show()
        if old is not None:
            old.close()
            old.deleteLater()

    def _make_vault(self) -> None:
        if self._unlock is not None:
            dialog = NewVaultDialog(self._look, self.words, self._operations, self._unlock)
            dialog.made.connect(self.enter)
            dialog.open()

    def _train(self) -> None:
        """Open the training vault, made at first use."""
        unlock, clock = self._unlock, self._clock
        if unlock is not None:
            office = self.words("Training office")
            unlock.wait_for(self.words("Preparing the training data…"))
            self._operations.read(
                unlock,
                lambda progress: open_training(training_path(), office, clock, progress),
                self.enter,
                refused=unlock.tell,
            )

    def _enter(self, found: tuple[Services, bool]) -> None:
        self._services, self._training = found
        vault = self._services.vault
        self._change(last_vault=str(vault.path), last_user=vault.user)
        self._window = MainWindow(QSettings(str(self._path.with_name("window.ini")), QSettings.Format.IniFormat))
        self._window.closing.connect(self._application.quit)
        self._furnish()
        self._window.show()
        if self._unlock is not None:
            self._unlock.close()
            self._unlock.deleteLater()
            self._unlock = None

    def _furnish(self) -> None:
        if self._window is None or self._services is None:
            return
        place = Workplace(self._look, self.words, self._clock, self._operations, self._services)
        shell = self._window.furnish(place, training=self._training)
        shell.language_chosen.connect(self._speak)
        shell.theme_chosen.connect(self._paint)
        shell.locked.connect(self._lock)

    def _speak(self, language: str) -> None:
        self._change(language=language)
        self._look = self._dress()
        if self._window is not None:
            self._furnish()
        else:
            self._ask()

    def _paint(self, theme: str) -> None:
        self._change(theme=theme)
        self._look = self._dress()
        self._furnish()

    def _lock(self) -> None:
        self.stop()
        window, self._window, self._services = self._window, None, None
        self._jobs = Jobs()
        self._operations = Operations(self._jobs)
        self.start()
        if window is not None:
            window.closing.disconnect()
            window.close()
            window.deleteLater()

    def _change(self, **facts: str) -> None:
        self._settings = replace(self._settings, **facts)  # type: ignore[arg-type]  # only text settings change here
        settings_file.save(self._path, self._settings)

    def _dress(self) -> Look:
        theme = load(self._settings.theme, self._settings.font_scale / 100)
        apply(self._application, theme, self._icons)
        self._application.setWindowIcon(self._icons.icon("shield-check", theme.colour("accent"), 64))
        self._application.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{self._settings.language}", folder):
            self._application.installTranslator(self._translator)
        QLocale.setDefault(QLocale(self._settings.language))
        return Look(theme, self._icons)

    def _write_down(self, error: Exception) -> None:
        crash.write(self._path.parent, self._clock, error)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the window; the exit status of the program."""
    parser = argparse.ArgumentParser(prog="suprovid")
    parser.add_argument("--vault", default="", help="the vault to offer on the first screen")
    asked = parser.parse_args(arguments)
    _shut_the_doors()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("suprovid")
    application.setQuitOnLastWindowClosed(True)
    install_fonts()
    path, clock = settings_file.default_path(), SystemClock()
    crash.install(path.parent, clock, lambda _report: None)
    program = Program(application, path, clock, vault=asked.vault)
    application.aboutToQuit.connect(program.stop)
    program.start()
    return application.exec()


def _shut_the_doors() -> None:
    """New files are the user's alone; a crash leaves no picture of the memory."""
    os.umask(0o077)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _furnished(vault: OpenVault, clock: Clock) -> tuple[Services, bool]:
    services = Services.of(vault, clock)
    return services, services.training


if __name__ == "__main__":
    sys.exit(main())

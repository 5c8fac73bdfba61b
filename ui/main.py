"""The window's composition root: settings, unlock, services, main window; and back when somebody locks.

What works on an open vault is imported behind the first window (`ui.behind`), not before it.
"""

from __future__ import annotations

import argparse
import secrets
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, QThread
from PySide6.QtWidgets import QApplication

from app import doors
from app import settings as settings_file
from app.clock import Clock, SystemClock
from app.domain.errors import UserError
from app.i18n import Words
from app.settings import Settings
from ui import crash
from ui.away.desk import Desk
from ui.away.idle import IdleWatch
from ui.clipboard import Clipboard
from ui.dress import Dress
from ui.first_look import FirstLook
from ui.jobs import Jobs
from ui.look import Look
from ui.operations import Operations
from ui.restart import restart
from ui.shell.door import Door
from ui.shell.failure import Failures
from ui.theme import install_fonts, load

if TYPE_CHECKING:
    from app.services import Services
    from app.vault.vault import OpenVault
    from ui.behind import DraftRow, Furnished, Leaving, LeavingWindow, MainWindow, Swept

SYSTEM = "system"
_LATER = Qt.ConnectionType.QueuedConnection
"""What was pressed lies inside the window that is built anew: it must have said so to the end before it goes."""
Restart = Callable[[Sequence[str]], None]


class Program(QObject):
    """One run: what is asked first, what stands open, what closes it."""

    def __init__(
        self, application: QApplication, path: Path, clock: Clock, *, vault: str = "", place: str = "",
        restart: Restart | None = None, idle: IdleWatch | None = None,
    ) -> None:  # fmt: skip
        """`path`: the settings. `place`: the token of the place that a lock left. `restart` replaces the process by
        one with these arguments; without one, a lock goes on in this process.
        """
        super().__init__()
        self._application = application
        self._path = path
        self._clock = clock
        self._settings = settings_file.load(path)
        if vault:
            self._settings = replace(self._settings, last_vault=vault)
        self._dress = Dress(application)
        self._window: MainWindow | None = None
        self._look = self._dressed()
        self._jobs = Jobs()
        self._operations = Operations(self._jobs)
        self._vault: OpenVault | None = None
        self._services: Services | None = None
        self._training = False
        self._out: LeavingWindow | None = None
        self._place = place
        self._restart = restart
        self._wish = ""
        self.door = Door(clock)
        self.door.opened.connect(self.enter)
        self.door.made.connect(self._take)
        self.door.begun.connect(self._begin)
        self.door.language_chosen.connect(self._speak, _LATER)
        self.clipboard = Clipboard(application.clipboard())
        self.failures = Failures(self.clipboard, lambda: (self._look, self.words, self._window or self.door.front))
        self.failures.close_wanted.connect(self._close)
        self.desk = Desk(application, idle or IdleWatch(0))
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)
        self.desk.left.connect(self.lock)
        self.desk.seconds.connect(self._count_down)

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
        self._operations.failed.connect(self._stumble)
        self._ask()
        self._operations.read(self, lambda _: _get_ready(), lambda _: None)

    def enter(self, vault: OpenVault) -> None:
        """Show the main window on an open vault."""
        from ui import behind
        self._vault = vault
        self._operations.read(self, lambda _: behind.furnished(vault, self._clock), self._enter)

    def lock(self) -> None:
        """Clear the screen at once, keep every draft, close the vault, and begin anew at the first screen.

        Nothing is asked: whoever locks may be gone already.
        """
        window, services = self._window, self._services
        if window is None or services is None:
            return
        place = window.shell.memory().place()
        for widget in QApplication.topLevelWidgets():
            widget.hide()
        self._window, self._services = None, None
        self._place = secrets.token_hex(8)
        try:
            self._leave(window, services, place)
        finally:
            self.clipboard.forget()
            try:
                self.stop()
            finally:
                self._begin_anew(services.vault.path)
        window.closing.disconnect()
        window.close()
        window.deleteLater()

    def rescue(self, report: str) -> None:
        """Something in the program itself went wrong: keep what is written before anything worse happens; say so."""
        if self._window is not None and QThread.currentThread() is self.thread():
            self._keep_drafts(self._window)
        self.failures.happened.emit(report)

    def stop(self) -> None:
        """Let everything go, in order: jobs, then the vault."""
        self.desk.vacate()
        self.clipboard.forget()
        self._jobs.stop()
        if self._vault is not None:
            if self._vault.lock.is_locked:
                self._copy(self._vault)
            self._vault.close()
            self._vault = None

    def _copy(self, vault: OpenVault) -> None:
        """Copy what changed; a copy that fails never keeps a vault from being closed."""
        from ui import behind
        try:
            behind.copy_if_due(vault, self._clock)
        except (UserError, OSError) as error:
            self._write_down(error)

    def _ask(self) -> None:
        self.door.ask(self._look, self.words, self._operations, self._settings)

    def _take(self, vault: OpenVault) -> None:
        """A new vault is there: it is the one to be opened from now on."""
        self._vault = vault
        self._change(last_vault=str(vault.path), last_user=vault.user)

    def _begin(self, command: str) -> None:
        """Go to work in the new vault with this command; without one, to the training data, and it waits, closed."""
        if self._vault is None:
            return
        self._wish = command
        if command:
            self.enter(self._vault)
        else:
            self._vault.close()
            self._vault = None
            self.door.train()

    def _enter(self, found: Furnished) -> None:
        from ui import behind
        self._services, self._training, place = found
        vault = self._services.vault
        if vault.path != behind.training_path():
            self._change(last_vault=str(vault.path), last_user=vault.user)
        self._window = behind.MainWindow(QSettings(str(self._path.with_name("window.ini")), QSettings.Format.IniFormat))
        self._window.closing.connect(self._close)
        self._furnish()
        self._window.show()
        self._return_to(place)
        self._sweep(self._services)
        self.desk.occupy(int(self._window.winId()), self._settings.idle_minutes)
        self.door.close()
        behind.greet(self._window.shell, self._wish)
        self._wish = ""

    def _sweep(self, services: Services) -> None:
        """Remove, behind every write, what a crash left among the documents, and let the calendar bring its steps."""
        if not services.vault.read_only:
            self._operations.write(self, lambda _: services.record.schedule.run())
            self._operations.write(self, lambda _: services.documents.sweep(), self._swept)

    def _swept(self, swept: Swept) -> None:
        from ui import behind
        if swept.missing and self._window is not None:
            self._window.shell.say(behind.missing_told(self.words, swept))

    def _furnish(self) -> None:
        from ui import behind
        if self._window is None or self._services is None:
            return
        place = behind.Workplace(
            self._look, self.words, self._clock, self._operations, self._services, self._settings
        )  # fmt: skip
        shell = self._window.furnish(place, training=self._training)
        shell.settings.chosen.connect(self._choose, _LATER)
        shell.settings.leaving.connect(self._go_out)
        shell.language_chosen.connect(self._speak, _LATER)
        shell.theme_chosen.connect(self._paint, _LATER)
        shell.locked.connect(self.lock)

    def _speak(self, language: str) -> None:
        self._change(language=language)
        self._look = self._dressed()
        if self._window is not None:
            self._furnish()
        else:
            self._ask()

    def _paint(self, theme: str) -> None:
        self._choose(replace(self._settings, theme=theme))

    def _follow(self) -> None:
        """Wear what the desktop wears from now on, where that is the setting."""
        if self._settings.theme == SYSTEM and load(SYSTEM).name != self._look.theme.name:
            self._look = self._dressed()
            if self._window is not None:
                self._furnish()
            elif self._vault is None:
                self._ask()

    def _choose(self, wanted: Settings) -> None:
        """Take what somebody chose on the page of settings, and leave him there."""
        before, self._settings = self._settings, wanted
        settings_file.save(self._path, wanted)
        self.desk.allow(wanted.idle_minutes)
        if self._window is None or wanted == before:
            return
        section = self._window.shell.settings.current
        self._look = self._dressed()
        self._furnish()
        self._window.shell.settings.choose(section)

    def _return_to(self, place: DraftRow | None) -> None:
        """Be where the lock came, if this process was started by that lock."""
        from ui import behind
        if self._window is None or self._services is None or place is None:
            return
        if self._place and place.values.get("token") == self._place:
            self._window.shell.recall(behind.at(place.values))
        self._place = ""
        drafts = self._services.drafts
        if not self._services.vault.read_only:
            self._operations.aside(lambda _: drafts.drop(behind.PLACE, None))

    def _leave(self, window: MainWindow, services: Services, place: Mapping[str, str]) -> None:
        """Let running work end, then keep what is written and where it was."""
        from ui import behind
        self._jobs.stop()
        self._keep_drafts(window)
        try:
            services.drafts.keep(behind.PLACE, None, {**place, "token": self._place})
        except UserError:
            self._place = ""

    def _go_out(self, leaving: Leaving) -> None:
        """Clear the screen for work that ends with the vault closed."""
        from ui import behind
        window, services = self._window, self._services
        if window is None or services is None:
            return
        self.desk.vacate()
        self.clipboard.forget()
        self._window, self._services = None, None
        self._place = secrets.token_hex(8)
        self._leave(window, services, window.shell.memory().place())
        self._jobs = Jobs()
        self._operations = Operations(self._jobs)
        self._operations.failed.connect(self._stumble)
        self._out = behind.LeavingWindow(self._look, self.words, self._operations, leaving)
        self._out.over.connect(self._come_back)
        self._out.show()
        window.closing.disconnect()
        window.close()
        window.deleteLater()
        self._out.begin()

    def _come_back(self) -> None:
        """Go on with the vault if it is open still, else begin anew at the first screen."""
        out, vault = self._out, self._vault
        if out is None or vault is None:
            return
        self._out = None
        if vault.lock.is_locked:
            self.enter(vault)
        else:
            self.stop()
            self._begin_anew(vault.path)
        out.close()
        out.deleteLater()

    def _keep_drafts(self, window: MainWindow) -> None:
        try:
            window.shell.keep_drafts()
        except UserError as error:
            self._write_down(error)

    def _begin_anew(self, vault: Path) -> None:
        """In a fresh process, whose memory holds nothing; in this one, if there can be no other."""
        from ui import behind
        if self._restart is not None:
            try:
                self._dress.close()
                known = [] if vault == behind.training_path() else ["--vault", str(vault)]
                self._restart([*known, "--place", self._place])
                return
            except OSError as error:
                self._write_down(error)
        self._dress = Dress(self._application)
        self._look = self._dressed()
        self._jobs = Jobs()
        self._operations = Operations(self._jobs)
        self.start()

    def _close(self) -> None:
        if self._window is not None:
            self._keep_drafts(self._window)
        self._application.quit()

    def _count_down(self, seconds: int) -> None:
        if self._window is not None:
            self._window.shell.locks_in(seconds)

    def _change(self, **facts: str) -> None:
        self._settings = replace(self._settings, **facts)  # type: ignore[arg-type]  # only text settings change here
        settings_file.save(self._path, self._settings)

    def _dressed(self) -> Look:
        if self._window is not None:
            self._window.strip()
        return self._dress.put_on(self._settings)

    def _stumble(self, error: Exception) -> None:
        self._write_down(error)
        self.rescue(crash.report(error))

    def _write_down(self, error: Exception) -> None:
        crash.write(self._path.parent, self._clock, error)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the window; the exit status of the program."""
    parser = argparse.ArgumentParser(prog="suprovid")
    parser.add_argument("--vault", default="", help="the vault to offer on the first screen")
    parser.add_argument("--place", default="", help=argparse.SUPPRESS)
    parser.add_argument("--picture", type=Path, help="show the first window, keep its picture here, and end")
    parser.add_argument("--anew", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    doors.shut()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("suprovid")
    application.setQuitOnLastWindowClosed(True)
    install_fonts()
    path, clock = settings_file.default_path(), SystemClock()
    program = Program(application, path, clock, vault=asked.vault, place=asked.place, restart=restart)
    crash.install(path.parent, clock, program.rescue)
    application.aboutToQuit.connect(program.stop)
    program.desk.listen()
    if asked.picture:
        anew = partial(restart, ["--picture", str(asked.picture)])
        FirstLook(application, asked.picture, anew if asked.anew else application.quit)
    program.start()
    return application.exec()


def _get_ready() -> None:
    """Read what every vault needs while none is open yet: nobody types a passphrase faster."""
    from ui import behind
    behind.prepare()


if __name__ == "__main__":
    sys.exit(main())

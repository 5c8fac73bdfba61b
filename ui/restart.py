"""Begin anew in a fresh process: after a lock no key and no name is left in any memory of the program."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QProcess


@dataclass(frozen=True, slots=True)
class Started:
    """How this process was started, as `sys` tells."""

    executable: str
    whole: Sequence[str]
    script: Sequence[str]
    frozen: bool

    def command(self, arguments: Sequence[str]) -> list[str]:
        """The command that starts the same program with other arguments."""
        if self.frozen:
            return [self.executable, *arguments]
        own = len(self.whole) - (len(self.script) - 1)
        return [self.executable, *self.whole[1:own], *arguments]


def here() -> Started:
    """How this process was started."""
    return Started(sys.executable, sys.orig_argv, sys.argv, bool(getattr(sys, "frozen", False)))


def restart(arguments: Sequence[str]) -> None:
    """Replace this process by a new one of the same program; on Windows, start it and end this one.

    Raises `OSError` if it cannot be started.
    """
    started = here()
    command = started.command(arguments)
    if started.frozen:
        os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
    if sys.platform == "win32":
        if not QProcess.startDetached(command[0], command[1:]):
            raise OSError(command[0])
        QCoreApplication.exit(0)
    else:
        os.execv(command[0], command)  # noqa: S606  # our own program, no shell

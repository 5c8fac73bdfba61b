"""Somebody at a terminal: commands of `suprovid-cli` typed one after another, here or each as a process of its own."""

import contextlib
import io
import os
import signal
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

from ui.cli import run

ROOT = Path(__file__).resolve().parents[2]
PHRASE = "джміль клямка оберіг вітряк"


class Terminal:
    """Types commands in the folder `home`; `vault` opens what lies there as the founder."""

    def __init__(self, home: Path, phrase: str = PHRASE) -> None:
        self.home = home
        self.vault = self.of("pass", phrase)

    def of(self, name: str, phrase: str = "") -> list[str]:
        """What opens the vault with the passphrase in the file `name`, which is written if `phrase` is given."""
        if phrase:
            (self.home / name).write_text(f"{phrase}\n", "utf-8")
        return ["--vault", str(self.home / "office"), "--passphrase-file", str(self.home / name)]

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """One command and what it said."""
        out, err, status = io.StringIO(), io.StringIO(), 0
        with (
            contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), contextlib.chdir(self.home),
            patch.dict(os.environ, self.environment()), patch.object(sys, "argv", ["suprovid-cli", *arguments]),
            patch.object(sys, "stdin", io.StringIO()),
        ):  # fmt: skip
            try:
                run()
            except SystemExit as end:
                status = end.code if isinstance(end.code, int) else 1
        return subprocess.CompletedProcess(arguments, status, out.getvalue(), err.getvalue())

    def environment(self) -> dict[str, str]:
        """The surroundings of a command."""
        return {"HOME": str(self.home), "XDG_CONFIG_HOME": str(self.home)}

    def ok(self, *arguments: str) -> str:
        """What a command that succeeds says."""
        done = self.run(*arguments)
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        return done.stdout

    def refused(self, *arguments: str) -> str:
        """The one line that a command is refused with."""
        done = self.run(*arguments)
        assert done.returncode != 0
        assert done.stderr.count("\n") == 1, done.stderr
        return done.stderr


class Stranger(Terminal):
    """Types as on any machine: each command is a process of its own."""

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """One command and what it said."""
        return subprocess.run(
            self.command(*arguments), capture_output=True, text=True, encoding="utf-8", env=self.environment(),
            cwd=self.home, check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip

    def interrupted(self, *arguments: str) -> tuple[int, str]:
        """Run at a terminal, press Ctrl+C at its first word; the status and what it said."""
        ours, theirs = os.openpty()
        with subprocess.Popen(
            self.command(*arguments), stdin=theirs, stderr=theirs, stdout=subprocess.DEVNULL,
            env=self.environment(), cwd=self.home,
        ) as running:  # fmt: skip
            os.close(theirs)
            heard = os.read(ours, 4096)
            running.send_signal(signal.SIGINT)
            with contextlib.suppress(OSError):
                while more := os.read(ours, 4096):
                    heard += more
            os.close(ours)
        return running.returncode, heard.decode("utf-8")

    def command(self, *arguments: str) -> list[str]:
        """What the system is asked to start."""
        return [sys.executable, "-c", "from ui.cli import run; run()", *arguments]

    def environment(self) -> dict[str, str]:
        """The surroundings of a process."""
        return {**os.environ, "PYTHONPATH": str(ROOT), **super().environment()}

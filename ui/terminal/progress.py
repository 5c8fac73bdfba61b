"""How far long work is, on a terminal; Ctrl+C asks it to stop at its next step, where nothing is half done."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import click

from app.i18n import Words
from app.progress import Progress


@contextmanager
def stoppable(words: Words) -> Iterator[Progress]:
    """Give work a `Progress` that is told on standard error, if that is a terminal, in one line that goes again.

    The first Ctrl+C cancels the work, which then raises `Cancelled`; a second one breaks it off.
    """
    line = _Line(words)
    progress = Progress(line.tell) if sys.stderr.isatty() else Progress()
    before = signal.getsignal(signal.SIGINT)

    def stop(_signal: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, before)
        progress.cancel()

    signal.signal(signal.SIGINT, stop)
    try:
        yield progress
    finally:
        signal.signal(signal.SIGINT, before)
        line.wipe()


class _Line:
    """One line of a terminal, written over and over."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._told = ""

    def tell(self, done: int, total: int, label: str) -> None:
        """Write how far the work is, once a hundredth."""
        if done != total and total > 100 and done % (total // 100):
            return
        told = self._words("{done} of {total}", done=done, total=total)
        self.wipe()
        self._told = f"{label} · {told}" if label else told
        click.echo(self._told, nl=False, err=True)

    def wipe(self) -> None:
        """Clear the line, and what the terminal says of Ctrl+C at its end."""
        if self._told:
            click.echo("\r" + " " * (len(self._told) + len("^C")) + "\r", nl=False, err=True)
        self._told = ""

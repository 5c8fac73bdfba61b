"""How long work reports and how it is stopped: one line in every loop."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event


class Cancelled(Exception):
    """The user asked to stop; raised inside a write it rolls everything back."""


def _silent(done: int, total: int, label: str) -> None:
    """Report to nobody."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Carried into long work. `report(done, total, label)` is called at most as often as the work asks."""

    report: Callable[[int, int, str], None] = _silent
    _stop: Event = field(default_factory=Event)

    def cancel(self) -> None:
        """Ask the work to stop at its next checkpoint."""
        self._stop.set()

    def checkpoint(self, done: int, total: int, label: str = "") -> None:
        """Report `done` of `total`; raise `Cancelled` if somebody asked to stop."""
        if self._stop.is_set():
            raise Cancelled
        self.report(done, total, label)

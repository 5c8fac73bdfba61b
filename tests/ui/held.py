"""A lane that holds its work until told, so that asynchronous code is tested synchronously."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent

from ui.jobs import Jobs


class Held:
    """Work waits here until `flush`."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def start(self, run: Callable[[], None]) -> None:
        self.waiting.append(run)

    def close(self) -> None:
        self.waiting.clear()

    def step(self) -> None:
        """Run the oldest piece of work and carry its outcome home."""
        self.waiting.pop(0)()
        settle()

    def flush(self) -> None:
        """Run everything, and what that asks for in turn."""
        settle()
        while self.waiting:
            self.step()
        settle()


def settle() -> None:
    """Deliver what was posted and bury what was sent to be deleted."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def held_jobs() -> tuple[Jobs, Held]:
    """Jobs whose reads and writes wait in one lane, in the order asked."""
    lane = Held()
    return Jobs(lane, lane), lane

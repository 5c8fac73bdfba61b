"""Long work off the GUI thread: plain callables out, outcomes carried home by one long-lived object.

A job is never a QObject: a QObject per job that deletes itself died with a bus error. Reads share a pool of
three threads; writes have one lane, so two quick saves apply in order and a long import never races a save.
"""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from app.progress import Cancelled, Progress

T = TypeVar("T")
READERS = 3
REPORTS_PER_SECOND = 20


@dataclass(frozen=True, slots=True)
class Ok(Generic[T]):
    """The work came to its end and brought `value`."""

    value: T


@dataclass(frozen=True, slots=True)
class Err:
    """The work met `error`: a `UserError` if the world refused, anything else is our bug."""

    error: Exception


@dataclass(frozen=True, slots=True)
class Stopped:
    """The user stopped the work."""


Outcome = Ok[T] | Err | Stopped
Work = Callable[[Progress], T]
Shown = Callable[[int, int, str], None]


class Lane(Protocol):
    """Where callables are run: a thread pool, or in tests a list that waits."""

    def start(self, run: Callable[[], None]) -> None:
        """Run `run` some time."""

    def close(self) -> None:
        """Let what runs end, drop what waits."""


class PoolLane:
    """A lane of threads."""

    def __init__(self, threads: int) -> None:
        self._pool = ThreadPoolExecutor(threads, "suprovid")

    def start(self, run: Callable[[], None]) -> None:
        self._pool.submit(run)

    def close(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)


class Jobs(QObject):
    """Runs work and carries outcomes home; drops them if the owner died meanwhile."""

    _home = Signal(object)

    def __init__(self, readers: Lane | None = None, writer: Lane | None = None) -> None:
        super().__init__()
        self._readers = readers or PoolLane(READERS)
        self._writer = writer or PoolLane(1)
        self._progress: dict[int, Progress] = {}
        self._stopped = False
        self._home.connect(_call, Qt.ConnectionType.QueuedConnection)

    def read(
        self, owner: QObject, work: Work[T], done: Callable[[Outcome[T]], None], shown: Shown | None = None
    ) -> Progress:
        """Run reading `work`; `done` gets its outcome on the GUI thread while `owner` lives."""
        return self._start(self._readers, owner, work, done, shown)

    def write(
        self, owner: QObject, work: Work[T], done: Callable[[Outcome[T]], None], shown: Shown | None = None
    ) -> Progress:
        """Run writing `work` after every write asked for before it."""
        return self._start(self._writer, owner, work, done, shown)

    @property
    def busy(self) -> bool:
        """Whether an outcome is still to come."""
        return bool(self._progress)

    def stop(self) -> None:
        """Cancel everything and wait: called once, before the application dies."""
        self._stopped = True
        for progress in list(self._progress.values()):
            progress.cancel()
        self._readers.close()
        self._writer.close()

    def _start(
        self,
        lane: Lane,
        owner: QObject,
        work: Work[T],
        done: Callable[[Outcome[T]], None],
        shown: Shown | None,
    ) -> Progress:
        progress = Progress(_Throttle(lambda *told: self._carry(owner, lambda: shown and shown(*told))))
        key = id(progress)
        self._progress[key] = progress

        def arrive(outcome: Outcome[T]) -> None:
            self._progress.pop(key, None)
            if isValid(owner) and not self._stopped:
                done(outcome)

        def run() -> None:
            outcome = _outcome(work, progress)
            if not self._stopped:
                self._home.emit(lambda: arrive(outcome))

        if not self._stopped:
            lane.start(run)
        return progress

    def _carry(self, owner: QObject, call: Callable[[], object]) -> None:
        if not self._stopped:
            self._home.emit(lambda: call() if isValid(owner) and not self._stopped else None)


class _Throttle:
    """Lets reports through at most so many times a second; the last one always."""

    def __init__(self, show: Shown) -> None:
        self._show = show
        self._next = 0.0

    def __call__(self, done: int, total: int, label: str) -> None:
        now = time.monotonic()
        if now >= self._next or done == total:
            self._next = now + 1 / REPORTS_PER_SECOND
            self._show(done, total, label)


def _outcome(work: Work[T], progress: Progress) -> Outcome[T]:
    try:
        return Ok(work(progress))
    except Cancelled:
        return Stopped()
    except Exception as error:
        return Err(error)


def _call(closure: Callable[[], object]) -> None:
    closure()

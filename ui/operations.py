"""Run, match the outcome, tell the user, broadcast: the one way a page speaks to the services."""

from collections.abc import Callable
from typing import TypeVar, assert_never

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.changes import Changes
from app.domain.errors import UserError
from app.progress import Progress
from ui.jobs import Err, Jobs, Ok, Outcome, Shown, Stopped, Work

T = TypeVar("T")
Refused = Callable[[UserError], None]


def _nothing(_: object) -> None:
    """Do nothing with a value."""


class Operations(QObject):
    """`changed` is the one signal of the program: a write touched these kinds of things."""

    changed = Signal(Changes)
    refused = Signal(UserError)
    failed = Signal(Exception)
    saved = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs

    def read(
        self,
        owner: QObject,
        work: Work[T],
        then: Callable[[T], None],
        *,
        refused: Refused | None = None,
        shown: Shown | None = None,
        stopped: Callable[[], None] = lambda: None,
    ) -> Progress:
        """Fetch a value and give it to `then`; a refusal goes to `refused`, else to the user."""

        def done(outcome: Outcome[T]) -> None:
            self._settle(outcome, then, refused, stopped)

        return self._jobs.read(owner, work, done, shown)

    def write(
        self,
        owner: QObject,
        work: Work[T],
        then: Callable[[T], None] = _nothing,
        *,
        touched: Changes | None = None,
        refused: Refused | None = None,
        shown: Shown | None = None,
        stopped: Callable[[], None] = lambda: None,
    ) -> Progress:
        """Change the record, then broadcast what it touched: the value if it is `Changes`, else `touched`.

        What was written is broadcast even if `owner`, a dialog perhaps, is gone by then.
        """

        def kept(value: T) -> None:
            if isValid(owner):
                then(value)
            self.saved.emit()
            self.changed.emit(value if isinstance(value, Changes) else touched or Changes.NOTHING)

        def told(done: int, total: int, label: str) -> None:
            if shown is not None and isValid(owner):
                shown(done, total, label)

        def done(outcome: Outcome[T]) -> None:
            alive = isValid(owner)
            self._settle(outcome, kept, refused if alive else None, stopped if alive else lambda: None)

        return self._jobs.write(self, work, done, told)

    def aside(self, work: Work[object]) -> None:
        """Write what is no record, a draft, after every write asked for before; nobody is told that it was saved."""
        self._jobs.write(self, work, lambda outcome: self._settle(outcome, _nothing, None, lambda: None))

    def _settle(
        self,
        outcome: Outcome[T],
        then: Callable[[T], None],
        refused: Refused | None,
        stopped: Callable[[], None],
    ) -> None:
        match outcome:
            case Ok(value):
                then(value)
            case Err(UserError() as error):
                (refused or self.refused.emit)(error)
            case Err(error):
                self.failed.emit(error)
            case Stopped():
                stopped()
            case _:
                assert_never(outcome)


class Latest:
    """Asks again and again on behalf of `owner`; only the answer to the last question counts."""

    def __init__(self, operations: Operations, owner: QObject) -> None:
        self._operations = operations
        self._owner = owner
        self._generation = 0
        self._progress: Progress | None = None

    def ask(self, work: Work[T], then: Callable[[T], None]) -> None:
        """Start `work`; whatever was asked before is cancelled and its answer dropped."""
        self.drop()
        generation = self._generation

        def arrive(value: T) -> None:
            if generation == self._generation:
                then(value)

        self._progress = self._operations.read(self._owner, work, arrive)

    def drop(self) -> None:
        """Forget the question under way."""
        self._generation += 1
        if self._progress is not None:
            self._progress.cancel()

"""Run, match the outcome, tell the user, broadcast: the one way a page speaks to the services."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, assert_never

from PySide6.QtCore import QObject, Signal, SignalInstance
from shiboken6 import isValid

from app.changes import Changes
from app.domain.errors import UserError
from app.progress import Progress
from ui.deeds import Deed, Deeds
from ui.jobs import Err, Jobs, Ok, Outcome, Shown, Stopped, Work

if TYPE_CHECKING:
    from app.undo.service import Undo, Undone, Unit

T = TypeVar("T")
Refused = Callable[[UserError], None]


def _nothing(_: object) -> None:
    """Do nothing with a value."""


class Operations(QObject):
    """`changed` is the one signal of the program: a write touched these kinds of things.

    `done`: a named write is through and can be taken back; `undone`: it was; `again`: it was done once more.
    """

    changed = Signal(Changes)
    done = Signal(str)
    undone = Signal(str)
    again = Signal(str)
    refused = Signal(UserError)
    failed = Signal(Exception)
    saved = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._deeds: Deeds | None = None

    def keep_deeds(self, undo: Undo) -> None:
        """From now on named writes to this vault can be taken back; those of before too, if it is the same one."""
        if self._deeds is None or self._deeds.undo is not undo:
            self._deeds = Deeds(undo)

    def to_undo(self) -> str:
        """The name of what Ctrl+Z would take back; empty if there is nothing."""
        return self._deeds.done[-1].name if self._deeds and self._deeds.done else ""

    def to_redo(self) -> str:
        """The name of what Ctrl+Y would do again; empty if there is nothing."""
        return self._deeds.undone[-1].name if self._deeds and self._deeds.undone else ""

    def undo(self) -> None:
        """Take back what was done last; what was built on since stays, and is told as a refusal."""
        if self._deeds and self._deeds.done:
            deeds, deed = self._deeds, self._deeds.done[-1]
            self._back(deeds, deed, lambda unit: deeds.took_back(deed, unit), self.undone)

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self._deeds and self._deeds.undone:
            deeds, deed = self._deeds, self._deeds.undone[-1]
            self._back(deeds, deed, lambda unit: deeds.did_again(deed, unit), self.again)

    def _back(self, deeds: Deeds, deed: Deed, settle: Callable[[Unit], None], told: SignalInstance) -> None:
        def settled(found: Undone) -> None:
            settle(found.unit)
            self.changed.emit(found.touched)
            told.emit(deed.name)

        def kept_back(error: UserError) -> None:
            deeds.forget(deed)
            self.refused.emit(error)

        self.write(self, lambda progress: deeds.undo.undo(deed.unit, progress), settled, refused=kept_back)

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
        named: str = "",
        refused: Refused | None = None,
        shown: Shown | None = None,
        stopped: Callable[[], None] = lambda: None,
    ) -> Progress:
        """Change the record, then broadcast what it touched: the value if it is `Changes`, else `touched`.

        What was written is broadcast even if `owner`, a dialog perhaps, is gone by then. `named`: what was done, as
        its toast says it; then it can be taken back.
        """
        deeds = self._deeds if named else None

        def noted(progress: Progress) -> tuple[T, Unit | None]:
            mark = deeds.undo.mark() if deeds else 0
            value = work(progress)
            return value, deeds.undo.since(mark) if deeds else None

        def kept(found: tuple[T, Unit | None]) -> None:
            value, unit = found
            if isValid(owner):
                then(value)
            self.saved.emit()
            self.changed.emit(value if isinstance(value, Changes) else touched or Changes.NOTHING)
            if deeds and unit:
                deeds.add(Deed(named, unit))
                self.done.emit(named)

        def told(done: int, total: int, label: str) -> None:
            if shown is not None and isValid(owner):
                shown(done, total, label)

        def done(outcome: Outcome[tuple[T, Unit | None]]) -> None:
            alive = isValid(owner)
            self._settle(outcome, kept, refused if alive else None, stopped if alive else lambda: None)

        return self._jobs.write(self, noted, done, told)

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

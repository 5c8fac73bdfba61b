"""What stands before any vault is open: the first run while none is known, else the question for the passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.clock import Clock
from app.i18n import Words
from app.settings import Settings
from ui.look import Look
from ui.operations import Operations
from ui.shell.unlock import UnlockWindow

if TYPE_CHECKING:
    from ui.first_run.window import FirstRunWindow

WHERE = 1
"""The page of the first run that asks where a vault shall lie."""


class Door(QObject):
    """`opened` carries a vault; `made` a new one, of which `begun` says with a `Wish` what is done first in it."""

    opened = Signal(object)
    made = Signal(object)
    begun = Signal(object)
    language_chosen = Signal(str)

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self.unlock: UnlockWindow | None = None
        self.first: FirstRunWindow | None = None

    @property
    def front(self) -> QWidget | None:
        """The window that stands now."""
        return self.first or self.unlock

    def ask(self, look: Look, words: Words, operations: Operations, settings: Settings) -> None:
        """Show the window, anew in another language or theme; what was typed on the first run stays."""
        self._look, self._words, self._operations, self._settings = look, words, operations, settings
        if self.first is not None:
            if not self.first.over:
                self._begin(self.first.at)
        elif settings.last_vault:
            self._unlock()
        else:
            self._begin(0)

    def train(self) -> None:
        """Open the training vault, made at first use."""
        from app.training.vault import open_training, training_path
        front, clock = self.first or self.unlock, self._clock
        if front is not None:
            office = self._words("Training office")
            front.wait_for(self._words("Preparing the training data…"))
            self._operations.read(
                front, lambda progress: open_training(training_path(), office, clock, progress),
                self.opened.emit, refused=front.tell,
            )  # fmt: skip

    def close(self) -> None:
        """Take the window away."""
        for window in (self.unlock, self.first):
            if window is not None:
                window.close()
                window.deleteLater()
        self.unlock = self.first = None

    def _unlock(self) -> None:
        window = UnlockWindow(
            self._look, self._words, self._operations, self._settings.last_vault, self._settings.last_user
        )
        window.unlocked.connect(self.opened)
        window.language_chosen.connect(self.language_chosen)
        window.fresh_wanted.connect(lambda: self._begin(WHERE))
        window.training_wanted.connect(self.train)
        window.show()
        self.close()
        self.unlock = window

    def _begin(self, at: int) -> None:
        from ui.first_run.window import FirstRunWindow
        answers = self.first.answers() if self.first else None
        window = FirstRunWindow(self._look, self._words, self._operations, self._clock, answers)
        window.made.connect(self.made)
        window.begun.connect(self.begun)
        window.language_chosen.connect(self.language_chosen)
        window.training_wanted.connect(self.train)
        window.existing_wanted.connect(self._unlock)
        window.go(at)
        window.show()
        self.close()
        self.first = window

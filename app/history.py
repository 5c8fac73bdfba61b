"""Undo and redo of a form: the drafts it went through, each of them frozen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class History(Generic[T]):
    """The draft as it stands, those before it, and those that were taken back."""

    now: T
    past: tuple[T, ...] = ()
    future: tuple[T, ...] = ()

    def edit(self, draft: T) -> History[T]:
        """Go on to `draft`; what was taken back is forgotten. An equal draft is no edit."""
        return self if draft == self.now else History(draft, (*self.past, self.now))

    def undo(self) -> History[T]:
        """Step back; itself if there is nothing before."""
        return History(self.past[-1], self.past[:-1], (self.now, *self.future)) if self.past else self

    def redo(self) -> History[T]:
        """Step forward again; itself if nothing was taken back."""
        return History(self.future[0], (*self.past, self.now), self.future[1:]) if self.future else self

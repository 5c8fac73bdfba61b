"""What was done in this session and can be taken back, and what was taken back and can be done again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.undo.service import Undo, Unit

MOST = 50


@dataclass(frozen=True, slots=True)
class Deed:
    """One piece of work under the name its toast gave it: “Step done: …”."""

    name: str
    unit: Unit


@dataclass(slots=True)
class Deeds:
    """Two stacks over one open vault. Nothing of it outlives the session: the journal does."""

    undo: Undo
    done: list[Deed] = field(default_factory=list)
    undone: list[Deed] = field(default_factory=list)

    def add(self, deed: Deed) -> None:
        """A new piece of work; what was taken back before it is not done again."""
        self.done = [*self.done, deed][-MOST:]
        self.undone.clear()

    def took_back(self, deed: Deed, unit: Unit) -> None:
        """`deed` was taken back by the work of `unit`."""
        self.done.remove(deed)
        self.undone.append(Deed(deed.name, unit))

    def did_again(self, deed: Deed, unit: Unit) -> None:
        """`deed`, once taken back, was done again by the work of `unit`."""
        self.undone.remove(deed)
        self.done.append(Deed(deed.name, unit))

    def forget(self, deed: Deed) -> None:
        """`deed` cannot be moved any more: somebody built on it."""
        self.done = [one for one in self.done if one is not deed]
        self.undone = [one for one in self.undone if one is not deed]

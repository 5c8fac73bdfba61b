"""Where somebody went, as a browser keeps it: back, and forward again."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

LONGEST = 50


@dataclass(frozen=True, slots=True)
class Stop:
    """A page; of a case, which one."""

    page: str
    case: UUID | None = None


@dataclass(frozen=True, slots=True)
class Trail:
    """The stop in view, those before it and those one came back from, the nearest last."""

    here: Stop
    behind: tuple[Stop, ...] = ()
    ahead: tuple[Stop, ...] = ()

    def go(self, stop: Stop) -> Trail:
        """Visit a stop; what was ahead is forgotten. To stay is no step."""
        return self if stop == self.here else Trail(stop, (*self.behind, self.here)[-LONGEST:])

    def back(self) -> Trail:
        """One stop back; itself at the beginning."""
        return Trail(self.behind[-1], self.behind[:-1], (*self.ahead, self.here)) if self.behind else self

    def forward(self) -> Trail:
        """One stop forward again; itself at the end."""
        return Trail(self.ahead[-1], (*self.behind, self.here), self.ahead[:-1]) if self.ahead else self


START = Trail(Stop("today"))

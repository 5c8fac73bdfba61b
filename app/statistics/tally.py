"""What became of steps, counted; and the same for eyes outside the office, where a small number could name a family."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from statistics import median

SMALL = 5
"""Counts below this are not told outside: of so few, somebody could be recognised."""
HIDDEN = f"<{SMALL}"
"""What stands for one of them."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Steps by what became of them. `otherwise`: not needed, impossible, no longer applies; `open_`: not yet due."""

    done: int = 0
    otherwise: int = 0
    open_: int = 0
    overdue: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(self)))

    @property
    def whole(self) -> int:
        """All of them."""
        return self.done + self.otherwise + self.open_ + self.overdue


def outside(count: int) -> str:
    """A count as it may leave the office: nothing, a number, or «<5»."""
    return HIDDEN if 0 < count < SMALL else str(count)


def middle(days: Iterable[int]) -> int | None:
    """The median of so many days, rounded; None of nothing."""
    known = list(days)
    return round(median(known)) if known else None

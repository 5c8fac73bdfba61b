"""How somebody may be reached without harm: everything that stands beside a number, and what it forbids."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class MayLeave(StrEnum):
    """Whether a message may be left where somebody else could hear or read it."""

    UNASKED = ""
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Number:
    """A phone; `safe`: named as the one that may be rung."""

    number: str
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Safety:
    """The rules of reaching one relative. `no_contact`: not by any way; `no_call`: write, or wait for a call."""

    no_contact: bool = False
    no_call: bool = False
    hours: str = ""
    language: str = "uk"
    phrase: str = ""
    message: MayLeave = MayLeave.UNASKED

    @property
    def silent(self) -> bool:
        """Whether no number of hers is one to ring."""
        return self.no_contact or self.no_call


def to_ring(numbers: Sequence[Number], safety: Safety) -> tuple[str, ...]:
    """The numbers that may be rung: none of whom is not to be called, only safe ones where any is named safe."""
    if safety.silent:
        return ()
    return tuple(one.number for one in numbers if one.safe) or tuple(one.number for one in numbers)

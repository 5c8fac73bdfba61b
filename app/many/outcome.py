"""What is done to many cases at once: one unit of work, what became of each, and a word for those left out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from app.changes import Changes
from app.domain.errors import UserError


class LeftOut(StrEnum):
    """Why a case was left as it is."""

    SAME_WORKER = "same_worker"
    NOT_YOURS = "not_yours"
    STEP_OPEN = "step_open"
    STEP_NOT_FOR_STATUS = "step_not_for_status"
    PAPER_REFUSED = "paper_refused"
    TERM_OF_THE_LAW = "term_of_the_law"


@dataclass(frozen=True, slots=True)
class OutRow:
    """A case that was left out: its number, why, and what refused it where something did."""

    case: UUID
    number: str
    why: LeftOut
    error: UserError | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many cases were changed, which were left out, and what was touched."""

    done: int
    out: tuple[OutRow, ...] = ()
    touched: Changes = field(default=Changes.NOTHING)

    def reasons(self) -> Mapping[LeftOut, int]:
        """How many were left out for each reason."""
        return Counter(row.why for row in self.out)


def in_parts(cases: Sequence[UUID], size: int) -> list[Sequence[UUID]]:
    """The cases in parts of at most `size`."""
    return [cases[start : start + size] for start in range(0, len(cases), size)]

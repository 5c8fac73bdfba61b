"""One line of the table of faults: how often a fault was tried, and what it cost."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

HEADINGS = ("fault", "states tried", "acknowledged records lost", "alarms raised wrongly", "result")

Say = Callable[[str], object]
"""Told how far a long run is."""


@dataclass(frozen=True, slots=True)
class Row:
    """What one fault did in `tried` states.

    `lost`: states in which something acknowledged was gone or changed without a word; `wrong`: alarms and refusals
    where nothing was amiss; `note`: what else is worth a line, or why the fault could not be tried (`tried` is 0).
    """

    fault: str
    tried: int
    lost: int
    wrong: int
    note: str = ""

    @property
    def passed(self) -> bool:
        """Nothing lost, nothing alarmed wrongly; a fault that could not be tried here fails nothing."""
        return self.lost == 0 and self.wrong == 0

    def cells(self) -> tuple[str, ...]:
        """The line as text."""
        result = "not tried" if self.tried == 0 else "passed" if self.passed else "FAILED"
        told = f"{result}: {self.note}" if self.note else result
        return self.fault, f"{self.tried:,}", str(self.lost), str(self.wrong), told


def table(rows: Sequence[Row]) -> str:
    """The rows in columns as wide as they need; Markdown as well."""
    lines = [HEADINGS, *(row.cells() for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    lines.insert(1, tuple("-" * wide for wide in widths))
    shown = (" | ".join(cell.ljust(wide) for cell, wide in zip(line, widths, strict=True)) for line in lines)
    return "\n".join(f"| {line} |" for line in shown)

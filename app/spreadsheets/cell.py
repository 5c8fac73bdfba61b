"""What a workbook holds before anybody reads meaning into it: sheets of raw cells."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

CellValue = str | int | float | bool | datetime | date | time | timedelta | None


class Cell(NamedTuple):
    """One cell: `text` as a person sees it, `value` as the file types it, `formula` with its ``=`` (never run).

    A tuple, not a dataclass: a caseload has a million of them.
    """

    text: str
    value: CellValue = None
    formula: str | None = None

    @property
    def original(self) -> str:
        """What stands in the cell for the record: the formula, and its last result if there is one."""
        if self.formula is None:
            return self.text
        return f"{self.formula} → {self.text}" if self.text else self.formula


EMPTY = Cell("")

Row = tuple[Cell, ...]


class Span(NamedTuple):
    """A merged block of cells; rows and columns count from 0, both ends belong to it."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `rows[i]` is sheet row i + 1, cut after its last cell that holds something."""

    name: str
    rows: tuple[Row, ...]
    merged: tuple[Span, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A file as it was read: its name without folders, its sheets in order, the encoding if it is text."""

    file_name: str
    sheets: tuple[Sheet, ...]
    encoding: str = ""


def show(value: CellValue) -> str:
    """A typed value as a person sees it in the sheet: days as 05.12.2026, whole numbers without a point."""
    match value:
        case None:
            return ""
        case bool():
            return "так" if value else "ні"
        case datetime():
            return value.strftime("%d.%m.%Y %H:%M" if value.time() != time.min else "%d.%m.%Y")
        case date():
            return value.strftime("%d.%m.%Y")
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
        case _:
            return str(value)

"""A first look into a file, before anything is planned: its sheets, its encoding, what its columns seem to mean."""

from dataclasses import dataclass
from pathlib import Path

from app.progress import Progress
from app.spreadsheets.cell import Sheet, Table
from app.spreadsheets.faults import NoHeadings
from app.spreadsheets.headings import ColumnMap, choose_sheet, corrected
from app.spreadsheets.plan import Remembered
from app.spreadsheets.source import read_table

SHOWN_ROWS, SHOWN_CELLS = 12, 12


@dataclass(frozen=True, slots=True)
class SheetLook:
    """One sheet: how many rows it has, and the cells of its first ones as a person sees them."""

    name: str
    rows: int
    sample: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class FileLook:
    """A file. `sheet`: the one looked into; `found`: its columns as the program reads them, None if it has no headings.

    `remembered`: the same columns as somebody set them for such headings before, None if nobody did. `encoding` is
    empty where the file itself names it.
    """

    path: Path
    sheets: tuple[SheetLook, ...]
    sheet: str
    found: ColumnMap | None
    remembered: ColumnMap | None
    encoding: str

    @property
    def columns(self) -> ColumnMap | None:
        """The columns to begin with."""
        return self.remembered or self.found


def look(
    path: Path, *, sheet: str | None = None, encoding: str | None = None, remembered: Remembered,
    progress: Progress | None = None,
) -> FileLook:  # fmt: skip
    """Look into the file at `path`: into `sheet`, else into the one most like a register; writes nothing.

    Raises what `read_table` raises, `NoSuchSheet`, `Cancelled`.
    """
    table = read_table(path, progress, encoding)
    name, found = _found(table, sheet)
    by_hand = remembered(found.key) if found is not None else None
    kept = corrected(found, by_hand) if found is not None and by_hand else None
    sheets = tuple(_shown(one) for one in table.sheets)
    return FileLook(path, sheets, name, found, kept, table.encoding)


def _found(table: Table, sheet: str | None) -> tuple[str, ColumnMap | None]:
    try:
        chosen, columns = choose_sheet(table, sheet)
    except NoHeadings:
        return sheet or table.sheets[0].name, None
    return chosen.name, columns


def _shown(sheet: Sheet) -> SheetLook:
    filled = [row for row in sheet.rows if row]
    sample = tuple(tuple(cell.text for cell in row[:SHOWN_CELLS]) for row in filled[:SHOWN_ROWS])
    return SheetLook(sheet.name, len(filled), sample)

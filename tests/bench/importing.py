"""A messy workbook planned and imported, beside openpyxl reading the same file alone."""

from pathlib import Path

from openpyxl import load_workbook

from app.services import Services
from app.training.workbook import write_messy_workbook
from tests.bench.bed import CLOCK, Bed
from tests.bench.figure import Figure
from tests.bench.stopwatch import once

_MOST_ROWS = 2_000


def measure(bed: Bed) -> list[Figure]:
    """Into an empty vault, whose duplicates are looked for in the file alone, and into the full one.

    Each book is brought once, by a process that has read none before: that is how it is used.
    """
    rows = min(bed.cases, _MOST_ROWS)
    number = len(list(bed.folder.glob("register-*.xlsx")))
    book = bed.folder / f"register-{number}.xlsx"
    write_messy_workbook(book, rows, bed.seed + number, today=CLOCK.today())
    fresh = bed.make(bed.fresh("import") / "empty")
    empty = _figure(fresh, book, f"import of {rows:,} rows, planned and carried out")
    fresh.vault.close()
    with bed.services() as services:
        full = _figure(services, book, f"import of {rows:,} rows beside {bed.cases:,} cases")
    return [empty, full]


def _figure(services: Services, book: Path, name: str) -> Figure:
    bare = once(lambda: _read(book))
    return Figure(name, once(lambda: _bring(services, book)), bare, most_times=3)


def _bring(services: Services, book: Path) -> None:
    services.imports.apply(services.imports.plan(book))


def _read(book: Path) -> int:
    return sum(len(row) for sheet in load_workbook(book) for row in sheet.iter_rows(values_only=True))

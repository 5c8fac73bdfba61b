"""Rows as a spreadsheet takes them from the clipboard; nothing in them is ever a formula."""

from collections.abc import Iterable, Sequence

FORMULA = ("=", "+", "-", "@")


def tsv(rows: Iterable[Sequence[str]]) -> str:
    """Cells between tabs, rows between line ends. A cell that begins like a formula gets an apostrophe before it."""
    return "\n".join("\t".join(literal(cell) for cell in row) for row in rows)


def literal(cell: str) -> str:
    """The cell in one line, and never a formula (CWE-1236)."""
    plain = " ".join(cell.split())
    return f"'{plain}" if plain.startswith(FORMULA) else plain

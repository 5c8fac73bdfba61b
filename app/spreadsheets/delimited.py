"""Reads .csv as offices save it: utf-8, utf-16 or cp1251; semicolon, comma or tab."""

import csv
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter
from io import StringIO

from app.progress import Progress
from app.spreadsheets.archive import MOST_BYTES
from app.spreadsheets.cell import EMPTY, Cell, Row, Sheet
from app.spreadsheets.faults import NotAWorkbook, OversizedWorkbook, UnreadableLines
from app.spreadsheets.xlsx import WIDEST

ENCODINGS = ("utf-8", "cp1251", "utf-16")
"""What a person can choose from; the program itself tells utf-16 of either order."""
_DELIMITERS = ";\t,"
_SAMPLE_LINES = 40
_EVERY = 500


def read_csv(data: bytes, name: str, progress: Progress, encoding: str) -> Sheet:
    """The one sheet of a delimited file in `encoding`. Every cell is text; a line ``sep=;`` is obeyed and dropped."""
    if len(data) > MOST_BYTES:
        raise OversizedWorkbook(name=name)
    text = decode(data, encoding)
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        delimiter, text = first.strip()[-1], rest
    else:
        delimiter = guess_delimiter(text)
    lines = text.count("\n") + 1
    known: dict[str, Cell] = {"": EMPTY}
    rows: list[Row] = []
    try:
        for at, fields in enumerate(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)):
            rows.append(_row(fields, known))
            if at % _EVERY == 0:
                progress.checkpoint(at, lines, name)
    except csv.Error as error:
        raise UnreadableLines(name=name) from error
    while rows and not rows[-1]:
        rows.pop()
    return Sheet(name, tuple(rows))


def _row(fields: list[str], known: dict[str, Cell]) -> Row:
    row = []
    for field in fields[:WIDEST]:
        cell = known.get(field)
        if cell is None:
            cell = known[field] = Cell(field, field) if field.strip() else EMPTY
        row.append(cell)
    while row and row[-1] is EMPTY:
        row.pop()
    return tuple(row)


def guess_encoding(data: bytes, name: str) -> str:
    """The encoding of a file where nobody names it: marks first, then strict utf-8, then cp1251."""
    if data.startswith(BOM_UTF8):
        return "utf-8"
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or _far_apart(data):
        return "utf-16"
    if 0 in data:
        raise NotAWorkbook(name=name)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1251"
    return "utf-8"


def decode(data: bytes, encoding: str) -> str:
    """The text of a file in one of `ENCODINGS`, without its mark; what is not of it becomes a replacement sign."""
    if encoding == "utf-16" and not data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        encoding = _far_apart(data) or "utf-16-le"
    return data.decode("utf-8-sig" if encoding == "utf-8" else encoding, errors="replace")


def _far_apart(data: bytes) -> str:
    """Which utf-16 without a mark it is: every other byte of digits and separators is nought."""
    head = data[:4096]
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if head[start::2].count(0) > len(head) // 8:
            return encoding
    return ""


def guess_delimiter(text: str) -> str:
    """The delimiter that cuts the first lines into the same number of fields, more than one, most often."""
    lines = text[:200_000].splitlines()[:_SAMPLE_LINES]

    def fitness(delimiter: str) -> tuple[int, int]:
        try:
            widths = Counter(len(fields) for fields in csv.reader(lines, delimiter=delimiter) if len(fields) > 1)
        except csv.Error:
            return (0, 0)
        width, times = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        return (times, width)

    return max(_DELIMITERS, key=fitness)

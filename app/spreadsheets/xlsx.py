"""Reads .xlsx in one pass that keeps formula and last result together; formulas are never run.

openpyxl yields either formulas or results, so that it must parse a sheet twice to give both, and it builds an
object per cell; this reader streams the sheet once, in under half of openpyxl's time, and leaves to openpyxl
what is tricky: number formats and date serials (ECMA-376 part 1, 18.3, 18.8, 18.17.4).
"""

from collections.abc import Iterator
from datetime import datetime
from typing import IO
from xml.etree.ElementTree import Element, ParseError, iterparse
from zipfile import ZipFile

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.cell import column_index_from_string, range_boundaries
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from app.progress import Progress
from app.spreadsheets.cell import EMPTY, Cell, CellValue, Row, Sheet, Span, show
from app.spreadsheets.faults import DamagedWorkbook, OversizedWorkbook

WIDEST = 500
"""Columns read; no register is wider, and a lone cell in column XFD must not cost memory."""
MOST_CELLS = 10_000_000

_REL_ID = "id"
_INSIDE_A_ROW = ("}c", "}v", "}t", "}is", "}f", "}r")
_EVERY = 500


def read_sheets(archive: ZipFile, name: str, progress: Progress) -> tuple[Sheet, ...]:
    """Every worksheet of a vetted archive, in the workbook's order. Chart sheets and macros are passed over."""
    try:
        return tuple(_sheets(archive, name, progress))
    except (ParseError, KeyError, ValueError, IndexError) as error:
        raise DamagedWorkbook(name=name) from error


def _sheets(archive: ZipFile, name: str, progress: Progress) -> Iterator[Sheet]:
    home, targets = _relations(archive)
    strings = _shared_strings(archive, home)
    epoch = CALENDAR_WINDOWS_1900
    listed: list[tuple[str, str, bool]] = []
    for element in _elements(archive, targets["workbook"]):
        match _local(element.tag):
            case "workbookPr" if element.get("date1904") in {"1", "true"}:
                epoch = CALENDAR_MAC_1904
            case "sheet":
                rel = next((value for key, value in element.attrib.items() if _local(key) == _REL_ID), "")
                shown = element.get("state", "visible") == "visible"
                listed.append((element.get("name", ""), rel, not shown))
    dates = _date_styles(archive, home)
    for title, rel, hidden in listed:
        part = targets.get(rel, "")
        if part in archive.NameToInfo and "/worksheets/" in part:
            yield _SheetReader(archive, name, strings, dates, epoch).read(part, title, hidden, progress)


def _relations(archive: ZipFile) -> tuple[str, dict[str, str]]:
    """The folder of the workbook part, and part names by relation id; the workbook's own under ``workbook``."""
    mains = (
        element.get("Target", "").lstrip("/")
        for element in _elements(archive, "_rels/.rels")
        if element.get("Type", "").endswith("/officeDocument")
    )
    book = next(mains, "")
    folder, _, leaf = book.rpartition("/")
    home = f"{folder}/" if folder else ""
    targets = {"workbook": book}
    for element in _elements(archive, f"{home}_rels/{leaf}.rels"):
        target = element.get("Target", "")
        targets[element.get("Id", "")] = target.lstrip("/") if target.startswith("/") else home + target
    return home, targets


def _shared_strings(archive: ZipFile, home: str) -> list[str]:
    part = f"{home}sharedStrings.xml"
    if part not in archive.NameToInfo:
        return []
    strings = []
    for element in _elements(archive, part):
        if _local(element.tag) == "si":
            strings.append(_rich_text(element))
            element.clear()
    return strings


def _date_styles(archive: ZipFile, home: str) -> frozenset[str]:
    """The style numbers whose cells show days, as they stand in the attribute ``s``."""
    part = f"{home}styles.xml"
    if part not in archive.NameToInfo:
        return frozenset()
    formats = dict(BUILTIN_FORMATS)
    styles: list[int] = []
    for element in _elements(archive, part):
        match _local(element.tag):
            case "numFmt":
                formats[int(element.get("numFmtId", "0"))] = element.get("formatCode", "General")
            case "cellXfs":
                styles = [int(style.get("numFmtId", "0")) for style in element]
    return frozenset(str(i) for i, code in enumerate(styles) if is_date_format(formats.get(code, "General")))


class _SheetReader:
    """Reads one sheet; equal cells share one value, which is most of a caseload's words."""

    def __init__(self, archive: ZipFile, name: str, strings: list[str], dates: frozenset[str], epoch: datetime) -> None:
        self._archive = archive
        self._name = name
        self._strings = strings
        self._dates = dates
        self._epoch = epoch
        self._known: dict[tuple[str | None, bool, str], Cell] = {}
        self._shared_formulas: dict[str, str] = {}
        self._columns: dict[str, int] = {}

    def read(self, part: str, title: str, hidden: bool, progress: Progress) -> Sheet:
        rows: list[Row] = []
        merged: list[Span] = []
        cells = expected = 0
        for element in _elements(self._archive, part):
            if element.tag.endswith(_INSIDE_A_ROW):
                continue
            match _local(element.tag):
                case "row":
                    at = int(element.get("r") or len(rows) + 1) - 1
                    row = self._row(element)
                    element.clear()
                    cells += len(row) + max(at - len(rows), 0)
                    if cells > MOST_CELLS:
                        raise OversizedWorkbook(name=self._name)
                    if row and at >= len(rows):
                        rows.extend([()] * (at - len(rows)))
                        rows.append(row)
                    if at % _EVERY == 0:
                        progress.checkpoint(at, max(expected, at), title)
                case "dimension":
                    expected = _span(element.get("ref", "A1")).bottom + 1
                case "mergeCell":
                    merged.append(_span(element.get("ref", "A1")))
        return Sheet(title, tuple(rows), tuple(merged), hidden)

    def _row(self, element: Element) -> Row:
        row: list[Cell] = []
        for child in element:
            reference = child.get("r")
            at = self._column(reference) if reference else len(row)
            if at >= WIDEST or at < len(row):
                continue
            cell = self._cell(child)
            if cell is not EMPTY:
                row.extend([EMPTY] * (at - len(row)))
                row.append(cell)
            elif not reference:
                row.append(EMPTY)
        while row and row[-1] is EMPTY:
            row.pop()
        return tuple(row)

    def _column(self, reference: str) -> int:
        letters = reference.rstrip("0123456789")
        at = self._columns.get(letters)
        if at is None:
            at = self._columns[letters] = column_index_from_string(letters) - 1
        return at

    def _cell(self, element: Element) -> Cell:
        kind = element.get("t")
        raw: str | None = None
        formula: str | None = None
        for child in element:
            tag = child.tag
            if tag.endswith("}v"):
                raw = child.text
            elif tag.endswith("}is"):
                raw = _rich_text(child)
            elif tag.endswith("}f"):
                formula = self._formula(child)
        if formula is not None:
            known = self._read(kind, raw, element.get("s") in self._dates)
            return Cell(known.text, known.value, formula)
        if raw is None:
            return EMPTY
        key = (kind, element.get("s") in self._dates, raw)
        cell = self._known.get(key)
        if cell is None:
            cell = self._known[key] = self._read(kind, raw, key[1])
        return cell

    def _formula(self, element: Element) -> str:
        text = element.text or ""
        index = element.get("si")
        if index is not None:
            text = self._shared_formulas.setdefault(index, text) if text else self._shared_formulas.get(index, "")
        return f"={text}"

    def _read(self, kind: str | None, raw: str | None, is_date: bool) -> Cell:
        """A typed cell from what is written: shared and own strings, booleans, error words, ISO days, numbers."""
        if raw is None or not raw.strip():
            return EMPTY
        value: CellValue
        match kind:
            case "s":
                value = self._strings[int(raw)]
                return Cell(value, value) if value.strip() else EMPTY
            case "inlineStr" | "str" | "e":
                return Cell(raw, raw)
            case "b":
                value = raw == "1"
            case "d":
                value = datetime.fromisoformat(raw)
            case _:
                value = _number(raw)
                if is_date:
                    value = _moment(value, self._epoch)
        return Cell(show(value), value)


def _number(raw: str) -> int | float:
    try:
        return int(raw)
    except ValueError:
        number = float(raw)
        return int(number) if number.is_integer() and abs(number) < 1e15 else number


def _moment(number: int | float, epoch: datetime) -> CellValue:
    """The day of a serial number; a number no calendar holds stays a number."""
    try:
        moment: CellValue = from_excel(number, epoch)
    except (ValueError, OverflowError):
        return number
    return moment


def _rich_text(element: Element) -> str:
    """The letters of a string item without its reading aids (``rPh``)."""
    if len(element) == 1 and element[0].tag.endswith("}t"):
        return element[0].text or ""
    parts = []
    for child in element:
        match _local(child.tag):
            case "t":
                parts.append(child.text or "")
            case "r":
                parts.extend(leaf.text or "" for leaf in child if _local(leaf.tag) == "t")
    return "".join(parts)


def _span(reference: str) -> Span:
    left, top, right, bottom = (bound or 1 for bound in range_boundaries(reference))
    return Span(top - 1, left - 1, bottom - 1, right - 1)


def _elements(archive: ZipFile, part: str) -> Iterator[Element]:
    stream: IO[bytes]
    with archive.open(part) as stream:
        for _, element in iterparse(stream):  # noqa: S314 - `archive.vet` has refused document types
            yield element


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]

"""Finds the heading row of a sheet nobody here has seen, and which column means what."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256

from openpyxl.utils.cell import get_column_letter

from app.spreadsheets.cell import EMPTY, Cell, Row, Sheet, Table
from app.spreadsheets.faults import (
    FieldMappedTwice,
    NoHeadings,
    NoNameColumn,
    NoSuchSheet,
    UnknownField,
    UnknownHeading,
)
from app.spreadsheets.fields import Field, Holds, field_defs
from app.spreadsheets.heading_words import LEAST_SCORE, likeness, scores, words

SEARCHED_ROWS = 30
LONGEST_HEADING = 120
SAMPLES = 20

_NOT_TAKEN = frozenset(("", "-", "none", "null"))
_DIGIT = re.compile(r"\d")
_DATE = re.compile(r"\d{1,2}\s*[./-]\s*\d{1,2}|(19|20)\d\d")
_NAME = re.compile(r"[^\W\d_]{2,}[^\d]*")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: where it stands (from 0), its heading, the field it is taken for, how sure (0 to 100)."""

    index: int
    heading: str
    field: Field | None
    score: float
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """What the columns of one sheet mean. `heading_row` and `data_from` are indexes into its rows."""

    sheet: str
    heading_row: int
    data_from: int
    columns: tuple[Column, ...]

    @property
    def fields(self) -> dict[Field, Column]:
        """The columns that are taken, by field."""
        return {column.field: column for column in self.columns if column.field is not None}

    @property
    def not_taken(self) -> tuple[str, ...]:
        """Headings that match no field; their cells are kept as provenance only."""
        return tuple(column.heading for column in self.columns if column.field is None)

    @property
    def key(self) -> str:
        """Names this heading set, so that a correction by hand can be found again."""
        return heading_key([column.heading for column in self.columns])

    @property
    def by_heading(self) -> dict[str, str | None]:
        """What `corrected` takes, and what a window stores: field by heading, None for not taken."""
        return {column.heading: column.field for column in self.columns}

    @property
    def total(self) -> float:
        """How well the sheet as a whole looks like a register."""
        sure = sum(column.score for column in self.columns if column.field is not None)
        named = Field.FULL_NAME in self.fields or Field.SURNAME in self.fields
        return sure if named else sure / 2


def heading_key(headings: Sequence[str]) -> str:
    """A stable name for a set of headings, whatever their order, capitals, spaces and apostrophes."""
    plain = sorted(" ".join(words(heading)) for heading in headings)
    return sha256("\n".join(plain).encode()).hexdigest()[:32]


def choose_sheet(
    table: Table, wanted: str | None = None, by_hand: Collection[str] = ()
) -> tuple[Sheet, ColumnMap]:
    """The sheet called `wanted`, else the one that looks most like a register, with its columns.

    `by_hand`: headings somebody named; a row that has them all is the heading row, whatever it looks like.

    Raises `NoSuchSheet`, or `NoHeadings` when no sheet looks like one.
    """
    sheets = [sheet for sheet in table.sheets if wanted is None or sheet.name.strip() == wanted.strip()]
    if not sheets:
        raise NoSuchSheet(name=table.file_name, sheet=wanted, sheets=", ".join(s.name for s in table.sheets))
    found = [(sheet, columns) for sheet in sheets if (columns := _columns_of(sheet, by_hand)) is not None]
    if not found:
        raise NoHeadings(name=table.file_name)
    return max(found, key=lambda item: item[1].total / (2 if item[0].hidden else 1))


def _columns_of(sheet: Sheet, by_hand: Collection[str]) -> ColumnMap | None:
    wanted = {words(heading) for heading in by_hand}
    for at, row in enumerate(sheet.rows[:SEARCHED_ROWS]):
        if wanted and wanted <= {words(cell.text) for cell in row}:
            return _read_columns(sheet, at, at)
    return find_headings(sheet)


def find_headings(sheet: Sheet) -> ColumnMap | None:
    """The most likely heading row, alone or as two rows read together, with every column's meaning."""
    looks = {at: _first_look(row) for at, row in enumerate(sheet.rows[:SEARCHED_ROWS]) if row}
    best_look = max(looks.values(), default=0.0)
    likely = sorted((at for at, look in looks.items() if look and look >= best_look / 2), key=lambda at: -looks[at])
    candidates = []
    for at in likely[:3]:
        candidates.append(_read_columns(sheet, at, at))
        candidates.extend(
            _read_columns(sheet, top, top + 1)
            for top in (at - 1, at)
            if top >= 0 and top + 1 < len(sheet.rows) and sheet.rows[top] and sheet.rows[top + 1]
        )
    best = max(candidates, key=_rank, default=None)
    return best if best is not None and len(best.fields) >= 2 else None


def _rank(columns: ColumnMap) -> float:
    """Two rows read together must be clearly better than one."""
    return columns.total * (0.97 if columns.data_from - columns.heading_row > 1 else 1.0)


def _first_look(row: Row) -> float:
    return sum(
        likeness(cell.text)
        for cell in row
        if isinstance(cell.value, str) and len(cell.text) <= LONGEST_HEADING
    )


def _read_columns(sheet: Sheet, top: int, bottom: int) -> ColumnMap:
    headings = _heading_texts(sheet, top, bottom)
    data = sheet.rows[bottom + 1 :]
    width = max([len(headings), *(len(row) for row in data[:SAMPLES])])
    headings += [""] * (width - len(headings))
    columns = []
    for at, heading in enumerate(_told_apart(headings)):
        samples = tuple(_sample_cells(data, at))
        if headings[at] or samples:
            shown = tuple(cell.text for cell in samples[:3])
            columns.append(_Candidate(Column(at, heading, None, 0.0, shown), headings[at], samples))
    return ColumnMap(sheet.name, top, bottom + 1, _assigned(columns))


@dataclass(frozen=True, slots=True)
class _Candidate:
    column: Column
    written: str
    samples: tuple[Cell, ...]


def _assigned(candidates: Sequence[_Candidate]) -> tuple[Column, ...]:
    """Give each field to the one column that fits best, left before right, and no column two fields."""
    pairs = sorted(
        (
            (-fit, candidate.column.index, field)
            for candidate in candidates
            for field, score in scores(candidate.written)
            if (fit := score + _evidence(field, candidate.samples)) >= LEAST_SCORE
        ),
    )
    taken: dict[int, tuple[Field, float]] = {}
    given: set[Field] = set()
    for loss, index, field in pairs:
        if index not in taken and field not in given:
            taken[index] = (field, min(-loss, 100.0))
            given.add(field)
    return tuple(
        replace(column, field=taken[column.index][0], score=taken[column.index][1])
        if column.index in taken
        else column
        for column in (candidate.column for candidate in candidates)
    )


def _evidence(field: Field, samples: tuple[Cell, ...]) -> float:
    """What the values say for or against a match, in points."""
    holds = field_defs()[field].holds
    if holds is Holds.ANY or len(samples) < 3:
        return 0.0
    share = sum(_looks_like(holds, cell) for cell in samples) / len(samples)
    return 12 * (share - 0.5) - (30 if share < 0.2 else 0)


def _looks_like(holds: Holds, cell: Cell) -> bool:
    text = cell.text.strip()
    digits = len(_DIGIT.findall(text))
    match holds:
        case Holds.COUNT:
            return text.isdigit() and len(text) <= 6
        case Holds.NAME:
            return _NAME.fullmatch(text) is not None and len(text.split()) <= 6
        case Holds.DATE:
            serial = text.isdigit() and 10_000 <= int(text) <= 60_000 if digits == 5 else False
            return isinstance(cell.value, date | datetime) or serial or (_DATE.search(text) is not None and digits < 14)
        case Holds.TAX_NUMBER:
            return 8 <= digits <= 11 and not any(letter.isalpha() for letter in text)
        case Holds.UNIT:
            return 3 <= digits <= 6
        case Holds.PHONE:
            return 7 <= digits <= 60 and digits != 17
        case Holds.ERDR:
            return 12 <= digits <= 20
        case Holds.ANSWER:
            return len(text) <= 24
        case Holds.ANY:
            return True


def _sample_cells(data: tuple[Row, ...], at: int) -> Iterator[Cell]:
    found = 0
    for row in data[: SAMPLES * 10]:
        if at < len(row) and row[at].text.strip():
            yield row[at]
            found += 1
            if found == SAMPLES:
                return


def _heading_texts(sheet: Sheet, top: int, bottom: int) -> list[str]:
    lower = [_tidy(cell) for cell in sheet.rows[bottom]]
    if top == bottom:
        return lower
    upper = _spread(sheet, top, len(lower))
    lower += [""] * (len(upper) - len(lower))
    return [f"{above} {below}".strip() if above != below else above for above, below in zip(upper, lower, strict=True)]


def _spread(sheet: Sheet, at: int, width: int) -> list[str]:
    """A row of group headings, each repeated over the columns it stands above."""
    texts = [_tidy(cell) for cell in sheet.rows[at]]
    texts += [""] * (width - len(texts))
    spans = [span for span in sheet.merged if span.top <= at <= span.bottom]
    for span in spans:
        for column in range(span.left, min(span.right + 1, len(texts))):
            texts[column] = texts[span.left]
    if not spans and sum(1 for text in texts if text) > 1:
        for column in range(1, len(texts)):
            texts[column] = texts[column] or texts[column - 1]
    return texts


def _tidy(cell: Cell) -> str:
    return " ".join(cell.text.split())[:LONGEST_HEADING] if cell is not EMPTY else ""


def _told_apart(headings: Sequence[str]) -> Iterator[str]:
    """Headings as a person can name them: a nameless column by its letter, a repeated one with its turn."""
    seen: dict[str, int] = {}
    for at, heading in enumerate(headings):
        name = heading or f"[{get_column_letter(at + 1)}]"
        turn = seen[name] = seen.get(name, 0) + 1
        yield name if turn == 1 else f"{name} ({turn})"


def corrected(columns: ColumnMap, mapping: Mapping[str, str | None]) -> ColumnMap:
    """`columns` with the headings that `mapping` names set by hand; what it does not name stays as found.

    A field given by hand leaves the column it was found for. Raises `UnknownHeading`, `UnknownField`, or
    `FieldMappedTwice`, so that no column silently overwrites another.
    """
    by_words = {words(column.heading): column for column in columns.columns}
    by_words.update({(column.heading,): column for column in columns.columns})
    chosen: dict[int, Field | None] = {}
    giver: dict[Field, str] = {}
    for heading, said in mapping.items():
        column = by_words.get((heading,)) or by_words.get(words(heading))
        if column is None:
            raise UnknownHeading(heading=heading)
        field = _field(said)
        if field is not None and giver.setdefault(field, column.heading) != column.heading:
            raise FieldMappedTwice(first=giver[field], second=column.heading, field=field.value)
        chosen[column.index] = field
    return replace(columns, columns=tuple(_by_hand(column, chosen, giver) for column in columns.columns))


def _by_hand(column: Column, chosen: Mapping[int, Field | None], giver: Mapping[Field, str]) -> Column:
    if column.index in chosen:
        return replace(column, field=chosen[column.index], score=100.0)
    if column.field in giver:
        return replace(column, field=None, score=0.0)
    return column


def _field(said: str | None) -> Field | None:
    text = (said or "").strip().lower()
    if text in _NOT_TAKEN:
        return None
    try:
        return Field(text)
    except ValueError:
        raise UnknownField(field=said, fields=", ".join(Field)) from None


def require_name(columns: ColumnMap, file_name: str) -> None:
    """Raise `NoNameColumn` unless some column gives the name of the man."""
    if not {Field.FULL_NAME, Field.SURNAME} & set(columns.fields):
        raise NoNameColumn(name=file_name)

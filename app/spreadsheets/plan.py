"""Plans an import: one immutable value that the preview shows and the import carries out, row by row."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from app.progress import Progress
from app.spreadsheets.cell import Row, Sheet
from app.spreadsheets.duplicates import LIKELY, KnownPeople, Match, PeopleIndex, Somebody, best_match
from app.spreadsheets.heading_words import words
from app.spreadsheets.headings import ColumnMap, choose_sheet, corrected, require_name
from app.spreadsheets.planned import Counts, ImportPlan, Likeness, Outcome, PlannedRow
from app.spreadsheets.remarks import Remark, RemarkCode
from app.spreadsheets.row_reader import ReadRow, RowReader
from app.spreadsheets.source import read_table

Remembered = Callable[[str], Mapping[str, str | None] | None]
"""Looks up the correction kept for a heading key (`ColumnMap.key`)."""

_EVERY = 200
_NOBODY = PeopleIndex()


def read_plan(
    path: Path,
    *,
    today: date,
    sheet: str | None = None,
    encoding: str | None = None,
    mapping: Mapping[str, str | None] | None = None,
    remembered: Remembered | None = None,
    known: KnownPeople = _NOBODY,
    progress: Progress | None = None,
) -> ImportPlan:
    """Read the file at `path` and decide what would become of every row that is not blank. Writes nothing.

    `mapping` sets columns by hand (`headings.corrected`); without it a `remembered` correction for the same
    headings is used. `known` finds people of the vault, so that they are held, not imported twice. Raises a
    `UserError` of `faults`, or `Cancelled`.
    """
    progress = progress or Progress()
    table = read_table(path, progress, encoding)
    chosen, columns = choose_sheet(table, sheet, mapping or ())
    by_hand = mapping if mapping is not None else remembered(columns.key) if remembered else None
    if by_hand:
        columns = corrected(columns, by_hand)
    require_name(columns, table.file_name)
    rows = tuple(_planned(chosen, columns, today, known, progress))
    return ImportPlan(
        file_name=table.file_name,
        sheet=chosen.name,
        sheets=tuple(each.name for each in table.sheets),
        mapping=columns,
        rows=rows,
        counts=Counts.of(rows),
        encoding=table.encoding,
    )


def _planned(
    sheet: Sheet, columns: ColumnMap, today: date, known: KnownPeople, progress: Progress
) -> Iterator[PlannedRow]:
    reader = RowReader(columns, today)
    headings = tuple(column.heading for column in columns.columns)
    places = tuple(column.index for column in columns.columns)
    seen = PeopleIndex()
    for at in range(columns.data_from, len(sheet.rows)):
        if at % _EVERY == 0:
            progress.checkpoint(at, len(sheet.rows), sheet.name)
        row = sheet.rows[at]
        if not row:
            continue
        width = len(row)
        originals = tuple(row[place].original if place < width else "" for place in places)
        yield _decided(reader, row, at + 1, headings, originals, seen, known)


def _decided(
    reader: RowReader,
    row: Row,
    sheet_row: int,
    headings: tuple[str, ...],
    originals: tuple[str, ...],
    seen: PeopleIndex,
    known: KnownPeople,
) -> PlannedRow:
    source_row = reader.source_row(row, sheet_row)
    said = reader.read(row)
    if not (said.person.name.surname and said.person.name.given):
        code = RemarkCode.HEADING_REPEATED if _repeats(headings, originals) else RemarkCode.NAME_MISSING
        return PlannedRow(
            sheet_row, source_row, Outcome.REFUSED, (Remark(code),), None, None, None, {}, None, headings, originals
        )
    somebody = _somebody(said, source_row)
    candidates = (*seen.like(somebody), *known.like(somebody))
    match = best_match(somebody, candidates)
    seen.add(somebody)
    held = match is not None and match.score >= LIKELY
    remarks = said.remarks
    if match is not None and held:
        remarks = (_held(match), *remarks)
    elif somebody.rnokpp and (other := next((c for c in candidates if c.rnokpp == somebody.rnokpp), None)):
        remarks = (Remark(RemarkCode.RNOKPP_OF_ANOTHER, facts=(("where", other.where),)), *remarks)
    outcome = Outcome.DUPLICATE if held else Outcome.IMPORT_WITH_WARNINGS if remarks else Outcome.IMPORT
    return PlannedRow(
        sheet_row=sheet_row,
        source_row=source_row,
        outcome=outcome,
        remarks=remarks,
        person=said.person,
        case=said.case,
        relative=said.relative,
        answers=said.answers,
        likeness=_likeness(match) if match and held else None,
        headings=headings,
        originals=originals,
    )


def _somebody(said: ReadRow, source_row: int) -> Somebody:
    name = said.person.name
    return Somebody(
        name.surname,
        name.given,
        name.patronymic,
        said.person.born,
        said.person.rnokpp,
        said.case.unit,
        row=source_row,
    )


def _held(match: Match) -> Remark:
    return Remark(RemarkCode.DUPLICATE, facts=(("where", match.other.where), ("why", match.why)))


def _likeness(match: Match) -> Likeness:
    other = match.other
    name = " ".join(filter(None, (other.surname, other.given, other.patronymic)))
    row = None if other.uid else other.row
    return Likeness(match.score, row, other.uid, other.number, name, other.born, other.unit or "")


def _repeats(headings: tuple[str, ...], originals: tuple[str, ...]) -> bool:
    """Whether a row is the heading row once more, as prints of long sheets have it."""
    same = sum(words(heading) == words(text) for heading, text in zip(headings, originals, strict=True) if text)
    return same * 2 > sum(1 for text in originals if text)

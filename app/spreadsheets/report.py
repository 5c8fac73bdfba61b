"""The report workbook: what became of every row and why, and the rows not taken, to be mended and imported again."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell
from openpyxl.styles import Alignment, Font

from app.domain.errors import N_, UserError
from app.domain.text import Text
from app.spreadsheets.fields import field_defs
from app.spreadsheets.planned import ImportPlan, Outcome, PlannedRow

OUTCOME_WORDS: Mapping[Outcome, Text] = MappingProxyType(
    {
        Outcome.IMPORT: Text("перенесено", "imported"),
        Outcome.IMPORT_WITH_WARNINGS: Text("перенесено, є що перевірити", "imported, with something to check"),
        Outcome.DUPLICATE: Text("не перенесено: імовірно, така людина вже є", "held: this person is probably there"),
        Outcome.REFUSED: Text("не перенесено", "not taken"),
    }
)
_SUMMARY = Text("Підсумок", "Summary")
_ROWS = Text("Рядки", "Rows")
_TO_MEND = Text("Виправити", "To mend")
_WHAT_IS_WRONG = Text("Що не так", "What is wrong")
_ROW_HEADINGS = (
    Text("Рядок аркуша", "Sheet row"),
    Text("Кого стосується", "Concerning"),
    Text("Що сталося", "What became of it"),
    Text("Що варто перевірити", "What to check"),
)
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
_TAKEN_AS = Text("Стовпець", "Column"), Text("Прочитано як", "Taken as")
_NOT_TAKEN = Text("не взято", "not taken")


class ReportNotWritten(UserError):
    what = N_("The report {name} could not be written.")
    todo = N_("Check the folder, the free space, and that the file is not open in another program.")


def write_report(plan: ImportPlan, path: Path, language: str) -> None:
    """Write the report of `plan` to `path` in `language` ("uk", "en"). No cell of it is ever a formula.

    The rows that were not taken stand in a sheet of their own under their first headings; mended there, the report
    itself can be imported. It holds personal data. Raises `ReportNotWritten`.
    """
    book = Workbook(write_only=True)
    _write_summary(book, plan, language)
    _write_rows(book, plan, language)
    not_taken = [row for row in plan.rows if not row.outcome.taken]
    if not_taken:
        _write_rows_to_mend(book, plan, not_taken, language)
    content = BytesIO()
    book.save(content)
    try:
        path.write_bytes(content.getvalue())
    except OSError as error:
        raise ReportNotWritten(name=path.name) from error


def _write_summary(book: Workbook, plan: ImportPlan, language: str) -> None:
    sheet = book.create_sheet(_SUMMARY.in_(language))
    sheet.column_dimensions["A"].width = 60
    sheet.column_dimensions["B"].width = 40
    counts = plan.counts
    numbers = {
        Outcome.IMPORT: counts.clean,
        Outcome.IMPORT_WITH_WARNINGS: counts.with_warnings,
        Outcome.DUPLICATE: counts.duplicates,
        Outcome.REFUSED: counts.refused,
    }
    sheet.append([_text(sheet, plan.file_name, bold=True), _text(sheet, plan.sheet)])
    for outcome, number in numbers.items():
        sheet.append([_text(sheet, OUTCOME_WORDS[outcome].in_(language)), number])
    sheet.append([])
    sheet.append([_text(sheet, heading.in_(language), bold=True) for heading in _TAKEN_AS])
    for column in plan.mapping.columns:
        taken = field_defs()[column.field].label if column.field else _NOT_TAKEN
        sheet.append([_text(sheet, column.heading), _text(sheet, taken.in_(language))])


def _write_rows(book: Workbook, plan: ImportPlan, language: str) -> None:
    sheet = book.create_sheet(_ROWS.in_(language))
    sheet.freeze_panes = "A2"
    for letter, width in zip("ABCD", (14, 40, 40, 100), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.append([_text(sheet, heading.in_(language), bold=True) for heading in _ROW_HEADINGS])
    for row in plan.rows:
        outcome = OUTCOME_WORDS[row.outcome].in_(language)
        reasons = _text(sheet, _reasons(row, language), wrap=True)
        sheet.append([row.sheet_row, _text(sheet, row.label), outcome, reasons])


def _write_rows_to_mend(book: Workbook, plan: ImportPlan, rows: Iterable[PlannedRow], language: str) -> None:
    sheet = book.create_sheet(_TO_MEND.in_(language))
    sheet.freeze_panes = "A2"
    headings = (*plan.headings, _WHAT_IS_WRONG.in_(language))
    sheet.append([_text(sheet, heading, bold=True) for heading in headings])
    for row in rows:
        sheet.append([_text(sheet, text) for text in (*row.originals, _reasons(row, language))])


def _reasons(row: PlannedRow, language: str) -> str:
    return "\n".join(remark.text.in_(language) for remark in row.remarks)


def _text(sheet: Any, text: str, *, bold: bool = False, wrap: bool = False) -> Any:
    """A cell that stays text: typed as a string, and marked so that editing it does not make a formula of it.

    Plain words go as they are; the mark is for what a spreadsheet would run (OWASP: CSV injection).
    """
    clean = ILLEGAL_CHARACTERS_RE.sub("", text)
    dangerous = clean.startswith(_DANGEROUS)
    if not (dangerous or bold or wrap):
        return clean or None
    cell = WriteOnlyCell(sheet, value=clean)
    if dangerous:
        cell.data_type = "s"
        cell.quotePrefix = True
    if bold:
        cell.font = Font(bold=True)
    if wrap and clean:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell

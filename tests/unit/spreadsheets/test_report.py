"""The report: every row told, nothing that runs, and what was not taken can be mended and read again."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from app.spreadsheets.plan import read_plan
from app.spreadsheets.planned import ImportPlan, Outcome
from app.spreadsheets.report import OUTCOME_WORDS, ReportNotWritten, write_report

TODAY = date(2026, 11, 23)
ROWS = (
    ["ПІБ", "Статус", "Телефон", "Примітки"],
    ["Коваленко Іван", "БЗ", "+380001234567", "@звернення"],
    ["Коваленко", "@БЗ", "+380001234568", "=1+1"],
    ["Мороз Тарас", "лілія", "0001234569", "-"],
)


@pytest.fixture
def plan(tmp_path: Path) -> ImportPlan:
    book = Workbook()
    for row in ROWS:
        book.worksheets[0].append(row)
    book.save(tmp_path / "облік.xlsx")
    return read_plan(tmp_path / "облік.xlsx", today=TODAY)


@pytest.mark.parametrize("language", ["uk", "en"])
def test_every_row_is_told_with_its_reasons(tmp_path: Path, plan: ImportPlan, language: str) -> None:
    write_report(plan, tmp_path / "звіт.xlsx", language)
    told = list(load_workbook(tmp_path / "звіт.xlsx").worksheets[1].iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in told] == [2, 3, 4]
    assert [row[2] for row in told] == [OUTCOME_WORDS[row.outcome].in_(language) for row in plan.rows]
    for row, line in zip(plan.rows, told, strict=True):
        assert (line[3] or "") == "\n".join(remark.text.in_(language) for remark in row.remarks)


def test_no_cell_is_a_formula_and_dangerous_ones_are_marked(tmp_path: Path, plan: ImportPlan) -> None:
    write_report(plan, tmp_path / "звіт.xlsx", "uk")
    marked = set()
    for sheet in load_workbook(tmp_path / "звіт.xlsx"):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                if isinstance(cell.value, str) and cell.value[:1] in "=+-@":
                    assert cell.quotePrefix
                    marked.add(cell.value)
    assert marked == {"+380001234568", "@БЗ", "=1+1"}


def test_rows_not_taken_can_be_mended_and_imported(tmp_path: Path, plan: ImportPlan) -> None:
    path = tmp_path / "звіт.xlsx"
    write_report(plan, path, "uk")
    book = load_workbook(path)
    sheet = book["Виправити"]
    assert sheet["A2"].value == "Коваленко"
    sheet["A2"], sheet["B2"] = "Коваленко Степан", "БЗ"
    book.save(path)
    again = read_plan(path, today=TODAY)
    assert again.sheet == "Виправити"
    assert [row.outcome for row in again.rows] == [Outcome.IMPORT]
    assert again.mapping.not_taken == ("Що не так",)
    assert again.rows[0].relative
    assert again.rows[0].relative.phones[0].e164 == "+380001234568"


def test_a_folder_that_is_not_there(tmp_path: Path, plan: ImportPlan) -> None:
    with pytest.raises(ReportNotWritten):
        write_report(plan, tmp_path / "нема" / "звіт.xlsx", "uk")

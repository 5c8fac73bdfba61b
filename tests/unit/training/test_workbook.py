"""The messy sample: repeatable, and understood by the import that it is made to try."""

from datetime import date
from pathlib import Path

import pytest

from app.spreadsheets.plan import read_plan
from app.spreadsheets.planned import Outcome, PlannedRow
from app.spreadsheets.source import read_table
from app.training.workbook import TruthRow, write_messy_workbook

TODAY = date(2026, 11, 23)


def test_a_seed_is_a_workbook(tmp_path: Path) -> None:
    first = write_messy_workbook(tmp_path / "a.xlsx", 60, 3, today=TODAY)
    again = write_messy_workbook(tmp_path / "b.xlsx", 60, 3, today=TODAY)
    assert first == again
    assert read_table(tmp_path / "a.xlsx").sheets == read_table(tmp_path / "b.xlsx").sheets
    assert write_messy_workbook(tmp_path / "c.xlsx", 60, 4, today=TODAY) != first


def told(row: PlannedRow, truth: TruthRow) -> list[tuple[object, object]]:
    assert row.person
    assert row.case
    assert row.relative
    name, case = row.person.name, row.case
    return [
        (name.surname, truth.surname),
        (name.given, truth.given),
        (name.patronymic, truth.patronymic),
        (row.person.born and row.person.born.exact if truth.born_shown else truth.born, truth.born),
        (row.person.rnokpp, truth.rnokpp if truth.rnokpp_valid else None),
        (case.fate, truth.fate),
        (case.event_date and case.event_date.exact, truth.event),
        (case.unit, truth.unit),
        (row.relative.relation, truth.relation),
        (row.relative.phones[0].e164, truth.phone),
    ]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_import_understands_it(tmp_path: Path, seed: int) -> None:
    truth = {row.row: row for row in write_messy_workbook(tmp_path / "a.xlsx", 500, seed, today=TODAY)}
    plan = read_plan(tmp_path / "a.xlsx", today=TODAY)
    assert [row.source_row for row in plan.rows] == list(truth)
    again = {number for number, row in truth.items() if row.duplicate_of_previous}
    assert again
    assert {row.source_row for row in plan.rows if row.outcome is Outcome.DUPLICATE} >= again
    pairs = [pair for row in plan.rows if row.source_row not in again for pair in told(row, truth[row.source_row])]
    wrong = [pair for pair in pairs if pair[0] != pair[1]]
    assert len(wrong) <= len(pairs) * 0.005, wrong


def test_it_is_messy_enough(tmp_path: Path) -> None:
    truth = write_messy_workbook(tmp_path / "a.xlsx", 500, 1, today=TODAY)
    assert any(not row.rnokpp_valid for row in truth)
    assert any(not row.born_shown for row in truth)
    cells = [cell for row in read_table(tmp_path / "a.xlsx").sheets[0].rows for cell in row]
    assert any(cell.formula for cell in cells)
    assert {type(cell.value).__name__ for cell in cells} >= {"str", "int", "datetime"}

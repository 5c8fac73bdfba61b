"""The example of ../shared: a messy workbook and what every row of it means."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.spreadsheets.plan import read_plan
from app.spreadsheets.planned import ImportPlan, Outcome, PlannedRow

EXAMPLES = Path(__file__).parents[4] / "shared" / "examples"
pytestmark = pytest.mark.skipif(not EXAMPLES.is_dir(), reason="the examples do not lie in ../shared/examples")


@pytest.fixture(scope="module")
def plan() -> ImportPlan:
    return read_plan(EXAMPLES / "caseload.xlsx", today=date(2026, 11, 23))


@pytest.fixture(scope="module")
def truth() -> dict[int, dict[str, Any]]:
    rows = json.loads((EXAMPLES / "caseload.xlsx.truth.json").read_text(encoding="utf-8"))
    return {row["row"]: row for row in rows}


def told(row: PlannedRow, truth: dict[str, Any]) -> dict[str, object]:
    assert row.person
    assert row.case
    assert row.relative
    name = row.person.name
    said: dict[str, object] = {
        "surname": name.surname.replace("’", "'"),
        "given": name.given,
        "patronymic": name.patronymic,
        "fate": row.case.fate,
        "event": row.case.event_date and row.case.event_date.iso(),
        "unit": row.case.unit,
        "relation": row.relative.relation,
        "phone": row.relative.phones[0].e164,
    }
    if truth["born_shown"]:
        said["born"] = row.person.born and row.person.born.iso()
    return said


def test_every_row_is_accounted_for(plan: ImportPlan, truth: dict[int, dict[str, Any]]) -> None:
    assert sorted(row.source_row for row in plan.rows) == sorted(truth)
    assert plan.counts.all == len(truth)
    assert plan.mapping.not_taken == ()


def test_fields_are_right(plan: ImportPlan, truth: dict[int, dict[str, Any]]) -> None:
    fields = wrong = 0
    for row in plan.rows:
        true = truth[row.source_row]
        if true["duplicate_of_previous"]:
            continue
        for key, value in told(row, true).items():
            fields += 1
            wrong += value != true[key]
    assert fields > 3_500
    assert wrong <= fields * 0.005


def test_tax_numbers(plan: ImportPlan, truth: dict[int, dict[str, Any]]) -> None:
    for row in plan.rows:
        true = truth[row.source_row]
        assert row.person
        assert row.person.rnokpp == (true["rnokpp"] if true["rnokpp_valid"] else None)


def test_duplicates_and_only_they_are_held(plan: ImportPlan, truth: dict[int, dict[str, Any]]) -> None:
    held = {row.source_row for row in plan.rows if row.outcome is Outcome.DUPLICATE}
    assert held == {number for number, true in truth.items() if true["duplicate_of_previous"]}

import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import func, select

from app.cases.dump import CaseDump
from app.cases.queries import CaseFilter
from app.domain.step import StepState
from app.progress import Cancelled, Progress
from app.services import Services
from app.spreadsheets.faults import UnreadableLines
from app.spreadsheets.planned import Outcome
from app.training.workbook import write_messy_workbook
from db.models.all import metadata
from db.models.office import ImportRow

HEADINGS = (
    "№ з/п", "ПІБ", "Дата народження", "РНОКПП", "В/ч", "Статус", "Дата події", "Заявник", "Ким доводиться", "Телефон",
    "Сповіщення ТЦК (дата)", "ДНК", "НІБ", "МКЧХ", "Виплата 884", "Примітки",
)
WIFE = (
    7, "Ґудзь Ілля Тарасович", "17.05.1990", "6000000116", "А0012", "у полоні", "15.06.2026", "Ґудзь Олена", "дружина",
    "0000000017", "01.07.2026", "здано", "+", "-", "відмова", "=1+1",
)
SHARED = Path(__file__).resolve().parents[4] / "shared" / "examples"


def workbook(path: Path, *rows: tuple[object, ...]) -> Path:
    book = openpyxl.Workbook()
    for row in (("Облік родин",), (), HEADINGS, *rows):
        book.active.append(row)
    book.save(path)
    return path


def imported(services: Services, path: Path) -> list[CaseDump]:
    services.imports.apply(services.imports.plan(path))
    return list(services.cases.dump())


def rows_in_all_tables(services: Services) -> int:
    with services.vault.database.read() as session:
        return sum(session.scalar(select(func.count()).select_from(table)) or 0 for table in metadata.sorted_tables)


def test_a_row_becomes_a_case_with_its_answers(services: Services, tmp_path: Path) -> None:
    (case,) = imported(services, workbook(tmp_path / "a.xlsx", WIFE))
    steps = {step["id"]: step["state"] for step in case["steps"]}
    assert (case["source_row"], case["surname"], case["fate"]) == (7, "Ґудзь", "CAPTIVE_UNCONFIRMED")
    assert case["relatives"] == [{"relation": "spouse", "phone": "+380000000017"}]
    assert {step: steps[step] for step in ("LEG-04", "LEG-09", "LEG-11", "FIN-02", "FIN-03", "LEG-30")} == {
        "LEG-04": StepState.DONE, "LEG-09": StepState.DONE, "LEG-11": StepState.OPEN,
        "FIN-02": StepState.DONE, "FIN-03": StepState.DONE, "LEG-30": StepState.OPEN,
    }
    assert "LEG-07" in steps, "a captive's case inherits what a missing man's asked for"
    assert steps["LEG-07"] == StepState.TO_CHECK


def test_what_was_typed_is_kept_and_never_run(services: Services, tmp_path: Path) -> None:
    imported(services, workbook(tmp_path / "a.xlsx", WIFE))
    with services.vault.database.read() as session:
        (row,) = session.scalars(select(ImportRow))
    original = json.loads(row.original)
    assert original["Телефон"] == "0000000017"
    assert original["Примітки"].startswith("=1+1")


def test_importing_the_same_file_again_holds_every_row(services: Services, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", WIFE)
    imported(services, path)
    again = services.imports.plan(path)
    assert [row.outcome for row in again.rows] == [Outcome.DUPLICATE]
    assert "К-2026-000001" in again.rows[0].remarks[0].text.uk
    services.imports.apply(again)
    assert services.cases.count(CaseFilter()) == 1


def test_a_stopped_import_leaves_nothing(services: Services, tmp_path: Path) -> None:
    write_messy_workbook(tmp_path / "b.xlsx", cases=300, seed=2, today=date(2026, 11, 23))
    plan = services.imports.plan(tmp_path / "b.xlsx")
    before = rows_in_all_tables(services)
    progress = Progress(lambda done, _total, _label: progress.cancel() if done == 250 else None)
    with pytest.raises(Cancelled):
        services.imports.apply(plan, progress)
    assert rows_in_all_tables(services) == before
    services.imports.apply(plan)
    assert services.cases.count(CaseFilter()) == plan.counts.taken


def test_a_correction_of_headings_is_remembered(services: Services, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", WIFE)
    plan = services.imports.plan(path)
    mapping = plan.mapping.by_heading | {"Примітки": None}
    services.imports.remember(plan.mapping.key, mapping)
    assert "Примітки" in services.imports.plan(path).mapping.not_taken
    assert "Примітки" not in plan.mapping.not_taken


def test_a_stray_quotation_mark_swallows_nobody_in_silence(services: Services, tmp_path: Path) -> None:
    rows = ["ПІБ;Статус", *(f"Бондар Іван{n};зник безвісти" for n in range(20))]
    rows[10] = 'Бондар Петро;"зник безвісти'
    (tmp_path / "a.csv").write_text("\n".join(rows), "utf-8")
    with pytest.raises(UnreadableLines):
        services.imports.plan(tmp_path / "a.csv")


def test_a_number_in_the_register_shows_that_the_police_were_told(services: Services, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("ПІБ;Статус;ЄРДР №\nҐудзь Ілля;зник безвісти;12026000000000001\n", "utf-8")
    (case,) = imported(services, tmp_path / "a.csv")
    steps = {step["id"]: step["state"] for step in case["steps"]}
    assert (steps["LEG-01"], steps["LEG-02"]) == (StepState.DONE, StepState.TO_CHECK)


def test_day_one_has_no_avalanche(services: Services, tmp_path: Path) -> None:
    write_messy_workbook(tmp_path / "b.xlsx", cases=120, seed=3, today=date(2026, 11, 23))
    services.imports.apply(services.imports.plan(tmp_path / "b.xlsx"))
    view = services.plan.today()
    assert view.overdue_count == 0
    assert view.today_count < view.active_count


def test_the_example_comes_out_right(services: Services) -> None:
    if not SHARED.exists():
        pytest.skip("the example workbook lies in ../shared, which is not here")
    truth = json.loads((SHARED / "caseload.xlsx.truth.json").read_text("utf-8"))
    cases = {case["source_row"]: case for case in imported(services, SHARED / "caseload.xlsx")}
    asked = wrong = 0
    for row in truth:
        if row["duplicate_of_previous"]:
            continue
        case = cases[row["row"]]
        expected = {
            "surname": row["surname"], "given": row["given"], "patronymic": row["patronymic"],
            "fate": row["fate"], "event_date": row["event"], "unit": row["unit"],
            "rnokpp": row["rnokpp"] if row["rnokpp_valid"] else None,
        } | ({"born": row["born"]} if row["born_shown"] else {})
        told = case | {"relation": case["relatives"][0]["relation"], "phone": case["relatives"][0]["phone"]}
        expected |= {"relation": row["relation"], "phone": row["phone"]}
        asked += len(expected)
        wrong += sum(told[field] != value for field, value in expected.items())
    assert asked > 3500
    assert wrong / asked <= 0.005

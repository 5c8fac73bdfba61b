"""The plan: every row accounted for, the rules of the trade kept, nothing run, nothing lost."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.domain.fate import Fate
from app.domain.partial_date import of_day
from app.domain.relation import Relation
from app.progress import Cancelled, Progress
from app.spreadsheets import faults
from app.spreadsheets.duplicates import PeopleIndex, Somebody
from app.spreadsheets.plan import read_plan
from app.spreadsheets.planned import Answered, ImportPlan, Outcome, PlannedAnswer
from app.spreadsheets.remarks import RemarkCode

TODAY = date(2026, 11, 23)
HEADINGS = ["№ з/п", "ПІБ", "Дата нар.", "РНОКПП", "В/ч", "Статус", "Заявник", "Ким доводиться", "Телефон"]
IVAN = [1, "Коваленко Іван Петрович", "04.03.1985", None, "A0012", "БЗ", "Коваленко Ірина", "дружина", "0001234567"]


def planned(tmp_path: Path, *rows: Sequence[object], headings: Sequence[object] = HEADINGS, **options) -> ImportPlan:
    book = Workbook()
    for row in (headings, *rows):
        book.worksheets[0].append(list(row))
    path = tmp_path / "облік.xlsx"
    book.save(path)
    return read_plan(path, today=TODAY, **options)


def answers(tmp_path: Path, heading: str, word: object) -> dict[str, PlannedAnswer]:
    plan = planned(tmp_path, ["Коваленко Іван", "БЗ", word], headings=["ПІБ", "Статус", heading])
    return dict(plan.rows[0].answers)


def test_a_row_becomes_a_man_a_case_and_a_relative(tmp_path: Path) -> None:
    (row,) = planned(tmp_path, IVAN).rows
    assert row.outcome is Outcome.IMPORT
    assert (row.sheet_row, row.source_row) == (2, 1)
    assert row.person
    assert row.case
    assert row.relative
    assert row.person.name.full == "Коваленко Іван Петрович"
    assert row.person.born == of_day(date(1985, 3, 4))
    assert (row.case.fate, row.case.unit) == (Fate.MISSING, "А0012")
    assert row.relative.relation is Relation.SPOUSE
    assert [phone.e164 for phone in row.relative.phones] == ["+380001234567"]
    assert list(row.original.values()) == [str(value) for value in IVAN if value is not None]


def test_originals_are_kept_under_their_headings_taken_or_not(tmp_path: Path) -> None:
    plan = planned(tmp_path, [*IVAN, "зелений"], headings=[*HEADINGS, "Колір очей"])
    assert plan.mapping.not_taken == ("Колір очей",)
    assert plan.rows[0].original["Колір очей"] == "зелений"
    assert plan.rows[0].original["В/ч"] == "A0012"
    assert "РНОКПП" not in plan.rows[0].original


def test_every_row_that_is_not_blank_is_accounted_for(tmp_path: Path) -> None:
    rows = [IVAN, [], [None, "  "], [2, "Коваленко"], HEADINGS, IVAN, ["Всього", "2"], [3, "Мороз Тарас", "влітку"]]
    plan = planned(tmp_path, *rows)
    outcomes = [row.outcome for row in plan.rows]
    assert outcomes == [
        Outcome.IMPORT, Outcome.REFUSED, Outcome.REFUSED, Outcome.DUPLICATE, Outcome.REFUSED,
        Outcome.IMPORT_WITH_WARNINGS,
    ]  # fmt: skip
    assert [row.remarks[0].code for row in plan.rows if row.outcome is Outcome.REFUSED] == [
        RemarkCode.NAME_MISSING, RemarkCode.HEADING_REPEATED, RemarkCode.NAME_MISSING,
    ]  # fmt: skip
    counts = plan.counts
    assert (counts.clean, counts.with_warnings, counts.duplicates, counts.refused) == (1, 1, 1, 3)
    assert counts.all == len(plan.rows) == counts.taken + 4


def test_the_sheet_row_stands_in_for_a_missing_number(tmp_path: Path) -> None:
    plan = planned(tmp_path, [None, *IVAN[1:]], ["б/н", "Мороз Тарас"])
    assert [row.source_row for row in plan.rows] == [2, 3]


def test_a_bad_tax_number_is_empty_with_a_warning_and_its_original_kept(tmp_path: Path) -> None:
    (row,) = planned(tmp_path, [*IVAN[:3], "6000000117", *IVAN[4:]]).rows
    assert row.outcome is Outcome.IMPORT_WITH_WARNINGS
    assert row.person
    assert row.person.rnokpp is None
    assert row.original["РНОКПП"] == "6000000117"


def test_a_tax_number_of_another_birth_date_is_taken_and_asked_about(tmp_path: Path) -> None:
    (row,) = planned(tmp_path, [*IVAN[:3], "6000000116", *IVAN[4:]]).rows
    assert row.person
    assert row.person.rnokpp == "6000000116"
    assert [remark.code for remark in row.remarks] == [RemarkCode.RNOKPP_NOT_OF_BIRTH]


def test_a_status_nobody_knows_loses_no_family(tmp_path: Path) -> None:
    (row,) = planned(tmp_path, [*IVAN[:5], "лілія", *IVAN[6:]]).rows
    assert row.outcome is Outcome.IMPORT_WITH_WARNINGS
    assert row.case
    assert row.case.fate is Fate.NO_CONTACT
    assert row.original["Статус"] == "лілія"


@pytest.mark.parametrize(
    ("heading", "step"),
    [("ДНК", "LEG-04"), ("НІБ", "LEG-09"), ("МКЧХ", "LEG-11"), ("Коорд. штаб", "LEG-13"), ("Психолог", "PSY-01")],
)
def test_yes_columns_complete_their_steps_on_a_day_not_known(tmp_path: Path, heading: str, step: str) -> None:
    assert answers(tmp_path, heading, "здано") == {step: PlannedAnswer(Answered.DONE, None)}
    assert answers(tmp_path, heading, "не подавали") == {}
    assert answers(tmp_path, heading, None) == {}


@pytest.mark.parametrize(
    ("word", "steps"),
    [
        ("подала заяву", {"FIN-02": Answered.DONE}),
        ("отримує", {"FIN-02": Answered.DONE, "FIN-03": Answered.DONE}),
        ("50%", {"FIN-02": Answered.DONE, "FIN-03": Answered.DONE}),
        ("депоновано", {"FIN-02": Answered.DONE, "FIN-03": Answered.DONE}),
        ("відмова", {"FIN-02": Answered.DONE, "FIN-03": Answered.REFUSED, "LEG-30": Answered.TO_BEGIN}),
        (None, {}),
    ],
)
def test_pay_under_884_by_its_wording(tmp_path: Path, word: object, steps: dict[str, Answered]) -> None:
    assert {step: answer.state for step, answer in answers(tmp_path, "Виплати 884", word).items()} == steps


def test_formulas_are_kept_and_never_run(tmp_path: Path) -> None:
    plan = planned(
        tmp_path,
        ["Коваленко Іван", "=1+1", "=2+2", "@cmd"],
        headings=["ПІБ", "Дата нар.", "Примітки", "Місце події"],
    )
    (row,) = plan.rows
    assert row.original == {"ПІБ": "Коваленко Іван", "Дата нар.": "=1+1", "Примітки": "=2+2", "Місце події": "@cmd"}
    assert row.case
    assert (row.case.notes, row.case.place) == ("=2+2", "@cmd")
    assert row.person
    assert row.person.born is None
    assert RemarkCode.FORMULA_WITHOUT_RESULT in {remark.code for remark in row.remarks}


def test_a_name_in_three_columns(tmp_path: Path) -> None:
    plan = planned(
        tmp_path,
        ["КОВАЛЕНКО", "Іван", "Петрович", "БЗ"],
        ["Мороз", "", "", "БЗ"],
        headings=["Прізвище", "Ім'я", "По батькові", "Статус"],
    )
    first, second = plan.rows
    assert first.person
    assert first.person.name.full == "Коваленко Іван Петрович"
    assert second.outcome is Outcome.REFUSED


def test_a_surname_column_may_hold_the_whole_name(tmp_path: Path) -> None:
    (row,) = planned(tmp_path, ["Коваленко Іван Петрович", "БЗ"], headings=["Прізвище", "Статус"]).rows
    assert row.person
    assert row.person.name.given == "Іван"


def test_impossible_days_are_asked_about(tmp_path: Path) -> None:
    plan = planned(
        tmp_path,
        ["Коваленко Іван", date(2020, 1, 1), date(2027, 1, 1), date(2010, 1, 1)],
        headings=["ПІБ", "Дата народження", "Останній контакт", "Дата події"],
    )
    assert {remark.code for remark in plan.rows[0].remarks} >= {
        RemarkCode.BORN_IMPROBABLE, RemarkCode.DATE_FUTURE, RemarkCode.EVENT_IMPROBABLE,
    }  # fmt: skip


def test_people_of_the_vault_are_held_not_imported_again(tmp_path: Path) -> None:
    born = of_day(date(1985, 3, 4))
    there = Somebody("Коваленко", "Іван", "Петрович", born, None, None, uid="u", number="К-2026-000007")
    (row,) = planned(tmp_path, IVAN, known=PeopleIndex([there])).rows
    assert row.outcome is Outcome.DUPLICATE
    assert row.likeness
    assert (row.likeness.uid, row.likeness.number, row.likeness.row) == ("u", "К-2026-000007", None)
    assert "К-2026-000007" in row.remarks[0].text.uk


def test_one_tax_number_under_two_names_is_taken_and_asked_about(tmp_path: Path) -> None:
    plan = planned(
        tmp_path, [*IVAN[:3], "6000000116"], [2, "Мороз Тарас Ілліч", "08.07.1991", "6000000116", "А0099", "БЗ"]
    )
    assert [row.outcome.taken for row in plan.rows] == [True, True]
    assert RemarkCode.RNOKPP_OF_ANOTHER in {remark.code for remark in plan.rows[1].remarks}


def test_a_remembered_correction_is_used_unless_another_is_given(tmp_path: Path) -> None:
    asked: list[str] = []

    def remembered(key: str) -> dict[str, str | None]:
        asked.append(key)
        return {"Статус": "notes"}

    plan = planned(tmp_path, IVAN, remembered=remembered)
    assert asked == [plan.mapping.key]
    assert plan.rows[0].case
    assert plan.rows[0].case.notes == "БЗ"
    plan = planned(tmp_path, IVAN, remembered=remembered, mapping={"Телефон": None})
    assert plan.rows[0].case
    assert plan.rows[0].case.notes is None
    assert plan.rows[0].relative
    assert plan.rows[0].relative.phones == ()


def test_a_register_without_names_is_no_register(tmp_path: Path) -> None:
    with pytest.raises(faults.NoNameColumn):
        planned(tmp_path, ["А0012", "БЗ"], headings=["В/ч", "Статус"])


def test_csv_in_cp1251_reads_the_same(tmp_path: Path) -> None:
    path = tmp_path / "облік.csv"
    lines = [HEADINGS, ["" if value is None else str(value) for value in IVAN]]
    path.write_bytes("\r\n".join(";".join(line) for line in lines).encode("cp1251"))
    (row,) = read_plan(path, today=TODAY).rows
    (same,) = planned(tmp_path, IVAN).rows
    assert (row.person, row.case, row.relative) == (same.person, same.case, same.relative)


def test_planning_can_be_stopped(tmp_path: Path) -> None:
    progress = Progress(lambda done, total, label: progress.cancel())
    with pytest.raises(Cancelled):
        planned(tmp_path, *[IVAN] * 900, progress=progress)


@pytest.mark.parametrize(
    "value", ["=cmd|' /C calc'!A0", "\u202eкод", "a" * 40_000, "<script>", "{0}", "%s", "🙂", "\x00"]
)
def test_hostile_words_stay_words(tmp_path: Path, value: str) -> None:
    path = tmp_path / "облік.csv"
    quoted = value.replace('"', '""')
    path.write_text(f'ПІБ;Статус;Примітки\nКоваленко Іван;"{quoted}";"{quoted}"\n', encoding="utf-8")
    try:
        (row,) = read_plan(path, today=TODAY).rows
    except faults.NotAWorkbook:
        assert value == "\x00"
        return
    assert row.outcome.taken
    for remark in row.remarks:
        assert remark.text.uk
        assert remark.text.en

"""Headings of sheets nobody here has seen."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.spreadsheets import faults
from app.spreadsheets.cell import EMPTY, Cell, Row, Sheet, Span, Table
from app.spreadsheets.fields import Field, field_defs
from app.spreadsheets.heading_words import scores, words
from app.spreadsheets.headings import ColumnMap, choose_sheet, corrected, find_headings, heading_key
from app.spreadsheets.map_file import read_map_file


def row(*texts: str) -> Row:
    return tuple(Cell(text, text) if text else EMPTY for text in texts)


def sheet(*rows: Row, name: str = "Облік", merged: tuple[Span, ...] = ()) -> Sheet:
    return Sheet(name, rows, merged)


def found(*rows: Row, merged: tuple[Span, ...] = ()) -> ColumnMap:
    columns = find_headings(sheet(*rows, merged=merged))
    assert columns is not None
    return columns


def fields(columns: ColumnMap) -> list[Field | None]:
    return [column.field for column in columns.columns]


MAN = row("Шевченко Іван Петрович", "05.11.1990", "А0012", "БЗ")


@pytest.mark.parametrize("definition", field_defs().values(), ids=lambda definition: definition.field)
def test_every_synonym_names_its_field_first(definition) -> None:
    for synonym in definition.synonyms:
        best = scores(synonym)[0]
        assert best == (definition.field, 100.0), synonym


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Прізвище, ім’я, по батькові", Field.FULL_NAME),
        ("ПІБ\nвійськовослужбовця", Field.FULL_NAME),
        ("Дата  народж.", Field.BORN),
        ("Дата народженя", Field.BORN),
        ("B/ч", Field.UNIT),
        ("Військ. частина", Field.UNIT),
        ("Тел. заявника (моб.)", Field.PHONE),
        ("Ступінь родинного споріднення", Field.RELATION),
        ("Місце зникнення", Field.PLACE),
        ("№ ЄРДР", Field.ERDR),
        ("Номер ЄРДР (витяг)", Field.ERDR),
        ("Здано ДНК (так/ні)", Field.DNA),
        ("Звернення до МКЧХ", Field.ICRC),
        ("Дата останнього контакту з родиною", Field.LAST_CONTACT),
        ("Виплати (постанова 884)", Field.PAY_884),
        ("Відповідальний працівник", Field.RESPONSIBLE),
    ],
)
def test_headings_as_offices_vary_them(heading: str, field: Field) -> None:
    assert scores(heading)[0][0] is field


@pytest.mark.parametrize("heading", ["Колір очей", "Група крові", "Розмір взуття", "", "12", "Що не так"])
def test_strange_headings_are_no_field(heading: str) -> None:
    assert scores(heading) == ()


def test_the_applicants_own_data_are_not_the_mans() -> None:
    for heading in ("РНОКПП заявника", "Дата народження дружини", "Паспорт заявника"):
        assert all(score < 75 for _, score in scores(heading)), heading
    columns = found(
        row("ПІБ", "РНОКПП заявника", "РНОКПП", "Статус"), row("Коваль Іван", "1", "2", "БЗ"), MAN, MAN, MAN
    )
    assert columns.fields[Field.RNOKPP].index == 2


def test_title_above_and_any_order() -> None:
    columns = found(row("Облік родин зниклих безвісти"), (), row("Статус", "В/ч", "Дата нар.", "ПІБ"), MAN[::-1])
    assert (columns.heading_row, columns.data_from) == (2, 3)
    assert fields(columns) == [Field.STATUS, Field.UNIT, Field.BORN, Field.FULL_NAME]


def test_two_rows_of_headings_with_merged_groups() -> None:
    upper = row("№", "Військовослужбовець", "", "Заявник", "", "")
    lower = row("", "ПІБ", "Дата народження", "ПІБ", "Ким доводиться", "Телефон")
    data = row("1", "Коваль Іван Петрович", "01.02.1990", "Коваль Ірина", "дружина", "0001234567")
    spans = (Span(0, 1, 0, 2), Span(0, 3, 0, 5), Span(0, 0, 1, 0))
    for merged in (spans, ()):
        columns = found(upper, lower, data, data, data, merged=merged)
        assert columns.data_from == 2
        assert fields(columns)[1:] == [Field.FULL_NAME, Field.BORN, Field.APPLICANT, Field.RELATION, Field.PHONE]


def test_two_columns_are_never_one_field() -> None:
    columns = found(row("ПІБ", "Дата народження", "ПІБ", "Дата народження"), MAN, MAN)
    assert fields(columns) == [Field.FULL_NAME, Field.BORN, Field.APPLICANT, None]
    assert columns.not_taken == ("Дата народження (2)",)


def test_values_break_the_tie() -> None:
    numbers = row("Коваль Іван", "3287312355"), row("Бондар Ігор", "3184710691"), row("Мороз Тарас", "3227900310")
    assert found(row("ПІБ", "Код"), *numbers).fields[Field.RNOKPP].index == 1
    letters = row("Коваль Іван", "зелений"), row("Бондар Ігор", "синій"), row("Мороз Тарас", "білий")
    assert Field.RNOKPP not in (find_headings(sheet(row("ПІБ", "Код", "Статус"), *letters)) or found(MAN)).fields


def test_nameless_columns_with_data_are_shown_by_letter() -> None:
    columns = found(row("ПІБ", "", "Статус"), row("Коваль Іван", "щось", "БЗ"))
    assert columns.not_taken == ("[B]",)


def test_a_reference_sheet_is_not_the_register() -> None:
    register = sheet(row("ПІБ", "Статус"), row("Коваль Іван", "БЗ"))
    reference = sheet(row("БЗ", "безвісти зниклий"), name="Довідник")
    chosen, _ = choose_sheet(Table("a.xlsx", (reference, register)))
    assert chosen is register
    with pytest.raises(faults.NoHeadings):
        choose_sheet(Table("a.xlsx", (reference,)))
    with pytest.raises(faults.NoSuchSheet):
        choose_sheet(Table("a.xlsx", (register,)), "Інший")


def test_by_hand_beats_what_was_found() -> None:
    columns = found(row("ПІБ", "Дата", "Примітки"), row("Коваль Іван", "05.11.2024", "щось"))
    mended = corrected(columns, {"Дата": "last_contact", "примітки": None})
    assert fields(mended) == [Field.FULL_NAME, Field.LAST_CONTACT, None]
    assert fields(corrected(columns, {"Дата": "full_name"})) == [None, Field.FULL_NAME, Field.NOTES]
    assert corrected(columns, columns.by_heading) == corrected(corrected(columns, {}), columns.by_heading)


def test_by_hand_says_what_is_wrong() -> None:
    columns = found(row("ПІБ", "Дата", "Статус"), MAN)
    with pytest.raises(faults.FieldMappedTwice):
        corrected(columns, {"ПІБ": "notes", "Дата": "notes"})
    with pytest.raises(faults.UnknownField):
        corrected(columns, {"Дата": "колір"})
    with pytest.raises(faults.UnknownHeading):
        corrected(columns, {"Колір": "notes"})


def test_headings_named_by_hand_make_a_heading_row_of_unknown_words() -> None:
    odd = sheet(row("Kolumna A", "Kolumna B"), row("Коваль Іван", "БЗ"))
    _, columns = choose_sheet(Table("a.csv", (odd,)), None, {"Kolumna A": "full_name", "Kolumna B": "status"})
    mended = corrected(columns, {"Kolumna A": "full_name", "Kolumna B": "status"})
    assert fields(mended) == [Field.FULL_NAME, Field.STATUS]


def test_the_key_names_a_set_of_headings() -> None:
    assert heading_key(["ПІБ", "В/ч"]) == heading_key(["в/ч ", "П.І.Б."])
    assert heading_key(["ПІБ", "В/ч"]) != heading_key(["ПІБ", "Статус"])


@given(st.text(max_size=40))
def test_any_heading_is_scored_within_bounds(text: str) -> None:
    assert all(60 <= score <= 100 for _, score in scores(text))
    assert all(word == word.lower() for word in words(text))


def test_map_file(tmp_path: Path) -> None:
    path = tmp_path / "map.json"
    path.write_text(json.dumps({"ПІБ": "full_name", "Колір": None}), encoding="utf-8")
    assert read_map_file(path) == {"ПІБ": "full_name", "Колір": None}
    for bad in ("[1]", "{", '{"a": 1}'):
        path.write_text(bad, encoding="utf-8")
        with pytest.raises(faults.BadMapFile):
            read_map_file(path)
    with pytest.raises(faults.FileUnreadable):
        read_map_file(tmp_path / "none.json")

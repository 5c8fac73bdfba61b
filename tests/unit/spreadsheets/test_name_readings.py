"""Names as registers have them."""

import pytest

from app.spreadsheets.name_readings import Name, read_full_name, read_name_parts
from app.spreadsheets.remarks import RemarkCode

WHOLE = Name("Шевченко", "Тарас", "Григорович")


@pytest.mark.parametrize(
    ("written", "name", "remarks"),
    [
        ("Шевченко Тарас Григорович", WHOLE, []),
        ("ШЕВЧЕНКО  ТАРАС  ГРИГОРОВИЧ ", WHOLE, []),
        ("шевченко тарас григорович", WHOLE, []),
        ("Шевчeнкo Тaрaс Григoрoвич", WHOLE, [RemarkCode.NAME_LOOK_ALIKES]),
        ("Тарас Григорович Шевченко", WHOLE, [RemarkCode.NAME_ORDER]),
        ("Шевченко Т.Г.", Name("Шевченко", "Т.", "Г."), [RemarkCode.NAME_INITIALS]),
        ("Шевченко Т. Г.", Name("Шевченко", "Т.", "Г."), [RemarkCode.NAME_INITIALS]),
        ("Т.Г. Шевченко", Name("Шевченко", "Т.", "Г."), [RemarkCode.NAME_INITIALS]),
        ("Нечуй - Левицький Іван", Name("Нечуй-Левицький", "Іван"), []),
        ("ДЕМ`ЯНЧУК ІЛЛЯ ІЛЛІЧ", Name("Дем’янчук", "Ілля", "Ілліч"), []),
        ("Лук*яненко Ігор", Name("Лук’яненко", "Ігор"), []),
        ("Коваль (Мороз) Ольга Іванівна", Name("Коваль", "Ольга", "Іванівна", "Мороз"), []),
        ("Коваль Алі Гасан огли", Name("Коваль", "Алі", "Гасан огли"), []),
        ("Ірина Коваль", Name("Коваль", "Ірина"), [RemarkCode.NAME_ORDER]),
        ("Петрович Іван Петрович", Name("Петрович", "Іван", "Петрович"), []),
        ("Shevchenko Taras", Name("Shevchenko", "Taras"), [RemarkCode.NAME_IN_LATIN]),
        ("Коваль", Name("Коваль"), []),
        ("-", Name(), []),
        ("Всього: 412", Name("Всього"), []),
        ("412", Name(), []),
    ],
)
def test_one_cell(written: str, name: Name, remarks: list[RemarkCode]) -> None:
    found, said = read_full_name(written, "ПІБ")
    assert found == name
    assert [remark.code for remark in said] == remarks


def test_parts_in_columns_of_their_own() -> None:
    name, said = read_name_parts({"surname": "КОВАЛЬ", "given": " Іван", "patronymic": "-"}, "Прізвище")
    assert (name, said) == (Name("Коваль", "Іван"), ())
    _, said = read_name_parts({"surname": "Коваль", "given": "І.", "patronymic": ""}, "Прізвище")
    assert [remark.code for remark in said] == [RemarkCode.NAME_INITIALS]

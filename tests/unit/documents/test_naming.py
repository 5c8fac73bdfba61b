import pytest

from app.catalogue.load import ukraine
from app.documents import naming
from app.documents.naming import suggest, title_of


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Витяг ЄРДР.pdf", "D-ERDR"),
        ("витяг_з_єрдр_12026.jpg", "D-ERDR"),
        ("паспорт.png", "D-PASSPORT"),
        ("Паспорт Ґудзь О. стор 2.JPG", "D-PASSPORT"),
        ("ID-картка.jpg", "D-PASSPORT"),
        ("Свідоцтво про шлюб.jpeg", "D-MARRIAGE"),
        ("свід. про народження сина.pdf", "D-BIRTH"),
        ("Свідоцтво про смерть", "D-DEATH-CERT"),
        ("лікарське свідоцтво про смерть", "D-DEATH-MED"),
        ("довідка про склад сім'ї.pdf", "D-HOUSEHOLD"),
        ("Довідка про склад сім’ї.pdf", "D-HOUSEHOLD"),
        ("лист НІБ 12.10.pdf", "D-NIB"),
        ("Витяг з реєстру зниклих безвісти", "D-REG"),
        ("витяг з наказу.pdf", "D-UNIT-ORDER"),
        ("наказ про звільнення", "D-DISCHARGE-ORDER"),
        ("посвідчення члена сім'ї зниклого", "D-MISSING-FAMILY"),
        ("військовий квиток", "D-MILID"),
        ("1. паспорт", "D-PASSPORT"),
        ("IMG_20261123_101010.jpg", ""),
        ("scan0001.pdf", ""),
        ("видно.jpg", ""),
        ("убдуб.jpg", ""),
        ("", ""),
    ],
)
def test_a_name_hints_at_a_kind(name: str, code: str) -> None:
    assert suggest(name) == code


def test_every_hint_stands_in_the_catalogue() -> None:
    assert {code for code, _ in naming._RULES} <= set(ukraine().documents)


@pytest.mark.parametrize(
    ("name", "title"),
    [("Свідоцтво_про__шлюб.jpg", "Свідоцтво про шлюб"), ("a.b.pdf", "a.b"), ("1. паспорт", "1. паспорт"), (".jpg", "")],
)
def test_a_title_is_the_name_without_its_ending(name: str, title: str) -> None:
    assert title_of(name) == title

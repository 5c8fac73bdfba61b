"""Russian and Latin spellings of Ukrainian names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.name import ALPHABET, fold
from app.domain.spellings import (
    MOST_SPELLINGS,
    RUSSIAN_GIVEN,
    russian_given,
    russian_patronymics,
    russian_surnames,
    search_terms,
)


@pytest.mark.parametrize(
    ("surname", "russian"),
    [
        ("Лук'яненко", "Лукьяненко"), ("Григор’єв", "Григорьев"), ("Соловйов", "Соловьёв"), ("Згурський", "Згурский"),
        ("Нечуй-Левицький", "Нечуй-Левицкий"), ("Їжак", "Ижак"), ("Ґудзь", "Гудзь"), ("Олійник", "Олийник"),
        ("Рибак", "Рыбак"), ("Зеленський", "Зеленский"), ("Юрійчук", "Юрийчук"),
        ("Зозуля", "Зозуля"), ("Сьома", "Сема"), ("Ерліх", "Эрлих"), ("Ерліх", "Ерлих"), ("Яворівська", "Яворивская"),
        ("Бойко", "Бойко"), ("Йовенко", "Йовенко"), ("В’юненко", "Вьюненко"), ("Щербак", "Щербак"),
        ("Терлецька", "Терлецкая"), ("Мусій", "Мусий"),
    ],
)
def test_a_surname_is_expected_in_its_russian_spelling(surname, russian):
    assert fold(russian) in russian_surnames(surname)


@given(st.text(alphabet=ALPHABET + "’-", max_size=40))
def test_there_is_always_a_spelling_and_never_a_flood(surname):
    assert 1 <= len(russian_surnames(surname)) <= MOST_SPELLINGS


@pytest.mark.parametrize(
    ("name", "russian"),
    [
        ("Олексій", ("алексей",)), ("Петро", ("петр",)), ("Данило", ("даниил", "данил")), ("В'ячеслав", ("вячеслав",)),
        ("ОЛЕКСАНДР", ("александр",)), ("Дзвенислава", ()),
    ],
)
def test_a_given_name_has_its_equivalents(name, russian):
    assert russian_given(name) == russian


@pytest.mark.parametrize(
    ("name", "russian"),
    [
        ("Миколайович", ("николаевич",)), ("Миколаївна", ("николаевна",)), ("Петрівна", ("петровна",)),
        ("Іллівна", ("ильична",)), ("Ілліч", ("ильич",)), ("Григорівна", ("григорьевна",)), ("Юріївна", ("юрьевна",)),
        ("Микитівна", ("никитична",)), ("Данилівна", ("даниловна", "данииловна")), ("Зореславівна", ()), ("", ()),
    ],
)
def test_a_patronymic_has_its_equivalents(name, russian):
    assert russian_patronymics(name) == russian


def test_every_name_of_the_reference_is_known():
    assert {"олексій", "сергій", "федір", "йосип", "лев", "вячеслав"} <= set(RUSSIAN_GIVEN)
    assert len(RUSSIAN_GIVEN) > 60


def test_a_person_is_found_under_every_spelling_to_expect():
    terms = search_terms(
        "Нечуй-Левицький", "Олексій", "Миколайович", latin=["Alexei NECHUY-LEVYTSKY"], previous=["Лук'яненко"]
    )
    for typed in (
        "Нечуй-Левицький", "нечуй", "Левицький", "Нечуй-Левицкий", "Левицкий", "Nechui-Levytskyi", "Levytskyi",
        "Nechuy-Levytsky", "Олексій", "Алексей", "Oleksii", "Alexei", "Миколайович", "Николаевич", "Mykolaiovych",
        "Лук’яненко", "Лукьяненко", "Lukianenko",
    ):
        assert fold(typed) in terms, typed


def test_a_person_of_whom_little_is_known_has_no_empty_words():
    assert search_terms("", "", "") == frozenset()
    assert search_terms("Їжак") == {"їжак", "yizhak", "ижак", "йижак"}

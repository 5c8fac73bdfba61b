"""Names: one form to store, one to search, one to sort by."""

import sqlite3
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.name import ALPHABET, canonical, fold, look_alikes, proper, sort_key, straighten

APOSTROPHES = "'’ʼ`‘′＇"
names = st.text(alphabet=ALPHABET + ALPHABET.upper() + "’-' ", max_size=20)
anything = st.text(max_size=30)


@pytest.mark.parametrize("mark", [*APOSTROPHES, "*", '"', "''", " ’ ", "’ "])
@pytest.mark.parametrize(("before", "after"), [("Мар", "яненко"), ("ЛУК", "ЯНЕНКО"), ("В", "юненко")])
def test_every_apostrophe_becomes_one(before, after, mark):
    assert canonical(f"{before}{mark}{after}") == f"{before}’{after}"
    assert fold(f"{before}{mark}{after}") == (before + after).lower()


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  Чорновол   Ігор\u00a0Васильович ", "Чорновол Ігор Васильович"),
        ("Нечуй – Левицький", "Нечуй-Левицький"),
        ("Нечуй-\nЛевицький", "Нечуй-Левицький"),
        ("Нечуй‑Левицький", "Нечуй-Левицький"),
        ("Шев\u00adченко\u200b", "Шевченко"),
        ("Шевче\u0301нко", "Шевченко"),
        (unicodedata.normalize("NFD", "Їжакевич Андрій"), "Їжакевич Андрій"),
        ('ТОВ "Зоря"', 'ТОВ "Зоря"'),
        ("", ""),
    ],
)
def test_the_stored_form(typed, stored):
    assert canonical(typed) == stored


@given(anything)
def test_storing_twice_changes_nothing(text):
    assert canonical(canonical(text)) == canonical(text)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("КОВАЛЕНКО ОЛЕКСАНДР", "Коваленко Олександр"),
        ("нечуй-левицький", "Нечуй-Левицький"),
        ("Д'ЯЧЕНКО", "Д’яченко"),
        ("ШЕВЧЕНKO", "Шевченко"),
        ("шЕвченко", "Шевченко"),
        ("МакКартні", "МакКартні"),
        ("Мамедов Ельдар Гусейн ОГЛИ", "Мамедов Ельдар Гусейн огли"),
        ("ї", "Ї"),
        ("І. П.", "І. П."),
        ("SMITH", "Smith"),
    ],
)
def test_capitals_stand_where_they_belong(typed, written):
    assert proper(typed) == written


@given(names)
def test_proper_keeps_the_letters(text):
    assert fold(proper(text)) == fold(text)


@pytest.mark.parametrize(
    ("typed", "straight"),
    [
        ("Кушнiр", "Кушнір"),
        ("ШEBЧEHKO", "ШЕВЧЕНКО"),
        ("Пeтpeнкo Cepгiй", "Петренко Сергій"),
        ("Smith", "Smith"),
        ("IBAH", "IBAH"),
        ("Коvаlеnkо", "Kovalenko"),
        ("A1234", "А1234"),
        ("в/ч a0088", "в/ч а0088"),
        ("B-2024", "В-2024"),
        ("AB123456", "AB123456"),
        ("Їжак Ïжак", "Їжак Їжак"),
    ],
)
def test_look_alikes_are_put_right_only_where_a_word_is_mixed(typed, straight):
    assert straighten(typed) == straight


@given(anything)
def test_straightening_twice_changes_nothing(text):
    assert straighten(straighten(text)) == straighten(text)


def test_latin_letters_in_cyrillic_words_are_named():
    assert look_alikes("Кушнiр Пeтрo Smith") == ("i", "e", "o")
    assert look_alikes("Кушнір Smith") == ()


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Ґудзь", "гудзь"),
        ("Соловьёв", "соловьев"),
        ("Нечуй-Левицький", "нечуйлевицький"),
        ("Кушнiр", "кушнір"),
        ("SHEVCHENKO", "shevchenko"),
        ("Müller", "muller"),
        ("О’Коннор", "оконнор"),
        ("К-2026-000001", "к2026000001"),
        (" ’ ", ""),
    ],
)
def test_the_form_to_search_by(typed, folded):
    assert fold(typed) == folded


@given(anything)
def test_folding_leaves_letters_and_digits_only(text):
    assert fold(text) == "" or fold(text).isalnum()


@given(names, st.sampled_from(APOSTROPHES), st.sampled_from([str.upper, str.lower]))
def test_what_people_type_differently_folds_alike(name, apostrophe, case):
    assert fold(case(name.replace("’", apostrophe))) == fold(name)


def _places(word):
    return [ALPHABET.index(letter) for letter in word]


@given(st.lists(st.text(alphabet=ALPHABET, min_size=1, max_size=8)))
def test_the_key_sorts_as_the_ukrainian_alphabet(words):
    assert sorted(words, key=sort_key) == sorted(words, key=_places)


@given(st.lists(names, max_size=8))
def test_sqlite_sorts_keys_as_python_does(words):
    keys = [sort_key(word) for word in words]
    with sqlite3.connect(":memory:") as database:
        database.execute("CREATE TABLE name (key TEXT)")
        database.executemany("INSERT INTO name VALUES (?)", [(key,) for key in keys])
        stored = [key for (key,) in database.execute("SELECT key FROM name ORDER BY key")]
    database.close()
    assert stored == sorted(keys)


@given(names)
def test_case_apostrophes_and_hyphens_do_not_move_a_name(text):
    bare = sort_key(canonical(text).replace("’", "").replace("-", "").lower())
    assert sort_key(text).partition(" ")[0] == bare.partition(" ")[0]


def test_names_stand_in_the_order_a_ukrainian_expects():
    expected = "Ананко Гончар Ґудзь Дзюба Єременко Жук Зуб Ивченко Іванко Їжак Йовенко Марян Мар’ян Щур Юрко Яковенко"
    assert " ".join(sorted(set(expected.split()), key=sort_key)) == expected
    assert sort_key("Марян") < sort_key("Мар’ян") < sort_key("Маряна")
    assert sort_key("Коваль Яків") < sort_key("Ковальов Іван")
    assert sort_key("Коваль 2") < sort_key("Коваль А")
    assert sort_key("Юля") < sort_key("Яна") < min(sort_key("Ёлкин"), sort_key("Ыков"))
    assert sort_key("Яна") < sort_key("Smith")
    assert sort_key("Яя") < sort_key("A") < sort_key("Z")
    assert sort_key("Kушнір") == sort_key("Кушнір")

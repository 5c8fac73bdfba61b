"""Resolution 55, on its own examples."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from app.domain.name import ALPHABET
from app.domain.translit import transliterate, untransliterable

VECTORS = yaml.safe_load((Path(__file__).parents[2] / "vectors/translit_tests.yaml").read_text("utf-8"))
ukrainian = st.text(alphabet=ALPHABET + ALPHABET.upper() + "’'- ", max_size=20)


@pytest.mark.parametrize(("word", "latin"), [*VECTORS["official"].items(), *VECTORS["edge"].items()])
def test_the_examples_of_the_resolution(word, latin):
    assert transliterate(word) == latin


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("Короп'є", "Koropie"),
        ("Щербань-Їжакевич", "Shcherban-Yizhakevych"),
        ("ЩЕРБАНЬ-ЇЖАКЕВИЧ", "SHCHERBAN-YIZHAKEVYCH"),
        ("БОРЩ", "BORSHCH"),
        ("Борщ Ю. Я.", "Borshch Yu. Ya."),
        ("зГ", "zGh"),
        ("«Їжак»", "«Yizhak»"),
        ("’яна", "’yana"),
        ("Кушнiр", "Kushnir"),
        ("п’ять", "piat"),
        ("", ""),
    ],
)
def test_position_and_capitals(word, latin):
    assert transliterate(word) == latin


@pytest.mark.parametrize(
    ("word", "latin", "left"),
    [("Рыжов", "Rыzhov", ("ы",)), ("Эль Ёлкинъ", "Эl Ёlkynъ", ("Э", "Ё", "ъ")), ("Smith Їжак", "Smith Yizhak", ())],
)
def test_letters_of_no_ukrainian_word_stay_and_are_named(word, latin, left):
    assert transliterate(word) == latin
    assert untransliterable(word) == left


@given(ukrainian)
def test_ukrainian_becomes_plain_latin(text):
    assert untransliterable(text) == ()
    assert transliterate(text).replace("’", "").isascii()


@given(ukrainian)
def test_capitals_of_a_word_in_capitals_stay_capitals(text):
    words = [word for word in text.split() if len(word) > 1]
    assert all(transliterate(word.upper()) == transliterate(word.upper()).upper() for word in words if word.isalpha())

"""Ways of typing one word."""

import pytest

from app.passphrase.habits import (
    as_cyrillic_keys,
    as_latin_keys,
    latin_spellings,
    signs_as_letters,
    without_apostrophes,
)


def test_the_same_keys_in_the_other_layout():
    assert as_cyrillic_keys("ckfdf erhf]ys") == "слава україні"
    assert as_latin_keys("йцукенгшщзхї") == "qwertyuiop[]"
    assert as_latin_keys("пароль") == "gfhjkm"


def test_shifted_signs_are_letters_too():
    assert as_cyrillic_keys('{}:"<>') == "хїжєбю"


def test_russian_letters_have_keys():
    assert as_latin_keys("мышьё") == "vsim`"


@pytest.mark.parametrize(
    ("word", "latin"),
    [("слава", "slava"), ("україна", "ukraina"), ("україна", "ukrayina"), ("хліб", "hlib"), ("хліб", "khlib"),
     ("щастя", "shchastia"), ("жінка", "jinka"), ("гора", "gora"), ("гора", "hora"), ("сіль", "sil")],
)  # fmt: skip
def test_latin_spellings(word, latin):
    assert latin in latin_spellings(word)


@pytest.mark.parametrize("typed", ["пар0ль", "п@роль", "п4роль"])
def test_signs_read_as_letters(typed):
    assert "пароль" in signs_as_letters(typed)


def test_every_reading_keeps_its_length():
    text = "".join(map(chr, range(32, 0x500)))
    assert len(as_cyrillic_keys(text)) == len(as_latin_keys(text)) == len(text)
    assert {len(read) for read in signs_as_letters(text)} == {len(text)}


@pytest.mark.parametrize("sign", ["'", "’", "ʼ", "`"])
def test_apostrophes_leave_cyrillic_words(sign):
    assert without_apostrophes(f"м{sign}ята") == "мята"
    assert without_apostrophes(f"o{'`'}clock") == "o`clock"

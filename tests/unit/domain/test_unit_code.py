"""Codes of military units as offices type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.unit_code import UnitCode, parse

CYRILLIC_A = "А"
PREFIXES = ["", "в/ч ", "В/Ч ", "в/ч", "вч ", "ВЧ №", "в.ч. ", "в\\ч ", "b/ч ", "B/Ч ", "військова частина ",
"Військової частини №",
            "військ. частина ", "ВІЙСЬКОВА ЧАСТИНА ", "в / ч  ", "в-ч ", "військовій частині "]


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("code", ["А0088", "A0088", "а0088", "a0088", "А-0088", "A 0088"])
def test_every_way_of_typing_gives_one_cyrillic_code(prefix, code):
    assert parse(prefix + code) == UnitCode("А0088")
    assert parse(prefix + code).armed_forces
    assert parse(prefix + code).code[0] == CYRILLIC_A


@pytest.mark.parametrize(
    ("text", "code", "rest"),
    [
        ("3057", "3057", ""), ("в/ч 3057 НГУ", "3057", "НГУ"), ("в/ч 2144 (ДПСУ)", "2144", "ДПСУ"), ("K1234",
        "К1234", ""),
        ("T0123", "Т0123", ""), ("А0001 72 омбр", "А0001", "72 омбр"), ("А0001/А0002", "А0001", "А0002"),
        ("А0001, 3 рота", "А0001", "3 рота"), ("  A0044\u00a0", "А0044", ""),
    ],
)
def test_what_stands_after_the_code_is_kept(text, code, rest):
    assert parse(text) == UnitCode(code, rest)


@pytest.mark.parametrize(
    ("text", "known"),
    [("А0001", True), ("3057", True), ("В1234", True), ("Ж1234", False), ("Z1234", False)],
)
def test_a_letter_no_unit_carries_is_kept_and_doubted(text, known):
    assert parse(text).known is known
    assert not parse("3057").armed_forces


@pytest.mark.parametrize("text", ["", "72 омбр", "в/ч", "А123", "А12345", "AB1234", "невідомо", "А1234б"])
def test_what_does_not_begin_with_a_code_is_none(text):
    assert parse(text) is None


@given(st.integers(0, 9999), st.sampled_from("АКВТЕ"))
def test_a_canonical_code_is_read_back(number, letter):
    code = f"{letter}{number:04}"
    assert parse(code) == UnitCode(code)

"""Needs of a change of status, and what meets them."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from app.domain import evidence
from app.domain.evidence import Need, letter, parse_need, say
from app.domain.grading import parse as grade
from app.domain.text import Text
from app.paths import resource


def _needs():
    moves = yaml.safe_load(resource("catalogue/ua/transitions.yaml").read_text("utf-8"))["transitions"]
    return sorted({need for move in moves for need in move["needs"]})


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("D-NIB or D-ICRC", Need(("D-NIB", "D-ICRC"))),
        ("info_item grade C3 or better", Need(("info_item grade C3 or better",))),
        ("D-DNA or visual identification", Need(("D-DNA", "visual identification"))),
        ("D-DEATH-CERT when available", Need(("D-DEATH-CERT",), optional=True)),
        ("note", Need(("note",))),
    ],
)
def test_a_need_is_read(text, need):
    assert parse_need(text) == need


def test_a_need_says_itself():
    assert str(parse_need("D-NIB or D-ICRC")) == "D-NIB or D-ICRC"


@pytest.mark.parametrize("text", _needs())
def test_every_need_of_the_table_is_met_by_each_of_its_alternatives_and_not_by_nothing(text):
    need = parse_need(text)
    assert all(need.met_by({code}) for code in need.any_of)
    assert need.met_by(()) is need.optional


@pytest.mark.parametrize("text", _needs())
def test_every_need_of_the_table_has_words_in_both_languages(text):
    documents = yaml.safe_load(resource("catalogue/ua/documents.yaml").read_text("utf-8"))["documents"]
    names = {row["code"]: Text(row["uk"], row["en"]) for row in documents}
    said = say([parse_need(text)], names)
    assert all(code not in said.uk for code in parse_need(text).any_of)
    assert said.en.isascii()


@pytest.mark.parametrize(
    ("piece", "met"),
    [
        ("info_item grade C3", True), ("info_item grade A1", True), ("info_item grade B3", True),
        ("info_item grade C4", False), ("info_item grade D1", False), ("info_item grade F6", False),
        ("info_item", False), ("info_item grade Z9", False), ("note", False),
    ],
)
def test_both_parts_of_a_grade_must_be_good_enough(piece, met):
    assert parse_need("info_item grade C3 or better").met_by([piece]) is met


@given(st.sampled_from("ABCDEF"), st.integers(1, 6), st.sampled_from("ABCDEF"), st.integers(1, 6))
def test_a_grade_serves_where_a_worse_one_is_asked(source, credibility, asked_source, asked_credibility):
    need = parse_need(f"info_item grade {asked_source}{asked_credibility} or better")
    good = source <= asked_source and credibility <= asked_credibility
    assert need.met_by([f"info_item grade {source}{credibility}"]) is good


def test_a_grade_is_read_and_written():
    assert str(grade(" c3 ")) == "C3"
    assert grade("C7") is None


def test_a_captives_letter_through_the_icrc_counts_as_the_icrc():
    assert parse_need("D-NIB or D-ICRC").met_by({"D-LETTER"})
    assert not parse_need("D-NIB").met_by({"D-LETTER"})


def test_an_approval_is_more_than_a_check_but_not_the_other_way_round():
    assert parse_need("second check").met_by({"two-person approval"})
    assert not parse_need("two-person approval").met_by({"second check"})


@pytest.mark.parametrize("code", ["D-NIB", "D-ICRC"])
def test_a_letter_that_does_not_confirm_is_an_item_and_never_a_confirmation(code):
    denied = letter(code, confirmed=False)
    assert not parse_need("D-NIB or D-ICRC").met_by({denied})
    assert parse_need("info_item").met_by({denied})
    assert parse_need("D-NIB or D-ICRC").met_by({letter(code, confirmed=True)})


def test_a_graded_item_is_an_item():
    assert parse_need("info_item").met_by({"info_item grade E5"})


def test_what_has_no_words_stays_a_code():
    assert say([Need(("D-NIB", "note")), Need(("D-NEW",))], {"D-NIB": Text("лист НІБ", "NIB letter")}) == Text(
        "лист НІБ або пояснення; D-NEW", "NIB letter or a note; D-NEW"
    )


def test_the_words_are_complete():
    assert all(words.uk and words.en for words in evidence.WORDS.values())

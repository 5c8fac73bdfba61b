"""Phones: every usual way of writing a number, and nothing refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.people.phones import read_phone, read_phones

SAME = "+380001234567"


@pytest.mark.parametrize(
    "written",
    ["+380001234567", "380001234567", "0001234567", "80001234567", "(800) 012-34-567", "8 (000) 123-45-67",
     "00380001234567", "38 000 123 45 67", "000-123-45-67", "0001234567.0"],
)  # fmt: skip
def test_usual_ways_of_writing_are_one_number(written: str) -> None:
    assert [phone.e164 for phone in read_phones(written)] == [SAME]


def test_a_number_cell_has_lost_its_zero() -> None:
    assert read_phone("671234567").e164 == "+380671234567"


@pytest.mark.parametrize(
    "written",
    ["0671234567, 0501234567", "0671234567; 0501234567", "0671234567/0501234567", "067 123 45 67 050 123 45 67",
     "067-123-45-67 та 050-123-45-67", "+380671234567\n+380501234567"],
)  # fmt: skip
def test_several_numbers_in_a_cell(written: str) -> None:
    assert [phone.e164 for phone in read_phones(written)] == ["+380671234567", "+380501234567"]


def test_a_slash_inside_one_number_does_not_cut_it() -> None:
    assert [phone.e164 for phone in read_phones("067/123-45-67")] == ["+380671234567"]


def test_extension_and_note_are_kept() -> None:
    phone = read_phone("044 123-45-67 дод. 12")
    assert (phone.e164, phone.extension) == ("+380441234567", "12")
    assert read_phone("0671234567 (мама)").note == "мама"


def test_another_country_keeps_its_code() -> None:
    assert read_phone("+48 501 234 567").e164 == "+48501234567"
    assert read_phone("0048 501 234 567").e164 == "+48501234567"


def test_what_no_network_connects_stays_as_text_and_is_doubted() -> None:
    phone = read_phone("12-34")
    assert (phone.e164, phone.text, phone.doubtful) == (None, "12-34", True)


def test_possible_but_unknown_to_the_plan_is_taken_and_doubted() -> None:
    phone = read_phone("0101234567")
    assert phone.e164 == "+380101234567"
    assert phone.doubtful


def test_training_numbers_are_not_doubted() -> None:
    assert not read_phone(SAME).valid
    assert not read_phone(SAME).doubtful


def test_words_alone_are_no_number() -> None:
    assert read_phones("немає") == ()


@given(st.text(max_size=60))
def test_nothing_is_refused_and_nothing_with_digits_is_lost(text: str) -> None:
    for phone in read_phones(text):
        assert phone.text
        assert phone.e164 is None or phone.e164[1:].isdigit()


@given(st.integers(0, 9_999_999))
def test_writing_a_number_with_trunk_eight_changes_nothing(tail: int) -> None:
    assert read_phone(f"8000{tail:07}"[:11]).e164 == f"+38000{tail:07}"

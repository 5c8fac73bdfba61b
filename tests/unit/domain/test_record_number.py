"""УНЗР."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.partial_date import PartialDate
from app.domain.record_number import RecordWarning, check_digit, mask, parse, warnings


@pytest.mark.parametrize("number", ["19910824-00026", "19900101-00018", "19840229-00151", "20001231-01239"])
def test_the_known_numbers_hold(number):
    record = parse(f" {number} ")
    assert record.number == parse(number.replace("-", "")).number == number
    assert f"{record.born:%Y%m%d}" == number[:8]
    assert warnings(record, born=PartialDate(record.born.year, record.born.month, record.born.day)) == ()


@pytest.mark.parametrize("text", ["", "19910824-0002", "1991-08-24-00026", "19910824-000266", "абв", "१९९१०८२४-00026"])
def test_another_shape_is_none(text):
    assert parse(text) is None


@given(st.from_regex(r"\A[0-9]{12}\Z"), st.integers(1, 9))
def test_a_wrong_check_digit_is_a_warning_and_no_refusal(twelve, off):
    right = check_digit(twelve)
    assert RecordWarning.CHECK_DIGIT not in warnings(parse(twelve + right))
    assert RecordWarning.CHECK_DIGIT in warnings(parse(f"{twelve}{(int(right) + off) % 10}"))


def test_what_else_is_asked_about():
    no_day = parse("19911341" + "0002" + check_digit("199113410002"))
    assert no_day.born is None
    assert warnings(no_day, born=PartialDate(1991)) == (RecordWarning.NO_SUCH_DAY,)
    assert warnings(parse("19910824-00026"), born=PartialDate(1992)) == (RecordWarning.BORN_DIFFERS,)
    assert parse("19910824-00026").born == date(1991, 8, 24)


def test_only_the_last_three_digits_are_shown():
    assert mask("19910824-00026") == "********-**026"

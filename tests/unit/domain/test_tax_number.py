"""РНОКПП, on the vectors and on properties."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from app.domain.partial_date import PartialDate, of_day
from app.domain.sex import Sex, of_patronymic
from app.domain.tax_number import (
    InvalidTaxNumber,
    TaxNumberAllZero,
    TaxNumberNotDigits,
    TaxNumberWrongCheckDigit,
    TaxNumberWrongLength,
    TaxWarning,
    check,
    check_digit,
    mask,
    warnings,
)

VECTORS = yaml.safe_load((Path(__file__).parents[2] / "vectors/rnokpp_tests.yaml").read_text("utf-8"))
TODAY = date(2026, 11, 5)
nine = st.from_regex(r"\A[0-9]{9}\Z").filter(lambda digits: digits.strip("0"))


@pytest.mark.parametrize("vector", VECTORS["valid"], ids=lambda vector: vector["number"])
def test_valid_numbers_tell_birth_and_sex(vector):
    tax = check(vector["number"])
    assert (tax.number, tax.born, tax.sex) == (vector["number"], vector["dob"], vector["sex"])
    assert warnings(tax, TODAY, born=of_day(vector["dob"]), sex=Sex(vector["sex"])) == ()


@pytest.mark.parametrize("number", [*VECTORS["invalid"], *VECTORS["checksum_ok_but_reject"]])
def test_invalid_numbers_are_refused(number):
    with pytest.raises(InvalidTaxNumber):
        check(number)


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        ("32873123S5", TaxNumberNotDigits), ("", TaxNumberNotDigits), ("３２８７３１２３５５", TaxNumberNotDigits),
        ("328731235", TaxNumberWrongLength), ("32873123555", TaxNumberWrongLength), ("0000000000", TaxNumberAllZero),
        ("3287312354", TaxNumberWrongCheckDigit),
    ],
)
def test_a_refusal_says_why(number, reason):
    with pytest.raises(reason):
        check(number)


@pytest.mark.parametrize("number", ["6000000116", "6000000210", "6000000315"])
def test_the_synthetic_block_is_valid_and_lies_in_the_future(number):
    assert warnings(check(number), TODAY) == (TaxWarning.FUTURE,)


def test_spaces_do_not_count():
    assert check(" 3287 312\u00a0355 ").number == "3287312355"


@given(nine)
def test_the_last_digit_follows_from_the_others(first):
    number = first + check_digit(first)
    assert check(number).number == number
    for wrong in set("0123456789") - {number[-1]}:
        with pytest.raises(TaxNumberWrongCheckDigit):
            check(first + wrong)


@given(nine, st.integers(0, 8), st.integers(1, 9))
def test_one_mistyped_digit_is_noticed_but_where_ten_stands_for_zero(first, place, shift):
    typed = first[:place] + str((int(first[place]) + shift) % 10) + first[place + 1 :]
    weights = (-1, 5, 7, 9, 4, 6, 10, 5, 7)
    remainders = {sum(w * int(d) for w, d in zip(weights, digits, strict=True)) % 11 for digits in (first, typed)}
    assert (check_digit(typed) == check_digit(first)) is (remainders == {0, 10})


@pytest.mark.parametrize(
    ("born", "today", "expected"),
    [
        (date(1988, 5, 17), TODAY, ()),
        (date(1988, 5, 17), date(2005, 5, 16), (TaxWarning.TOO_YOUNG,)),
        (date(1988, 5, 17), date(2005, 5, 17), ()),
        (date(1988, 5, 17), date(2099, 5, 16), ()),
        (date(1988, 5, 17), date(2099, 5, 17), (TaxWarning.TOO_OLD,)),
        (date(1988, 5, 17), date(1988, 5, 16), (TaxWarning.FUTURE,)),
    ],
)
def test_age_is_a_warning_and_no_refusal(born, today, expected):
    tax = check("3227900310")
    assert tax.born == born
    assert warnings(tax, today) == expected


def test_another_birth_date_or_sex_is_a_warning():
    tax = check("3227900310")
    assert warnings(tax, TODAY, born=PartialDate(1988, 6), sex=Sex.F) == (
        TaxWarning.BORN_DIFFERS,
        TaxWarning.SEX_DIFFERS,
    )
    assert warnings(tax, TODAY, born=PartialDate(1988), sex=Sex.M) == ()


@pytest.mark.parametrize(
    ("number", "shown"),
    [("3227900310", "*******310"), ("310", "***"), ("", ""), ("1310", "*310")],
)
def test_only_the_last_three_digits_are_shown(number, shown):
    assert mask(number) == shown


@pytest.mark.parametrize(
    ("patronymic", "sex"),
    [("Іванович", Sex.M), ("Ілліч", Sex.M), ("Іванівна", Sex.F), ("Ильинична", Sex.F), ("Гусейн огли", Sex.M),
     ("Гусейн кизи", Sex.F), ("", None), ("Іван", None)],
)
def test_a_patronymic_tells_the_sex(patronymic, sex):
    assert of_patronymic(patronymic) is sex

"""Numbers of proceedings and of accounts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import erdr, iban
from app.domain.erdr import ErdrWarning, Proceedings
from app.domain.iban import InvalidIban

TODAY = date(2026, 11, 5)


@pytest.mark.parametrize(
    "text",
    ["12025206311557733", " 12025 206311 557733", "№12025206311557733", "№ 1 2025206311557733"],
)
def test_a_number_of_proceedings_is_taken_to_pieces(text):
    found = erdr.parse(text)
    assert found == Proceedings("12025206311557733", "1", 2025)
    assert erdr.warnings(found, TODAY) == ()


@pytest.mark.parametrize("text", ["", "1202520631155773", "120252063115577333", "1202520631155773О"])
def test_another_shape_is_none(text):
    assert erdr.parse(text) is None


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("32025206311557733", (ErdrWarning.BODY,)), ("12011206311557733", (ErdrWarning.YEAR,)),
        ("62027206311557733", (ErdrWarning.YEAR,)), ("92027206311557733", (ErdrWarning.BODY, ErdrWarning.YEAR)),
    ],
)
def test_what_is_not_plausible_is_asked_about(number, expected):
    assert erdr.warnings(erdr.parse(number), TODAY) == expected


def _synthetic(account):
    body = f"000000{account:019}"
    rest = int("".join(str(int(sign, 36)) for sign in f"{body}UA00"))
    return f"UA{98 - rest % 97:02}{body}"


@given(st.integers(0, 10**19 - 1))
def test_an_iban_holds_and_one_changed_digit_breaks_it(account):
    number = _synthetic(account)
    spaced = " ".join(number[at : at + 4] for at in range(0, 29, 4)).lower()
    assert iban.check(spaced) == number
    with pytest.raises(InvalidIban):
        iban.check(number[:-1] + str((int(number[-1]) + 1) % 10))


@pytest.mark.parametrize("text", ["", "UA", "DE89370400440532013000", _synthetic(5)[:-1], f"{_synthetic(5)}0"])
def test_another_shape_is_no_iban(text):
    with pytest.raises(InvalidIban):
        iban.check(text)


def test_only_the_last_four_digits_are_shown():
    assert iban.mask(_synthetic(1234)) == "*" * 25 + "1234"
    assert iban.mask("1234") == "****"

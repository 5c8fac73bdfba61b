"""Bech32 against BIP 173's own examples, and there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.crypto.bech32 import NotBech32, decode, encode

LONG = "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio"


@pytest.mark.parametrize(
    ("text", "prefix", "data"),
    [
        ("A12UEL5L", "A", b""),
        ("a12uel5l", "a", b""),
        (f"{LONG}1tt5tgs", LONG, b""),
        ("?1ezyfcl", "?", b""),
    ],
)
def test_valid_examples_of_the_standard(text: str, prefix: str, data: bytes):
    assert decode(text) == (prefix, data)
    assert encode(prefix.lower(), data) == text.lower()


@pytest.mark.parametrize(
    "text",
    [
        "\x201nwldj5",
        "\x7f1axkwrx",
        "\x801eym55h",
        "pzry9x0s0muk",
        "1pzry9x0s0muk",
        "x1b4n0q5v",
        "li1dgmt3",
        "de1lg7wt\xff",
        "A1G7SGD8",
        "10a06t8",
        "1qzzfhee",
        "",
        "a12UEL5L",
        "a12uel5m",
        "a12uel5l\n",
    ],
)
def test_invalid_examples_of_the_standard(text: str):
    with pytest.raises(NotBech32):
        decode(text)


@given(st.binary(max_size=100))
def test_there_and_back_in_both_cases(data: bytes):
    text = encode("age", data)
    assert decode(text) == ("age", data)
    assert decode(text.upper()) == ("AGE", data)


@given(st.binary(min_size=1, max_size=100), st.data())
def test_one_wrong_sign_is_noticed(data: bytes, draw: st.DataObject):
    text = encode("age", data)
    at = draw.draw(st.integers(0, len(text) - 1))
    sign = draw.draw(st.sampled_from("qpzry9x8gf2tvdw0s3jn54khce6mua7l"))
    wrong = text[:at] + sign + text[at + 1 :]
    if wrong != text:
        with pytest.raises(NotBech32):
            decode(wrong)


@pytest.mark.parametrize("text", ["a1qpamnt9j", "a1qqqd87cpp", "a1q3g6mn3"])
def test_left_over_bits_must_be_zero_and_fewer_than_a_sign(text: str):
    with pytest.raises(NotBech32):
        decode(text)

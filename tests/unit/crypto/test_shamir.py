"""Secret sharing: the field by its published values, shares by hand, and what too few of them tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.crypto import shamir
from app.crypto.shamir import join, split


@pytest.mark.parametrize(
    ("one", "other", "product"),
    [(0x57, 0x83, 0xC1), (0x57, 0x13, 0xFE), (0x57, 0x02, 0xAE), (0x57, 0x10, 0x07), (0x53, 0xCA, 0x01)],
)
def test_the_field_is_that_of_fips_197(one: int, other: int, product: int):
    assert shamir._times(one, other) == shamir._times(other, one) == product


def test_every_inverse_is_one():
    assert all(shamir._times(value, shamir._inverse(value)) == 1 for value in range(1, 256))


def test_shares_counted_by_hand():
    """f(x) = 0x42 + 0x57 x: f(1) = 0x42^0x57, f(2) = 0x42^0xae, f(0x13) = 0x42^0xfe (FIPS-197, 4.2)."""
    shares = {1: b"\x15", 2: b"\xec", 0x13: b"\xbc"}
    for numbers in ((1, 2), (2, 0x13), (1, 0x13), (1, 2, 0x13)):
        assert join({number: shares[number] for number in numbers}) == b"\x42"


@given(st.binary(min_size=1, max_size=40), st.integers(2, 6), st.integers(0, 4), st.randoms(use_true_random=False))
def test_any_that_are_enough_give_the_secret(secret: bytes, needed: int, more: int, dice):
    shares = split(secret, needed, needed + more)
    chosen = dice.sample(sorted(shares), needed)
    assert join({number: shares[number] for number in chosen}) == secret


def test_one_share_fits_every_secret():
    """For one share of two there is, for every secret, exactly one other share: it tells nothing."""
    share = split(b"\x42", 2, 3)[1]
    assert {join({1: share, 2: bytes([other])}) for other in range(256)} == {bytes([value]) for value in range(256)}


def test_too_few_shares_give_something_else():
    shares = split(bytes(32), 3, 3)
    assert join({1: shares[1], 2: shares[2]}) != bytes(32)


@pytest.mark.parametrize(("needed", "shares"), [(1, 3), (4, 3), (2, 256), (0, 0)])
def test_splits_that_protect_nothing_are_refused(needed: int, shares: int):
    with pytest.raises(ValueError, match="at least two"):
        split(b"secret", needed, shares)


@pytest.mark.parametrize("shares", [{}, {1: b"a"}, {1: b"a", 2: b"ab"}, {0: b"a", 1: b"b"}, {1: b"a", 256: b"b"}])
def test_what_are_no_shares_is_refused(shares):
    with pytest.raises(ValueError, match="one secret"):
        join(shares)

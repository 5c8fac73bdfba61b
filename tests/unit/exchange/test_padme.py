"""Padmé lengths."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.padme import padme


@pytest.mark.parametrize(
    ("length", "padded"), [(0, 0), (1, 1), (2, 2), (8, 8), (9, 10), (1000, 1024), (47_123_456, 47_185_920)]
)
def test_known_lengths(length: int, padded: int):
    assert padme(length) == padded


@given(st.integers(0, 2**40))
def test_never_shorter_never_more_than_twelve_percent_and_settled(length: int):
    padded = padme(length)
    assert length <= padded <= length * 1.12
    assert padme(padded) == padded


def test_sixty_five_thousand_lengths_become_thirty_two():
    assert len({padme(length) for length in range(2**16 + 1, 2**17 + 1)}) == 32

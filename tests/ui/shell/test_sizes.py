"""Sizes of type: a step leads to the next one, and there is an end on both sides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.settings.look import SCALES
from ui.shell.sizes import USUAL, scaled


@given(st.integers(50, 300), st.integers(-9, 9))
def test_only_what_the_settings_offer_is_ever_chosen(now, steps):
    assert scaled(now, steps) in SCALES


@pytest.mark.parametrize(("now", "steps", "then"), [
    (100, 1, 110), (100, -1, 90), (175, 1, 175), (90, -1, 90), (150, 0, USUAL), (120, 1, 150), (104, -1, 90),
])  # fmt: skip
def test_a_step_leads_to_the_next(now, steps, then):
    assert scaled(now, steps) == then


@given(st.sampled_from(SCALES[1:-1]))
def test_there_and_back(now):
    assert scaled(scaled(now, 1), -1) == now

"""The gaps between contacts, for generated logs."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.silence import Silence, silences

OPENED, TODAY = date(2026, 1, 1), date(2026, 11, 23)
DAYS = st.lists(st.dates(date(2025, 6, 1), date(2027, 1, 1)), max_size=30)


@given(DAYS, st.integers(1, 90))
def test_gaps_are_long_in_order_and_hold_no_contact(days: list[date], longest: int) -> None:
    found = list(silences(days, OPENED, TODAY, longest))
    assert all(one.days > longest for one in found)
    assert all(one.until <= other.since for one, other in pairwise(found))
    for gap in found:
        assert not any(gap.since < day < gap.until for day in (*days, OPENED))
        assert gap.since in (*days, OPENED)
    assert [gap.lasts for gap in found].count(True) <= 1


@given(DAYS, st.integers(1, 90))
def test_every_day_without_a_gap_is_near_a_contact(days: list[date], longest: int) -> None:
    gaps = list(silences(days, OPENED, TODAY, longest))
    known = sorted(day for day in (*days, OPENED) if day <= TODAY)
    for number in range((TODAY - known[0]).days):
        day = known[0] + timedelta(number)
        if not any(gap.since <= day <= gap.until for gap in gaps):
            last = max(one for one in known if one <= day)
            assert (day - last).days <= longest


@pytest.mark.parametrize(
    ("contacts", "gaps"),
    [
        ([], [Silence(OPENED, TODAY, lasts=True)]),
        ([date(2026, 1, 31), TODAY], [Silence(date(2026, 1, 31), TODAY)]),
        ([date(2026, 1, 1) + timedelta(30 * n) for n in range(11)], []),
        ([date(2027, 1, 1)], [Silence(OPENED, TODAY, lasts=True)]),
    ],
)
def test_thirty_days_are_no_gap_and_thirty_one_are(contacts: list[date], gaps: list[Silence]) -> None:
    assert list(silences(contacts, OPENED, TODAY)) == gaps


def test_forty_five_days_are_said_as_they_are() -> None:
    (gap,) = silences([date(2026, 10, 9)], date(2026, 10, 1), TODAY)
    assert gap.days == 45

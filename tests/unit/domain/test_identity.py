"""Identifiers and clocks that never go back."""

from uuid import RFC_4122, UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import hlc
from app.domain.uuid7 import milliseconds, uuid7

times = st.integers(0, (1 << 48) - 1)
noise = st.binary(min_size=10, max_size=10)
stamps = st.integers(0, (1 << 63) - 1)


@given(times, noise)
def test_a_uuid7_is_one_and_carries_its_time(ms, random):
    uid = uuid7(ms, random)
    assert (uid.version, uid.variant) == (7, RFC_4122)
    assert milliseconds(uid) == ms


@given(times, times, noise, noise)
def test_uuids_are_ordered_by_their_time(one, other, random, more):
    if one != other:
        assert (uuid7(one, random) < uuid7(other, more)) is (one < other)


def test_the_example_of_the_rfc():
    random = (0xCC3 << 62 | 0x18C4DC0C0C07398F).to_bytes(10)
    assert uuid7(0x017F22E279B0, random) == UUID("017F22E2-79B0-7CC3-98C4-DC0C0C07398F")


@given(noise, noise)
def test_other_randomness_is_another_uuid(one, other):
    same = int.from_bytes(one) & (1 << 74) - 1 == int.from_bytes(other) & (1 << 74) - 1
    assert (uuid7(5, one) == uuid7(5, other)) is same


@pytest.mark.parametrize(("ms", "random"), [(-1, bytes(10)), (1 << 48, bytes(10)), (0, bytes(9)), (0, bytes(11))])
def test_what_does_not_fit_is_refused(ms, random):
    with pytest.raises(ValueError, match="UUIDv7"):
        uuid7(ms, random)


@given(stamps, st.lists(times, min_size=1))
def test_stamps_rise_whatever_the_wall_clock_does(last, walls):
    for wall in walls:
        following = hlc.tick(last, wall)
        assert following > last
        assert hlc.milliseconds(following) >= wall
        last = following


@given(stamps, stamps, times)
def test_what_is_taken_over_is_outrun(last, received, wall):
    merged = hlc.merge(last, received, wall)
    assert merged > max(last, received)
    assert hlc.milliseconds(merged) >= wall


def test_a_stamp_holds_time_and_count():
    first = hlc.tick(0, 1000)
    second = hlc.tick(first, 999)
    assert (hlc.milliseconds(second), hlc.counter(second)) == (1000, 1)
    assert hlc.tick(second, 1001) == hlc.stamp(1001)
    full = hlc.stamp(1000, (1 << hlc.COUNTER_BITS) - 1)
    assert hlc.tick(full, 1000) == hlc.stamp(1001)

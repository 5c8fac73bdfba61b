"""Walls: who is not surely on the same side is not known; and both sides see the same wall."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.walls import Side, in_conflict, known_to

WIFE, MOTHER, AUNT = "wife", "mother", "aunt"


@pytest.mark.parametrize(
    ("family", "known"),
    [
        ([Side(WIFE), Side(MOTHER)], {WIFE, MOTHER}),
        ([Side(WIFE, "a"), Side(MOTHER, "b")], {WIFE}),
        ([Side(WIFE, "a"), Side(MOTHER, "a")], {WIFE, MOTHER}),
        ([Side(WIFE, "a"), Side(MOTHER)], {WIFE}),
        ([Side(WIFE), Side(MOTHER, "b"), Side(AUNT)], {WIFE}),
        ([Side(WIFE, against=frozenset({MOTHER})), Side(MOTHER), Side(AUNT)], {WIFE, AUNT}),
        ([Side(WIFE), Side(MOTHER, against=frozenset({WIFE})), Side(AUNT)], {WIFE, AUNT}),
        ([Side(WIFE, "a"), Side(MOTHER, "a", against=frozenset({WIFE}))], {WIFE}),
        ([Side(WIFE, in_conflict=True), Side(MOTHER), Side(AUNT)], {WIFE}),
        ([Side(WIFE), Side(MOTHER, in_conflict=True), Side(AUNT)], {WIFE, AUNT}),
        ([Side(WIFE, "a", in_conflict=True), Side(MOTHER, "a"), Side(AUNT, "b")], {WIFE, MOTHER}),
    ],
)
def test_whom_the_wife_may_know_of(family, known):
    assert known_to(family, WIFE) == known


def test_a_stranger_knows_nobody():
    assert known_to([Side(WIFE)], "somebody") == frozenset()


def test_a_family_in_peace_has_no_walls():
    assert not in_conflict([Side(WIFE), Side(MOTHER)])
    assert in_conflict([Side(WIFE), Side(MOTHER, "b")])


keys = st.sampled_from(["a", "b", "c", "d"])
families = st.lists(
    st.builds(Side, keys, st.sampled_from(["", "", "x", "y"]), st.booleans(), st.frozensets(keys, max_size=2)),
    unique_by=lambda side: side.key, max_size=4,
)  # fmt: skip


@given(families)
def test_a_wall_stands_for_both_and_nobody_is_hidden_from_himself(family):
    for one in family:
        assert one.key in known_to(family, one.key)
        for other in family:
            assert (other.key in known_to(family, one.key)) == (one.key in known_to(family, other.key))


@given(families)
def test_named_branches_that_differ_never_know_of_each_other(family):
    for one in family:
        known = known_to(family, one.key)
        assert not any(other.branch != one.branch and other.key in known for other in family)
        assert not known & (one.against - {one.key})

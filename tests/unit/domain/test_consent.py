"""A consent over days: it holds through its last day, warns in time, and a later no outweighs it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.consent import (
    WARNINGS,
    Standing,
    Word,
    days_left,
    last_standing,
    open_topics,
    standing,
    warning,
)

DAY = date(2026, 11, 23)
DAYS = st.dates(date(2022, 2, 24), date(2030, 12, 31))
TOPICS = st.frozensets(st.sampled_from(["full_name", "fate_status", "steps_own"]))


@st.composite
def words(draw: st.DrawFn) -> Word:
    since = draw(DAYS)
    until = draw(st.none() | st.integers(0, 400).map(lambda days: since + timedelta(days=days)))
    withdrawn = draw(st.none() | st.integers(0, 400).map(lambda days: since + timedelta(days=days)))
    return Word(since, until, withdrawn, draw(st.booleans()), draw(TOPICS))


@pytest.mark.parametrize(
    ("left", "expected", "warns"),
    [
        (31, Standing.GIVEN, None), (30, Standing.EXPIRING, 30), (8, Standing.EXPIRING, 30),
        (7, Standing.EXPIRING, 7), (2, Standing.EXPIRING, 7), (1, Standing.EXPIRING, 1), (0, Standing.EXPIRING, 1),
        (-1, Standing.EXPIRED, None),
    ],
)  # fmt: skip
def test_a_consent_warns_at_thirty_seven_and_one_day(left: int, expected: Standing, warns: int | None) -> None:
    word = Word(DAY - timedelta(days=90), DAY + timedelta(days=left))
    assert (standing(word, DAY), warning(word, DAY)) == (expected, warns)


def test_nobody_asked_is_no_no_and_no_yes() -> None:
    assert not Standing.NOT_ASKED.allows
    assert not Standing.NOT_ASKED.stops
    assert standing(None, DAY) is Standing.NOT_ASKED


def test_a_withdrawal_counts_from_its_day() -> None:
    word = Word(DAY - timedelta(days=9), withdrawn_on=DAY)
    assert standing(word, DAY - timedelta(days=1)) is Standing.GIVEN
    assert standing(word, DAY) is Standing.WITHDRAWN


@given(words(), DAYS)
def test_it_holds_exactly_from_its_first_day_through_its_last_unless_refused_or_withdrawn(
    word: Word, day: date
) -> None:
    withdrawn = word.withdrawn_on is not None and word.withdrawn_on <= day
    within = word.since <= day and (word.until is None or day <= word.until)
    assert standing(word, day).allows == (within and not withdrawn and not word.refused)


@given(words(), DAYS)
def test_once_ended_it_never_holds_again(word: Word, day: date) -> None:
    if standing(word, day).stops:
        assert standing(word, day + timedelta(days=1)).stops


@given(words(), DAYS)
def test_only_what_holds_and_ends_soon_warns(word: Word, day: date) -> None:
    left = days_left(word, day)
    soon = left is not None and left <= WARNINGS[0]
    assert (warning(word, day) is not None) == (standing(word, day).allows and soon)


@given(st.lists(words(), max_size=5), DAYS)
def test_nothing_is_open_that_no_word_in_force_names(given_words: list[Word], day: date) -> None:
    named = frozenset().union(*(word.topics for word in given_words if standing(word, day).allows))
    assert open_topics(given_words, day) <= named


@given(st.lists(words(), max_size=5), DAYS)
def test_a_last_no_that_names_nothing_closes_everything(given_words: list[Word], day: date) -> None:
    no = Word(day, refused=True)
    assert open_topics([*given_words, no], day) == frozenset()
    assert last_standing([*given_words, no], day) is Standing.REFUSED


def test_a_new_yes_outweighs_one_that_ended_and_an_ended_one_does_not_outweigh_it() -> None:
    ended, holds = Word(DAY - timedelta(days=90), DAY - timedelta(days=1)), Word(DAY - timedelta(days=1))
    assert last_standing([ended, holds], DAY) is Standing.GIVEN
    assert last_standing([holds, ended], DAY) is Standing.GIVEN
    assert last_standing([ended], DAY) is Standing.EXPIRED

"""Steps come back on their days: none is missed, none comes twice, and none is made up for."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogue.load import ukraine
from app.domain.deadline import Kind, Term, Unit
from app.domain.recurrence import Gap, Repeat, Turn, UnreadablePattern, next_turn, pattern

TWO_WEEKS = Term(14, Unit.DAY, Kind.OFFICE)
START = date(2026, 1, 31)
MONTHLY = Repeat(every=Gap(1, Unit.MONTH))


def test_a_monthly_step_keeps_its_day_and_ends_a_shorter_month():
    term = Term(0, Unit.DAY, Kind.OFFICE)
    assert next_turn(MONTHLY, term, START, 1, START) == Turn(2, date(2026, 2, 28))
    assert next_turn(MONTHLY, term, START, 2, date(2026, 2, 27)) == Turn(3, date(2026, 3, 31))


def test_turns_count_from_the_first_day_not_from_the_day_it_was_done():
    assert next_turn(MONTHLY, TWO_WEEKS, date(2026, 1, 1), 1, date(2026, 1, 10)) == Turn(2, date(2026, 2, 15))
    assert next_turn(MONTHLY, TWO_WEEKS, date(2026, 1, 1), 1, date(2026, 1, 29)) == Turn(2, date(2026, 2, 15))


def test_what_was_missed_is_not_made_up_for():
    assert next_turn(MONTHLY, TWO_WEEKS, date(2026, 1, 1), 1, date(2026, 4, 15)) == Turn(5, date(2026, 5, 15))


def test_what_holds_for_days_runs_anew_from_the_day_it_was_done():
    deferral = Repeat(every=Gap(90, Unit.DAY))
    assert next_turn(deferral, TWO_WEEKS, date(2026, 1, 1), 1, date(2026, 3, 1)) == Turn(2, date(2026, 5, 30))


def test_after_the_last_turn_nothing_comes():
    twice = Repeat(every=Gap(1, Unit.MONTH), times=2)
    assert next_turn(twice, TWO_WEEKS, START, 1, date(2026, 2, 14)) is not None
    assert next_turn(twice, TWO_WEEKS, START, 2, date(2026, 3, 14)) is None
    assert next_turn(twice, TWO_WEEKS, START, 1, date(2026, 9, 1)) is None, "both turns passed meanwhile"


def test_distances_are_counted_from_the_event():
    screening = pattern("30d, 3m, 6m, 12m")
    days, turn, done = [], 1, date(2026, 3, 2)
    while (following := next_turn(screening, Term(30, Unit.DAY, Kind.OFFICE), START, turn, done)) is not None:
        days.append(following.day)
        turn, done = following.number, following.day
    assert days == [date(2026, 4, 30), date(2026, 7, 31), date(2027, 1, 31)]


def test_after_the_distances_comes_the_usual_pace():
    calls = pattern("1m x3, then 3m")
    assert calls == Repeat(tuple(Gap(n, Unit.MONTH) for n in (1, 2, 3)), Gap(3, Unit.MONTH))
    days, turn, done = [], 1, START
    for _ in range(5):
        following = next_turn(calls, Term(1, Unit.MONTH, Kind.OFFICE), START, turn, done)
        days.append(following.day)
        turn, done = following.number, following.day
    assert days == [date(2026, 3, 31), date(2026, 4, 30), date(2026, 7, 31), date(2026, 10, 31), date(2027, 1, 31)]


def test_without_a_known_event_the_day_it_was_done_begins():
    assert next_turn(MONTHLY, TWO_WEEKS, None, 1, date(2026, 5, 5)) == Turn(2, date(2026, 6, 5))


def test_what_comes_with_an_occasion_has_no_day():
    assert next_turn(Repeat(occasion="list"), TWO_WEEKS, START, 1, START) is None


@pytest.mark.parametrize("text", ["", "often", "3m then 6m", "1m x3, then", "1m x3, then soon", "30d,,3m"])
def test_a_pattern_that_says_nothing_is_refused(text):
    with pytest.raises(UnreadablePattern):
        pattern(text)


REPEATING = sorted((step for step in ukraine().steps.values() if step.repeat), key=lambda step: step.id)


def test_every_repeat_of_the_catalogue_is_read():
    assert len(REPEATING) > 30
    assert all(one.repeat.occasion or one.repeat.every or one.repeat.distances for one in REPEATING)


DAYS = st.dates(date(2022, 1, 1), date(2030, 1, 1))


@given(st.sampled_from(REPEATING), DAYS, st.lists(st.integers(-40, 400), max_size=12))
def test_turns_rise_and_each_day_is_still_to_come(step, event, delays):
    """However early or late each turn is done, the next is later than both its day and the day it was done."""
    turn, day, done = 1, event, event
    for delay in delays:
        done = max(done, day + timedelta(days=delay))
        following = next_turn(step.repeat, step.due.term, event, turn, done)
        if following is None:
            return
        assert following.day > done
        assert following.number > turn
        assert step.repeat.times is None or following.number <= step.repeat.times
        turn, day = following.number, following.day


@given(st.sampled_from(REPEATING), DAYS)
def test_done_on_its_day_no_turn_is_missed_or_doubled(step, event):
    turn, done, days = 1, event, []
    while len(days) < 30 and (following := next_turn(step.repeat, step.due.term, event, turn, done)) is not None:
        assert following.number == turn + 1 or not days
        days.append(following.day)
        turn, done = following.number, following.day
    assert days == sorted(set(days))

"""Working days, holidays and the Julian Easter."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.calendar import (
    CalendarMode,
    MartialLaw,
    easter,
    holidays,
    is_working_day,
    last_working_day,
    next_working_day,
    trinity,
)

WAR, PEACE = CalendarMode.MARTIAL_LAW, CalendarMode.NORMAL
days = st.dates(date(1901, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("year", "sunday", "fiftieth"),
    [
        (2024, (5, 5), (6, 23)), (2025, (4, 20), (6, 8)), (2026, (4, 12), (5, 31)), (2027, (5, 2), (6, 20)),
        (2028, (4, 16), (6, 4)), (2029, (4, 8), (5, 27)), (2030, (4, 28), (6, 16)), (2031, (4, 13), (6, 1)),
    ],
)
def test_easter_and_trinity_stand_as_in_the_reference(year, sunday, fiftieth):
    assert easter(year) == date(year, *sunday)
    assert trinity(year) == date(year, *fiftieth)


@given(st.integers(1900, 2099))
def test_easter_is_a_sunday_of_spring_and_trinity_seven_weeks_later(year):
    assert easter(year).weekday() == 6
    assert date(year, 4, 3) <= easter(year) <= date(year, 5, 10)
    assert trinity(year) - easter(year) == timedelta(weeks=7)


def test_the_holidays_of_2026():
    listed = "01-01 03-08 04-12 05-01 05-08 05-31 06-28 07-15 08-24 10-01 12-25"
    assert holidays(2026) == {date.fromisoformat(f"2026-{day}") for day in listed.split()}


@given(days)
def test_under_martial_law_only_weekends_are_free(day):
    assert is_working_day(day, WAR) is (day.weekday() < 5)


@given(days)
def test_in_peace_holidays_are_free_too(day):
    assert is_working_day(day, PEACE) is (day.weekday() < 5 and day not in holidays(day.year))


@given(days, st.sampled_from(CalendarMode))
def test_the_next_and_the_last_working_day_enclose_the_day_and_skip_no_worked_one(day, mode):
    later, earlier = next_working_day(day, mode), last_working_day(day, mode)
    assert earlier <= day <= later
    assert is_working_day(earlier, mode)
    assert is_working_day(later, mode)
    between = [earlier + timedelta(days=n) for n in range(1, (later - earlier).days)]
    assert not any(is_working_day(one, mode) for one in between if one != day)


def test_martial_law_has_its_dates():
    ended = MartialLaw(until=date(2027, 6, 30))
    assert is_working_day(date(2026, 8, 24), ended)
    assert not is_working_day(date(2027, 8, 24), ended)
    assert not is_working_day(date(2021, 8, 24), ended)
    assert ended.on(date(2022, 2, 24)) is ended.on(date(2027, 6, 30)) is WAR
    assert ended.on(date(2022, 2, 23)) is ended.on(date(2027, 7, 1)) is PEACE
    assert MartialLaw().on(date(2090, 1, 1)) is WAR

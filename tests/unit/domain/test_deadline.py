"""Terms of the Civil Code, on the vectors and on properties."""

from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from app.domain.calendar import CalendarMode, MartialLaw, is_working_day
from app.domain.deadline import LEGAL, Kind, Term, TermOutOfRange, Unit, due
from app.i18n import Words

WAR, PEACE = CalendarMode.MARTIAL_LAW, CalendarMode.NORMAL
VECTORS = yaml.safe_load(
    (Path(__file__).parents[2] / "vectors/deadline_tests.yaml").read_text("utf-8")
)["deadline_tests"]

days = st.dates(date(2000, 1, 1), date(2090, 12, 31))
amounts = st.integers(0, 400)
units, modes = st.sampled_from(Unit), st.sampled_from(CalendarMode)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: f"{vector['event']}+{vector['qty']}{vector['unit']}")
def test_the_vectors_hold(vector):
    kind = Kind.STATUTORY_NO_ROLL if "due_no_roll" in vector else Kind.STATUTORY
    found = due(vector["event"], Term(vector["qty"], Unit(vector["unit"]), kind), WAR)
    assert found.due == vector.get("due_no_roll", vector.get("due"))
    assert found.raw == vector.get("raw", found.raw)


@pytest.mark.parametrize(
    ("kind", "raw", "latest", "act_by"),
    [
        (Kind.STATUTORY, "2026-01-31", "2026-02-02", "2026-01-30"),
        (Kind.BODY_TERM, "2026-01-31", "2026-02-02", "2026-01-30"),
        (Kind.OFFICE, "2026-01-31", "2026-01-30", "2026-01-30"),
        (Kind.USUAL, "2026-01-31", "2026-01-31", "2026-01-31"),
        (Kind.EARLIEST, "2026-01-31", "2026-01-31", "2026-01-31"),
        (Kind.STATUTORY_NO_ROLL, "2026-01-30", "2026-01-30", "2026-01-30"),
    ],
)
def test_thirty_days_from_new_year_end_on_a_saturday_and_each_kind_takes_it_its_own_way(kind, raw, latest, act_by):
    found = due(date(2026, 1, 1), Term(30, Unit.DAY, kind), WAR)
    assert [day.isoformat() for day in (found.raw, found.due, found.act_by)] == [raw, latest, act_by]
    assert found.rolled is (raw != latest)


@given(days, st.sampled_from([Term(None, Unit.MONTH, Kind.STATUTORY), Term(5, Unit.DAY, Kind.NONE)]), modes)
def test_without_a_term_there_is_no_date(event, term, mode):
    found = due(event, term, mode)
    assert (found.raw, found.due, found.act_by, found.rolled) == (None, None, None, False)


@given(days, amounts, units, st.sampled_from([kind for kind in Kind if kind is not Kind.NONE]), modes)
def test_acting_by_the_safe_day_is_never_too_late(event, qty, unit, kind, mode):
    found = due(event, Term(qty, unit, kind), mode)
    assert event <= found.act_by <= found.raw
    assert found.act_by <= found.due
    if kind in LEGAL:
        assert found.due >= found.raw
        assert is_working_day(found.due, mode)
    elif kind is Kind.OFFICE:
        assert found.due == found.act_by
    else:
        assert not found.rolled


@given(days, st.integers(4, 400), modes)
def test_an_office_standard_ends_on_the_working_day_before_a_day_off(event, qty, mode):
    found = due(event, Term(qty, Unit.DAY, Kind.OFFICE), mode)
    assert is_working_day(found.due, mode)
    assert found.raw - found.due <= timedelta(days=4)


def test_an_office_standard_never_falls_before_the_event():
    saturday = date(2026, 8, 1)
    assert due(saturday, Term(0, Unit.DAY, Kind.OFFICE), WAR).due == saturday
    assert due(saturday, Term(1, Unit.DAY, Kind.OFFICE), WAR).due == date(2026, 8, 2)


@given(days, st.integers(0, 40))
def test_weeks_end_on_the_same_weekday(event, qty):
    raw = due(event, Term(qty, Unit.WEEK, Kind.USUAL), WAR).raw
    assert raw.weekday() == event.weekday()
    assert (raw - event).days == 7 * qty


@given(days, st.integers(0, 60))
def test_months_end_on_the_same_day_or_on_the_last_day_of_a_shorter_month(event, qty):
    raw = due(event, Term(qty, Unit.MONTH, Kind.USUAL), WAR).raw
    assert raw.day == min(event.day, monthrange(raw.year, raw.month)[1])
    assert (raw.year - event.year) * 12 + raw.month - event.month == qty


@given(days, st.integers(0, 10))
def test_a_year_is_twelve_months(event, qty):
    assert due(event, Term(qty, Unit.YEAR, Kind.USUAL), WAR).raw == due(
        event, Term(12 * qty, Unit.MONTH, Kind.USUAL), WAR
    ).raw


@given(days, st.integers(1, 100), modes)
def test_working_days_are_counted_from_the_day_after(event, qty, mode):
    raw = due(event, Term(qty, Unit.WORKING_DAY, Kind.STATUTORY), mode).raw
    counted = (event + timedelta(days=n) for n in range(1, (raw - event).days + 1))
    assert sum(is_working_day(day, mode) for day in counted) == qty
    assert is_working_day(raw, mode)


def test_a_holiday_moves_a_term_in_peace_but_not_under_martial_law():
    term = Term(30, Unit.DAY, Kind.BODY_TERM)
    assert due(date(2025, 9, 1), term, WAR).due == date(2025, 10, 1)
    in_peace = due(date(2025, 9, 1), term, PEACE)
    assert (in_peace.due, in_peace.act_by) == (date(2025, 10, 2), date(2025, 9, 30))
    assert due(date(2025, 9, 1), term, MartialLaw(until=date(2025, 9, 30))).due == date(2025, 10, 2)


@pytest.mark.parametrize(
    ("first", "qty", "unit", "last"),
    [
        ("2026-03-02", 90, Unit.DAY, "2026-05-30"),
        ("2026-03-02", 1, Unit.DAY, "2026-03-02"),
        ("2026-03-02", 0, Unit.DAY, "2026-03-02"),
        ("2026-03-02", 12, Unit.MONTH, "2027-03-01"),
        ("2026-01-31", 1, Unit.MONTH, "2026-02-28"),
        ("2024-02-29", 1, Unit.YEAR, "2025-02-28"),
        ("2026-03-02", 2, Unit.WEEK, "2026-03-15"),
        ("2026-03-02", 5, Unit.WORKING_DAY, "2026-03-06"),
    ],
)
def test_the_first_day_of_a_status_counts(first, qty, unit, last):
    found = due(date.fromisoformat(first), Term(qty, unit, Kind.STATUTORY_NO_ROLL), WAR)
    assert found.due == found.raw == found.act_by == date.fromisoformat(last)


@pytest.mark.parametrize("qty", [10_000, 10**12])
@pytest.mark.parametrize("unit", [Unit.YEAR, Unit.DAY])
def test_beyond_the_calendar_is_said_in_words(qty, unit):
    with pytest.raises(TermOutOfRange) as refused:
        due(date(2026, 1, 1), Term(qty if unit is Unit.YEAR else qty * 1000, unit, Kind.USUAL), WAR)
    assert "2026-01-01" in Words("en").explain(refused.value)


def test_a_term_is_never_negative():
    with pytest.raises(ValueError, match="never negative"):
        Term(-1, Unit.DAY, Kind.OFFICE)

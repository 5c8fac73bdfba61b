"""Months of payments: which are over without a line, and what they add up to."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.domain.payments import Held, Month, Paid, Promised, missing, months, totals

PAY = ("wife", "pay")
TODAY = date(2026, 11, 23)


def gaps(*promised: Promised, held=(), paid=(), today: date = TODAY) -> list[Month]:
    return [month for _, month in missing(promised, held, paid, today)]


def test_a_month_is_missed_only_when_it_is_over():
    promised = Promised(PAY, date(2026, 9, 15), 100)
    assert gaps(promised, today=date(2026, 9, 30)) == []
    assert gaps(promised, today=date(2026, 10, 1)) == [Month(2026, 9)]
    assert gaps(Promised(PAY, date(2026, 12, 1), 100)) == []


def test_years_turn_and_a_line_or_a_stop_fills_a_month():
    promised = Promised(PAY, date(2025, 11, 1), 100)
    stop = Held(PAY, date(2026, 2, 10), date(2026, 3, 1))
    here = {(PAY, Month(2025, 12)), (("mother", "pay"), Month(2026, 1)), (("wife", "pension"), Month(2025, 11))}
    assert gaps(promised, held=[stop], paid=here, today=date(2026, 5, 1)) == [
        Month(2025, 11), Month(2026, 1), Month(2026, 4),
    ]  # fmt: skip
    assert gaps(promised, held=[Held(("mother", "pay"), date(2025, 1, 1), None)], today=date(2026, 1, 1)) == [
        Month(2025, 11), Month(2025, 12),
    ]  # fmt: skip


def test_a_decision_that_was_replaced_promises_nothing_more():
    assert gaps(Promised(PAY, date(2026, 8, 1), 100, date(2026, 8, 31))) == [Month(2026, 8)]


def test_a_month_that_two_claims_promise_is_missed_once():
    older, newer = Promised(PAY, date(2026, 8, 1), 100), Promised(PAY, date(2026, 9, 1), 90)
    found = missing([newer, older], [], [], TODAY)
    assert [(month, one.amount) for one, month in found] == [
        (Month(2026, 8), 100), (Month(2026, 9), 90), (Month(2026, 10), 90),
    ]  # fmt: skip


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_months_follow_one_another_without_a_break(since, until):
    found = list(months(since, until))
    assert len(found) == max(0, (until.year - since.year) * 12 + until.month - since.month + 1)
    assert all(one.following() == after for one, after in pairwise(found))


payments = st.lists(
    st.builds(
        Paid, st.just(PAY), st.builds(Month, st.integers(2025, 2026), st.integers(1, 12)),
        st.none() | st.integers(0, 10**9), st.none() | st.integers(0, 10**9),
    ),
    max_size=20,
)


@given(payments)
def test_totals_lose_no_kopeck_and_stand_newest_first(paid):
    found = totals(paid)
    assert sum(one.received for one in found) == sum(one.received or 0 for one in paid)
    assert sum(one.expected for one in found) == sum(one.expected or 0 for one in paid)
    assert [one.month for one in found] == sorted({one.month for one in paid}, reverse=True)

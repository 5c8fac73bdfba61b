"""Sums to the kopeck: divided among recipients, over months, read as people type them."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogue.files import CatalogueBroken
from app.catalogue.load import ukraine
from app.catalogue.money_file import read_money
from app.domain.money import MOST, SumTooLarge, UnreadableMoney, parse, say
from app.domain.pay_rule import OddKopecks
from app.domain.split import MoreThanAll, instalment_rule_on, instalments, split
from app.paths import resource

RULES = ukraine().money.instalments
THIRD, SIXTH = Fraction(1, 3), Fraction(1, 6)
sums = st.integers(0, MOST)
shares = st.lists(st.fractions(0, Fraction(1, 6), max_denominator=1_000), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("total", "among", "odd", "parts", "deposited"),
    [
        (10_000_001, [SIXTH] * 3, OddKopecks.DEPOSITED, (1_666_666,) * 3, 5_000_003),
        (10_000_001, [SIXTH] * 3, OddKopecks.IN_TURN, (1_666_667, 1_666_667, 1_666_666), 5_000_001),
        (10_000_001, [SIXTH] * 3, OddKopecks.LAST, (1_666_666, 1_666_666, 1_666_668), 5_000_001),
        (100, [THIRD] * 3, OddKopecks.IN_TURN, (34, 33, 33), 0),
        (100, [THIRD] * 3, OddKopecks.LAST, (33, 33, 34), 0),
        (100, [Fraction(0), THIRD], OddKopecks.LAST, (0, 33), 67),
        (0, [THIRD] * 3, OddKopecks.LAST, (0, 0, 0), 0),
        (1, [Fraction(1, 2)] * 2, OddKopecks.DEPOSITED, (0, 0), 1),
    ],
)
def test_odd_kopecks_go_where_the_rule_says(total, among, odd, parts, deposited):
    found = split(total, among, odd)
    assert (found.parts, found.deposited) == (parts, deposited)


@given(sums, shares, st.sampled_from(OddKopecks))
def test_the_parts_and_the_deposit_are_the_sum_to_the_kopeck(total, among, odd):
    found = split(total, among, odd)
    assert sum(found.parts) + found.deposited == total
    assert all(abs(part - total * share) < len(among) + 1 for part, share in zip(found.parts, among, strict=True))
    assert sum(found.parts) <= total * sum(among), "together never more than their shares"
    assert all(part == 0 for part, share in zip(found.parts, among, strict=True) if share == 0)
    assert found.deposited >= 0


def test_shares_above_the_whole_and_sums_below_nothing_are_refused():
    with pytest.raises(MoreThanAll):
        split(100, [Fraction(2, 3), Fraction(1, 2)], OddKopecks.LAST)
    with pytest.raises(MoreThanAll):
        split(100, [Fraction(-1, 3)], OddKopecks.LAST)
    with pytest.raises(UnreadableMoney):
        split(-1, [THIRD], OddKopecks.LAST)
    with pytest.raises(SumTooLarge):
        split(10**17, [THIRD], OddKopecks.LAST)


@pytest.mark.parametrize(
    ("certified", "months", "monthly"),
    [(date(2025, 8, 31), 40, 30_000_000), (date(2025, 9, 1), 80, 15_000_000), (date(2026, 11, 23), 80, 15_000_000)],
)
def test_the_one_off_payment_follows_the_rule_of_the_day_the_death_was_certified(certified, months, monthly):
    rule = instalment_rule_on(RULES, certified)
    plan = instalments(rule.total, rule)
    assert (plan.at_once, plan.monthly, plan.months, plan.last) == (300_000_000, monthly, months, monthly)


def test_a_death_before_the_first_rule_has_no_number():
    assert instalment_rule_on(RULES, date(2022, 2, 23)) is None


@given(sums, st.sampled_from(RULES))
def test_instalments_are_the_sum_and_only_the_last_differs(total, rule):
    plan = instalments(total, rule)
    assert plan.at_once + plan.monthly * (plan.months - 1) + plan.last == total
    assert 0 <= plan.last - plan.monthly < rule.months
    assert 0 <= total * rule.at_once - plan.at_once < 1


@given(sums)
def test_a_sum_said_is_read_back_to_the_kopeck(total):
    assert parse(say(total)) == total


@pytest.mark.parametrize(
    ("text", "kopecks"),
    [("12 500,50", 1_250_050), ("12.500", 1_250_000), ("12500.5 ₴", 1_250_050), ("000", 0), ("0,01 грн", 1),
     ("1 000 000 000", MOST)],
)  # fmt: skip
def test_sums_as_people_write_them(text, kopecks):
    assert parse(text) == kopecks


@pytest.mark.parametrize("text", ["", "-5", "−5", "1e9", "nan", "inf", "сто", "12,5,5", "1 00", "5 USD", "½", "1,234"])
def test_what_is_no_sum_is_refused(text):
    with pytest.raises(UnreadableMoney):
        parse(text)


@pytest.mark.parametrize("text", ["1000000000000000", "1 000 000 000,01", "9" * 5_000])
def test_a_sum_larger_than_any_payment_is_refused(text):
    with pytest.raises(SumTooLarge):
        parse(text)


@pytest.mark.parametrize(
    ("was", "now", "line"),
    [
        ("valid_to: 2025-01-31", "valid_to: 2025-01-30", "code: PAY-2025"),
        ("valid_to: 2025-08-31", "valid_to: null", "code: ONE-OFF-80"),
        ("together: 50,", "together: 150,", "together: 150,"),
        ("valid_from: 2016-11-30", "valid_from: 2026-11-30", "code: PAY-2016"),
        ("at_once: [1, 5], months: 80", "at_once: [1, 0], months: 80", "code: ONE-OFF-80"),
        ("at_once: [1, 5], months: 80", "at_once: [6, 5], months: 80", "code: ONE-OFF-80"),
        ("at_once: [1, 5], months: 80", "at_once: [1, 5], months: 0", "code: ONE-OFF-80"),
        ("amount_uah: 50000,", "amount_uah: 5000000000000000,", "code: civilian_aid"),
        ("- {code: imported,", "- {code: another,", "# block"),
    ],
)
def test_rules_that_overlap_leave_a_gap_or_give_more_than_all_are_refused_with_their_line(was, now, line):
    text = resource("catalogue/ua/money.yaml").read_text("utf-8")
    assert text.count(was) == 1
    broken = text.replace(was, now)
    with pytest.raises(CatalogueBroken) as caught:
        read_money(broken)
    assert line in broken.splitlines()[caught.value.facts["line"] - 1]

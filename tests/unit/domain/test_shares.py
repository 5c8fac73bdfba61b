"""Shares of his pay through time: never more than all, the same in whatever order facts were written, told with why."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.catalogue.load import ukraine
from app.domain.entitlement import Ask, Purpose
from app.domain.entitlement_rules import verdicts
from app.domain.fate import Fate
from app.domain.kin import WHOLE, Fact
from app.domain.partial_date import PartialDate
from app.domain.pay_rule import rule_on
from app.domain.relation import Relation
from app.domain.shares import (
    OUTSIDE,
    DatedAnswer,
    DatedFamily,
    DatedKinsman,
    WishLine,
    counted,
    history,
    on,
    turning_points,
)

RULES = ukraine().money.pay
OLD, NEW = date(2025, 1, 31), date(2025, 2, 1)
_ASKED = (
    Fact.ALIMONY_FROM_HIM, Fact.TIES_TO_AGGRESSOR, Fact.CONVICTED, Fact.DIVORCED, Fact.DEPRIVED_OF_RIGHTS,
    Fact.DISABLED_SINCE_CHILDHOOD, Fact.DEPENDENT,
)  # fmt: skip
FACTS = (*_ASKED, Fact.REFUSED_PAY, Fact.DIED)
CLEAN = tuple(DatedAnswer(fact, holds=False) for fact in _ASKED)
WIFE = DatedKinsman("wife", Relation.SPOUSE, None, CLEAN)
MOTHER = DatedKinsman("mother", Relation.PARENT, None, CLEAN)
FATHER = DatedKinsman("father", Relation.PARENT, None, CLEAN)
CHILD = DatedKinsman("child", Relation.CHILD, PartialDate(2008, 2, 29), CLEAN)
BROTHER = DatedKinsman("brother", Relation.SIBLING, None, CLEAN)
FRIEND = DatedKinsman("friend", Relation.FRIEND, None, CLEAN)


def family(*kin: DatedKinsman, wish: tuple[WishLine, ...] | None = ()) -> DatedFamily:
    return DatedFamily(Fate.MISSING, kin, wish, RULES)


def parts(house: DatedFamily, day: date) -> dict[str, Fraction | None]:
    found = counted(house, day)
    assert not found.missing, found.missing
    return {part.key: part.share for part in found.parts}


def but(one: DatedKinsman, *answers: DatedAnswer) -> DatedKinsman:
    return replace(one, answers=(*one.answers, *answers))


@pytest.mark.parametrize(
    ("kin", "before", "after"),
    [
        ((WIFE,), {"wife": 1}, {"wife": Fraction(1, 2)}),
        ((WIFE, MOTHER), {"wife": 1}, {"wife": Fraction(1, 4), "mother": Fraction(1, 4)}),
        (
            (WIFE, MOTHER, CHILD), {"wife": 1},
            {"wife": Fraction(1, 6), "mother": Fraction(1, 6), "child": Fraction(1, 6)},
        ),
        ((CHILD, MOTHER), {"child": 1}, {"child": Fraction(1, 4), "mother": Fraction(1, 4)}),
        ((MOTHER, FATHER), dict.fromkeys(("mother", "father"), Fraction(1, 2)),
         dict.fromkeys(("mother", "father"), Fraction(1, 4))),
        ((BROTHER,), {}, {"brother": Fraction(1, 5)}),
        ((BROTHER, MOTHER), {"mother": 1}, {"mother": Fraction(1, 2)}),
        ((FRIEND,), {}, {}),
    ],
)  # fmt: skip
def test_who_shares_depends_on_the_rule_of_the_day(kin, before, after):
    assert (parts(family(*kin), OLD), parts(family(*kin), NEW)) == (before, after)
    assert counted(family(*kin), NEW).deposited == 1 - sum(after.values())


def test_his_wish_counts_from_the_day_of_the_new_rule_alone():
    wish = (WishLine("mother", 3_000), WishLine(OUTSIDE, 2_000), WishLine(OUTSIDE, 500))
    house = family(WIFE, MOTHER, wish=wish)
    assert parts(house, OLD) == {"wife": 1}
    assert parts(house, NEW) == {"mother": Fraction(3, 10), OUTSIDE: Fraction(1, 4)}
    assert counted(house, NEW).deposited == Fraction(45, 100)
    later = family(WIFE, wish=(WishLine("wife", 10_000, NEW + timedelta(days=1)),))
    assert (parts(later, NEW), parts(later, NEW + timedelta(days=1))) == ({"wife": Fraction(1, 2)}, {"wife": 1})


def test_a_wish_that_is_no_sum_gives_no_number():
    over = counted(family(WIFE, MOTHER, wish=(WishLine("wife", 6_000), WishLine("mother", 5_000))), NEW)
    assert (over.missing, over.parts, over.deposited) == (((OUTSIDE, Ask.DISPOSITION_OVER),), (), None)
    assert counted(family(WIFE, wish=(WishLine("wife", None),)), NEW).missing == (("wife", Ask.DISPOSITION_SHARE),)
    assert counted(family(WIFE, wish=None), NEW).missing == ((OUTSIDE, Ask.DISPOSITION),)
    assert counted(family(WIFE), date(2016, 11, 29)).missing == ((OUTSIDE, Ask.RULE),)
    excluded = but(WIFE, DatedAnswer(Fact.CONVICTED, holds=True, since=OLD))
    barred = counted(family(excluded, wish=(WishLine("wife", 5_000),)), NEW)
    assert (barred.share_of("wife"), barred.deposited) == (None, None), "which prevails is for the body to say"


def test_a_kinship_nobody_wrote_down_is_asked_for_and_a_lawyer_is_no_heir():
    unknown, lawyer = replace(BROTHER, relation=Relation.UNKNOWN), DatedKinsman("lawyer", Relation.REPRESENTATIVE)
    assert counted(family(WIFE, unknown), NEW).missing == (("brother", Ask.RELATION),)
    assert parts(family(CHILD, lawyer), OLD) == {"child": 1}
    friend = family(CHILD, DatedKinsman("friend", Relation.FRIEND))
    assert counted(friend, OLD).missing[0] == ("friend", Fact.DEPENDENT)


@pytest.mark.parametrize("fact", [Fact.REFUSED_PAY, Fact.DIED])
def test_who_gave_up_or_died_takes_no_part_and_by_his_wish_her_part_is_deposited(fact):
    gone = but(MOTHER, DatedAnswer(fact, holds=True, since=NEW))
    assert parts(family(WIFE, gone), NEW) == {"wife": Fraction(1, 2)}
    wished = family(WIFE, gone, wish=(WishLine("wife", 3_000), WishLine("mother", 3_000)))
    assert parts(wished, NEW) == {"wife": Fraction(3, 10)}
    assert counted(wished, NEW).deposited == Fraction(7, 10)


@pytest.mark.parametrize(
    ("born", "day", "young"),
    [
        (PartialDate(2008, 2, 29), date(2026, 2, 27), True),
        (PartialDate(2008, 2, 29), date(2026, 2, 28), False),
        (PartialDate(2008, 3, 1), date(2026, 2, 28), True),
        (PartialDate(2008, 3, 1), date(2026, 3, 1), False),
        (PartialDate(2003, 3, 1), date(2026, 2, 28), False),
        (PartialDate(2003, 3, 1), date(2026, 3, 1), False),
    ],
)
def test_a_child_leaves_the_first_line_on_the_eighteenth_birthday(born, day, young):
    house = family(replace(CHILD, born=born), WIFE)
    assert ("child" in parts(house, day)) is young


def test_a_month_alone_of_a_birth_date_is_asked_for_while_it_matters():
    house = family(replace(CHILD, born=PartialDate(2008, 6)), WIFE)
    assert counted(house, date(2026, 5, 31)).missing == ()
    assert counted(house, date(2026, 6, 15)).missing == (("child", Ask.BIRTH_DATE),)
    assert counted(house, date(2026, 6, 30)).missing == ()


def test_the_history_has_a_line_for_each_day_of_change_and_no_more():
    alimony = DatedAnswer(Fact.ALIMONY_FROM_HIM, holds=True, since=date(2025, 6, 1), until=date(2025, 8, 31))
    house = family(WIFE, but(MOTHER, alimony), CHILD)
    lines = history(house, date(2025, 1, 1), date(2026, 12, 31))
    assert [(line.day, len(line.parts)) for line in lines] == [
        (date(2025, 1, 1), 1), (NEW, 3), (date(2025, 6, 1), 2), (date(2025, 9, 1), 3), (date(2026, 2, 28), 2),
    ]  # fmt: skip


def test_the_rules_leave_no_day_without_one_and_share_none():
    first, last = RULES[0].since, date(2030, 1, 1)
    for days in range((last - first).days):
        day = first + timedelta(days=days)
        assert sum(rule.in_force(day) for rule in RULES) == 1, day
    assert all(line.together <= WHOLE for rule in RULES for line in rule.lines)


days = st.dates(date(2024, 6, 1), date(2026, 12, 31))
answers = st.lists(
    st.builds(DatedAnswer, st.sampled_from(FACTS), st.booleans(), days, st.none() | days), max_size=6,
    unique_by=lambda one: (one.fact, one.since),
).map(tuple)
kinsmen = st.builds(
    lambda key, relation, born, more, asked: DatedKinsman(key, relation, born, (*(CLEAN if asked else ()), *more)),
    st.sampled_from("abcde"), st.sampled_from(Relation), st.none() | st.builds(PartialDate, st.integers(1950, 2026)),
    answers, st.booleans(),
)  # fmt: skip
wishes = st.none() | st.lists(
    st.builds(WishLine, st.sampled_from(["a", "b", "z"]), st.none() | st.integers(1, WHOLE), st.none() | days),
    max_size=3, unique_by=lambda one: (one.key, one.made),
).map(tuple)
families = st.builds(
    DatedFamily, st.just(Fate.MISSING), st.lists(kinsmen, max_size=5, unique_by=lambda one: one.key).map(tuple), wishes,
    st.just(RULES),
)


@given(families, days)
def test_shares_are_never_more_than_all_and_what_is_left_is_deposited(house, day):
    found = counted(house, day)
    known = [part.share for part in found.parts if part.share is not None]
    assert 0 <= sum(known) <= 1
    assert all(share > 0 for share in known)
    if found.missing:
        assert (found.parts, found.deposited) == ((), None)
    elif len(known) == len(found.parts):
        assert sum(known) + found.deposited == 1
    assert counted(house, day) == found


@given(families, days, st.randoms(use_true_random=False))
def test_the_order_in_which_facts_were_written_does_not_matter(house, day, random):
    def shuffled(rows):
        return tuple(random.sample(rows, len(rows)))

    kin = tuple(replace(one, answers=shuffled(one.answers)) for one in house.kin)
    other = replace(house, kin=kin, wish=None if house.wish is None else shuffled(house.wish))
    assert counted(other, day) == counted(house, day)


@settings(max_examples=30)
@given(families, st.integers(0, 400))
def test_shares_change_on_turning_points_alone(house, days):
    since = date(2025, 11, 1)
    day = since + timedelta(days=days)
    last = max(point for point in turning_points(house, since, day))
    assert counted(house, day).same_as(counted(house, last))


@given(families)
def test_the_page_of_rights_and_the_shares_say_the_same(house):
    day = date(2026, 11, 23)
    found, kindred = counted(house, day), on(house, day)
    assert found.rule == rule_on(RULES, day)
    if found.missing or found.line is None:
        return
    for one in kindred.kin:
        for verdict in verdicts(one, kindred, [Purpose.PAY]):
            share = found.share_of(one.key)
            assert (verdict.share or 0) == int((share or Fraction(0)) * WHOLE)

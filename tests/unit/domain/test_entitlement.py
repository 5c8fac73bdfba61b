"""What each law gives: the table of reference 2.1, row by row, and never a bare yes."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogue.load import ukraine
from app.domain.entitlement import Ask, Because, Kindred, Kinsman, Purpose, Standing, Verdict
from app.domain.entitlement_rules import verdicts
from app.domain.fate import Fate
from app.domain.kin import Fact
from app.domain.partial_date import PartialDate
from app.domain.pay_rule import rule_on
from app.domain.relation import Relation

TODAY = date(2026, 11, 23)
CLEAN = {Fact.ALIMONY_FROM_HIM: False, Fact.TIES_TO_AGGRESSOR: False, Fact.CONVICTED: False}
WIFE = Kinsman("wife", Relation.SPOUSE, None, {**CLEAN, Fact.DIVORCED: False})
MOTHER = Kinsman("mother", Relation.PARENT, None, {**CLEAN, Fact.DEPRIVED_OF_RIGHTS: False})
DAUGHTER = Kinsman("daughter", Relation.CHILD, PartialDate(2015, 3, 4), CLEAN)
SON = Kinsman("son", Relation.CHILD, PartialDate(2001, 3, 4), {**CLEAN, Fact.DISABLED_SINCE_CHILDHOOD: False})
BROTHER = Kinsman("brother", Relation.SIBLING, None, {**CLEAN, Fact.FULL_SIBLING: True})
FRIEND = Kinsman("friend", Relation.FRIEND)


def judged(purpose: Purpose, one: Kinsman, *others: Kinsman, fate: Fate = Fate.MISSING, wish=(("none", 0),)) -> Verdict:
    rule = rule_on(ukraine().money.pay, TODAY)
    family = Kindred(fate, TODAY, (one, *others), rule, {} if wish == (("none", 0),) else wish)
    return verdicts(one, family, [purpose])[0]


def but(one: Kinsman, **answers: bool) -> Kinsman:
    return replace(one, answers={**one.answers, **{Fact(key): value for key, value in answers.items()}})


def says(verdict: Verdict) -> tuple[Standing, Because, int | None]:
    return verdict.standing, verdict.because, verdict.share


def test_the_first_line_shares_half_in_equal_parts() -> None:
    first = (Standing.ENTITLED, Because.FIRST_LINE)
    assert says(judged(Purpose.PAY, WIFE)) == (*first, 5000)
    assert says(judged(Purpose.PAY, WIFE, MOTHER)) == (*first, 2500)
    assert says(judged(Purpose.PAY, DAUGHTER, WIFE, MOTHER)) == (*first, 1666)


def test_who_is_excluded_makes_the_others_parts_larger() -> None:
    for excluded in (
        but(MOTHER, deprived_of_rights=True), but(MOTHER, convicted=True), but(MOTHER, ties_to_aggressor=True),
        but(MOTHER, alimony_from_him=True),
    ):  # fmt: skip
        assert says(judged(Purpose.PAY, excluded, WIFE)) == (Standing.NOT, Because.EXCLUDED, None)
        assert judged(Purpose.PAY, WIFE, excluded).share == 5000
    assert judged(Purpose.PAY, but(WIFE, divorced=True), MOTHER).because is Because.EXCLUDED


def test_the_second_line_comes_only_without_a_first() -> None:
    assert says(judged(Purpose.PAY, BROTHER, SON)) == (Standing.ENTITLED, Because.SECOND_LINE, 1000)
    assert says(judged(Purpose.PAY, BROTHER, SON, MOTHER)) == (Standing.NOT, Because.BEHIND_FIRST_LINE, None)
    assert judged(Purpose.PAY, BROTHER, but(MOTHER, convicted=True)).standing is Standing.ENTITLED


def test_a_first_line_that_is_not_sure_sends_nobody_away() -> None:
    unsure = replace(DAUGHTER, born=None)
    verdict = judged(Purpose.PAY, BROTHER, unsure)
    assert (verdict.standing, verdict.missing) == (Standing.UNCLEAR, (Ask.FIRST_LINE,))
    assert judged(Purpose.PAY, BROTHER, MOTHER, wish=None).missing == (Ask.DISPOSITION,)
    assert judged(Purpose.PAY, FRIEND, wish=None).missing == (Ask.DISPOSITION,)
    assert says(judged(Purpose.PAY, FRIEND)) == (Standing.NOT, Because.OUT_OF_CIRCLE, None)


def test_a_child_disabled_since_childhood_stays_in_the_first_line() -> None:
    assert judged(Purpose.PAY, but(SON, disabled_since_childhood=True), WIFE).because is Because.FIRST_LINE
    unasked = replace(SON, answers=CLEAN)
    assert judged(Purpose.PAY, unasked).missing == (Fact.DISABLED_SINCE_CHILDHOOD,)


def test_a_disposition_decides_alone() -> None:
    wish = {"mother": 3000, "": 2000}
    assert says(judged(Purpose.PAY, MOTHER, WIFE, wish=wish)) == (Standing.ENTITLED, Because.NAMED, 3000)
    assert says(judged(Purpose.PAY, WIFE, MOTHER, wish=wish)) == (Standing.NOT, Because.OTHERS_NAMED, None)
    named = judged(Purpose.PAY, replace(FRIEND, answers=CLEAN), wish={"friend": 4000})
    assert says(named) == (Standing.ENTITLED, Because.NAMED, 4000)
    excluded = judged(Purpose.PAY, but(MOTHER, convicted=True), wish=wish)
    assert says(excluded) == (Standing.UNCLEAR, Because.NAMED_YET_EXCLUDED, 3000)


def test_what_nobody_asked_makes_no_yes() -> None:
    verdict = judged(Purpose.PAY, replace(WIFE, answers={}), wish=None)
    assert verdict.standing is Standing.UNCLEAR
    assert verdict.missing == (
        Ask.DISPOSITION, Fact.DIVORCED, Fact.ALIMONY_FROM_HIM, Fact.TIES_TO_AGGRESSOR, Fact.CONVICTED,
    )  # fmt: skip
    assert judged(Purpose.PAY, replace(DAUGHTER, born=None)).missing == (Ask.BIRTH_DATE,)
    assert judged(Purpose.PAY, replace(WIFE, relation=Relation.UNKNOWN)).missing == (Ask.RELATION,)


def test_the_annual_aid_is_one_a_year() -> None:
    captive = Fate.CAPTIVE_CONFIRMED
    granny = Kinsman("granny", Relation.GRANDPARENT)
    assert judged(Purpose.ANNUAL_AID, granny, fate=captive).standing is Standing.ENTITLED
    taken = replace(WIFE, aid_years=frozenset({2026}))
    assert says(judged(Purpose.ANNUAL_AID, granny, taken, fate=captive))[:2] == (Standing.NOT, Because.TAKEN_THIS_YEAR)
    assert judged(Purpose.ANNUAL_AID, taken, fate=captive).because is Because.RECEIVES
    last_year = replace(WIFE, aid_years=frozenset({2025}))
    assert judged(Purpose.ANNUAL_AID, granny, last_year, fate=captive).standing is Standing.ENTITLED


@pytest.mark.parametrize("purpose", [Purpose.ANNUAL_AID, Purpose.INFORMATION])
def test_a_partner_needs_a_common_household(purpose: Purpose) -> None:
    partner = Kinsman("partner", Relation.PARTNER)
    assert judged(purpose, partner).missing == (Fact.COMMON_HOUSEHOLD,)
    assert judged(purpose, but(partner, common_household=True)).standing is Standing.ENTITLED
    assert judged(purpose, but(partner, common_household=False)).standing is Standing.NOT
    assert judged(purpose, FRIEND).standing is Standing.NOT


def test_deferral_is_for_kin_of_the_missing_not_of_a_captive() -> None:
    assert judged(Purpose.DEFERRAL, BROTHER).standing is Standing.ENTITLED
    assert judged(Purpose.DEFERRAL, but(BROTHER, full_sibling=False)).standing is Standing.NOT
    assert judged(Purpose.DEFERRAL, BROTHER, fate=Fate.CAPTIVE_CONFIRMED).because is Because.IN_CAPTIVITY
    assert judged(Purpose.DEFERRAL, BROTHER, fate=Fate.CAPTIVE_UNCONFIRMED).standing is Standing.UNCLEAR
    assert judged(Purpose.DEFERRAL, Kinsman("x", Relation.GRANDPARENT)).standing is Standing.NOT


def test_dna_comes_from_blood_kin() -> None:
    assert judged(Purpose.DNA, MOTHER).because is Because.FIRST_DONOR
    assert judged(Purpose.DNA, BROTHER).because is Because.FURTHER_DONOR
    assert judged(Purpose.DNA, WIFE).standing is Standing.NOT


def test_the_pension_is_for_those_who_cannot_earn() -> None:
    dead = Fate.DECEASED_IDENTIFIED

    def pension(one: Kinsman) -> Verdict:
        return judged(Purpose.PENSION, one, fate=dead)

    assert pension(but(MOTHER, unable_to_work=True)).standing is Standing.ENTITLED
    assert pension(but(WIFE, unable_to_work=False, cares_for_small_child=True)).standing is Standing.ENTITLED
    assert pension(but(WIFE, unable_to_work=False, cares_for_small_child=False)).because is Because.ABLE_TO_WORK
    assert pension(WIFE).missing == (Fact.UNABLE_TO_WORK, Fact.CARES_FOR_SMALL_CHILD)
    assert pension(DAUGHTER).because is Because.CHILD
    student = replace(DAUGHTER, born=PartialDate(2005, 1, 1))
    assert pension(student).missing == (Fact.FULL_TIME_STUDENT,)
    assert pension(but(student, full_time_student=True)).because is Because.STUDENT
    assert pension(but(student, full_time_student=False, disabled_since_childhood=False)).standing is Standing.NOT
    assert pension(but(SON, full_time_student=True)).standing is Standing.NOT


def test_the_death_payment_tells_nobody_no_for_kin_alone() -> None:
    dead = Fate.DIED_IN_CAPTIVITY
    assert judged(Purpose.DEATH_PAYMENT, MOTHER, fate=dead).standing is Standing.ENTITLED
    assert judged(Purpose.DEATH_PAYMENT, but(MOTHER, deprived_of_rights=True), fate=dead).standing is Standing.NOT
    assert judged(Purpose.DEATH_PAYMENT, BROTHER, fate=dead).standing is Standing.UNCLEAR


def test_the_register_of_damage_counts_partners_and_dependents() -> None:
    assert judged(Purpose.DAMAGE_REGISTER, Kinsman("x", Relation.PARTNER)).standing is Standing.ENTITLED
    assert judged(Purpose.DAMAGE_REGISTER, BROTHER).missing == (Fact.DEPENDENT,)
    assert judged(Purpose.DAMAGE_REGISTER, but(BROTHER, dependent=True)).because is Because.DEPENDS


def test_a_representative_has_no_right_of_his_own() -> None:
    lawyer = Kinsman("x", Relation.REPRESENTATIVE)
    assert {judged(purpose, lawyer).because for purpose in Purpose} == {Because.ACTS_FOR_ANOTHER}


kinsmen = st.builds(
    Kinsman, st.sampled_from("abcd"), st.sampled_from(Relation),
    st.none() | st.builds(PartialDate, st.integers(1950, 2026)),
    st.dictionaries(st.sampled_from(Fact), st.booleans()), st.just(frozenset()),
    st.frozensets(st.sampled_from([2025, 2026]), max_size=1),
)  # fmt: skip
families = st.builds(
    Kindred, st.sampled_from(Fate), st.just(TODAY),
    st.lists(kinsmen, min_size=1, max_size=4, unique_by=lambda kin: kin.key).map(tuple),
    st.just(rule_on(ukraine().money.pay, TODAY)),
    st.none() | st.dictionaries(st.sampled_from(["a", "b", ""]), st.none() | st.integers(1, 10_000), max_size=2),
)  # fmt: skip


@given(families)
def test_every_verdict_has_its_sentence_its_act_and_its_body(family: Kindred) -> None:
    rights = ukraine().entitlements
    for one in family.kin:
        for verdict in verdicts(one, family, Purpose):
            words = rights[verdict.purpose]
            assert verdict.because in words.because, (verdict.purpose, verdict.because)
            assert words.ask in ukraine().bodies
            assert words.basis
            assert words.sources


@given(families)
def test_a_yes_leaves_nothing_unasked_and_a_no_asks_nothing(family: Kindred) -> None:
    for one in family.kin:
        for verdict in verdicts(one, family, Purpose):
            if verdict.standing is not Standing.UNCLEAR:
                assert verdict.missing == ()


@given(families)
def test_no_line_is_given_more_than_the_law_holds(family: Kindred) -> None:
    if family.wish:
        return
    pays = [verdict for one in family.kin for verdict in verdicts(one, family, [Purpose.PAY])]
    first = sum(one.share or 0 for one in pays if one.because is Because.FIRST_LINE)
    second = sum(one.share or 0 for one in pays if one.because is Because.SECOND_LINE)
    assert first <= 5000
    assert second <= 2000
    assert not (first and second)

"""The rule of two close relatives: what is enough, what does not count, what comes first."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dna import DnaRule, Donor, Judgement, Method, Profile, Sample, Verdict, judge
from app.domain.relation import Relation
from app.domain.text import Text

RULE = DnaRule(date(2026, 2, 1), 2, 2, Text("правило", "rule"), "high", ("S116",))


def donor(
    who: str = "мати", relation: Relation | None = Relation.PARENT, *methods: Method, lifetime: bool = False,
    sample: Sample = Sample.TAKEN, profile: Profile = Profile.ENTERED,
) -> Donor:  # fmt: skip
    return Donor(who, lifetime, relation, frozenset(methods or (Method.STR,)), sample, profile)


MOTHER, SON = donor(), donor("син", Relation.CHILD)


@pytest.mark.parametrize(
    ("donors", "verdict"),
    [
        ([], Verdict.NO_DONOR),
        ([MOTHER], Verdict.ONE_MORE),
        ([MOTHER, SON], Verdict.TWO_RELATIVES),
        ([MOTHER, donor("брат", Relation.SIBLING)], Verdict.TWO_RELATIVES),
        ([MOTHER, donor("дружина", Relation.SPOUSE)], Verdict.ONE_MORE),
        ([donor("дружина", Relation.SPOUSE)], Verdict.NOT_CLOSE),
        ([donor("хтось", None)], Verdict.NOT_CLOSE),
        ([MOTHER, MOTHER], Verdict.ONE_MORE),
        ([donor("мати", Relation.PARENT, Method.STR, Method.MITOCHONDRIAL)], Verdict.TWO_METHODS),
        ([MOTHER, donor("мати", Relation.PARENT, Method.MITOCHONDRIAL)], Verdict.TWO_METHODS),
        ([MOTHER, donor("син", Relation.CHILD, sample=Sample.PLANNED)], Verdict.ONE_MORE),
        ([MOTHER, donor("син", Relation.CHILD, sample=Sample.UNFIT)], Verdict.ONE_MORE),
        ([MOTHER, donor("син", Relation.CHILD, profile=Profile.FAILED)], Verdict.ONE_MORE),
        ([donor("він", None, lifetime=True)], Verdict.LIFETIME),
        ([MOTHER, SON, donor("він", None, lifetime=True)], Verdict.LIFETIME),
        ([donor("він", None, lifetime=True, profile=Profile.FAILED)], Verdict.NO_DONOR),
    ],
)
def test_the_rule(donors: list[Donor], verdict: Verdict) -> None:
    assert judge(donors, RULE).verdict is verdict


def test_what_waits_for_a_profile_is_counted() -> None:
    donors = [MOTHER, donor("син", Relation.CHILD, profile=Profile.IN_WORK)]
    assert judge(donors, RULE) == Judgement(Verdict.TWO_RELATIVES, 2, 1)


ANY = st.builds(
    Donor, st.sampled_from(["мати", "син", "брат", "дружина"]), st.booleans(),
    st.none() | st.sampled_from(Relation), st.frozensets(st.sampled_from(Method), min_size=1),
    st.sampled_from(Sample), st.sampled_from(Profile),
)  # fmt: skip


@given(st.lists(ANY, max_size=6), ANY)
def test_one_more_sample_never_makes_enough_too_little(donors: list[Donor], more: Donor) -> None:
    assert not judge(donors, RULE).enough or judge([*donors, more], RULE).enough


@given(st.lists(ANY, max_size=6))
def test_the_order_of_samples_does_not_matter(donors: list[Donor]) -> None:
    assert judge(donors, RULE) == judge(donors[::-1], RULE)

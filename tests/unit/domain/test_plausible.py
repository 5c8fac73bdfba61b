"""Dates that cannot be are found, each by its rule; what is only about right contradicts nothing."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.fate import Fate
from app.domain.partial_date import PartialDate, of_day
from app.domain.plausible import (
    Dated,
    DatedEpisode,
    DatedFate,
    DatedKin,
    DatedTold,
    Dates,
    Part,
    Rule,
    before,
    findings,
)
from app.domain.relation import Relation

EPISODE = UUID(int=1)
JUNE, JULY, AUGUST = (PartialDate(2026, month, 15) for month in (6, 7, 8))


def day(on: PartialDate, part: Part = Part.FATE, n: int = 0) -> Dated:
    return Dated(part, on, "", UUID(int=n))


def fate(what: Fate, on: PartialDate, n: int = 0, recorded: date | None = None) -> DatedFate:
    return DatedFate(day(on, n=n), EPISODE, what, recorded)


FINE = Dates(
    born=day(PartialDate(1990, 5, 17), Part.PERSON),
    contact=day(JUNE, Part.CONTACT),
    episodes=(DatedEpisode(EPISODE, day(JUNE, Part.EPISODE), None),),
    fates=(fate(Fate.MISSING, JUNE, 2), fate(Fate.CAPTIVE_CONFIRMED, JULY, 3), fate(Fate.RETURNED, AUGUST, 4)),
    confirmed=(day(JULY, Part.CONFIRMATION),),
    told=(DatedTold(day(AUGUST, Part.TOLD), UUID(int=4)),),
    kin=(
        DatedKin(day(PartialDate(1960), Part.RELATIVE), Relation.PARENT),
        DatedKin(day(PartialDate(2015), Part.RELATIVE), Relation.CHILD),
    ),
)
MAY = PartialDate(2026, 5, 15)
SPRING = PartialDate(1989, 4)


def rules(dates: Dates) -> set[Rule]:
    return {finding.rule for finding in findings(dates)}


def test_a_story_in_order_has_no_findings() -> None:
    assert findings(FINE) == ()
    assert findings(Dates()) == ()


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        (replace(FINE, standing=(day(SPRING, Part.STANDING),)), Rule.BEFORE_BIRTH),
        (replace(FINE, fates=(fate(Fate.DECEASED_IDENTIFIED, MAY),)), Rule.DEATH_BEFORE_LAST_CONTACT),
        (
            replace(FINE, fates=(fate(Fate.RETURNED, JUNE), fate(Fate.CAPTIVE_CONFIRMED, JULY))),
            Rule.RETURN_BEFORE_CAPTURE,
        ),
        (replace(FINE, fates=(fate(Fate.MISSING, JULY), fate(Fate.FOUND_ALIVE, JUNE))), Rule.OLDER_THAN_PREVIOUS),
        (replace(FINE, confirmed=(day(MAY, Part.CONFIRMATION),)), Rule.CONFIRMED_BEFORE_EVENT),
        (replace(FINE, told=(DatedTold(day(JULY, Part.TOLD), UUID(int=4)),)), Rule.TOLD_BEFORE_EVENT),
        (
            replace(FINE, fates=(fate(Fate.RETURNED, JUNE, 4, date(2026, 8, 20)),)),
            Rule.TOLD_BEFORE_RECORDED,
        ),
        (
            replace(FINE, episodes=(DatedEpisode(EPISODE, day(JUNE, Part.EPISODE), day(MAY, Part.EPISODE)),)),
            Rule.ENDED_BEFORE_STARTED,
        ),
        (
            replace(
                FINE,
                episodes=(
                    DatedEpisode(EPISODE, day(JUNE, Part.EPISODE), day(AUGUST, Part.EPISODE)),
                    DatedEpisode(UUID(int=7), day(JULY, Part.EPISODE), None),
                ),
            ),
            Rule.STARTED_BEFORE_ENDED,
        ),
        (replace(FINE, kin=(DatedKin(day(PartialDate(1985), Part.RELATIVE), Relation.PARENT),)), Rule.PARENT_TOO_YOUNG),
        (replace(FINE, kin=(DatedKin(day(PartialDate(1995), Part.RELATIVE), Relation.CHILD),)), Rule.CHILD_TOO_OLD),
        (
            replace(
                FINE, fates=FINE.fates[:1],
                kin=(DatedKin(day(PartialDate(2027, 5), Part.RELATIVE), Relation.CHILD),),
            ),
            Rule.CHILD_BORN_LATE,
        ),
    ],
    ids=lambda value: value.value if isinstance(value, Rule) else "",
)
def test_every_rule_finds_its_contradiction_and_nothing_else(wrong: Dates, rule: Rule) -> None:
    assert rules(wrong) == {rule}


def test_every_rule_is_tried_above() -> None:
    marks = test_every_rule_finds_its_contradiction_and_nothing_else.pytestmark  # type: ignore[attr-defined]
    assert {rule for _, rule in marks[0].args[1]} == set(Rule)


def test_a_year_alone_contradicts_only_what_no_day_of_it_fits() -> None:
    year = replace(FINE, fates=(fate(Fate.DECEASED_IDENTIFIED, PartialDate(2026)),))
    assert rules(year) == set()
    earlier, about = PartialDate(2025), PartialDate(2025, about=True)
    assert Rule.DEATH_BEFORE_LAST_CONTACT in rules(replace(FINE, fates=(fate(Fate.DECEASED_IDENTIFIED, earlier),)))
    assert rules(replace(FINE, fates=(fate(Fate.DECEASED_IDENTIFIED, about),))) == set()


days = st.dates(date(2000, 1, 1), date(2030, 1, 1))


@given(days, days)
def test_of_two_days_one_is_before_the_other_or_they_are_the_same(one: date, other: date) -> None:
    first, second = of_day(one), of_day(other)
    assert before(first, second) == (one < other)
    assert not (before(first, second) and before(second, first))

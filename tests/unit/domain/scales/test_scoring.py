"""Scales are scored as published: on the vectors, at every edge of their bands, and with blanks."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given as drawn
from hypothesis import strategies as st

from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.scales.change import Change, change
from app.domain.scales.children import NotForThisAge, check_age
from app.domain.scales.grief import GriefTooNew, LossNotEstablished
from app.domain.scales.safety import Attempt, NotAllAsked
from app.domain.scales.scale import Filled, Level, NoSuchAnswer, Result, Tool, WrongNumberOfAnswers
from app.domain.scales.scoring import FORMS, Given, score
from app.domain.sex import Sex

VECTORS = yaml.safe_load((Path(__file__).parents[3] / "vectors/scale_tests.yaml").read_text("utf-8"))["scale_tests"]
GIVEN = Given(date(2026, 11, 23), Sex.M, Fate.MISSING)


def answers_of(vector: dict) -> tuple:
    if "items" in vector:
        return tuple(vector["items"])
    asked = vector["q"]
    yes = [None if (one := asked.get(f"q{n}")) is None else int(one) for n in range(1, 6)]
    return (*yes, tuple(Attempt).index(Attempt(asked["q6"])))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda one: f"{one['tool']}-{one.get('total', one.get('risk'))}")
def test_a_vector_is_scored(vector):
    sex = Sex(vector["sex"]) if "sex" in vector else Sex.M
    found = score(Tool(vector["tool"]), answers_of(vector), Given(GIVEN.on, sex, GIVEN.fate))
    seen = {
        "total": found.total,
        "band": found.level and found.level.value,
        "positive": found.level is Level.POSITIVE,
        "refer": found.refer,
        "pattern_dsm5": found.pattern,
        "trigger": "PSY-06" if found.urgent else None,
        "risk": found.level and found.level.value.removesuffix(" risk"),
    }
    wanted = {key: value for key, value in vector.items() if key not in ("tool", "items", "q", "sex")}
    assert {key: seen[key] for key in wanted} == wanted


def of_total(tool: Tool, total: int) -> tuple:
    """Answers that make this total."""
    left, answers = total, []
    for allowed in FORMS[tool].items:
        took = max(one for one in allowed if one <= left)
        answers.append(took)
        left -= took
    assert left == 0
    return tuple(answers)


@pytest.mark.parametrize(
    ("tool", "total", "level", "refer"),
    [
        (Tool.PHQ9, 4, Level.MINIMAL, False), (Tool.PHQ9, 5, Level.MILD, False), (Tool.PHQ9, 9, Level.MILD, False),
        (Tool.PHQ9, 10, Level.MODERATE, True), (Tool.PHQ9, 14, Level.MODERATE, True),
        (Tool.PHQ9, 15, Level.MODERATELY_SEVERE, True), (Tool.PHQ9, 19, Level.MODERATELY_SEVERE, True),
        (Tool.PHQ9, 20, Level.SEVERE, True), (Tool.PHQ9, 27, Level.SEVERE, True),
        (Tool.GAD7, 4, Level.MINIMAL, False), (Tool.GAD7, 9, Level.MILD, False), (Tool.GAD7, 10, Level.MODERATE, True),
        (Tool.GAD7, 14, Level.MODERATE, True), (Tool.GAD7, 15, Level.SEVERE, True), (Tool.GAD7, 21, Level.SEVERE, True),
        (Tool.PCL5, 30, Level.BELOW, False), (Tool.PCL5, 31, Level.NEAR, False), (Tool.PCL5, 32, Level.NEAR, False),
        (Tool.PCL5, 33, Level.POSITIVE, True), (Tool.PCL5, 80, Level.POSITIVE, True),
        (Tool.AUDIT, 7, Level.ZONE_1, False), (Tool.AUDIT, 8, Level.ZONE_2, True), (Tool.AUDIT, 15, Level.ZONE_2, True),
        (Tool.AUDIT, 16, Level.ZONE_3, True), (Tool.AUDIT, 19, Level.ZONE_3, True),
        (Tool.AUDIT, 20, Level.ZONE_4, True),
        (Tool.CRIES8, 0, Level.BELOW, False), (Tool.CRIES8, 16, Level.BELOW, False),
        (Tool.CRIES8, 17, Level.POSITIVE, True), (Tool.CRIES8, 18, Level.POSITIVE, True),
        (Tool.CRIES8, 40, Level.POSITIVE, True),
    ],
)  # fmt: skip
def test_every_band_begins_where_it_is_published(tool, total, level, refer):
    found = score(tool, of_total(tool, total), GIVEN)
    assert (found.total, found.level, found.refer) == (total, level, refer)


@pytest.mark.parametrize(
    ("raw", "total", "level", "refer"),
    [(7, 28, Level.VERY_LOW, True), (8, 32, Level.LOW, True), (12, 48, Level.LOW, True), (13, 52, Level.WELL, False)],
)
def test_who5_is_four_times_its_sum(raw, total, level, refer):
    found = score(Tool.WHO5, of_total(Tool.WHO5, raw), GIVEN)
    assert (found.total, found.level, found.refer) == (total, level, refer)


@pytest.mark.parametrize(
    ("sex", "total", "positive"),
    [(Sex.M, 3, False), (Sex.M, 4, True), (Sex.F, 2, False), (Sex.F, 3, True), (None, 3, True)],
)
def test_auditc_has_a_cut_off_for_men_and_one_for_women(sex, total, positive):
    found = score(Tool.AUDITC, of_total(Tool.AUDITC, total), Given(GIVEN.on, sex, GIVEN.fate))
    assert (found.level is Level.POSITIVE, found.refer) == (positive, positive)


@pytest.mark.parametrize("tool", [Tool.PCL5, Tool.PHQ9, Tool.GAD7])
def test_a_fifth_of_blanks_is_told_as_incomplete_and_more_is_not_told(tool):
    whole = of_total(tool, 6)
    fifth = len(whole) // 5
    some = (*whole[: len(whole) - fifth], *(None,) * fifth)
    found = score(tool, some, GIVEN)
    assert (found.filled, found.level, found.total) == (Filled.INCOMPLETE, None, 6)
    more = (*whole[: len(whole) - fifth - 1], *(None,) * (fifth + 1))
    found = score(tool, more, GIVEN)
    assert (found.filled, found.level, found.total) == (Filled.TOO_LITTLE, None, None)


def test_the_ninth_item_is_urgent_even_if_nothing_else_was_answered():
    assert score(Tool.PHQ9, (*(None,) * 8, 1), GIVEN) == Result(Tool.PHQ9, Filled.TOO_LITTLE, most=27, urgent=True)


@pytest.mark.parametrize(
    ("answers", "level"),
    [
        ((2, 0, 2, 0, 0, 2, 0, 0, 2) + (0,) * 9, Level.PTSD),
        ((2, 0, 2, 0, 0, 2, 0, 0, 2) * 2, Level.CPTSD),
        ((2, 0, 2, 0, 0, 2, 1, 1, 1, 2, 0, 2, 0, 0, 2, 0, 0, 2), Level.NO_PATTERN),
        ((2, 0, 1, 1, 0, 2, 4, 4, 4) + (0,) * 9, Level.NO_PATTERN),
    ],
)
def test_itq_wants_a_symptom_of_each_group_and_an_impairment(answers, level):
    assert score(Tool.ITQ, answers, GIVEN).level is level


def test_pcl5_counts_the_symptoms_that_dsm5_wants():
    one_short = [2, 0, 0, 0, 0, 2, 0, 2, 0, 0, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0]
    assert score(Tool.PCL5, tuple(one_short), GIVEN).pattern is False
    one_short[8] = 2
    assert score(Tool.PCL5, tuple(one_short), GIVEN).pattern is True


def test_without_such_an_event_pcptsd5_is_nought():
    assert score(Tool.PCPTSD5, (0, None, None, None, None, None), GIVEN).total == 0
    assert score(Tool.PCPTSD5, (1, 1, 1, 1, 0, 0), GIVEN).level is Level.NEAR
    assert score(Tool.PCPTSD5, (1, 1, 1, 1, 1, 0), GIVEN).refer
    assert score(Tool.PCPTSD5, (1, 1, 1, 1, None, 0), GIVEN).filled is Filled.TOO_LITTLE


def test_the_questions_of_the_screener_follow_from_one_another():
    assert score(Tool.CSSRS, (0, 0, None, None, None, 0), GIVEN).level is Level.NO_RISK
    with pytest.raises(NotAllAsked):
        score(Tool.CSSRS, (0, 1, 0, None, 0, 0), GIVEN)
    with pytest.raises(NotAllAsked):
        score(Tool.CSSRS, (0, 0, None, None, None, None), GIVEN)
    assert score(Tool.CSSRS, (1, 1, 0, 1, 0, 0), GIVEN).urgent


def test_grief_is_not_asked_of_those_who_wait():
    whole = (3,) * 10
    with pytest.raises(LossNotEstablished):
        score(Tool.PG13R, whole, GIVEN)
    court = Given(date(2026, 11, 23), None, Fate.DECLARED_DEAD_COURT, date(2020, 1, 1))
    with pytest.raises(LossNotEstablished):
        score(Tool.PG13R, whole, court)
    died = Given(date(2026, 11, 23), None, Fate.DECEASED_IDENTIFIED, date(2025, 11, 24))
    with pytest.raises(GriefTooNew):
        score(Tool.PG13R, whole, died)
    year = Given(date(2026, 11, 23), None, Fate.DECEASED_IDENTIFIED, date(2025, 11, 23))
    assert score(Tool.PG13R, whole, year).level is Level.POSITIVE
    assert score(Tool.PG13R, (2, *(3,) * 9), year).level is Level.BELOW


def test_cries8_has_its_two_parts_by_the_official_key():
    found = score(Tool.CRIES8, (5, 0, 3, 1, 0, 5, 1, 0), GIVEN)
    assert [(part.name, part.total, part.most) for part in found.parts] == [("intrusion", 14, 20), ("avoidance", 1, 20)]
    assert score(Tool.CRIES8, (5, None, 3, 1, 0, 5, 1, 0), GIVEN) == Result(Tool.CRIES8, Filled.TOO_LITTLE, most=40)
    for between in (2, 4):
        with pytest.raises(NoSuchAnswer):
            score(Tool.CRIES8, (between, *(0,) * 7), GIVEN)


@pytest.mark.parametrize(
    ("born", "on", "fits"),
    [
        (PartialDate(2018, 11, 24), date(2026, 11, 23), False), (PartialDate(2018, 11, 23), date(2026, 11, 23), True),
        (PartialDate(2008, 11, 24), date(2026, 11, 23), True), (PartialDate(2008, 11, 23), date(2026, 11, 23), False),
        (PartialDate(2018), date(2026, 11, 23), True), (PartialDate(2020), date(2026, 11, 23), False),
        (None, date(2026, 11, 23), True),
    ],
)  # fmt: skip
def test_cries8_is_for_children_from_eight(born, on, fits):
    if fits:
        check_age(born, on)
    else:
        with pytest.raises(NotForThisAge):
            check_age(born, on)


@pytest.mark.parametrize("tool", list(FORMS))
def test_a_form_takes_its_own_answers_only(tool):
    items = FORMS[tool].items
    with pytest.raises(WrongNumberOfAnswers):
        score(tool, (items[0][0],) * (len(items) + 1), GIVEN)
    with pytest.raises(NoSuchAnswer):
        score(tool, (9, *(one[0] for one in items[1:])), GIVEN)


def test_audit_has_no_odd_answers_to_its_last_items():
    with pytest.raises(NoSuchAnswer):
        score(Tool.AUDIT, (*(0,) * 8, 1, 0), GIVEN)


@drawn(st.sampled_from([Tool.PHQ9, Tool.GAD7, Tool.PCL5]), st.data())
def test_a_worse_answer_never_lowers_a_score(tool, data):
    items = FORMS[tool].items
    answers = tuple(data.draw(st.sampled_from(one)) for one in items)
    place = data.draw(st.integers(0, len(items) - 1))
    worse = tuple(max(items[n]) if n == place else one for n, one in enumerate(answers))
    before, after = score(tool, answers, GIVEN), score(tool, worse, GIVEN)
    assert before.total <= after.total <= after.most
    assert not (before.refer and not after.refer)


@pytest.mark.parametrize(
    ("tool", "before", "after", "seen"),
    [
        (Tool.PCL5, 40, 36, Change.NONE), (Tool.PCL5, 40, 35, Change.RELIABLE_BETTER),
        (Tool.PCL5, 40, 30, Change.MEANINGFUL_BETTER), (Tool.PCL5, 40, 45, Change.RELIABLE_WORSE),
        (Tool.PCL5, 40, 50, Change.MEANINGFUL_WORSE), (Tool.WHO5, 13, 11, Change.NONE),
        (Tool.WHO5, 13, 10, Change.MEANINGFUL_WORSE), (Tool.WHO5, 10, 13, Change.MEANINGFUL_BETTER),
        (Tool.GAD7, 20, 1, None),
    ],
)  # fmt: skip
def test_a_change_is_told_as_published(tool, before, after, seen):
    assert change(score(tool, of_total(tool, before), GIVEN), score(tool, of_total(tool, after), GIVEN)) is seen

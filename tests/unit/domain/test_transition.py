"""The table of transitions: what may follow what, on what evidence."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from app.domain.evidence import TWO_PERSON, Need, parse_need
from app.domain.fate import ALL_DEAD, Fate
from app.domain.text import Text
from app.domain.transition import (
    FirstFateRefused,
    TransitionDef,
    TransitionNotAllowed,
    TransitionRefused,
    allowed,
    check,
    missing,
    needs_second_person,
)
from app.i18n import Words
from app.paths import resource

_FILE = yaml.safe_load(resource("catalogue/ua/transitions.yaml").read_text("utf-8"))
INITIAL = frozenset(map(Fate, _FILE["initial"]))
TABLE = tuple(
    TransitionDef(
        Fate(row["from"]),
        None if row["to"] == "PREVIOUS" else Fate(row["to"]),
        tuple(parse_need(need) for need in row["needs"]),
        row["who"],
    )
    for row in _FILE["transitions"]
)
PAIRS = {(rule.from_, rule.to) for rule in TABLE}
fates = st.sampled_from(Fate)


def _everything(rule):
    return {need.any_of[0] for need in rule.needs} | {TWO_PERSON, "reason"}


@pytest.mark.parametrize("rule", TABLE, ids=lambda rule: f"{rule.from_}-{rule.to or 'PREVIOUS'}")
def test_every_rule_of_the_table_passes_with_its_evidence_and_not_without(rule):
    to, previous = rule.to or Fate.CAPTIVE_CONFIRMED, Fate.CAPTIVE_CONFIRMED
    check(TABLE, INITIAL, rule.from_, to, _everything(rule), previous=previous)
    for need in (need for need in rule.needs if not need.optional):
        with pytest.raises(TransitionRefused) as refused:
            check(TABLE, INITIAL, rule.from_, to, (), previous=previous)
        assert need in refused.value.missing


@given(fates, fates)
def test_whatever_is_not_in_the_table_is_refused_with_all_evidence_in_the_world(current, to):
    evidence = {code for rule in TABLE for need in rule.needs for code in need.any_of}
    if (current, to) in PAIRS:
        check(TABLE, INITIAL, current, to, evidence)
    else:
        with pytest.raises(TransitionNotAllowed) as refused:
            check(TABLE, INITIAL, current, to, evidence)
        assert refused.value.allowed == allowed(TABLE, current)


@given(fates, fates)
def test_no_way_to_or_from_a_death_without_a_second_person(current, to):
    everything_else = {code for rule in TABLE for need in rule.needs for code in need.any_of} - {TWO_PERSON}
    if (current, to) in PAIRS and {current, to} & ALL_DEAD:
        assert needs_second_person(current, to)
        with pytest.raises(TransitionRefused) as refused:
            check(TABLE, INITIAL, current, to, everything_else)
        assert refused.value.missing == (Need((TWO_PERSON,)),)


def test_a_new_case_may_record_a_death_that_others_established():
    assert not needs_second_person(None, Fate.DECEASED_IDENTIFIED)
    check(TABLE, INITIAL, None, Fate.DECEASED_IDENTIFIED, ())


@given(fates)
def test_a_case_opens_only_with_the_initial_statuses(fate):
    if fate in INITIAL:
        check(TABLE, INITIAL, None, fate, ())
    else:
        with pytest.raises(FirstFateRefused) as refused:
            check(TABLE, INITIAL, None, fate, ())
        assert set(refused.value.allowed) == INITIAL


def test_captivity_is_confirmed_only_by_those_who_can_confirm_it():
    for evidence in ({"info_item grade A1"}, {"D-JC-SSU"}, {"D-NIB negative"}, set()):
        with pytest.raises(TransitionRefused):
            check(TABLE, INITIAL, Fate.MISSING, Fate.CAPTIVE_CONFIRMED, evidence)
    for evidence in ({"D-NIB"}, {"D-ICRC"}, {"D-LETTER"}):
        check(TABLE, INITIAL, Fate.MISSING, Fate.CAPTIVE_CONFIRMED, evidence)


def test_a_wrong_return_goes_back_to_the_status_before():
    evidence = {"reason", TWO_PERSON}
    check(TABLE, INITIAL, Fate.RETURNED, Fate.MISSING, evidence, previous=Fate.MISSING)
    with pytest.raises(TransitionNotAllowed):
        check(TABLE, INITIAL, Fate.RETURNED, Fate.MISSING, evidence, previous=Fate.CAPTIVE_CONFIRMED)
    with pytest.raises(TransitionNotAllowed):
        check(TABLE, INITIAL, Fate.RETURNED, Fate.MISSING, evidence)


def test_of_two_ways_to_one_status_the_one_with_less_missing_counts():
    dead = Fate.DECEASED_IDENTIFIED
    assert missing(TABLE, Fate.RETURNED, dead, {"reason", TWO_PERSON}, previous=dead) == ()
    assert missing(TABLE, Fate.RETURNED, dead, {"D-DEATH-CERT", "reason", TWO_PERSON}, previous=dead) == ()
    assert missing(TABLE, Fate.RETURNED, Fate.MISSING, {"reason"}) is None


def test_who_asks_for_a_second_person_says_why():
    papers = {"D-DEATH-CERT", TWO_PERSON}
    assert missing(TABLE, Fate.RETURNED, Fate.DECEASED_IDENTIFIED, papers) == (Need(("reason",)),)
    assert missing(TABLE, Fate.MISSING, Fate.FOUND_ALIVE, {"note", "second check"}) == (), "said in the note"


def test_what_may_follow_is_listed_once_and_in_order():
    assert allowed(TABLE, Fate.FOUND_ALIVE) == (Fate.CLOSED,)
    assert allowed(TABLE, Fate.CLOSED) == ()
    after_return = allowed(TABLE, Fate.RETURNED, Fate.DECEASED_IDENTIFIED)
    assert after_return == (Fate.IN_SERVICE_AFTER, Fate.DISCHARGED_AFTER, Fate.DECEASED_IDENTIFIED)


@pytest.mark.parametrize("language", ["uk", "en"])
def test_a_refusal_tells_from_to_and_what_is_missing(language):
    names = {
        Fate.MISSING: Text("Зниклий безвісти", "Missing"),
        Fate.CAPTIVE_CONFIRMED: Text("У полоні (підтверджено)", "Prisoner of war (confirmed)"),
    }
    with pytest.raises(TransitionRefused) as refused:
        check(TABLE, INITIAL, Fate.MISSING, Fate.CAPTIVE_CONFIRMED, (), fates=names,
              documents={"D-NIB": Text("лист НІБ", "a NIB letter"), "D-ICRC": Text("лист МКЧХ", "an ICRC letter")})
    told = Words(language).explain(refused.value)
    for words in (*(name.in_(language) for name in names.values()), "НІБ" if language == "uk" else "NIB"):
        assert words in told


@pytest.mark.parametrize(("current", "following"), [(Fate.FOUND_ALIVE, "CLOSED"), (Fate.CLOSED, "—")])
def test_a_forbidden_change_tells_what_is_allowed_from_here(current, following):
    with pytest.raises(TransitionNotAllowed) as refused:
        check(TABLE, INITIAL, current, Fate.MISSING, ())
    assert following in Words("en").explain(refused.value)

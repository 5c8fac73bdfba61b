"""Fates and their groups agree with the catalogue."""

import pytest
import yaml

from app.domain.fate import ALL_CAPTIVE, ALL_DEAD, GROUPS, HARD_NEWS, Fate, expand
from app.paths import resource


def test_the_fates_are_the_codes_of_the_catalogue():
    statuses = yaml.safe_load(resource("catalogue/ua/statuses.yaml").read_text("utf-8"))["statuses"]
    assert list(Fate) == [status["code"] for status in statuses]
    assert all(fate.name == fate.value for fate in Fate)


def test_a_body_under_identification_is_hard_news_but_no_death():
    assert ALL_DEAD < HARD_NEWS
    assert set(HARD_NEWS - ALL_DEAD) == {Fate.BODY_UNIDENTIFIED}


def test_groups_are_spelled_out():
    assert expand(["ALL_CAPTIVE", "MISSING"]) == ALL_CAPTIVE | {Fate.MISSING}
    assert expand(["ALL"]) == frozenset(Fate)
    assert expand([]) == frozenset()


def test_every_name_of_the_step_catalogue_is_known():
    steps = yaml.safe_load(resource("catalogue/ua/steps.yaml").read_text("utf-8"))["steps"]
    assert all(expand(step["applies_to"]) for step in steps)
    assert {name for step in steps for name in step["applies_to"]} <= {*GROUPS, *Fate}


def test_an_unknown_name_is_refused():
    with pytest.raises(ValueError, match="PRISONER"):
        expand(["PRISONER"])

"""After return nothing is told without his word, and only of what his word names."""

import pytest

from app.domain.consent import Topic
from app.domain.family_access import hears, may_hear
from app.domain.fate import ALL_RETURNED, Fate


@pytest.mark.parametrize("fate", sorted(ALL_RETURNED))
def test_his_family_hears_nothing_by_default_once_he_is_back(fate):
    assert not any(may_hear(hears(fate, frozenset()), topic) for topic in Topic)


@pytest.mark.parametrize("fate", sorted(set(Fate) - ALL_RETURNED))
def test_while_he_is_away_no_consent_of_his_is_asked_for(fate):
    assert all(may_hear(hears(fate, frozenset()), topic) for topic in Topic)


def test_a_topic_opens_alone():
    heard = hears(Fate.RETURNED, {Topic.STATUS.value})
    assert may_hear(heard)
    assert not may_hear(heard, Topic.HEALTH)

"""Preferences: kept over, one user's alone, forgotten when empty, and never in the history."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from app.preferences.service import Preferences
from app.services import Services
from app.vault import vault as vaults
from db.models.change import Change
from db.models.preference import Preference
from db.refusals import VaultIsReadOnly
from tests.unit.conftest import MONDAY, PASSPHRASE

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@pytest.fixture
def preferences(services: Services) -> Preferences:
    return services.preferences


def rows(services: Services, what) -> int:
    with services.vault.database.read() as session:
        return session.scalar(select(func.count()).select_from(what))


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.text(), JSON, min_size=1))
def test_what_is_written_is_read(preferences, value):
    preferences.write("view", value)
    assert preferences.read("view") == value


def test_nothing_written_is_nothing(preferences):
    assert preferences.read("pins") is None


def test_the_newest_takes_the_place_of_the_older(preferences, services):
    preferences.write("columns", {"order": ["name"]})
    preferences.write("columns", {"order": ["due", "name"]})
    preferences.write("pins", {"cases": []})
    assert preferences.read("columns") == {"order": ["due", "name"]}
    assert rows(services, Preference) == 2


def test_an_empty_one_is_forgotten(preferences, services):
    preferences.write("pins", {"cases": ["a"]})
    preferences.write("pins", {})
    assert preferences.read("pins") is None
    assert rows(services, Preference) == 0


def test_each_user_has_his_own(preferences, services):
    preferences.write("pins", {"cases": ["a"]})
    other = Preferences(services.vault.database, MONDAY, "Інша")
    assert other.read("pins") is None
    other.write("pins", {"cases": ["b"]})
    assert preferences.read("pins") == {"cases": ["a"]}


def test_the_history_knows_of_none(preferences, services):
    before = rows(services, Change)
    preferences.write("pins", {"cases": ["a"]})
    preferences.write("pins", {"cases": ["b"]})
    preferences.write("pins", {})
    assert rows(services, Change) == before


def test_nothing_is_kept_where_nothing_may_be_written(services):
    path = services.vault.path
    services.vault.close()
    held = vaults.open_vault(path, None, PASSPHRASE, read_only=True)
    with pytest.raises(VaultIsReadOnly):
        Preferences(held.database, MONDAY, held.user).write("pins", {"cases": ["a"]})
    held.close()

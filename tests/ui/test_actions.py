"""The registry: every command can be given, has its words, and shares its keys with no other where it stands."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QKeySequence

from app.domain.role import Right
from app.i18n import Words
from ui.actions import ACTIONS, ANYWHERE, BY_KEY, CASE, PAGES, TITLES, TODAY, ActionDef, Group, Situation
from ui.icons import drawing
from ui.shell.shell import Shell

SAFE = {"cover", "lock"}


def clashes(actions: tuple[ActionDef, ...]) -> list[str]:
    """Keys that two commands claim on the same page."""
    return [
        f"{key}: {one.key}, {other.key}"
        for number, one in enumerate(actions)
        for other in actions[number + 1 :]
        if one.where & other.where
        for key in one.keys
        if QKeySequence(key) in [QKeySequence(theirs) for theirs in other.keys]
    ]


def test_no_two_commands_share_a_key_on_one_page():
    assert clashes(ACTIONS) == []


def test_a_shared_key_is_caught():
    one = ActionDef("a", "A", "sun", Group.GO, ("Ctrl+J",))
    assert clashes((one, replace(one, key="b", keys=("ctrl+j",)))) == ["Ctrl+J: a, b"]
    assert clashes((replace(one, where=frozenset({TODAY})), replace(one, key="b", where=frozenset({CASE})))) == []


def test_every_command_has_a_name_of_its_own():
    assert len(BY_KEY) == len(ACTIONS)
    assert {one.group for one in ACTIONS} == set(TITLES) == set(Group)


def test_qt_knows_every_key():
    assert [key for one in ACTIONS for key in one.keys if QKeySequence(key).toString() == ""] == []


@pytest.mark.parametrize("one", [one for one in ACTIONS if not one.inner], ids=lambda one: one.key)
def test_every_command_has_its_icon(one):
    assert drawing(one.icon, "#000000")


def test_the_words_of_no_two_commands_are_the_same():
    for language in ("uk", "en"):
        told = [Words(language)(one.text) for one in ACTIONS]
        assert sorted(told) == sorted(set(told))


@pytest.fixture
def shell(place, shown) -> Shell:
    return shown(Shell(place, training=False))


def test_every_command_is_carried_out_by_somebody(shell):
    assert set(shell.commands._acts) == {one.key for one in ACTIONS if not one.inner}


situations = st.builds(
    Situation, st.sampled_from(PAGES), st.frozensets(st.sampled_from(Right)), writable=st.booleans(),
    visitor=st.booleans(), covered=st.booleans(), moot=st.frozensets(st.sampled_from(sorted(BY_KEY))),
)  # fmt: skip


@given(situations, st.sampled_from(ACTIONS))
def test_less_is_never_more(situation, action):
    """Whoever may less, or shows the screen to somebody, is offered nothing that he was not offered before."""
    offered = situation.offers(action)
    for poorer in (
        replace(situation, rights=frozenset()), replace(situation, writable=False), replace(situation, visitor=True),
        replace(situation, covered=True), replace(situation, moot=situation.moot | {action.key}),
    ):  # fmt: skip
        assert offered or not poorer.offers(action)


@given(situations)
def test_hiding_and_locking_are_always_offered(situation):
    offered = {one.key for one in ACTIONS if replace(situation, moot=frozenset()).offers(one)}
    assert offered >= SAFE


def test_a_family_that_looks_on_is_led_nowhere_else():
    offered = {one.key for one in ACTIONS if Situation(CASE, visitor=True).offers(one)}
    assert "visitor" in offered
    assert not offered & {
        "today", "cases", "settings", "palette", "seek", "back", "forward", "menu", "new_case", "contact", "import",
        "keys", "pin", "fold", "status", "told", "correct",
    }  # fmt: skip


def test_rights_and_reading_only_take_their_commands_away():
    assert not Situation(TODAY, rights=frozenset({Right.CASES_OWN})).offers(BY_KEY["import"])
    assert not Situation(TODAY, writable=False).offers(BY_KEY["new_case"])
    assert not Situation(TODAY).offers(BY_KEY["print"])
    assert Situation(CASE, writable=False).offers(BY_KEY["print"])
    assert all(one.where <= ANYWHERE for one in ACTIONS)

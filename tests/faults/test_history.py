"""Entries, rows, tails and anchors in short; `dev.py faults history` changes hundreds of them."""

from pathlib import Path

import pytest

from app.crypto.keyfile import Unlocked
from tests.faults import history
from tests.faults.target import Target


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Target:
    return Target.made(tmp_path_factory.mktemp("history"), 1)


@pytest.fixture(scope="module")
def keys(target: Target) -> Unlocked:
    return history.unlocked(target)


def test_a_changed_entry_is_named_by_its_number(target: Target, keys: Unlocked):
    told = list(history.entries(target, keys, range(7, 8)))
    assert len(told) == len(history.ON_AN_ENTRY)
    later = ("deleted", "renumbered")
    for one in told:
        named = one.rpartition(": entry ")[2]
        assert named == ("100000" if "repeated" in one else "8" if any(deed in one for deed in later) else "7"), one


def test_a_changed_row_is_named_whichever_field_it_is(target: Target, keys: Unlocked):
    told = list(history.rows(target, keys, ("fate_event", "relative")))
    assert len(told) > 15
    for one in told:
        where, _, named = one.partition(": ")
        assert named.startswith(where.split(".")[0].split(" ")[0]), one


def test_a_history_without_its_tail_is_behind_its_anchor(target: Target, keys: Unlocked):
    last = history.count(target, keys)
    told = [history.tail(target, keys, keep) for keep in (0, 1, last // 2, last - 1)]
    assert all(one.endswith(": RecordsBehind") for one in told), told


def test_without_its_own_anchor_the_vault_stays_closed(target: Target):
    assert {one.partition(": ")[2] for one in history.anchors(target)} == {"AnchorMissing"}


def test_a_crash_between_commit_and_anchor_raises_no_alarm(tmp_path: Path):
    assert history.crash_before_anchor(tmp_path / "crash") == ""

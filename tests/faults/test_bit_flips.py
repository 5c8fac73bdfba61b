"""Single bits and cut files in short; `dev.py faults bit_flips` turns two thousand."""


import pytest

from tests.faults import bit_flips
from tests.faults.target import KEYS, RECORDS, Target


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Target:
    return Target.made(tmp_path_factory.mktemp("flips"), 2)


def unnoticed(told) -> list[str]:
    found = list(told)
    assert found
    return [one for one in found if one.endswith(": ")]


@pytest.mark.parametrize("name", [RECORDS, KEYS])
def test_every_turned_bit_is_found_and_nothing_is_written(target: Target, name: str):
    assert unnoticed(bit_flips.flips(target, name, 20)) == []


def test_every_cut_is_found_and_nothing_is_written(target: Target):
    assert unnoticed(bit_flips.cuts(target)) == []


def test_whatever_is_no_vault_is_refused_before_the_passphrase(target: Target):
    told = dict(one.split(": ") for one in bit_flips.strangers(target))
    assert [told[name] for name in ("nothing", "one byte", "plain SQLite")] == ["VaultIncomplete"] * 3
    assert set(told.values()) == {"VaultIncomplete", "VaultDamaged"}


def test_what_can_be_read_is_salvaged(target: Target):
    assert bit_flips.salvaged(target, 2) > 0


def test_an_untouched_vault_is_found_whole(target: Target):
    assert bit_flips.found(target.path) == ""

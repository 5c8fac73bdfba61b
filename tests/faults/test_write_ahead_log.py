"""The log after a crash in short; `dev.py faults write_ahead_log` turns and cuts it two hundred times."""

from pathlib import Path

import pytest

from app.cases.queries import CaseFilter
from app.services import Services
from app.vault.vault import open_vault
from tests.faults import write_ahead_log
from tests.faults.target import LOG, Target, interrupted
from tests.unit.conftest import MONDAY, PASSPHRASE


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Target:
    return interrupted(tmp_path_factory.mktemp("log"))


def test_an_unharmed_log_is_taken_in_without_an_alarm(target: Target):
    assert write_ahead_log.opens(target) == ""
    vault = open_vault(target.path, None, PASSPHRASE)
    assert Services.of(vault, MONDAY).cases.count(CaseFilter()) == 8
    vault.close()


def test_a_bit_turned_in_the_log_is_an_alarm_that_counts(target: Target):
    length = len(target.whole[LOG])
    told = list(write_ahead_log.flips(target, [length * share // 100 * 8 for share in write_ahead_log.SHARES]))
    counts = [int(one) for one in told]
    assert counts == sorted(counts, reverse=True)
    assert min(counts) > 0


def test_a_log_cut_short_or_gone_is_an_alarm_that_counts(target: Target):
    length = len(target.whole[LOG])
    told = [*write_ahead_log.cuts(target, [0, 31, length // 2, length - 1]), *write_ahead_log.gone(target)]
    assert all(int(one) > 0 for one in told)


def test_a_log_of_another_day_never_passes_in_silence(target: Target, tmp_path: Path):
    told = write_ahead_log.strange(target, tmp_path / "other")
    assert told.pop("whole") == ""
    assert told.pop("old records, new log") == "VaultDamaged"
    assert all(told.values()), told


def test_what_is_behind_is_read_and_its_log_stays(target: Target):
    target.put(LOG, target.whole[LOG][: len(target.whole[LOG]) // 2])
    cut = (target.path / LOG).read_bytes()
    vault = open_vault(target.path, None, PASSPHRASE, read_only=True)
    seen = Services.of(vault, MONDAY).cases.count(CaseFilter())
    vault.close()
    assert 2 <= seen < 8
    assert (target.path / LOG).read_bytes() == cut

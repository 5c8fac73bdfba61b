"""Whatever a lost power leaves of a day's work, the vault opens, and everything acknowledged is there."""

from pathlib import Path
from random import Random

import pytest

from tests.faults import shim
from tests.faults.power_loss import Disk, recorded, tried
from tests.faults.shim import Operation


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the disk was told of one day."""
    log = recorded(tmp_path_factory.mktemp("day"))
    if log is None:
        pytest.skip(shim.MISSING)
    return log


def test_nothing_acknowledged_is_lost(log: Path, tmp_path: Path) -> None:
    found = [(one.after, one.way, str(one.found)) for one in tried(log, tmp_path, 24)]
    assert len(found) == 24
    assert [one for one in found if one[-1]] == []


@pytest.mark.parametrize("heeds", [(), ("files",), ("folders",)])
def test_the_harness_finds_lost_records_when_the_disk_is_told_nothing(log: Path, tmp_path: Path, heeds) -> None:
    """As if the program forced nothing to the disk (`synchronous=OFF`, no fsync), or files or folders alone."""
    assert any(one.found.lost for one in tried(log, tmp_path, 24, heeds=frozenset(heeds)))


def test_the_model_keeps_what_was_forced_and_doubts_the_rest() -> None:
    disk = Disk(Path("/disk"))
    for operation in (
        Operation("C", 7, 0, b"/disk/a.tmp"), Operation("W", 7, 0, b"old"), Operation("S", 7, 0, b"/disk/a.tmp"),
        Operation("R", 7, 0, b"/disk/a.tmp\0/disk/a"), Operation("S", 1, 0, b"/disk"), Operation("W", 7, 3, b" new"),
        Operation("C", 8, 0, b"/disk/b"),
    ):  # fmt: skip
        disk.tell(operation)
    ways = [("kept", "kept"), ("dropped", "kept"), ("dropped", "dropped")]
    a, b = Path("a"), Path("b")
    assert list(disk.states(ways, Random(1))) == [
        {a: b"old new", b: b""}, {a: b"old", b: b""}, {a: b"old"}
    ]

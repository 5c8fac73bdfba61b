"""A disk that fills up while records are written: nothing acknowledged is lost, and it is said in words."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cases.draft import CaseDraft, FateDraft, PersonDraft
from app.cases.queries import CaseFilter
from app.crypto.kdf import FLOOR
from app.domain.errors import UserError
from app.domain.fate import Fate
from app.services import Services
from app.vault.vault import create, open_vault
from db.refusals import DiskFull

PASSPHRASE = "правильний кінь батарея"
CASE = CaseDraft(PersonDraft("Бондар", "Іван"), (FateDraft(Fate.MISSING),))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of six megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(disk)], capture_output=True, check=False
    ).returncode == 0
    if not mounted:
        pytest.skip("only root may mount a small file system here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def filled(disk: Path, left: int) -> Path:
    """A file that leaves only `left` bytes of the disk free."""
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    ballast = disk / "ballast"
    ballast.write_bytes(bytes(max(free - left, 0)))
    return ballast


def test_saves_stop_in_words_and_every_acknowledged_one_is_there(small_disk: Path) -> None:
    vault = create(small_disk / "office", "Олена", PASSPHRASE, params=FLOOR)
    services = Services.of(vault)
    ballast = filled(small_disk, 900_000)
    saved = _until_full(services)
    assert services.cases.count(CaseFilter()) == saved > 0
    ballast.unlink()
    services.cases.open(CASE)
    vault.check()
    vault.close()
    again = open_vault(small_disk / "office", None, PASSPHRASE)
    assert Services.of(again).cases.count(CaseFilter()) == saved + 1
    assert again.database.verify().n > 0
    again.close()


def _until_full(services: Services) -> int:
    """Open cases until the disk refuses; how many were acknowledged."""
    saved = 0
    try:
        while saved < 10_000:
            services.cases.open(CASE)
            saved += 1
    except DiskFull:
        return saved
    raise AssertionError("the disk never filled")


def test_a_vault_that_does_not_fit_is_not_made(small_disk: Path) -> None:
    ballast = filled(small_disk, 20_000)
    with pytest.raises(DiskFull):
        create(small_disk / "office", "Олена", PASSPHRASE, params=FLOOR)
    assert [path.name for path in small_disk.iterdir()] == [ballast.name]


def test_a_paper_a_package_and_keys_that_do_not_fit_leave_nothing(small_disk: Path, tmp_path: Path) -> None:
    vault = create(tmp_path / "office", "Олена", PASSPHRASE, params=FLOOR)
    services = Services.of(vault)
    for _ in range(40):
        services.cases.open(CASE)
    from app.exchange.office import keygen

    keys = keygen(tmp_path / "keys")
    ballast = filled(small_disk, 8_000)
    with pytest.raises(UserError):
        services.exchange.export(keys.recipient, small_disk)
    with pytest.raises(UserError):
        keygen(small_disk / "keys")
    left = sorted(path.name for path in small_disk.rglob("*") if path.is_file())
    assert left == [ballast.name]
    vault.close()

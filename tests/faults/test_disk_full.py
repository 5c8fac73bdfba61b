"""A disk that fills up while records are written: nothing acknowledged is lost, and it is said in words."""

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
from tests.faults.disk_full import MISSING, filled, small_disk, tried
from tests.unit.conftest import PASSPHRASE

CASE = CaseDraft(PersonDraft("Бондар", "Іван"), (FateDraft(Fate.MISSING),))


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of six megabytes."""
    with small_disk(tmp_path / "disk", "6m") as mounted:
        if not mounted:
            pytest.skip(MISSING)
        yield tmp_path / "disk"


def test_saves_stop_in_words_and_every_acknowledged_one_is_there(disk: Path) -> None:
    vault = create(disk / "office", "Олена", PASSPHRASE, params=FLOOR)
    services = Services.of(vault)
    ballast = filled(disk, 900_000)
    saved = _until_full(services)
    assert services.cases.count(CaseFilter()) == saved > 0
    ballast.unlink()
    services.cases.open(CASE)
    vault.check()
    vault.close()
    again = open_vault(disk / "office", None, PASSPHRASE)
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


def test_a_vault_that_does_not_fit_is_not_made(disk: Path) -> None:
    ballast = filled(disk, 20_000)
    with pytest.raises(DiskFull):
        create(disk / "office", "Олена", PASSPHRASE, params=FLOOR)
    assert [path.name for path in disk.iterdir()] == [ballast.name]


def test_a_paper_a_package_and_keys_that_do_not_fit_leave_nothing(disk: Path, tmp_path: Path) -> None:
    vault = create(tmp_path / "office", "Олена", PASSPHRASE, params=FLOOR)
    services = Services.of(vault)
    for _ in range(40):
        services.cases.open(CASE)
    from app.exchange.office import keygen

    keys = keygen(tmp_path / "keys")
    ballast = filled(disk, 8_000)
    with pytest.raises(UserError):
        services.exchange.export(keys.recipient, disk)
    with pytest.raises(UserError):
        keygen(disk / "keys")
    left = sorted(path.name for path in disk.rglob("*") if path.is_file())
    assert left == [ballast.name]
    vault.close()


def test_a_call_without_room_is_refused_in_words_and_done_with_room(tmp_path: Path) -> None:
    """Save, document, key file, copy, package: each with nothing left, then with a few pages more, and so on."""
    with small_disk(tmp_path / "large", "24m") as mounted:
        if not mounted:
            pytest.skip(MISSING)
        names = ("contact", "document", "key file", "copy", "package")
        refused, amiss = tried(tmp_path, tmp_path / "large", names, step=3)
    assert refused > len(names)
    assert amiss == []

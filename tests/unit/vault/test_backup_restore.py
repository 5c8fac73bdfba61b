import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from app.access.access import NotAllowed
from app.cases.draft import CaseDraft
from app.cases.queries import CaseFilter
from app.crypto.kdf import FLOOR
from app.crypto.keyfile import WrongPassphrase
from app.services import Services
from app.vault import restore as restoring
from app.vault.audit import audit
from app.vault.backup import BackupSet, backup, own_folder
from app.vault.manifest import Reason
from app.vault.restore import NoOlderRecords, older, remove_older, restore, vault_keys
from app.vault.vault import OpenVault, VaultInUse, create, open_vault
from app.vault.verify import CopyDamaged, OtherVault
from db.refusals import VaultDamaged
from tests.unit.conftest import MONDAY, PASSPHRASE

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def cases_of(path: Path) -> int:
    held = open_vault(path, None, PASSPHRASE)
    try:
        held.check()
        assert audit(held.database, deep=True).whole
        return Services.of(held, MONDAY).cases.count(CaseFilter())
    finally:
        held.close()


@pytest.fixture
def three(services: Services, missing: CaseDraft) -> list[BackupSet]:
    """Sets with no, one and two cases; the vault itself has three and is closed."""
    made = []
    for turn in range(3):
        made.append(
            backup(services.vault, own_folder(services.vault.path), Reason.HAND, NOON + timedelta(days=turn))
        )
        services.cases.open(missing)
    services.vault.close()
    return made


@pytest.mark.parametrize("turn", [0, 1, 2])
def test_the_oldest_as_the_newest_comes_back_into_a_new_generation(
    vault: OpenVault, three: list[BackupSet], turn: int
) -> None:
    before = contents(vault.path / "gen-0001")
    found = restore(three[turn].path, vault.path, vault.keys)
    assert (found.generation, found.cases) == (2, turn)
    assert contents(vault.path / "gen-0001") == before
    assert cases_of(vault.path) == turn


def test_where_the_records_come_from_stands_in_their_history(vault: OpenVault, three: list[BackupSet]) -> None:
    restore(three[1].path, vault.path, vault.keys)
    held = open_vault(vault.path, None, PASSPHRASE)
    with held.database.read() as session:
        last = session.execute(text("SELECT actor, tbl, col, new FROM change ORDER BY n DESC LIMIT 1")).one()
    held.close()
    assert last[:3] == ("Олена", "vault", "@restored")
    assert three[1].path.name in last[3]


def test_a_log_left_beside_the_old_records_is_never_read(
    services: Services, missing: CaseDraft
) -> None:
    vault = services.vault
    made = backup(vault, own_folder(vault.path), Reason.HAND, NOON)
    services.cases.open(missing)
    records = vault.database.path
    log = (records.parent / "records.db-wal").read_bytes()
    assert len(log) > 4096
    vault.close()
    (records.parent / "records.db-wal").write_bytes(log)
    restore(made.path, vault.path, vault.keys)
    assert cases_of(vault.path) == 0


def test_a_corrupt_set_is_refused_and_nothing_is_touched(vault: OpenVault, three: list[BackupSet]) -> None:
    records = three[1].path / "records.db"
    data = bytearray(records.read_bytes())
    data[len(data) // 2] ^= 1
    records.write_bytes(data)
    before = contents(vault.path)
    with pytest.raises(CopyDamaged):
        restore(three[1].path, vault.path, vault.keys)
    assert contents(vault.path) == before
    assert cases_of(vault.path) == 3


def gone(path: Path) -> None:
    path.unlink()


def noise(path: Path) -> None:
    path.write_bytes(os.urandom(5000))


@pytest.mark.parametrize("harm", [gone, noise])
@pytest.mark.parametrize("part", ["gen-0001/records.db", "vault.key", "CURRENT", "gen-0001/anchor"])
def test_a_vault_that_no_longer_opens_is_restored(
    vault: OpenVault, three: list[BackupSet], part: str, harm: Callable[[Path], None]
) -> None:
    harm(vault.path / part)
    keys = vault_keys(three[2].path, vault.path, None, PASSPHRASE)
    restore(three[2].path, vault.path, keys)
    assert cases_of(vault.path) == 2


def test_from_a_stick_alone_a_whole_vault_comes_back(
    services: Services, missing: CaseDraft, tmp_path: Path
) -> None:
    services.cases.open(missing)
    made = backup(services.vault, tmp_path / "usb", Reason.HAND, NOON)
    services.vault.close()
    shutil.rmtree(services.vault.path)
    target = tmp_path / "elsewhere" / "again"
    found = restore(made.path, target, vault_keys(made.path, target, None, PASSPHRASE))
    assert found.path == tmp_path / "elsewhere" / "again.suprovid"
    assert cases_of(found.path) == 1
    modes = {path.stat().st_mode & 0o777 for path in found.path.rglob("*")}
    assert modes == {0o700, 0o600}


def test_documents_come_back_with_their_bytes(services: Services, tmp_path: Path) -> None:
    name, vault = "ab" * 16, services.vault
    with vault.database.outside() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql(
            "INSERT INTO document_file (uid, version, document_uid, kind, file_id, file_key, sha256, size, media_type)"
            " VALUES (randomblob(16), 1, randomblob(16), 'original', ?, randomblob(32), '', 1, 'image/jpeg')", (name,),
        )  # fmt: skip
    file = vault.path / "documents" / "ab" / name
    file.parent.mkdir()
    file.write_bytes(os.urandom(5000))
    sealed = file.read_bytes()
    made = backup(vault, tmp_path / "usb", Reason.HAND, NOON)
    vault.close()
    file.unlink()
    assert restore(made.path, vault.path, vault.keys).documents == 1
    assert file.read_bytes() == sealed
    file.write_bytes(bytes(len(sealed)))
    restore(made.path, vault.path, vault.keys)
    assert file.read_bytes() == sealed
    fresh = restore(made.path, tmp_path / "other", vault.keys)
    assert (fresh.path / "documents" / "ab" / name).read_bytes() == sealed


def test_an_open_vault_is_not_restored(services: Services) -> None:
    made = backup(services.vault, own_folder(services.vault.path), Reason.HAND, NOON)
    with pytest.raises(VaultInUse):
        restore(made.path, services.vault.path, services.vault.keys)


def test_a_set_of_another_vault_is_refused(vault: OpenVault, three: list[BackupSet], tmp_path: Path) -> None:
    other = create(tmp_path / "other", "Олена", PASSPHRASE, params=FLOOR)
    other.close()
    before = contents(other.path)
    with pytest.raises(OtherVault):
        restore(three[0].path, other.path, other.keys)
    with pytest.raises(OtherVault):
        restore(three[0].path, other.path, vault.keys)
    with pytest.raises(WrongPassphrase):
        vault_keys(three[0].path, tmp_path / "none", None, PASSPHRASE + "!")
    assert contents(other.path) == before


@pytest.mark.parametrize("step", ["_records", "_documents", "_switch"])
def test_stopped_half_way_the_vault_opens_as_it_was(
    vault: OpenVault, three: list[BackupSet], step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(restoring, step, stop)
        with pytest.raises(KeyboardInterrupt):
            restore(three[0].path, vault.path, vault.keys)
    assert cases_of(vault.path) == 3
    restore(three[0].path, vault.path, vault.keys)
    assert cases_of(vault.path) == 0


def test_older_records_stay_until_they_are_removed(vault: OpenVault, three: list[BackupSet]) -> None:
    assert older(vault.path) == ()
    with pytest.raises(NoOlderRecords):
        remove_older(vault.path)
    restore(three[0].path, vault.path, vault.keys)
    assert [folder.name for folder in older(vault.path)] == ["gen-0001"]
    remove_older(vault.path)
    assert older(vault.path) == ()
    assert cases_of(vault.path) == 0


def test_damaged_records_are_refused_before_and_whole_after(vault: OpenVault, three: list[BackupSet]) -> None:
    noise(vault.path / "gen-0001" / "records.db")
    with pytest.raises(VaultDamaged):
        open_vault(vault.path, None, PASSPHRASE)
    restore(three[2].path, vault.path, vault.keys)
    assert cases_of(vault.path) == 2


def test_who_may_not_restore_is_refused_by_the_records_in_use(
    services: Services, missing: CaseDraft, three: list[BackupSet]
) -> None:
    vault = open_vault(services.vault.path, None, PASSPHRASE)
    with vault.database.outside() as connection:
        connection.exec_driver_sql("UPDATE account SET roles = 'caseworker'")
    vault.close()
    with pytest.raises(NotAllowed):
        restore(three[0].path, vault.path, vault.keys)
    assert not (vault.path / "gen-0002").exists()
    noise(vault.path / "gen-0001" / "records.db")
    assert restore(three[0].path, vault.path, vault.keys).generation == 2

import os
import shutil
from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from app.cases.draft import CaseDraft
from app.clock import FixedClock, SystemClock
from app.crypto.stream import SealingWriter
from app.services import Services
from app.vault.disk import Encryption, encryption
from app.vault.finding import Finding, Repair, State, worst
from app.vault.restore import restore
from app.vault.self_check import SelfCheck
from app.vault.vault import open_vault, trust
from db.cipher import dotted
from tests.unit.conftest import PASSPHRASE


@pytest.fixture
def clock(services: Services, missing: CaseDraft) -> FixedClock:
    """Two hours after the newest change, by the clock of the machine, which stamps the changes."""
    services.cases.open(missing)
    return at(hours=2)


def at(**later: int) -> FixedClock:
    return FixedClock(SystemClock().now() + timedelta(**later))


def card(services: Services, clock: FixedClock, *, deep: bool = False) -> dict[str, Finding]:
    """The worst finding under each English title."""
    found: dict[str, Finding] = {}
    for one in SelfCheck(services.vault, clock, services.access).check(deep=deep):
        if one.title.en not in found or worst((found[one.title.en], one)) is not found[one.title.en].state:
            found[one.title.en] = one
    return found


def repaired(services: Services, clock: FixedClock, title: str) -> Finding:
    found = card(services, clock)[title]
    assert found.repair is not None
    SelfCheck(services.vault, clock, services.access).repair(found.repair)
    return card(services, clock)[title]


def sealed(services: Services, name: str = "ab" * 16, data: bytes = b"scan" * 50_000) -> Path:
    """A sealed document with its row."""
    key, file = os.urandom(32), services.vault.path / "documents" / name[:2] / name
    file.parent.mkdir(mode=0o700, exist_ok=True)
    file.touch(mode=0o600)
    with file.open("wb") as target, SealingWriter(target, key) as writer:
        writer.write(data)
    with services.vault.database.outside() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql(
            "INSERT INTO document_file (uid, version, document_uid, kind, file_id, file_key, sha256, size, media_type)"
            " VALUES (randomblob(16), 1, randomblob(16), 'original', ?, ?, ?, ?, 'image/jpeg')",
            (name, key, sha256(data).hexdigest(), len(data)),
        )
        connection.exec_driver_sql("PRAGMA foreign_keys=ON")
    return file


def test_a_sound_vault_says_so_line_by_line(services: Services, clock: FixedClock) -> None:
    sealed(services)
    found = card(services, clock)
    good = {"Files of the vault", "Records", "History of changes", "Documents", "Encryption library", "Clock"}
    assert {title for title, one in found.items() if one.state is State.OK} >= good
    assert all(one.todo for one in found.values() if one.state is not State.OK)
    assert "Files read: 1 of 1." in found["Documents"].told.en


def test_files_that_others_see_are_taken_back(services: Services, clock: FixedClock) -> None:
    (services.vault.path / "vault.key").chmod(0o644)
    assert card(services, clock)["Files of the vault"].state is State.WARN
    assert repaired(services, clock, "Files of the vault").state is State.OK
    assert (services.vault.path / "vault.key").stat().st_mode & 0o077 == 0


def test_half_written_files_are_removed_once_they_are_old(services: Services, clock: FixedClock) -> None:
    left = services.vault.path / ".vault.key.0011.tmp"
    left.write_bytes(b"half")
    left.chmod(0o600)
    assert card(services, at())["Files of the vault"].state is State.OK
    assert repaired(services, clock, "Files of the vault").state is State.OK
    assert not left.exists()


@pytest.mark.parametrize("deep", [False, True])
def test_a_row_changed_behind_the_journal_is_found_in_depth(
    services: Services, clock: FixedClock, *, deep: bool
) -> None:
    with services.vault.database.outside() as connection:
        connection.exec_driver_sql("UPDATE fate_event SET fate = 'RETURNED'")
    found = card(services, clock, deep=deep)["History of changes"]
    assert found.state is (State.BAD if deep else State.OK)


def test_an_entry_that_does_not_match_is_named(services: Services, clock: FixedClock) -> None:
    with services.vault.database.outside() as connection:
        connection.exec_driver_sql("UPDATE change SET actor = 'Інша' WHERE n = 7")
    found = card(services, clock)["History of changes"]
    assert (found.state, found.told.en) == (State.BAD, "Entry no. 7 does not match.")


def test_records_behind_their_anchor_are_bad(services: Services, clock: FixedClock) -> None:
    with services.vault.database.outside() as connection:
        connection.exec_driver_sql("DELETE FROM change WHERE n > (SELECT max(n) - 3 FROM change)")
    assert card(services, clock)["History of changes"].state is State.BAD


def test_records_put_back_with_their_anchor_are_behind_their_copies(
    services: Services, clock: FixedClock, missing: CaseDraft
) -> None:
    folder = services.vault.path / "gen-0001"
    services.vault.close()
    before = {name: (folder / name).read_bytes() for name in ("records.db", "anchor")}
    held = open_vault(services.vault.path, None, PASSPHRASE)
    again = Services.of(held, at())
    again.cases.open(missing)
    again.backups.create()
    assert card(again, clock)["History of changes"].state is State.OK
    held.close()
    for name, data in before.items():
        (folder / name).write_bytes(data)
    held = trust(open_vault(services.vault.path, None, PASSPHRASE, read_only=True), "перевірка")
    assert card(Services.of(held, clock), clock)["History of changes"].state is State.OK, "after a reason was given"
    held.close()
    for name, data in before.items():
        (folder / name).write_bytes(data)
    held = open_vault(services.vault.path, None, PASSPHRASE)
    found = card(Services.of(held, clock), clock)["History of changes"]
    held.close()
    assert (found.state, found.told.en) == (State.BAD, "A copy beside the records is newer than they are.")


def test_a_page_that_was_changed_is_bad(services: Services, clock: FixedClock) -> None:
    services.vault.close()
    records = services.vault.database.path
    data = bytearray(records.read_bytes())
    data[len(data) // 2] ^= 1
    records.write_bytes(data)
    held = open_vault(services.vault.path, None, PASSPHRASE)
    found = list(SelfCheck(held, clock, services.access)._records())
    held.close()
    assert [one.state for one in found] == [State.BAD]


@pytest.mark.parametrize("harm", ["cut", "flip", "gone"])
def test_a_document_that_cannot_be_read_is_bad(services: Services, clock: FixedClock, harm: str) -> None:
    file = sealed(services)
    data = bytearray(file.read_bytes())
    data[1000] ^= 1
    {
        "cut": lambda: os.truncate(file, 1000),
        "flip": lambda: file.write_bytes(data),
        "gone": file.unlink,
    }[harm]()
    found = card(services, clock)["Documents"]
    assert (found.state, found.told.en) == (State.BAD, "Files missing or unreadable: 1.")


def test_files_that_no_record_knows_are_removed(services: Services, clock: FixedClock) -> None:
    kept = sealed(services)
    orphan = services.vault.path / "documents" / "cd" / ("cd" * 16)
    orphan.parent.mkdir(mode=0o700)
    orphan.write_bytes(b"x")
    assert repaired(services, clock, "Documents").state is State.OK
    assert (kept.exists(), orphan.exists()) == (True, False)


def test_a_copy_older_than_a_day_is_due(services: Services, clock: FixedClock) -> None:
    assert card(services, clock)["Copies"].repair is Repair.COPY
    assert repaired(services, clock, "Copies").state is State.OK
    day = FixedClock(clock.now() + timedelta(hours=25))
    assert card(services, day)["Copies"].state is State.WARN
    assert "25" in card(services, day)["Copies"].told.en


def test_a_trial_restore_is_asked_for_until_it_was_done(services: Services, clock: FixedClock) -> None:
    made = services.backups.create()
    assert card(services, at())["Trial restore"].told.en == "Never done."
    services.backups.drill(made.path)
    assert "Trial restore" not in card(services, at())
    assert card(services, at(days=40))["Trial restore"].told.en == "Not done for long."


def test_the_way_back_in_is_asked_for(services: Services, clock: FixedClock) -> None:
    assert card(services, clock)["Way back in"].state is State.WARN


def test_a_clock_that_was_set_back_is_noticed(services: Services, clock: FixedClock) -> None:
    assert card(services, clock)["Clock"].state is State.OK
    assert card(services, at(days=-365))["Clock"].state is State.WARN


def test_replaced_records_are_told_and_removed_when_asked(services: Services, clock: FixedClock) -> None:
    made = services.backups.create()
    services.vault.close()
    restore(made.path, services.vault.path, services.vault.keys)
    held = open_vault(services.vault.path, None, PASSPHRASE)
    again = Services.of(held, clock)
    assert card(again, clock)["Files of the vault"].repair is Repair.OLDER
    assert repaired(again, clock, "Files of the vault").state is State.OK
    held.close()


def test_a_vault_open_to_be_read_is_looked_at_too(services: Services, clock: FixedClock) -> None:
    services.vault.close()
    held = open_vault(services.vault.path, None, PASSPHRASE, read_only=True)
    assert card(Services.of(held, clock), clock)["Records"].state is State.OK
    held.close()


def test_versions_compare_as_numbers() -> None:
    assert dotted("3.9.2") < dotted("3.53.2") <= dotted("3.53.2")
    assert dotted("") < dotted("1")


@pytest.fixture
def system(tmp_path: Path) -> Iterator[Path]:
    """A made-up /sys in which the disk of `tmp_path` is a logical volume upon one more device."""
    device = tmp_path.stat().st_dev
    root = tmp_path / "sys"
    volume, below = root / "devices" / "dm-1", root / "devices" / "dm-0"
    for block in (volume, below):
        (block / "dm").mkdir(parents=True)
        (block / "slaves").mkdir()
    (volume / "dm" / "uuid").write_text("LVM-x")
    (volume / "slaves" / "dm-0").symlink_to(below)
    (root / "dev" / "block").mkdir(parents=True)
    (root / "dev" / "block" / f"{os.major(device)}:{os.minor(device)}").symlink_to(volume)
    yield root
    shutil.rmtree(root)


@pytest.mark.parametrize(
    ("uuid", "expected"),
    [("CRYPT-LUKS2-ab", Encryption.ON), ("CRYPT-PLAIN-ab", Encryption.ON), ("LVM-y", Encryption.OFF)],
)
def test_encryption_is_found_below_a_logical_volume(
    tmp_path: Path, system: Path, uuid: str, expected: Encryption
) -> None:
    (system / "devices" / "dm-0" / "dm" / "uuid").write_text(uuid)
    assert encryption(tmp_path, system) is expected


def test_a_disk_that_the_system_does_not_show_is_unknown(tmp_path: Path) -> None:
    assert encryption(tmp_path, tmp_path / "none") is Encryption.UNKNOWN

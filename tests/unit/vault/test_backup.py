import os
import resource
import shutil
import stat
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Thread
from uuid import UUID

import pytest

from app.cases.draft import CaseDraft
from app.progress import Cancelled, Progress
from app.services import Services
from app.vault import backup as backups_of
from app.vault.backup import (
    BackupSet,
    CopyDiffers,
    CopyFailed,
    NoRoomForCopy,
    State,
    backup,
    backups,
    copy_checked,
    own_folder,
    thin,
)
from app.vault.manifest import Reason
from app.vault.vault import OpenVault
from app.vault.verify import CopyDamaged, drill, unlock, verify
from tests.unit.conftest import PASSPHRASE

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def copied(services: Services, into: Path, after: int = 0) -> BackupSet:
    return backup(services.vault, into, Reason.HAND, NOON + timedelta(minutes=after))


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def with_document(services: Services, name: str = "ab" * 16) -> Path:
    """A sealed file that the records know: its row is written by hand, its bytes are noise."""
    with services.vault.database.outside() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql(
            "INSERT INTO document_file (uid, version, document_uid, kind, file_id, file_key, sha256, size, media_type)"
            " VALUES (randomblob(16), 1, randomblob(16), 'original', ?, randomblob(32), '', 1, 'image/jpeg')", (name,),
        )  # fmt: skip
        connection.exec_driver_sql("PRAGMA foreign_keys=ON")
    file = services.vault.path / "documents" / name[:2] / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(os.urandom(200_000))
    return file


def test_a_set_is_complete_by_itself_and_opens(services: Services, missing: CaseDraft, tmp_path: Path) -> None:
    services.cases.open(missing)
    made = copied(services, tmp_path / "usb")
    assert made.path.name == "20261123T120000Z-g0001"
    assert {file.name for file in made.path.iterdir()} == {"records.db", "vault.key", "anchor", "manifest.json"}
    found = verify(made.path, unlock(made.path, None, PASSPHRASE))
    assert found.standing.counts["case_file"] == 1
    assert found.manifest.head.n > 30
    assert backups(tmp_path / "usb") == (made,)


def test_a_set_belongs_to_its_user_alone_and_holds_no_name(
    services: Services, missing: CaseDraft, tmp_path: Path
) -> None:
    services.cases.open(missing)
    with_document(services)
    before = os.umask(0)
    try:
        copied(services, tmp_path / "usb")
    finally:
        os.umask(before)
    paths = [tmp_path / "usb", *(tmp_path / "usb").rglob("*")]
    assert {stat.S_IMODE(path.stat().st_mode) for path in paths if path.is_dir()} == {0o700}
    assert {stat.S_IMODE(path.stat().st_mode) for path in paths if path.is_file()} == {0o600}
    everything = b"".join(contents(tmp_path / "usb").values())
    assert not any("Ґудзь".encode(encoding) in everything for encoding in ("utf-8", "utf-16-le", "cp1251"))


def test_every_copy_made_while_another_thread_writes_is_consistent(
    services: Services, missing: CaseDraft, tmp_path: Path
) -> None:
    stop, written = Event(), Event()

    def write() -> None:
        while not stop.is_set():
            services.cases.open(missing)
            written.set()

    writer = Thread(target=write)
    writer.start()
    try:
        made = []
        for turn in range(10):
            written.clear()
            made.append(copied(services, tmp_path / "usb", turn))
            assert written.wait(10)
    finally:
        stop.set()
        writer.join()
    counts = [verify(one.path, services.vault.keys).standing.counts["case_file"] for one in made]
    assert counts == sorted(counts)
    assert counts[-1] > counts[0]


def test_documents_are_copied_once(services: Services, tmp_path: Path) -> None:
    usb, file = tmp_path / "usb", with_document(services)
    first = copied(services, usb)
    pooled = usb / "documents" / "ab" / file.name
    assert pooled.read_bytes() == file.read_bytes()
    stands = pooled.stat()
    second = copied(services, usb, 1)
    assert (pooled.stat().st_ino, pooled.stat().st_mtime_ns) == (stands.st_ino, stands.st_mtime_ns)
    assert first.manifest
    assert second.manifest
    assert first.manifest.documents == second.manifest.documents
    assert verify(second.path, services.vault.keys).documents == 1


def test_a_document_that_the_vault_lost_stays_in_the_copies(services: Services, tmp_path: Path) -> None:
    file = with_document(services)
    copied(services, tmp_path)
    file.unlink()
    never = with_document(services, "cd" * 16)
    never.unlink()
    found = verify(copied(services, tmp_path, 1).path, services.vault.keys)
    assert (found.documents, found.missing) == (1, 1)


def records(made: BackupSet) -> Path:
    return made.path / "records.db"


def key(made: BackupSet) -> Path:
    return made.path / "vault.key"


def anchor(made: BackupSet) -> Path:
    return made.path / "anchor"


def listed(made: BackupSet) -> Path:
    return made.path / "manifest.json"


def document(made: BackupSet) -> Path:
    return made.pool / "ab" / ("ab" * 16)


@pytest.mark.parametrize("part", [records, key, anchor, listed, document])
@pytest.mark.parametrize("place", [0.0, 0.31, 0.77, 0.999])
def test_a_flipped_bit_is_found_wherever_it_is(
    services: Services, missing: CaseDraft, tmp_path: Path, part: Callable[[BackupSet], Path], place: float
) -> None:
    services.cases.open(missing)
    with_document(services)
    made = copied(services, tmp_path)
    data = bytearray(part(made).read_bytes())
    data[int(place * (len(data) - 1))] ^= 4
    part(made).write_bytes(data)
    with pytest.raises(CopyDamaged):
        verify(made.path, services.vault.keys)


@pytest.mark.parametrize("part", [records, key, anchor, listed, document])
def test_a_missing_part_shows_at_a_glance(
    services: Services, tmp_path: Path, part: Callable[[BackupSet], Path]
) -> None:
    with_document(services)
    made = copied(services, tmp_path)
    part(made).unlink()
    assert [one.state for one in backups(tmp_path)] == [
        State.UNREADABLE if part is listed else State.INCOMPLETE
    ]
    with pytest.raises(CopyDamaged):
        verify(made.path, services.vault.keys)


def test_records_of_another_copy_under_this_list_are_found(
    services: Services, missing: CaseDraft, tmp_path: Path
) -> None:
    old = copied(services, tmp_path)
    services.cases.open(missing)
    new = copied(services, tmp_path, 1)
    shutil.copy(records(old), records(new))
    shutil.copy(anchor(old), anchor(new))
    with pytest.raises(CopyDamaged):
        verify(new.path, services.vault.keys)
    shutil.copy(listed(old), listed(new))
    assert verify(new.path, services.vault.keys).manifest == old.manifest


def test_a_disk_that_takes_only_a_part_leaves_nothing_and_the_old_sets(
    services: Services, missing: CaseDraft, tmp_path: Path
) -> None:
    copied(services, tmp_path / "usb")
    services.cases.open(missing)
    before = contents(tmp_path / "usb")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(CopyFailed):
            copied(services, tmp_path / "usb", 1)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert contents(tmp_path / "usb") == before
    assert [path.name for path in (tmp_path / "usb").iterdir()] == ["20261123T120000Z-g0001"]


def test_without_room_for_it_no_copy_is_begun(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=1_500_000))
    monkeypatch.setattr(backups_of, "_ROOM", 2_000_000)
    with pytest.raises(NoRoomForCopy) as caught:
        copied(services, tmp_path / "usb")
    assert caught.value.facts["free"] == 2
    assert list((tmp_path / "usb").iterdir()) == []


def test_cancelled_it_leaves_nothing(services: Services, tmp_path: Path) -> None:
    with_document(services)
    progress = Progress(lambda done, total, _label: progress.cancel())
    with pytest.raises(Cancelled):
        backup(services.vault, tmp_path / "usb", Reason.HAND, NOON, progress)
    assert backups(tmp_path / "usb") == ()
    assert [path.name for path in (tmp_path / "usb").iterdir() if path.name != "documents"] == []


def test_what_a_killed_program_left_is_swept_by_the_next_copy(services: Services, tmp_path: Path) -> None:
    half = tmp_path / f".4711.{services.vault.vault_id.hex[:8]}.partial"
    half.mkdir()
    (half / "records.db").write_bytes(b"half")
    other = tmp_path / ".4711.00000000.partial"
    other.mkdir()
    assert backups(tmp_path) == ()
    made = copied(services, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} >= {made.path.name, other.name}
    assert not half.exists()


def test_two_copies_of_one_second_have_two_names(services: Services, tmp_path: Path) -> None:
    names = {copied(services, tmp_path).path.name for _ in range(3)}
    assert names == {f"20261123T12000{second}Z-g0001" for second in range(3)}


def test_a_stick_that_gives_back_other_bytes_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = tmp_path / "a", tmp_path / "b"
    source.write_bytes(b"x" * 5000)
    monkeypatch.setattr(backups_of, "forget", lambda path: path.write_bytes(b"y" * 5000))
    with pytest.raises(CopyDiffers):
        copy_checked(source, target)
    assert not target.exists()


def test_thinning_removes_old_sets_and_documents_that_no_set_needs(services: Services, tmp_path: Path) -> None:
    file = with_document(services)
    first = copied(services, tmp_path)
    with services.vault.database.outside() as connection:
        connection.exec_driver_sql("DELETE FROM document_file")
    for minute in range(1, 11):
        copied(services, tmp_path, minute)
    assert (tmp_path / "documents" / "ab" / file.name).exists()
    assert thin(tmp_path, services.vault.vault_id) == (first.path,)
    assert len(backups(tmp_path)) == 10
    assert not (tmp_path / "documents" / "ab" / file.name).exists()
    assert thin(tmp_path, services.vault.vault_id) == ()


def test_thinning_keeps_every_document_while_a_list_cannot_be_read(services: Services, tmp_path: Path) -> None:
    with_document(services)
    made = copied(services, tmp_path)
    with services.vault.database.outside() as connection:
        connection.exec_driver_sql("DELETE FROM document_file")
    for minute in range(1, 12):
        copied(services, tmp_path, minute)
    listed(made).write_bytes(b"{")
    assert len(thin(tmp_path, services.vault.vault_id)) == 1
    assert document(made).exists()


def test_sets_of_another_vault_on_the_same_stick_are_left_alone(services: Services, tmp_path: Path) -> None:
    for minute in range(12):
        copied(services, tmp_path, minute)
    assert thin(tmp_path, UUID(int=7)) == ()
    assert len(backups(tmp_path)) == 12


def test_a_drill_brings_everything_back_and_leaves_no_trace(
    vault: OpenVault, services: Services, missing: CaseDraft
) -> None:
    services.cases.open(missing)
    made = copied(services, own_folder(vault.path))
    before = contents(vault.path)
    found = drill(made.path, vault.keys)
    assert found.passed
    assert (found.cases, found.made) == (1, NOON)
    assert contents(vault.path) == before

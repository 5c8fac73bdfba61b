import errno
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.cases.draft import CaseDraft
from app.cases.queries import CaseFilter
from app.crypto.kdf import FLOOR
from app.crypto.keyfile import DamagedKeyFile, WrongPassphrase
from app.passphrase.judge import WeakPassphrase
from app.services import Services
from app.vault import vault as vaults
from app.vault.anchor import RecordsBehind
from app.vault.vault import (
    NoVault,
    OpenVault,
    VaultExists,
    VaultIncomplete,
    VaultInUse,
    create,
    open_vault,
)
from db.refusals import DiskFull, VaultDamaged
from tests.unit.conftest import MONDAY, PASSPHRASE

ROOT = Path(__file__).resolve().parents[3]


def reopened(vault: OpenVault) -> OpenVault:
    vault.close()
    return open_vault(vault.path, None, PASSPHRASE)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_vault_has_its_final_shape_and_belongs_to_its_user(vault: OpenVault) -> None:
    vault.close()
    names = {str(path.relative_to(vault.path)) for path in vault.path.rglob("*")}
    assert {"vault.key", "CURRENT", "gen-0001/records.db", "gen-0001/anchor", "documents", "backups"} <= names
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in [vault.path, *vault.path.rglob("*")]}
    assert {mode for path, mode in modes.items() if path.is_dir()} == {0o700}
    assert {mode for path, mode in modes.items() if path.is_file()} == {0o600}


def test_what_was_written_is_there_after_opening_again(vault: OpenVault, missing: CaseDraft) -> None:
    Services.of(vault, MONDAY).cases.open(missing)
    again = reopened(vault)
    assert [case["surname"] for case in Services.of(again).cases.dump()] == ["Ґудзь"]
    again.check()
    again.close()


def test_no_name_stands_anywhere_in_clear(vault: OpenVault, missing: CaseDraft) -> None:
    Services.of(vault, MONDAY).cases.open(missing)
    vault.close()
    everything = b"".join(contents(vault.path).values())
    for encoding in ("utf-8", "utf-16-le", "cp1251"):
        assert "Ґудзь".encode(encoding) not in everything
    assert b"380000000017" not in everything


def test_wrong_passphrase_and_wrong_user_say_the_same(vault: OpenVault) -> None:
    vault.close()
    with pytest.raises(WrongPassphrase) as one:
        open_vault(vault.path, "Олена", PASSPHRASE + "!")
    with pytest.raises(WrongPassphrase) as other:
        open_vault(vault.path, "Ігор", PASSPHRASE)
    assert (one.value.what, one.value.facts) == (other.value.what, other.value.facts)


def test_a_second_instance_is_refused_until_the_first_closes(vault: OpenVault) -> None:
    with pytest.raises(VaultInUse):
        open_vault(vault.path, None, PASSPHRASE)
    reopened(vault).close()


def test_a_short_passphrase_and_a_taken_name_leave_nothing(tmp_path: Path) -> None:
    with pytest.raises(WeakPassphrase):
        create(tmp_path / "a", "Олена", "коротко", params=FLOOR)
    (tmp_path / "b.suprovid").mkdir()
    with pytest.raises(VaultExists):
        create(tmp_path / "b", "Олена", PASSPHRASE, params=FLOOR)
    assert [path.name for path in tmp_path.iterdir()] == ["b.suprovid"]
    assert list((tmp_path / "b.suprovid").iterdir()) == []


def test_a_creation_that_fails_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(vaults, "upgrade", full)
    with pytest.raises(DiskFull):
        create(tmp_path / "a", "Олена", PASSPHRASE, params=FLOOR)
    assert list(tmp_path.iterdir()) == []


def test_there_is_no_vault_in_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(NoVault):
        open_vault(tmp_path / "none", None, PASSPHRASE)


def cut_to_nothing(path: Path) -> None:
    path.write_bytes(b"")


def cut_in_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2 + 7])


def plain(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(8192))


def noise(path: Path) -> None:
    path.write_bytes(os.urandom(path.stat().st_size))


@pytest.mark.parametrize("harm", [cut_to_nothing, cut_in_half, plain, noise])
def test_damaged_or_foreign_records_are_refused_and_left_as_they_were(
    vault: OpenVault, harm: Callable[[Path], None]
) -> None:
    vault.close()
    harm(vault.path / "gen-0001" / "records.db")
    before = contents(vault.path)
    with pytest.raises((VaultIncomplete, VaultDamaged)):
        open_vault(vault.path, None, PASSPHRASE)
    assert {name: data for name, data in contents(vault.path).items() if not name.endswith("lock")} == {
        name: data for name, data in before.items() if not name.endswith("lock")
    }


@pytest.mark.parametrize("harm", [cut_to_nothing, cut_in_half, noise])
def test_a_damaged_key_file_is_refused(vault: OpenVault, harm: Callable[[Path], None]) -> None:
    vault.close()
    harm(vault.path / "vault.key")
    with pytest.raises(DamagedKeyFile):
        open_vault(vault.path, None, PASSPHRASE)


@pytest.mark.parametrize("pointer", ["", "gen-0002\n", "../x\n"])
def test_a_pointer_that_disagrees_with_the_key_file_is_refused(vault: OpenVault, pointer: str) -> None:
    vault.close()
    (vault.path / "CURRENT").write_text(pointer)
    with pytest.raises(VaultIncomplete):
        open_vault(vault.path, None, PASSPHRASE)


def test_records_of_another_vault_are_refused(vault: OpenVault, tmp_path: Path) -> None:
    vault.close()
    other = create(tmp_path / "other", "Олена", PASSPHRASE, params=FLOOR)
    other.close()
    shutil.copy(other.path / "gen-0001" / "records.db", vault.path / "gen-0001" / "records.db")
    with pytest.raises(VaultDamaged):
        open_vault(vault.path, None, PASSPHRASE)


def test_an_old_copy_of_the_records_put_back_is_noticed(vault: OpenVault, missing: CaseDraft) -> None:
    held = reopened(vault)
    held.close()
    old = (vault.path / "gen-0001" / "records.db").read_bytes()
    held = open_vault(vault.path, None, PASSPHRASE)
    Services.of(held, MONDAY).cases.open(missing)
    held.close()
    (vault.path / "gen-0001" / "records.db").write_bytes(old)
    with pytest.raises(RecordsBehind):
        open_vault(vault.path, None, PASSPHRASE)


def test_an_anchor_forged_to_hide_it_is_noticed(vault: OpenVault) -> None:
    vault.close()
    anchor = vault.path / "gen-0001" / "anchor"
    anchor.write_text(anchor.read_text().replace('"n": 1', '"n": 0'))
    with pytest.raises(RecordsBehind):
        open_vault(vault.path, None, PASSPHRASE)


def test_opened_by_a_careless_hand_permissions_are_taken_back(vault: OpenVault) -> None:
    vault.close()
    vault.path.chmod(0o755)
    (vault.path / "vault.key").chmod(0o644)
    open_vault(vault.path, None, PASSPHRASE).close()
    assert stat.S_IMODE(vault.path.stat().st_mode) == 0o700
    assert stat.S_IMODE((vault.path / "vault.key").stat().st_mode) == 0o600


def test_a_process_killed_while_writing_loses_nothing_acknowledged(tmp_path: Path) -> None:
    script = tmp_path / "child.py"
    script.write_text(_WRITES_UNTIL_KILLED, "utf-8")
    child = subprocess.Popen(
        [sys.executable, str(script), str(tmp_path / "office"), PASSPHRASE],
        stdout=subprocess.PIPE, text=True, encoding="utf-8", cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert child.stdout is not None
    acknowledged = 0
    for line in child.stdout:
        acknowledged = int(line)
        if acknowledged == 25:
            break
    child.kill()
    acknowledged = max([acknowledged, *map(int, child.stdout.read().split())])
    child.wait()
    child.stdout.close()
    again = open_vault(tmp_path / "office", None, PASSPHRASE)
    kept = Services.of(again).cases.count(CaseFilter())
    again.check()
    again.close()
    assert kept in (acknowledged, acknowledged + 1)


_WRITES_UNTIL_KILLED = """
import sys
from pathlib import Path
from app.cases.draft import CaseDraft, FateDraft, PersonDraft
from app.crypto.kdf import FLOOR
from app.domain.fate import Fate
from app.services import Services
from app.vault.vault import create

services = Services.of(create(Path(sys.argv[1]), "Олена", sys.argv[2], params=FLOOR))
for n in range(1, 100000):
    services.cases.open(CaseDraft(PersonDraft("Бондар", "Іван"), (FateDraft(Fate.MISSING),)))
    print(n, flush=True)
"""


def test_an_anchor_that_a_crash_left_behind_follows_at_the_next_opening(vault: OpenVault, missing: CaseDraft) -> None:
    noted = vault.database.path.with_name("anchor")
    before = noted.read_bytes()
    Services.of(vault, MONDAY).cases.open(missing)
    newest = noted.read_bytes()
    noted.write_bytes(before)
    with closing(reopened(vault)):
        assert noted.read_bytes() == newest


def test_opening_sweeps_what_a_crash_left_half_written(vault: OpenVault) -> None:
    half = [vault.path / ".vault.key.1.ab12cd34.tmp", vault.database.path.with_name(".anchor.ab12cd34.tmp"),
            vault.path / "backups" / ".123.ab12cd34.partial" / "records.db"]  # fmt: skip
    half[-1].parent.mkdir()
    for path in half:
        path.write_bytes(b"half")
    with closing(reopened(vault)):
        assert not any(path.exists() for path in (*half, half[-1].parent))

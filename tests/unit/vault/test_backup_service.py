import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from app.access.access import NotAllowed
from app.cases.draft import CaseDraft
from app.cases.queries import CaseFilter
from app.clock import FixedClock
from app.domain.reason_needed import ReasonNeeded
from app.services import Services
from app.vault import anchor
from app.vault.anchor import RecordsBehind
from app.vault.backup import State
from app.vault.manifest import Reason
from app.vault.vault import OlderRecords, OpenVault, VaultInUse, open_vault, trust
from db import upgrade as upgrades
from db.refusals import VaultIsReadOnly
from tests.unit.conftest import MONDAY, PASSPHRASE


def reasons(services: Services) -> list[Reason]:
    return [one.manifest.reason for one in services.backups.list() if one.manifest]


def later(services: Services, **steps: int) -> Services:
    return Services.of(services.vault, FixedClock(MONDAY.instant + timedelta(**steps)))


def test_a_copy_is_due_only_after_a_change(services: Services, missing: CaseDraft) -> None:
    assert services.backups.if_due() is not None
    assert services.backups.if_due() is None
    services.cases.open(missing)
    assert later(services, hours=1).backups.if_due() is not None
    assert later(services, hours=2).backups.if_due() is None
    assert reasons(services) == [Reason.CLOSE, Reason.CLOSE]


def test_a_damaged_newest_copy_makes_a_new_one_due(services: Services) -> None:
    made = services.backups.if_due()
    assert made is not None
    (made.path / "records.db").unlink()
    assert later(services, hours=1).backups.if_due() is not None
    assert [one.state for one in services.backups.list()] == [State.WHOLE, State.INCOMPLETE]


def test_copies_are_thinned_as_they_are_made(services: Services, missing: CaseDraft) -> None:
    for minute in range(13):
        services.cases.open(missing)
        later(services, minutes=minute).backups.if_due()
    assert len(services.backups.list()) == 10


def test_a_stick_gets_a_folder_of_its_own(services: Services, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    (stick / "documents" / "ab").mkdir(parents=True)
    (stick / "documents" / "ab" / "mine.txt").write_text("mine")
    made = services.backups.create(stick)
    assert made.path.parent == stick / "suprovid-copies"
    assert services.backups.list(stick) == services.backups.list(made.path.parent) == (made,)
    assert (stick / "documents" / "ab" / "mine.txt").read_text() == "mine"
    assert services.backups.verify(made.path).manifest.reason is Reason.HAND


def test_who_may_not_is_refused(services: Services, tmp_path: Path) -> None:
    backups = replace(services.backups, access=replace(services.access, rights=frozenset()))
    with pytest.raises(NotAllowed):
        backups.create(tmp_path)
    assert services.backups.list(tmp_path) == ()


def test_a_drill_is_remembered(services: Services) -> None:
    made = services.backups.create()
    assert services.backups.drill(made.path).passed
    with services.vault.database.read() as session:
        last = session.execute(text("SELECT col, new FROM change ORDER BY n DESC LIMIT 1")).one()
    assert tuple(last) == ("@drilled", made.path.name)


@pytest.mark.parametrize(("rows", "copied"), [(50, False), (51, True)])
def test_a_large_import_is_preceded_by_a_copy(services: Services, tmp_path: Path, rows: int, *, copied: bool) -> None:
    lines = ["ПІБ;Статус", *(f"Бондар Іван {father};безвісти" for father in patronymics(rows))]
    (tmp_path / "register.csv").write_text("\n".join(lines), "utf-8")
    plan = services.imports.plan(tmp_path / "register.csv")
    assert sum(row.outcome.taken for row in plan.rows) == rows
    services.imports.apply(plan)
    assert reasons(services) == [Reason.IMPORT] * copied


def patronymics(count: int) -> list[str]:
    letters = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
    return [f"Т{one}{other}рович" for one in letters for other in letters][: count * 3 : 3]


REVISION = """
revision, down_revision, branch_labels, depends_on = "0002", "0001", None, None
from alembic import op
import os, signal
def upgrade():
    op.execute("CREATE TABLE fresh (uid BLOB PRIMARY KEY)")
    op.execute("UPDATE person SET surname = 'Інший'")
    {then}
"""


def scripts(tmp_path: Path, then: str) -> Path:
    """Migrations with a made-up second revision."""
    folder = tmp_path / "migrations"
    shutil.copytree(upgrades._SCRIPTS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "0002_made_up.py").write_text(REVISION.format(then=then), "utf-8")
    return folder


def test_records_are_copied_before_they_are_upgraded(
    services: Services, missing: CaseDraft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.cases.open(missing)
    services.vault.close()
    monkeypatch.setattr(upgrades, "_SCRIPTS", scripts(tmp_path, "pass"))
    held = open_vault(services.vault.path, None, PASSPHRASE)
    again = Services.of(held, MONDAY)
    assert reasons(again) == [Reason.UPGRADE]
    found = again.backups.verify(again.backups.list()[0].path)
    assert found.standing.schema == "0001"
    assert upgrades.current(held.database) == "0002"
    held.close()
    open_vault(services.vault.path, None, PASSPHRASE).close()
    assert reasons(again) == [Reason.UPGRADE]


def test_a_migration_that_fails_leaves_the_old_records(
    services: Services, missing: CaseDraft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.cases.open(missing)
    services.vault.close()
    with monkeypatch.context() as patch:
        patch.setattr(upgrades, "_SCRIPTS", scripts(tmp_path, "raise RuntimeError"))
        with pytest.raises(RuntimeError):
            open_vault(services.vault.path, None, PASSPHRASE)
    assert surnames(services.vault) == ["Ґудзь"]


def test_a_program_killed_in_a_migration_leaves_the_old_records(
    services: Services, missing: CaseDraft, tmp_path: Path
) -> None:
    services.cases.open(missing)
    services.vault.close()
    folder = scripts(tmp_path, "os.kill(os.getpid(), signal.SIGKILL)")
    child = (
        "import sys; from pathlib import Path; from db import upgrade; from app.vault.vault import open_vault;"
        " upgrade._SCRIPTS = Path(sys.argv[1]); open_vault(Path(sys.argv[2]), None, sys.argv[3])"
    )
    root = str(Path(__file__).resolve().parents[3])
    told = subprocess.run(
        [sys.executable, "-c", child, str(folder), str(services.vault.path), PASSPHRASE],
        env={**os.environ, "PYTHONPATH": root}, cwd=root, check=False,
    )  # fmt: skip
    assert told.returncode == -9
    assert surnames(services.vault) == ["Ґудзь"]


def surnames(vault: OpenVault) -> list[str]:
    held = open_vault(vault.path, None, PASSPHRASE)
    try:
        assert upgrades.current(held.database) == "0001"
        return [str(case["surname"]) for case in Services.of(held, MONDAY).cases.dump()]
    finally:
        held.close()


@pytest.fixture
def behind(services: Services, missing: CaseDraft) -> OpenVault:
    """A closed vault whose records were put back by one case."""
    services.cases.open(missing)
    vault = services.vault
    vault.close()
    old = vault.database.path.read_bytes()
    held = open_vault(vault.path, None, PASSPHRASE)
    Services.of(held, MONDAY).cases.open(missing)
    held.close()
    vault.database.path.write_bytes(old)
    return vault


def test_records_behind_their_anchor_are_read_and_left_as_they_are(behind: OpenVault, missing: CaseDraft) -> None:
    before = behind.database.path.read_bytes()
    held = open_vault(behind.path, None, PASSPHRASE, read_only=True)
    services = Services.of(held, MONDAY)
    assert services.cases.count(CaseFilter()) == 1
    with pytest.raises(VaultIsReadOnly):
        services.cases.open(missing)
    assert services.backups.if_due() is None
    held.check()
    with pytest.raises(VaultInUse):
        open_vault(behind.path, None, PASSPHRASE)
    held.close()
    held.close()
    assert behind.database.path.read_bytes() == before
    with pytest.raises(RecordsBehind):
        open_vault(behind.path, None, PASSPHRASE)


def test_trusted_with_a_reason_they_open_again(behind: OpenVault, missing: CaseDraft) -> None:
    held = open_vault(behind.path, None, PASSPHRASE, read_only=True)
    with pytest.raises(ReasonNeeded):
        trust(held, " ")
    noted = anchor.read(behind.database.path.parent, behind.keys.data_key)
    assert noted is not None
    held = trust(held, "Диск поновлено з копії")
    Services.of(held, MONDAY).cases.open(missing)
    with held.database.read() as session:
        told = session.execute(text("SELECT actor, new FROM change WHERE col = '@trusted'")).one()
    held.close()
    assert told[0] == "Олена"
    assert json.loads(told[1]) == {"reason": "Диск поновлено з копії", "anchor": noted.n}
    held = open_vault(behind.path, None, PASSPHRASE)
    assert held.database.verify()
    held.close()


def test_records_that_need_an_upgrade_are_not_opened_to_read(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.vault.close()
    monkeypatch.setattr(upgrades, "_SCRIPTS", scripts(tmp_path, "pass"))
    with pytest.raises(OlderRecords):
        open_vault(services.vault.path, None, PASSPHRASE, read_only=True)


READ_ONLY_MEDIA = """
import sys
from pathlib import Path
from app.cases.queries import CaseFilter
from app.services import Services
from app.vault.vault import open_vault
from db.refusals import VaultIsReadOnly, VaultReadOnly
path = Path(sys.argv[1])
try:
    open_vault(path, None, sys.argv[2])
    sys.exit("opened to be written")
except VaultReadOnly:
    pass
held = open_vault(path, None, sys.argv[2], read_only=True)
assert held.read_only
print(Services.of(held).cases.count(CaseFilter()))
held.close()
"""


@pytest.mark.skipif(
    subprocess.run(["unshare", "-m", "true"], capture_output=True, check=False).returncode != 0,
    reason="needs a mount of its own",
)
def test_a_vault_on_a_disk_that_takes_no_writes_is_read(services: Services, missing: CaseDraft, tmp_path: Path) -> None:
    services.cases.open(missing)
    services.vault.close()
    (tmp_path / "read.py").write_text(READ_ONLY_MEDIA)
    root, path = str(Path(__file__).resolve().parents[3]), str(services.vault.path)
    mount = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && exec "$2" "$3" "$1" "$4"'
    told = subprocess.run(
        ["unshare", "-m", "sh", "-c", mount, "sh", path, sys.executable, str(tmp_path / "read.py"), PASSPHRASE],
        env={**os.environ, "PYTHONPATH": root}, cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (told.returncode, told.stdout.strip(), told.stderr) == (0, "1", "")

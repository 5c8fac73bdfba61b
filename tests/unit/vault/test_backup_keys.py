"""Copies from before a change of keys come back under the new ones, and a program killed on the way harms nothing."""

import os
import shutil
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from app.access.access import access_of
from app.cases.draft import CaseDraft
from app.cases.queries import CaseFilter
from app.crypto.kdf import FLOOR
from app.crypto.keyfile import WrongPassphrase
from app.crypto.sealed_field import seal, unseal
from app.domain.role import Role
from app.services import Services
from app.vault.audit import audit
from app.vault.backup import BackupSet, backup, backups, own_folder
from app.vault.manifest import Reason
from app.vault.restore import NotesOfAnEarlierKey, restore
from app.vault.revocation import revoke
from app.vault.users import Users
from app.vault.vault import OpenVault, open_vault
from app.vault.verify import NotOfThisHistory, OtherVault, verify
from db.models.account import Account
from db.models.case_file import CaseFile
from db.models.clinical import ClinicalNote
from tests.unit.conftest import MONDAY, PASSPHRASE

ROOT = Path(__file__).resolve().parents[3]
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
IHOR = "млинець капелюх журавель тин бузок лопата"


def users_of(held: OpenVault) -> Users:
    return Services.of(held, MONDAY).users


@pytest.fixture
def before(services: Services, missing: CaseDraft) -> BackupSet:
    """A copy with one case from the time when Ihor still had a slot; the vault is open, and Ihor still there."""
    services.cases.open(missing)
    users_of(services.vault).set_clinical("Олена", True)
    services.vault.close()
    with closing(open_vault(services.vault.path, "Олена", PASSPHRASE)) as held:
        users_of(held).add("Ігор", IHOR, (Role.PSYCHOLOGIST,), clinical=True, params=FLOOR)
        add_note(held)
        return backup(held, own_folder(held.path), Reason.HAND, NOON)


def add_note(held: OpenVault) -> None:
    assert held.keys.clinical_key is not None
    with held.database.write(held.user) as session:
        case = session.scalars(select(CaseFile)).one()
        note = ClinicalNote(case_uid=case.uid, kind="note", sealed=b"", created=NOON, created_by=held.user)
        session.add(note)
        session.flush()
        note.sealed = seal("таємне".encode(), held.keys.clinical_key, "clinical_note", "sealed", note.uid)


def revoked(path: Path) -> OpenVault:
    """The vault, open again after Ihor was revoked."""
    held = open_vault(path, "Олена", PASSPHRASE)
    revoke(held, "Ігор", access_of(held.database, "Олена"), MONDAY)
    return open_vault(path, "Олена", PASSPHRASE)


def test_a_copy_from_before_a_revocation_comes_under_the_new_keys(before: BackupSet) -> None:
    path = before.path.parent.parent
    held = revoked(path)
    held.close()
    assert verify(before.path, held.keys).standing.counts["case_file"] == 1
    found = restore(before.path, path, held.keys)
    with pytest.raises(WrongPassphrase):
        open_vault(path, "Ігор", IHOR)
    with closing(open_vault(path, "Олена", PASSPHRASE)) as again:
        assert again.generation == found.generation == 3
        assert again.keys.data_key == held.keys.data_key
        assert Services.of(again, MONDAY).cases.count(CaseFilter()) == 1
        assert audit(again.database, deep=True).whole
        with again.database.read() as session:
            note = session.scalars(select(ClinicalNote)).one()
        assert again.keys.clinical_key is not None
        assert unseal(note.sealed, again.keys.clinical_key, "clinical_note", "sealed", note.uid).decode() == "таємне"


def test_who_cannot_open_the_notes_does_not_restore_them_under_a_new_key(before: BackupSet) -> None:
    path = before.path.parent.parent
    held = revoked(path)
    held.close()
    with pytest.raises(NotesOfAnEarlierKey):
        restore(before.path, path, replace(held.keys, clinical_key=None))
    assert not (path / "gen-0003").exists()


def test_a_copy_that_a_revoked_user_made_later_is_not_of_this_history(before: BackupSet, tmp_path: Path) -> None:
    path = before.path.parent.parent
    kept = tmp_path / "kept.suprovid"
    shutil.copytree(path, kept)
    revoked(path).close()
    with closing(open_vault(kept, "Ігор", IHOR)) as his:
        with his.database.write("Олена") as session:
            session.note(his.vault_id, "printed", "")
        forged = backup(his, tmp_path / "usb", Reason.HAND, NOON)
    with closing(open_vault(path, "Олена", PASSPHRASE)) as held:
        copies = Services.of(held, MONDAY).backups
        for prove in (copies.verify, copies.drill):
            with pytest.raises(NotOfThisHistory):
                prove(forged.path)
        assert copies.verify(before.path)
    with pytest.raises(NotOfThisHistory):
        restore(forged.path, path, held.keys)
    assert not (path / "gen-0003").exists()


def test_a_genuine_old_copy_whose_rows_a_revoked_user_changed_is_refused(before: BackupSet, tmp_path: Path) -> None:
    path = before.path.parent.parent
    kept = tmp_path / "kept.suprovid"
    shutil.copytree(path, kept)
    revoked(path).close()
    with closing(open_vault(kept, "Ігор", IHOR)) as his:
        with his.database.outside() as connection:
            connection.exec_driver_sql("UPDATE account SET roles = 'lead' WHERE user = 'Ігор'")
            connection.commit()
        forged = backup(his, tmp_path / "usb", Reason.HAND, NOON)
    with closing(open_vault(path, "Олена", PASSPHRASE)) as held, pytest.raises(NotOfThisHistory):
        Services.of(held, MONDAY).backups.verify(forged.path)


def test_who_was_revoked_stays_disabled_in_what_is_brought_back(before: BackupSet) -> None:
    path = before.path.parent.parent
    held = revoked(path)
    held.close()
    restore(before.path, path, held.keys)
    with closing(open_vault(path, "Олена", PASSPHRASE)) as again, again.database.read() as session:
        disabled = {one.user: one.disabled for one in session.scalars(select(Account))}
    assert disabled == {"Олена": False, "Ігор": True}


def test_who_came_later_does_not_open_what_was_copied_before(before: BackupSet) -> None:
    path = before.path.parent.parent
    with closing(revoked(path)) as held:
        users_of(held).add("Марта", IHOR, (Role.DATA_OFFICER,), params=FLOOR)
    with closing(open_vault(path, "Марта", IHOR)) as marta, pytest.raises(OtherVault):
        verify(before.path, marta.keys)


def test_a_copy_made_before_the_revocation_is_the_newest_of_its_generation(before: BackupSet) -> None:
    path = before.path.parent.parent
    revoked(path).close()
    reasons = {one.manifest.reason for one in backups(own_folder(path)) if one.manifest}
    assert reasons == {Reason.HAND, Reason.REVOCATION}


def killed(code: str, *arguments: str) -> int:
    told = subprocess.run(
        [sys.executable, "-c", f"import os, sys, signal\nfrom pathlib import Path\n{code}", *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, cwd=ROOT, check=False,
    )  # fmt: skip
    return told.returncode


DIE = "die = lambda *_a, **_k: os.kill(os.getpid(), signal.SIGKILL)"


@pytest.mark.parametrize("step", ["prove", "anchor.write", "manifest.write", "sync_folder"])
def test_killed_while_copying_it_leaves_no_set_and_the_next_one_is_whole(
    services: Services, missing: CaseDraft, step: str
) -> None:
    services.cases.open(missing)
    vault = services.vault
    made = backup(vault, own_folder(vault.path), Reason.HAND, NOON)
    vault.close()
    code = f"""
from app.vault import backup as b
from app.vault.manifest import Reason
from app.vault.vault import open_vault
from datetime import UTC, datetime
held = open_vault(Path(sys.argv[1]), None, sys.argv[2])
{DIE}
b.{step} = die
b.backup(held, b.own_folder(held.path), Reason.HAND, datetime(2026, 11, 24, tzinfo=UTC))
"""
    assert killed(code, str(vault.path), PASSPHRASE) == -9
    assert backups(own_folder(vault.path)) == (made,)
    with closing(open_vault(vault.path, None, PASSPHRASE)) as held:
        again = backup(held, own_folder(held.path), Reason.HAND, NOON + timedelta(days=2))
        assert verify(again.path, held.keys).standing.counts["case_file"] == 1
        assert verify(made.path, held.keys)
    assert len(list(own_folder(vault.path).iterdir())) == 2


@pytest.mark.parametrize(
    ("step", "cases"),
    [("_documents", 2), ("_switch", 2), ("stage_key_file", 2), ("put_key_file", 2), ("write_atomically", 1)],
)
def test_killed_while_restoring_the_vault_opens_as_it_was_or_as_it_should_be(
    services: Services, missing: CaseDraft, step: str, cases: int
) -> None:
    services.cases.open(missing)
    vault = services.vault
    made = backup(vault, own_folder(vault.path), Reason.HAND, NOON)
    services.cases.open(missing)
    vault.close()
    code = f"""
from app.vault import restore as r
keys = r.vault_keys(Path(sys.argv[2]), Path(sys.argv[1]), None, sys.argv[3])
{DIE}
r.{step} = die
r.restore(Path(sys.argv[2]), Path(sys.argv[1]), keys)
"""
    assert killed(code, str(vault.path), str(made.path), PASSPHRASE) == -9
    with closing(open_vault(vault.path, None, PASSPHRASE)) as held:
        held.check()
        assert Services.of(held, MONDAY).cases.count(CaseFilter()) == cases
    restore(made.path, vault.path, vault.keys)
    with closing(open_vault(vault.path, None, PASSPHRASE)) as held:
        assert Services.of(held, MONDAY).cases.count(CaseFilter()) == 1

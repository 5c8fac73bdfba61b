"""Revocation: whoever is revoked opens nothing new; killed anywhere, one key opens and every row is there."""

import os
import shutil
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

import pytest

from app.access.access import NotAllowed, access_of
from app.cases.draft import CaseDraft, FateDraft, PersonDraft
from app.crypto import keyfile
from app.crypto.age_keys import HybridIdentity
from app.crypto.kdf import FLOOR
from app.crypto.keyfile import WrongPassphrase
from app.crypto.sealed_field import seal, unseal
from app.crypto.slots import OfficeSlot
from app.domain.fate import Fate
from app.domain.role import Role
from app.services import Services
from app.vault import revocation
from app.vault.audit import audit
from app.vault.proof import standing
from app.vault.revocation import STEPS, Revoked, revoke
from app.vault.users import NotYourself, Users, current
from app.vault.vault import OpenVault, VaultIncomplete, create, database_of, open_vault
from db.models.clinical import ClinicalNote
from db.refusals import DiskFailing, VaultDamaged
from tests.unit.conftest import MONDAY, PASSPHRASE

ROOT = Path(__file__).resolve().parents[3]
IHOR, TARAS = "млинець капелюх журавель тин бузок лопата", "чебрець вулиця ковзани бублик намисто гачок"
OFFICE = HybridIdentity(b"office".ljust(32))
SWITCH = STEPS.index("switched")


@dataclass(frozen=True)
class Rows:
    """What must be there whatever happens."""

    counts: dict[str, int]
    surnames: list[str]

    @classmethod
    def of(cls, vault: OpenVault) -> "Rows":
        counts = {table: count for table, count in standing(vault.database).counts.items() if table != "change"}
        return cls(counts, [case["surname"] for case in Services.of(vault, MONDAY).cases.dump()])


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Rows]:
    """A closed vault of three, with an office slot and cases."""
    path = tmp_path_factory.mktemp("shared") / "office.suprovid"
    with closing(create(path, "Олена", PASSPHRASE, params=FLOOR, clock=MONDAY)) as held:
        users = users_of(held)
        users.add("Ігор", IHOR, params=FLOOR)
        users.add("Тарас", TARAS, [Role.PSYCHOLOGIST], clinical=True, params=FLOOR)
        file = current(held)
        slot = OfficeSlot.seal(held.keys, OFFICE.recipient(), held.vault_id)
        (path / "vault.key").write_bytes(file.with_slot(slot).sealed(held.keys).to_bytes())
        for n in range(12):
            draft = CaseDraft(PersonDraft("Бондар", f"Іван{'а' * n}"), (FateDraft(Fate.MISSING),))
            Services.of(held, MONDAY).cases.open(draft)
        rows = Rows.of(held)
    return path, rows


@pytest.fixture
def held(shared: tuple[Path, Rows], tmp_path: Path) -> OpenVault:
    path = tmp_path / "office.suprovid"
    shutil.copytree(shared[0], path)
    vault = open_vault(path, "Олена", PASSPHRASE)
    yield vault
    vault.close()


def users_of(vault: OpenVault) -> Users:
    return Users(vault, MONDAY, access_of(vault.database, vault.user))


def revoked(vault: OpenVault, user: str = "Ігор", step: revocation.Step = lambda _: None) -> Revoked:
    return revoke(vault, user, access_of(vault.database, vault.user), MONDAY, step)


def test_everybody_who_stays_opens_the_new_generation_with_his_old_passphrase(held, shared) -> None:
    assert revoked(held) == Revoked(2, 1)
    assert sorted(path.name for path in held.path.glob("gen-*")) == ["gen-0002"]
    assert (held.path / "CURRENT").read_text() == "gen-0002\n"
    assert not (held.path / "vault.key.1").exists()
    for user, passphrase in (("Олена", PASSPHRASE), ("Тарас", TARAS)):
        with closing(open_vault(held.path, user, passphrase)) as again:
            assert again.generation == 2
            assert again.keys.data_key != held.keys.data_key
            assert Rows.of(again) == shared[1] if user == "Олена" else True
            assert audit(again.database, deep=True).whole
    office = keyfile.unlock_as_office(keyfile.parse((held.path / "vault.key").read_bytes()), OFFICE)
    assert office.data_key == again.keys.data_key


def test_the_revoked_opens_nothing_new_even_with_the_old_key_file(held) -> None:
    old_keys = (held.path / "vault.key").read_bytes()
    old = keyfile.unlock(keyfile.parse(old_keys), "Ігор", IHOR)
    revoked(held)
    with pytest.raises(WrongPassphrase):
        open_vault(held.path, "Ігор", IHOR)
    (held.path / "vault.key").write_bytes(old_keys)
    with pytest.raises(VaultIncomplete):
        open_vault(held.path, "Ігор", IHOR)
    with pytest.raises(VaultDamaged), closing(database_of(held.path / "gen-0002" / "records.db", old)) as database:
        database.verify()


def test_it_is_told_in_the_history_and_the_account_stays(held) -> None:
    revoked(held)
    with closing(open_vault(held.path, "Олена", PASSPHRASE)) as again:
        row = {row.user: row for row in users_of(again).list()}["Ігор"]
        assert row.disabled
        with again.database.read() as session:
            sql = "SELECT new FROM change WHERE col = '@revoked'"
            assert session.connection().exec_driver_sql(sql).scalars().all() == ["Ігор"]
        assert revoke(again, "Тарас", access_of(again.database, "Олена"), MONDAY).generation == 3


def test_the_history_goes_on_where_it_was(held) -> None:
    before = audit(held.database)
    revoked(held)
    with closing(open_vault(held.path, "Олена", PASSPHRASE)) as again, again.database.read() as session:
        code = session.connection().exec_driver_sql("SELECT code FROM change WHERE n = ?", (before.entries,)).scalar()
        assert code == before.head


def test_refused_revocations_leave_the_vault_open_as_it_was(held) -> None:
    before = {path.name for path in held.path.iterdir()}
    with pytest.raises(NotYourself):
        revoked(held, "Олена")
    nobody = replace(access_of(held.database, held.user), rights=frozenset())
    with pytest.raises(NotAllowed):
        revoke(held, "Ігор", nobody, MONDAY)
    assert {path.name for path in held.path.iterdir()} == before
    held.check()


def test_clinical_notes_get_a_new_key_if_the_revoked_had_the_old_one(held) -> None:
    held.close()
    with closing(open_vault(held.path, "Тарас", TARAS)) as psychologist:
        old = psychologist.keys.clinical_key
        with psychologist.database.write("Тарас") as session:
            case = session.connection().exec_driver_sql("SELECT uid FROM case_file LIMIT 1").scalar()
            note = ClinicalNote(
                case_uid=UUID(bytes=case), kind="note", sealed=b"", created=MONDAY.now(), created_by="Тарас"
            )
            session.add(note)
            session.flush()
            note.sealed = seal("снить".encode(), old, "clinical_note", "sealed", note.uid)
        lead = replace(access_of(psychologist.database, "Олена"), user="Тарас")
        Users(psychologist, MONDAY, lead).set_clinical("Олена", granted=True)
    with closing(open_vault(held.path, "Олена", PASSPHRASE)) as lead:
        revoked(lead, "Тарас")
    with closing(open_vault(held.path, "Олена", PASSPHRASE)) as again, again.database.read() as session:
        assert again.keys.clinical_key not in (None, old)
        (note,) = session.query(ClinicalNote).all()
        assert unseal(note.sealed, again.keys.clinical_key, "clinical_note", "sealed", note.uid).decode() == "снить"
        assert audit(again.database, deep=True).whole


@pytest.mark.parametrize("name", STEPS)
def test_a_failure_at_any_step_leaves_one_key_and_every_row(held, shared, name: str) -> None:
    def fail(done: str) -> None:
        if done == name:
            raise OSError(5, "Input/output error")

    with pytest.raises(DiskFailing):
        revoked(held, step=fail)
    if STEPS.index(name) < SWITCH:
        assert held.lock.is_locked
        assert sorted(path.name for path in held.path.glob("gen-*")) == ["gen-0001"]
        assert not (held.path / "vault.key.new").exists()
        assert Rows.of(held) == shared[1]
        held.close()
    check(held.path, shared[1])


def check(path: Path, rows: Rows) -> int:
    """Open as everybody: the revoked opens the old generation or nothing; every row is there; leftovers are swept."""
    with closing(open_vault(path, "Олена", PASSPHRASE)) as again:
        assert Rows.of(again) == rows
        again.check()
        assert audit(again.database, deep=True).whole
        generation = again.generation
    assert sorted(path.name for path in path.glob("gen-*")) == [f"gen-{generation:04d}"]
    assert (path / "CURRENT").read_text() == f"gen-{generation:04d}\n"
    assert not (path / "vault.key.new").exists()
    if generation == 1:
        open_vault(path, "Ігор", IHOR).close()
    else:
        assert not (path / "vault.key.1").exists()
        with pytest.raises(WrongPassphrase):
            open_vault(path, "Ігор", IHOR)
    return generation


def test_a_killed_revocation_leaves_one_key_and_every_row(shared, tmp_path: Path) -> None:
    """Killed once after every step and at as many random moments in between: real kills, no clean-up."""
    places = [f"step:{name}" for name in STEPS] + [f"after:{n}" for n in range(16)]
    paths = [tmp_path / f"{n:02d}.suprovid" for n in range(len(places))]
    for path in paths:
        shutil.copytree(shared[0], path)
    script = tmp_path / "killed.py"
    script.write_text(_KILLED, "utf-8")
    told = [word for pair in zip(map(str, paths), places, strict=True) for word in pair]
    outcome = subprocess.run(
        [sys.executable, str(script), PASSPHRASE, *told],
        capture_output=True, text=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False,
    )  # fmt: skip
    assert outcome.returncode == 0, outcome.stderr
    killed = outcome.stdout.split()
    assert killed[: len(STEPS)] == ["killed"] * len(STEPS)
    assert killed.count("killed") > len(STEPS), "a slow machine may finish before a random moment, not before all"
    generations = [check(path, shared[1]) for path in paths]
    assert generations[: len(STEPS)] == [1] * SWITCH + [2] * (len(STEPS) - SWITCH)


_KILLED = """
import os, signal, sys, time
from pathlib import Path
from uuid import UUID
from app.access.access import access_of
from app.clock import SystemClock
from app.vault.revocation import revoke
from app.vault.vault import open_vault

passphrase, *told = sys.argv[1:]
whole = 0.4
for n, (path, place) in enumerate(zip(told[::2], told[1::2])):
    kind, at = place.split(":")
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        vault = open_vault(Path(path), "Олена", passphrase)
        os.write(writing, b".")
        begun = time.monotonic()
        def step(name):
            if kind == "step" and name == at:
                os.write(writing, repr(time.monotonic() - begun).encode())
                os.kill(os.getpid(), signal.SIGKILL)
        revoke(vault, "Ігор", access_of(vault.database, "Олена"), SystemClock(), step)
        os._exit(0)
    os.close(writing)
    os.read(reading, 1)
    if kind == "after":
        time.sleep(whole * (int(at) + 0.5) / 16)
        os.kill(child, signal.SIGKILL)
    else:
        took = os.read(reading, 100)
        whole = max(whole, float(took)) if n else float(took)
    os.close(reading)
    _, status = os.waitpid(child, 0)
    print("killed" if os.WIFSIGNALED(status) else "finished", flush=True)
"""

"""Users of one vault: each with keys of his own, none able to lock everybody out."""

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from app.access.access import NotAllowed, access_of
from app.crypto import keyfile
from app.crypto.kdf import FLOOR
from app.crypto.keyfile import DamagedKeyFile, WrongPassphrase
from app.crypto.sealed_field import seal
from app.crypto.slots import UnusableUser
from app.domain.role import Role
from app.passphrase.judge import WeakPassphrase
from app.services import Services
from app.vault.audit import audit
from app.vault.users import (
    LastReader,
    LastUser,
    NoSuchUser,
    NotYourOwnRoles,
    NotYourself,
    NotYoursToGive,
    UserExists,
    Users,
)
from app.vault.vault import OpenVault, open_vault, users
from db.models.clinical import ClinicalNote
from db.refusals import DiskFull
from tests.unit.conftest import MONDAY, PASSPHRASE

OTHER = "інша фраза: горобець несе дзбан"
THIRD = "третя фраза: ожина човен клямка сопілка"


def of(vault: OpenVault) -> Users:
    return Users(vault, MONDAY, access_of(vault.database, vault.user))


def opened_as(vault: OpenVault, user: str, passphrase: str) -> OpenVault:
    vault.close()
    return open_vault(vault.path, user, passphrase)


def test_the_founder_is_the_whole_office(vault: OpenVault) -> None:
    (founder,) = of(vault).list()
    assert (founder.user, founder.disabled, founder.clinical) == ("Олена", False, False)
    assert set(founder.roles) == {Role.CASEWORKER, Role.LEAD, Role.DATA_OFFICER}


def test_an_added_user_opens_the_vault_with_keys_of_his_own(vault: OpenVault) -> None:
    of(vault).add("Ігор", OTHER, [Role.CASEWORKER, Role.AUDITOR], params=FLOOR)
    assert users(vault.path) == ("Олена", "Ігор")
    with closing(opened_as(vault, "Ігор", OTHER)) as again:
        assert again.user == "Ігор"
        assert again.keys.data_key == vault.keys.data_key
        assert again.keys.signing_key != vault.keys.signing_key
        assert again.keys.seed != vault.keys.seed
        assert audit(again.database, deep=True).whole
        with pytest.raises(NotAllowed):
            of(again).list()
    with closing(opened_as(again, "Олена", PASSPHRASE)) as back:
        assert [row.roles for row in of(back).list()] == [
            (Role.AUDITOR, Role.CASEWORKER),
            (Role.CASEWORKER, Role.DATA_OFFICER, Role.LEAD),
        ]


def test_the_file_before_stays_beside(vault: OpenVault) -> None:
    before = (vault.path / "vault.key").read_bytes()
    of(vault).add("Ігор", OTHER, params=FLOOR)
    assert (vault.path / "vault.key.1").read_bytes() == before
    assert not (vault.path / "vault.key.new").exists()


def test_what_was_taken_away_opens_from_no_spare_file(vault: OpenVault) -> None:
    """The file before is under the same data key: put back by hand, it would let in whoever was sent away."""
    of(vault).set_clinical("Олена", granted=True)
    held = opened_as(vault, "Олена", PASSPHRASE)
    of(held).add("Ігор", OTHER, clinical=True, params=FLOOR)
    for way in (
        lambda: of(held).set_clinical("Ігор", granted=False),
        lambda: of(held).change_passphrase("Ігор", OTHER, THIRD, params=FLOOR),
        lambda: of(held).disable("Ігор"),
    ):
        before = (held.path / "vault.key").read_bytes()
        way()
        assert (held.path / "vault.key.1").read_bytes() == (held.path / "vault.key").read_bytes() != before
    shutil.copyfile(held.path / "vault.key.1", held.path / "vault.key")
    for passphrase in (OTHER, THIRD):
        with pytest.raises(WrongPassphrase):
            opened_as(held, "Ігор", passphrase)
    opened_as(held, "Олена", PASSPHRASE).close()


def test_what_cannot_be_added_changes_nothing(vault: OpenVault) -> None:
    before = (vault.path / "vault.key").read_bytes()
    entries = audit(vault.database).entries
    for user, passphrase, refused in (
        ("Олена", OTHER, UserExists),
        ("", OTHER, UnusableUser),
        ("Ігор", "коротка", WeakPassphrase),
    ):
        with pytest.raises(refused):
            of(vault).add(user, passphrase, params=FLOOR)
    assert (vault.path / "vault.key").read_bytes() == before
    assert audit(vault.database).entries == entries


def test_a_key_file_that_cannot_be_written_leaves_no_account(
    vault: OpenVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.vault.generations.write_atomically", full)
    with pytest.raises(DiskFull):
        of(vault).add("Ігор", OTHER, params=FLOOR)
    monkeypatch.undo()
    assert [row.user for row in of(vault).list()] == ["Олена"]


def test_a_changed_passphrase_changes_one_slot(vault: OpenVault) -> None:
    of(vault).add("Ігор", OTHER, params=FLOOR)
    before = keyfile.parse((vault.path / "vault.key").read_bytes())
    with pytest.raises(WrongPassphrase):
        of(vault).change_passphrase("Ігор", PASSPHRASE, THIRD, params=FLOOR)
    of(vault).change_passphrase("Ігор", OTHER, THIRD, params=FLOOR)
    after = keyfile.parse((vault.path / "vault.key").read_bytes())
    assert [one == other for one, other in zip(before.slots, after.slots, strict=True)] == [True, False]
    with pytest.raises(WrongPassphrase):
        keyfile.unlock(after, "Ігор", OTHER)
    assert keyfile.unlock(after, "Ігор", THIRD) == keyfile.unlock(before, "Ігор", OTHER)


def test_a_disabled_user_opens_nothing_and_may_come_back_with_fresh_keys(vault: OpenVault) -> None:
    of(vault).add("Ігор", OTHER, params=FLOOR)
    first = keyfile.unlock(keyfile.parse((vault.path / "vault.key").read_bytes()), "Ігор", OTHER)
    of(vault).disable("Ігор")
    assert [(row.user, row.disabled) for row in of(vault).list()] == [("Ігор", True), ("Олена", False)]
    with pytest.raises(WrongPassphrase):
        opened_as(vault, "Ігор", OTHER)
    with closing(opened_as(vault, "Олена", PASSPHRASE)) as again:
        of(again).add("Ігор", THIRD, params=FLOOR)
        second = keyfile.unlock(keyfile.parse((vault.path / "vault.key").read_bytes()), "Ігор", THIRD)
        assert second.signing_key != first.signing_key
        assert audit(again.database, deep=True).whole


def test_nobody_locks_everybody_out(vault: OpenVault) -> None:
    with pytest.raises(LastUser):
        of(vault).disable("Олена")
    of(vault).add("Ігор", OTHER, [Role.CASEWORKER], params=FLOOR)
    with pytest.raises(NotYourself):
        of(vault).disable("Олена")
    with pytest.raises(NoSuchUser):
        of(vault).disable("Ніхто")
    with pytest.raises(LastUser):
        of(vault).set_roles("Олена", [Role.CASEWORKER])
    of(vault).set_roles("Ігор", [Role.LEAD])
    assert of(vault).set_roles("Олена", [Role.CASEWORKER]).roles == (Role.CASEWORKER,)


def test_nobody_gives_himself_a_right_he_lacks(vault: OpenVault) -> None:
    of(vault).add("Ігор", OTHER, [Role.LEAD], params=FLOOR)
    of(vault).set_roles("Олена", [Role.DATA_OFFICER])
    with pytest.raises(NotYourOwnRoles):
        of(vault).set_roles("Олена", [Role.DATA_OFFICER, Role.LEAD])


def test_only_who_may_manages_users(vault: OpenVault) -> None:
    plain = Users(vault, MONDAY, replace(access_of(vault.database, vault.user), rights=frozenset()))
    for attempt in (
        lambda: plain.list(),
        lambda: plain.add("Ігор", OTHER, params=FLOOR),
        lambda: plain.disable("Олена"),
        lambda: plain.set_roles("Олена", []),
        lambda: plain.set_clinical("Олена", granted=True),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_the_clinical_key_is_given_by_those_who_hold_it(vault: OpenVault) -> None:
    assert of(vault).add("Психолог", OTHER, [Role.PSYCHOLOGIST, Role.LEAD], clinical=True, params=FLOOR).clinical
    with pytest.raises(NotYoursToGive):
        of(vault).set_clinical("Олена", granted=True)
    with closing(opened_as(vault, "Психолог", OTHER)) as held:
        assert held.keys.clinical_key is not None
        assert of(held).set_clinical("Олена", granted=True).clinical
    with closing(opened_as(held, "Олена", PASSPHRASE)) as again:
        assert again.keys.clinical_key == held.keys.clinical_key
        of(again).set_clinical("Психолог", granted=False)
    with closing(opened_as(again, "Психолог", OTHER)) as without:
        assert without.keys.clinical_key is None


def test_clinical_notes_are_not_lost_with_their_last_reader(vault: OpenVault, missing: object) -> None:
    of(vault).add("Психолог", OTHER, [Role.PSYCHOLOGIST], clinical=True, params=FLOOR)
    case = Services.of(vault, MONDAY).cases.open(missing)  # type: ignore[arg-type]  # a draft of the fixture
    with vault.database.write("test") as session:
        uid = next(iter(Services.of(vault).cases.uids()))
        sealed = seal(b"note", bytes(32), "clinical_note", "sealed", uid)
        session.add(
            ClinicalNote(case_uid=uid, kind="note", sealed=sealed, created=MONDAY.now(), created_by="Психолог")
        )
    assert case is not None
    with pytest.raises(LastReader):
        of(vault).disable("Психолог")
    with pytest.raises(LastReader):
        of(vault).set_clinical("Психолог", granted=False)


def test_a_key_file_changed_behind_the_back_is_not_built_upon(vault: OpenVault, tmp_path: Path) -> None:
    of(vault).add("Ігор", OTHER, params=FLOOR)
    file = keyfile.parse((vault.path / "vault.key").read_bytes())
    (vault.path / "vault.key").write_bytes(file.without("Ігор").to_bytes())
    with pytest.raises(DamagedKeyFile):
        of(vault).add("Хтось", OTHER, params=FLOOR)

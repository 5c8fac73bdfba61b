"""Recovery: the office opens what nobody else can any more, and the drill proves it beforehand."""

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from app.access.access import NotAllowed, access_of
from app.cases.draft import CaseDraft
from app.crypto.kdf import FLOOR
from app.crypto.keyfile import WrongOfficeKey, WrongPassphrase
from app.domain.role import Role
from app.exchange.office import OfficeKeys, WrongIdentityFile, WrongRecipientFile, keygen
from app.passphrase.judge import WeakPassphrase
from app.recovery.service import add_office, drill, offices, recover
from app.services import Services
from app.vault.anchor import RecordsBehind
from app.vault.audit import audit
from app.vault.recovery import RecoveryState, recovery_state
from app.vault.users import Users
from app.vault.vault import OpenVault, VaultInUse, open_vault, users
from tests.unit.conftest import MONDAY, PASSPHRASE

NEW = "нова фраза: ліхтар біля криниці"


@pytest.fixture
def office(tmp_path: Path) -> OfficeKeys:
    return keygen(tmp_path / "keys")


@pytest.fixture
def prepared(vault: OpenVault, office: OfficeKeys, missing: CaseDraft) -> OpenVault:
    Services.of(vault, MONDAY).cases.open(missing)
    assert add_office(vault, office.recipient, access_of(vault.database, vault.user), MONDAY) == office.fingerprint
    return vault


def test_an_office_is_added_once_and_told(prepared: OpenVault, office: OfficeKeys) -> None:
    assert offices(prepared) == (office.fingerprint,)
    add_office(prepared, office.recipient, access_of(prepared.database, prepared.user), MONDAY)
    assert offices(prepared) == (office.fingerprint,)
    assert audit(prepared.database, deep=True).whole


def test_there_is_a_reminder_until_a_drill_was_done(vault: OpenVault, office: OfficeKeys) -> None:
    assert recovery_state(vault) == RecoveryState(False, None)
    add_office(vault, office.recipient, access_of(vault.database, vault.user), MONDAY)
    assert recovery_state(vault) == RecoveryState(True, None)
    drill(vault, office.identity, MONDAY)
    assert recovery_state(vault) == (True, MONDAY.now())


def test_a_drill_opens_everything_and_changes_nothing_but_its_note(prepared: OpenVault, office: OfficeKeys) -> None:
    before = (prepared.path / "vault.key").read_bytes()
    done = drill(prepared, office.identity, MONDAY)
    assert (done.fingerprint, done.cases, done.clinical) == (office.fingerprint, 1, False)
    assert (prepared.path / "vault.key").read_bytes() == before
    assert audit(prepared.database, deep=True).whole


def test_the_office_lets_somebody_new_in(prepared: OpenVault, office: OfficeKeys) -> None:
    prepared.close()
    with closing(recover(prepared.path, office.identity, "Наступниця", NEW, params=FLOOR, clock=MONDAY)) as held:
        assert held.user == "Наступниця"
        assert [case["surname"] for case in Services.of(held, MONDAY).cases.dump()] == ["Ґудзь"]
        assert Role.LEAD in {row.user: row for row in _users(held).list()}["Наступниця"].roles
        assert audit(held.database, deep=True).whole
        with held.database.read() as session:
            told = session.connection().exec_driver_sql("SELECT actor, new FROM change WHERE col = '@recovered'").one()
        assert told == (f"office {office.fingerprint[:9]}", "Наступниця")
    open_vault(prepared.path, "Олена", PASSPHRASE).close()


def test_who_forgot_the_passphrase_gets_a_new_slot_and_keeps_the_roles(prepared: OpenVault, office: OfficeKeys) -> None:
    _users(prepared).add("Ігор", "забута фраза сніговика на даху", [Role.AUDITOR], params=FLOOR)
    prepared.close()
    recover(prepared.path, office.identity, "Ігор", NEW, params=FLOOR, clock=MONDAY).close()
    assert users(prepared.path) == ("Олена", "Ігор")
    with pytest.raises(WrongPassphrase):
        open_vault(prepared.path, "Ігор", "забута фраза сніговика на даху")
    with closing(open_vault(prepared.path, "Олена", PASSPHRASE)) as held:
        assert {row.user: row.roles for row in _users(held).list()}["Ігор"] == (Role.AUDITOR,)


def test_the_office_gives_the_clinical_key_back_to_who_had_it_only(prepared: OpenVault, office: OfficeKeys) -> None:
    _users(prepared).add("Психолог", "забута фраза сніговика на даху", [Role.PSYCHOLOGIST], clinical=True, params=FLOOR)
    prepared.close()
    for user, has in (("Психолог", True), ("Хтось", False)):
        with closing(recover(prepared.path, office.identity, user, NEW, params=FLOOR, clock=MONDAY)) as held:
            assert (held.keys.clinical_key is not None) is has


def test_another_office_or_a_stranger_gets_nowhere(prepared: OpenVault, office: OfficeKeys, tmp_path: Path) -> None:
    other = keygen(tmp_path / "other")
    with pytest.raises(WrongOfficeKey):
        drill(prepared, other.identity, MONDAY)
    with pytest.raises(WrongIdentityFile):
        drill(prepared, office.recipient, MONDAY)
    with pytest.raises(WrongRecipientFile):
        add_office(prepared, office.identity, access_of(prepared.database, prepared.user), MONDAY)
    nobody = replace(access_of(prepared.database, prepared.user), rights=frozenset())
    with pytest.raises(NotAllowed):
        add_office(prepared, other.recipient, nobody, MONDAY)
    with pytest.raises(VaultInUse):
        recover(prepared.path, office.identity, "Хтось", NEW, params=FLOOR)
    prepared.close()
    before = (prepared.path / "vault.key").read_bytes()
    with pytest.raises(WrongOfficeKey):
        recover(prepared.path, other.identity, "Хтось", NEW, params=FLOOR)
    with pytest.raises(WeakPassphrase):
        recover(prepared.path, office.identity, "Хтось", "коротка", params=FLOOR)
    assert (prepared.path / "vault.key").read_bytes() == before
    open_vault(prepared.path, "Олена", PASSPHRASE).close()


def test_records_put_back_are_not_recovered_unnoticed(prepared: OpenVault, office: OfficeKeys, tmp_path: Path) -> None:
    prepared.close()
    records = prepared.path / "gen-0001" / "records.db"
    shutil.copy(records, tmp_path / "old.db")
    with closing(open_vault(prepared.path, None, PASSPHRASE)) as held:
        Services.of(held, MONDAY).office.write(replace(Services.of(held).office.read(), name="Офіс"))
    shutil.copy(tmp_path / "old.db", records)
    with pytest.raises(RecordsBehind):
        recover(prepared.path, office.identity, "Хтось", NEW, params=FLOOR)
    assert users(prepared.path) == ("Олена",)


def _users(vault: OpenVault) -> Users:
    return Users(vault, MONDAY, access_of(vault.database, vault.user))

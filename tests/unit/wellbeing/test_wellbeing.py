"""The clinical compartment: opened by its own key only, each note only in its place, and in nothing that leaves."""

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select, text

from app.access.access import NotAllowed, access_of
from app.cases.draft import CaseDraft
from app.catalogue.load import ukraine
from app.crypto.kdf import FLOOR
from app.crypto.sealed_field import FieldMoved, unseal
from app.domain.role import Role
from app.exchange import records
from app.exchange.office import keygen, read_identity
from app.exchange.package import open_package
from app.exchange.records import leaving
from app.services import Services
from app.vault.audit import audit
from app.vault.users import Users
from app.vault.vault import OpenVault, open_vault
from app.wellbeing.service import NoClinicalKey, Wellbeing
from db.models.change import Change
from db.models.clinical import ClinicalNote
from tests.unit.conftest import MONDAY, PASSPHRASE

OTHER = "вербовий місток над туманом"
CANARY = "ПоганоСпитьПісляПолону"


@pytest.fixture
def case(vault: OpenVault, missing: CaseDraft) -> UUID:
    services = Services.of(vault, MONDAY)
    services.cases.open(missing)
    users = Users(vault, MONDAY, services.access)
    users.add("Психолог", OTHER, [Role.PSYCHOLOGIST, Role.LEAD], clinical=True, params=FLOOR)
    return next(iter(services.cases.uids()))


@pytest.fixture
def psychologist(vault: OpenVault, case: UUID) -> OpenVault:
    vault.close()
    held = open_vault(vault.path, "Психолог", OTHER)
    yield held
    held.close()


def of(vault: OpenVault) -> Wellbeing:
    return Wellbeing(vault.database, MONDAY, access_of(vault.database, vault.user), vault.keys.clinical_key)


def test_a_note_is_read_as_it_was_written(psychologist: OpenVault, case: UUID) -> None:
    first = of(psychologist).add(case, "note", CANARY)
    of(psychologist).add(case, "PCL-5", "41")
    found = of(psychologist).notes(case)
    assert [(row.kind, row.text) for row in found] == [("note", CANARY), ("PCL-5", "41")]
    assert {row.by for row in found} == {"Психолог"}
    assert found[0].uid == first
    assert CANARY not in repr(found)
    assert audit(psychologist.database, deep=True).whole


def test_without_the_right_or_without_the_key_nothing_opens(psychologist: OpenVault, case: UUID) -> None:
    of(psychologist).add(case, "note", CANARY)
    keyless = replace(of(psychologist), clinical_key=None)
    for attempt in (lambda: keyless.notes(case), lambda: keyless.add(case, "note", "x")):
        with pytest.raises(NoClinicalKey):
            attempt()
    rightless = replace(of(psychologist), access=access_of(psychologist.database, "Олена"))
    for attempt in (lambda: rightless.notes(case), lambda: rightless.add(case, "note", "x")):
        with pytest.raises(NotAllowed):
            attempt()
    psychologist.close()
    with closing(open_vault(psychologist.path, "Олена", PASSPHRASE)) as lead:
        assert lead.keys.clinical_key is None
        with lead.database.read() as session:
            sealed = session.scalars(select(ClinicalNote.sealed)).one()
            everything = session.execute(text("SELECT * FROM clinical_note")).all() + session.execute(
                text("SELECT * FROM change")
            ).all()
        assert CANARY.encode() not in sealed
        assert CANARY not in repr(everything)
        for key in (lead.keys.data_key, lead.keys.root_key):
            with pytest.raises(FieldMoved):
                unseal(sealed, key, "clinical_note", "sealed", UUID(int=0))


def test_a_sealed_text_moved_elsewhere_does_not_open(psychologist: OpenVault, case: UUID) -> None:
    of(psychologist).add(case, "note", CANARY)
    of(psychologist).add(case, "note", "добре")
    with psychologist.database.write("insider") as session:
        one, other = session.scalars(select(ClinicalNote)).all()
        one.sealed, other.sealed = other.sealed, one.sealed
    with pytest.raises(FieldMoved):
        of(psychologist).notes(case)
    key, sealed, uid = psychologist.keys.clinical_key, other.sealed, one.uid
    assert key is not None
    assert unseal(sealed, key, "clinical_note", "sealed", uid).decode() == CANARY
    for place in (("clinical_note", "kind", uid), ("told", "sealed", uid), ("clinical_note", "sealed", other.uid)):
        with pytest.raises(FieldMoved):
            unseal(sealed, key, *place)
    for damaged in (sealed[:-1], sealed[:5], b"", sealed[:-1] + bytes([sealed[-1] ^ 1])):
        with pytest.raises(FieldMoved):
            unseal(damaged, key, "clinical_note", "sealed", uid)


def test_the_same_text_is_never_sealed_alike(psychologist: OpenVault, case: UUID) -> None:
    for _ in range(2):
        of(psychologist).add(case, "note", CANARY)
    with psychologist.database.read() as session:
        one, other = session.scalars(select(ClinicalNote.sealed)).all()
    assert one != other


def test_no_package_and_no_dump_holds_a_note(psychologist: OpenVault, case: UUID, tmp_path: Path) -> None:
    of(psychologist).add(case, "note", CANARY)
    assert leaving(ClinicalNote, ukraine().redaction) == ("uid", "case_uid", "person_uid"), "keys at most"
    assert ClinicalNote not in {*records._OF_CASE.values(), *records._OF_PERSON.values()}
    psychologist.close()
    keys = keygen(tmp_path / "keys")
    with closing(open_vault(psychologist.path, "Олена", PASSPHRASE)) as lead:
        services = Services.of(lead, MONDAY)
        sealed = services.exchange.export(keys.recipient, tmp_path)
        told = json.dumps(list(services.cases.dump()), ensure_ascii=False, default=str)
    with sealed.path.open("rb") as file:
        told += json.dumps(list(open_package(file, read_identity(keys.identity), None).records), ensure_ascii=False)
    assert "Ґудзь" in told
    assert CANARY not in told
    assert "clinical" not in told


def test_reading_the_notes_is_kept_in_the_history(psychologist: OpenVault, case: UUID) -> None:
    services = Services.of(psychologist, MONDAY)
    services.wellbeing.notes(case)
    with psychologist.database.read() as session:
        kept = session.scalars(select(Change.column).where(Change.row == case, Change.column.startswith("@"))).all()
    assert kept == []
    services.wellbeing.add(case, "note", "Говорили годину.")
    services.wellbeing.notes(case)
    with psychologist.database.read() as session:
        kept = session.scalars(select(Change.column).where(Change.row == case, Change.column.startswith("@"))).all()
    assert kept == ["@clinical_read"]

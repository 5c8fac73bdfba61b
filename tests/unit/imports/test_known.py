"""Who in the vault is looked at when a row may be somebody already there."""

from dataclasses import replace

import pytest

from app.cases.draft import CaseDraft
from app.domain.partial_date import PartialDate
from app.imports.known import VaultPeople
from app.services import Services
from app.spreadsheets.duplicates import Somebody
from db.session import Database

HIM = Somebody("Ґудзь", "Ілля", "Тарасович", PartialDate(1990, 5, 17), "6000000116", "А0012")


def found(database: Database, **said) -> list[str]:
    asked = replace(HIM, **{"rnokpp": None, **said})
    with database.read() as session:
        return [one.number for one in VaultPeople(session).like(asked)]


@pytest.fixture
def kept(services: Services, missing: CaseDraft) -> Database:
    services.cases.open(missing)
    return services.vault.database


def test_the_same_man_is_found_once_however_much_of_him_is_the_same(kept: Database) -> None:
    assert found(kept, rnokpp=HIM.rnokpp) == ["К-2026-000001"]
    with kept.read() as session:
        (same,) = VaultPeople(session).like(HIM)
    assert replace(same, uid=None, number=None, row=None) == HIM


@pytest.mark.parametrize(
    ("said", "alike"),
    [
        ({"born": PartialDate(1990, 5, 17)}, True),
        ({"born": PartialDate(1990, 12, 5)}, True),
        ({"born": PartialDate(1990)}, True),
        ({"born": None}, True),
        ({"born": PartialDate(1991, 5, 17)}, False),
        ({"surname": "ГУДЗЬ", "born": None}, False),
        ({"surname": "Їжак", "born": None}, False),
        ({"surname": "Їжак"}, True),
        ({"surname": "Їжак", "born": PartialDate(1990, 5, 18)}, False),
        ({"surname": "Їжак", "born": None, "rnokpp": "6000000116"}, True),
        ({"surname": "Ґудзь", "given": "Ілларіон", "born": None}, False),
    ],
)
def test_he_is_looked_at_for_his_name_his_birth_or_his_number(kept: Database, said, alike: bool) -> None:
    assert bool(found(kept, **said)) is alike


@pytest.mark.parametrize("known", [None, PartialDate(1990), PartialDate(1990, about=True)])
def test_a_namesake_whose_birth_is_hardly_known_is_looked_at(services: Services, missing: CaseDraft, known) -> None:
    services.cases.open(replace(missing, person=replace(missing.person, born=known)))
    assert found(services.vault.database)


@pytest.mark.parametrize("typed", ["Дем'янчук", "Демянчук", "ДЕМ’ЯНЧУК"])
def test_an_apostrophe_hides_nobody(services: Services, missing: CaseDraft, typed: str) -> None:
    services.cases.open(replace(missing, person=replace(missing.person, surname="Дем’янчук", rnokpp="")))
    assert found(services.vault.database, surname=typed, born=None)


def test_a_wife_is_nobodys_double(kept: Database) -> None:
    assert not found(kept, given="Олена", patronymic="Іванівна", born=None)

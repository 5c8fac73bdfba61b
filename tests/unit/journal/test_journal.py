"""The history for people's eyes: newest first, page by page, with case numbers and no word of what was written."""

from datetime import timedelta

import pytest

from app.access.access import NotAllowed
from app.cases.draft import CaseDraft
from app.clock import SystemClock
from app.domain.role import Role
from app.journal.act import Act
from app.journal.service import Journal, JournalFilter, JournalRow
from app.journal.tables import TABLES
from app.office.service import OfficeRow
from app.services import Services
from app.subject import Subject
from db.models.all import metadata
from tests.unit.conftest import PASSPHRASE


@pytest.fixture
def journal(services: Services, missing: CaseDraft) -> Journal:
    services.cases.open(missing)
    services.office.write(OfficeRow(name="Офіс"))
    services.office.write(OfficeRow(name="Другий офіс", address="Вулиця"))
    return services.journal


def everything(journal: Journal, wanted: JournalFilter = JournalFilter(), limit: int = 240) -> list[JournalRow]:
    rows: list[JournalRow] = []
    while True:
        page = journal.page(wanted, rows[-1] if rows else None, limit)
        rows += page.rows
        if not page.more:
            return rows


def test_the_newest_act_comes_first_and_names_no_one(journal: Journal, services: Services) -> None:
    [newest, *_] = journal.page(JournalFilter()).rows
    assert (newest.subject, newest.act, newest.count) == (Subject.OFFICE, Act.CHANGED, 2)
    assert newest.user == services.vault.user
    assert "Офіс" not in repr(everything(journal))
    assert "Ґудзь" not in repr(everything(journal))


@pytest.mark.parametrize("limit", [1, 2, 7])
def test_pages_by_key_lose_and_repeat_nothing(journal: Journal, limit: int) -> None:
    whole = everything(journal)
    assert sum(row.count for row in everything(journal, limit=limit)) == sum(row.count for row in whole)
    assert whole[0].n == journal.state().entries
    assert whole[-1].since == 1


def test_the_man_his_wife_and_their_phone_stand_under_the_number_of_the_case(
    journal: Journal, services: Services
) -> None:
    number = services.cases.view(next(iter(services.cases.uids()))).number
    people = everything(journal, JournalFilter(subject=Subject.PEOPLE))
    assert people
    assert {row.case for row in people} == {number}
    assert {row.case for row in everything(journal, JournalFilter(subject=Subject.OFFICE))} == {""}


def test_days_are_days_in_kyiv_and_both_ends_count(journal: Journal) -> None:
    today = SystemClock().today()
    assert everything(journal, JournalFilter(first=today, last=today)) == everything(journal)
    assert everything(journal, JournalFilter(last=today - timedelta(days=1))) == []
    assert everything(journal, JournalFilter(first=today + timedelta(days=1))) == []


def test_who_wrote_can_be_asked_for(journal: Journal, services: Services) -> None:
    assert journal.users() == (services.vault.user,)
    assert everything(journal, JournalFilter(user="Хтось")) == []


def test_an_event_of_the_vault_carries_its_name(journal: Journal, services: Services) -> None:
    with services.vault.database.write("Олена") as session:
        session.note(services.vault.vault_id, "restored", "20261123")
    [newest, *_] = journal.page(JournalFilter()).rows
    assert (newest.subject, newest.act, newest.event) == (Subject.VAULT, Act.EVENT, "restored")
    assert "20261123" not in repr(newest)


def test_only_with_the_right(services: Services) -> None:
    services.users.add("Марко", PASSPHRASE[::-1], [Role.CASEWORKER, Role.LEAD, Role.DATA_OFFICER])
    services.users.set_roles(services.vault.user, [Role.CASEWORKER])
    journal = Services.of(services.vault).journal
    for ask in (lambda: journal.page(JournalFilter()), journal.users, journal.state):
        with pytest.raises(NotAllowed):
            ask()


def test_every_table_of_records_is_about_something() -> None:
    unjournaled = {"change", "draft", "preference", "alembic_version", "case_search"}
    assert {table.name for table in metadata.sorted_tables} - set(TABLES) - unjournaled == set()

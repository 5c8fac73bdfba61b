"""Drafts: kept over, given back to their writer alone, gone when dropped, and never in the history."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from app.clock import FixedClock
from app.drafts.service import Drafts
from app.services import Services
from app.vault import vault as vaults
from db.models.change import Change
from db.models.draft import Draft
from db.refusals import VaultIsReadOnly
from tests.unit.conftest import MONDAY, PASSPHRASE

CASE = uuid4()
CANARY = "Їжакевич-38000000001"


@pytest.fixture
def drafts(services: Services) -> Drafts:
    return services.drafts


def test_what_is_kept_is_given_back(drafts):
    drafts.keep("contact", CASE, {"note": "Телефонувала; передзвонити у вівторок"})
    found = drafts.take("contact", CASE)
    assert found is not None
    assert found.values == {"note": "Телефонувала; передзвонити у вівторок"}
    assert found.kept == MONDAY.now()
    assert (found.form, found.subject) == ("contact", CASE)


def test_taking_does_not_drop(drafts):
    drafts.keep("contact", CASE, {"note": "a"})
    assert drafts.take("contact", CASE) == drafts.take("contact", CASE) is not None


def test_the_newest_words_take_the_place_of_the_older(drafts, services):
    drafts.keep("new_case", None, {"surname": "Ґ"})
    drafts.keep("new_case", None, {"surname": "Ґудзь"})
    assert drafts.take("new_case", None).values == {"surname": "Ґудзь"}
    with services.vault.database.read() as session:
        assert session.scalar(select(func.count()).select_from(Draft)) == 1


def test_a_draft_is_of_one_form_and_one_subject(drafts):
    drafts.keep("contact", CASE, {"note": "a"})
    assert drafts.take("contact", None) is None
    assert drafts.take("contact", uuid4()) is None
    assert drafts.take("new_case", CASE) is None


def test_dropped_is_gone(drafts):
    drafts.keep("contact", CASE, {"note": "a"})
    drafts.keep("contact", None, {"note": "b"})
    drafts.drop("contact", CASE)
    assert drafts.take("contact", CASE) is None
    assert drafts.take("contact", None) is not None


def test_nobody_sees_what_another_has_not_said_yet(drafts):
    drafts.keep("contact", CASE, {"note": "a"})
    colleague = replace(drafts, user="Мельник О.")
    assert colleague.take("contact", CASE) is None
    assert colleague.recent() == ()
    colleague.drop("contact", CASE)
    assert drafts.take("contact", CASE) is not None


def test_the_newest_comes_first(drafts):
    drafts.keep("contact", CASE, {"note": "a"})
    later = replace(drafts, clock=FixedClock(MONDAY.now() + timedelta(minutes=5)))
    later.keep("new_case", None, {"surname": "b"})
    assert [row.form for row in drafts.recent()] == ["new_case", "contact"]
    assert [row.form for row in drafts.recent("contact")] == ["contact"]


def test_the_history_knows_of_no_draft(drafts, services):
    with services.vault.database.read() as session:
        before = session.scalar(select(func.max(Change.n)))
    drafts.keep("contact", CASE, {"note": CANARY})
    drafts.keep("contact", CASE, {"note": CANARY + "."})
    drafts.drop("contact", CASE)
    with services.vault.database.read() as session:
        assert session.scalar(select(func.max(Change.n))) == before


def test_a_draft_survives_the_closing_of_the_vault_and_lies_sealed(drafts, services):
    drafts.keep("contact", CASE, {"note": CANARY})
    vault = services.vault
    vault.close()
    for file in list(vault.path.rglob("*")):
        if file.is_file():
            data = file.read_bytes()
            assert not any(CANARY.encode(code) in data for code in ("utf-8", "utf-16-le", "cp1251")), file
    again = vaults.open_vault(vault.path, None, PASSPHRASE)
    assert CANARY in Drafts(again.database, MONDAY, again.user).take("contact", CASE).values["note"]
    again.close()


def test_nothing_is_kept_where_nothing_may_be_written(services):
    path = services.vault.path
    services.vault.close()
    held = vaults.open_vault(path, None, PASSPHRASE, read_only=True)
    with pytest.raises(VaultIsReadOnly):
        Drafts(held.database, MONDAY, held.user).keep("contact", CASE, {"note": "a"})
    held.close()


def test_what_no_letter_stands_for_does_not_lose_the_draft(services: Services) -> None:
    services.drafts.keep("contact", None, {"text": "Лист \udcd0"})
    kept = services.drafts.take("contact", None)
    assert kept is not None
    assert kept.values == {"text": "Лист ?"}

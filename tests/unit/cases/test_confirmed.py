"""The head of a case says by whose word captivity is confirmed, and by nobody's where none stands."""

from dataclasses import replace
from uuid import UUID

import pytest

from app.cases.draft import CaseDraft
from app.domain.confirming import Fact
from app.domain.fate import Fate
from app.fates.change import FateDraft
from app.fates.confirmations import ConfirmationDraft
from app.services import Services


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    return services.cases.open(missing)[0]


def test_the_papers_of_the_change_tell_until_a_confirmation_stands_by_itself(services: Services, case: UUID) -> None:
    assert services.cases.view(case).confirmed_by == ()
    services.fates.record(case, FateDraft(Fate.CAPTIVE_CONFIRMED, None, ("D-ICRC",)))
    assert services.cases.view(case).confirmed_by == ("ICRC",)
    words = services.record.standing.confirmations
    words.add(case, ConfirmationDraft("UNIT", Fact.CAPTIVITY))
    assert services.cases.view(case).confirmed_by == ("ICRC",), "the unit cannot confirm it"
    words.add(case, ConfirmationDraft("NIB", Fact.CAPTIVITY))
    assert services.cases.view(case).confirmed_by == ("NIB",)


def test_a_word_that_was_withdrawn_confirms_nothing(services: Services, case: UUID) -> None:
    services.fates.record(case, FateDraft(Fate.CAPTIVE_UNCONFIRMED, None, ("info_item grade B2",)))
    words = services.record.standing.confirmations
    words.add(case, ConfirmationDraft("NIB", Fact.CAPTIVITY))
    assert services.cases.view(case).confirmed_by == ("NIB",)
    (was,) = words.rows(case)
    words.edit(was, replace(was.says, withdrawn_why="помилка в прізвищі"))
    assert services.cases.view(case).confirmed_by == ()

"""Finding: cases, the relatives who answer to the words themselves, documents by a part of their title."""

from dataclasses import replace
from uuid import UUID

import pytest

from app.access.access import Access
from app.cases.draft import CaseDraft, PersonDraft
from app.documents.intake import Pasted
from app.domain.relation import Relation
from app.domain.role import Right
from app.finding.service import Finding
from app.services import Services
from tests.unit.documents.made import picture, saved

SCAN = saved(picture())


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    return services.cases.open(missing)[0]


def test_a_surname_of_the_family_brings_the_case_and_the_relative(services, case):
    found = services.finding.find("ґудзь")
    assert [row.uid for row in found.cases] == [case]
    assert [(one.case, one.name, one.relation) for one in found.relatives] == [
        (case, "Ґудзь Олена Іванівна", Relation.SPOUSE)
    ]
    assert found.relatives[0].number == found.cases[0].number


@pytest.mark.parametrize("typed", ["Олена", "олена ґудзь", "000 000 00 17", "+380 00 000 00 17"])
def test_a_relative_is_found_by_his_own_words(services, case, typed):
    assert [one.case for one in services.finding.find(typed).relatives] == [case]


@pytest.mark.parametrize("typed", ["Ілля", "Ілля Олена"])
def test_a_relative_does_not_answer_to_the_words_of_the_man(services, case, typed):
    found = services.finding.find(typed)
    assert [row.uid for row in found.cases] == [case]
    assert found.relatives == ()


def test_a_document_is_found_by_a_part_of_its_title_in_any_case_of_letters(services, case):
    services.documents.add(case, [Pasted("Витяг з ЄРДР.jpg", SCAN)])
    for typed in ("витяг", "ВИТЯГ", "єрдр", "Витяг з"):
        found = services.finding.find(typed).documents
        assert [(one.case, one.title) for one in found] == [(case, found[0].title)], typed
    assert services.finding.find("%").documents == ()
    assert services.finding.find("ви_яг").documents == ()


def test_an_erased_document_is_found_no_more(services, case):
    added = services.documents.add(case, [Pasted("Витяг.jpg", SCAN)])
    row = services.documents.rows(case)[0]
    services.documents.erase(added.documents[0], row.version)
    assert services.finding.find("витяг").documents == ()


def test_a_number_is_found_without_its_zeros(services, missing, case):
    other, _ = services.cases.open(replace(missing, person=PersonDraft("Тестенко", "Богдан")))
    numbers = {uid: services.cases.view(uid).number for uid in (case, other)}
    assert [row.uid for row in services.finding.numbered(numbers[other][-1]).cases] == [other]
    assert [row.uid for row in services.finding.numbered(numbers[case]).cases] == [case]
    assert {row.uid for row in services.finding.numbered("2026").cases} == {case, other}


def test_nobody_finds_what_he_may_not_see(services, case):
    services.documents.add(case, [Pasted("Витяг.jpg", SCAN)])
    access = Access("Інша", frozenset({Right.CASES_OWN}), alone=False)
    stranger = Finding(services.vault.database, replace(services.cases, access=access), access)
    found = [stranger.find("Ґудзь"), stranger.find("витяг"), stranger.numbered("1")]
    assert all(one.cases == one.relatives == one.documents == () for one in found)


@pytest.mark.parametrize("typed", ["ї" * 40_000, "Ґудзь\ud83d"])
def test_whatever_was_pasted_for_a_question_finds_nothing_and_breaks_nothing(services, case, typed):
    assert services.finding.find(typed).documents == ()

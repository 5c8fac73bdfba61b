"""Unit, rank, place, tax number and note of a case are put right in one unit of work, and a late form is told."""

from dataclasses import replace

import pytest

from app.cases.draft import CaseDraft
from app.cases.queries import CaseFilter
from app.meanwhile import CorrectedMeanwhile
from app.people.case_facts import CaseFacts
from app.people.person import Correction
from app.services import Services

NAMES = Correction("Ґудзь", "Ілля", "Тарасович")


@pytest.fixture
def case(services: Services, missing: CaseDraft):
    return services.cases.open(missing)[0]


def test_every_fact_is_put_right(services: Services, case) -> None:
    was = services.people.man(case)
    facts = CaseFacts(case, "А0099", "сержант", "м. Приклад", "6000000116", note="дзвонити дружині")
    mark = services.undo.mark()
    services.people.put_right(was, NAMES, facts)
    assert services.people.man(case).facts == facts
    assert services.cases.count(CaseFilter(text="А0099")) == 1
    assert services.cases.count(CaseFilter(text="А0012")) == 0
    services.undo.undo(services.undo.since(mark))
    assert services.people.man(case).facts == was.facts, "one Ctrl+Z takes all of it back"


def test_facts_without_a_row_get_one(services: Services, missing: CaseDraft) -> None:
    bare = replace(missing, unit_code="", rank="", place="", person=replace(missing.person, rnokpp=""))
    case = services.cases.open(bare)[0]
    services.people.put_right(services.people.man(case), NAMES, CaseFacts(case, "А0099", "солдат", "Приклад", "1"))
    view = services.cases.view(case)
    assert (view.unit, view.rank, view.place, view.rnokpp) == ("А0099", "солдат", "Приклад", "1")


def test_lawfully_without_a_tax_number(services: Services, case) -> None:
    was = services.people.man(case)
    services.people.put_right(was, NAMES, replace(was.facts, no_tax_number=True))
    facts = services.people.man(case).facts
    assert (facts.tax_number, facts.no_tax_number) == ("", True)
    services.people.put_right(services.people.man(case), NAMES, replace(facts, no_tax_number=False))
    assert not services.people.man(case).facts.no_tax_number


def test_a_contact_logged_meanwhile_is_no_conflict_and_another_fact_is(services: Services, case) -> None:
    was = services.people.man(case)
    services.people.put_right(was, NAMES, replace(was.facts, note="так"))
    with pytest.raises(CorrectedMeanwhile) as caught:
        services.people.put_right(was, NAMES, replace(was.facts, note="інакше"))
    assert caught.value.now == services.people.man(case)
    assert caught.value.touches["note"].by == services.access.user
    assert services.cases.view(case).note == "так"

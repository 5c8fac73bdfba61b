"""A family changes while the case is open: relatives come, are put right, go, and can be taken back."""

from dataclasses import replace

import pytest

from app.approvals.service import AnotherMustAgree, ComeBackLater
from app.cases.draft import CaseDraft
from app.cases.queries import CaseFilter
from app.domain.reason_needed import ReasonNeeded
from app.domain.relation import Relation
from app.meanwhile import CorrectedMeanwhile
from app.people.family import NobodyNamed, RelativeDetails
from app.people.person import Correction
from app.people.phones import PhoneDraft
from app.services import Services
from db.refusals import StaleEdit
from tests.unit.agreeing import agree, next_day, with_lead

MOTHER = RelativeDetails(
    Correction("Їжак", "Марія", "Петрівна"), Relation.PARENT, "мама Ілька",
    (PhoneDraft("+380000000031", "000 000 00 31", "мама"),), safe_hours="після 18", language="en",
    code_phrase="яблуня", do_not_call=True,
)  # fmt: skip


@pytest.fixture
def case(services: Services, missing: CaseDraft):
    return services.cases.open(missing)[0]


def relatives(services: Services, case):
    return services.cases.relatives(case)


def found(services: Services, text: str) -> int:
    return services.cases.count(CaseFilter(text=text))


def take_back(services: Services, deed) -> None:
    mark = services.undo.mark()
    deed()
    unit = services.undo.since(mark)
    assert unit is not None
    services.undo.undo(unit)


def test_a_relative_is_added_as_he_was_written(services: Services, case) -> None:
    services.family.add(case, MOTHER)
    wife, mother = relatives(services, case)
    assert (wife.primary, mother.primary) == (True, False)
    record = services.family.read(mother.uid)
    assert record.details == MOTHER
    assert (mother.relation_typed, mother.phones, mother.safety.phrase) == ("мама Ілька", ("+380000000031",), "яблуня")
    assert found(services, "їжак марія") == found(services, "000000031") == 1


def test_the_first_relative_is_the_main_contact(services: Services, missing: CaseDraft) -> None:
    alone = services.cases.open(replace(missing, relatives=()))[0]
    services.family.add(alone, MOTHER)
    assert [one.primary for one in relatives(services, alone)] == [True]


def leads(services: Services, case) -> list[tuple[str, bool]]:
    return [(one.given, one.primary) for one in relatives(services, case)]


def test_a_new_main_contact_stands_first_after_the_yes(services: Services, case) -> None:
    office = with_lead(services)
    with pytest.raises(AnotherMustAgree):
        office.family.add(case, MOTHER, main=True, reason="мати просить сама")
    agree(office)
    with pytest.raises(AnotherMustAgree):
        office.family.add(case, replace(MOTHER, code_phrase="груша"), main=True, reason="мати просить сама")
    assert leads(office, case) == [("Олена", True)]
    office.family.add(case, MOTHER, main=True, reason="мати просить сама")
    assert leads(office, case) == [("Марія", True), ("Олена", False)]
    wife = relatives(office, case)[1]
    with pytest.raises(AnotherMustAgree):
        office.family.make_main(wife.uid, wife.version, "письмова заява")
    agree(office)
    office.family.make_main(wife.uid, wife.version, "письмова заява")
    assert leads(office, case) == [("Олена", True), ("Марія", False)]


def test_another_main_contact_by_who_works_alone_takes_a_day_and_a_reason(services: Services, case) -> None:
    services.family.add(case, MOTHER)
    _, mother = relatives(services, case)
    with pytest.raises(ReasonNeeded):
        services.family.make_main(mother.uid, mother.version)
    with pytest.raises(ComeBackLater):
        services.family.make_main(mother.uid, mother.version, "письмова заява")
    assert leads(services, case) == [("Олена", True), ("Марія", False)]
    (asked,) = services.approvals.about(case)
    assert asked.shown == {"number": services.cases.view(case).number, "relation": "parent"}
    next_day(services).family.make_main(mother.uid, mother.version, "та сама заява")
    assert leads(services, case) == [("Марія", True), ("Олена", False)]


def test_nobody_without_name_and_phone(services: Services, case) -> None:
    with pytest.raises(NobodyNamed):
        services.family.add(case, RelativeDetails(Correction(" ", ""), Relation.FRIEND))
    services.family.add(case, RelativeDetails(Correction("", ""), phones=MOTHER.phones))
    assert len(relatives(services, case)) == 2


def test_who_went_is_seen_no_more_and_comes_back(services: Services, case) -> None:
    services.family.add(case, MOTHER)
    wife, _ = relatives(services, case)
    mark = services.undo.mark()
    with pytest.raises(ComeBackLater):
        services.family.remove(wife.uid, wife.version, "розлучення")
    later = next_day(services)
    later.family.remove(wife.uid, wife.version, "розлучення")
    (mother,) = relatives(services, case)
    assert mother.primary, "a family is never left without a main contact"
    assert found(services, "000000017") == 0
    with pytest.raises(StaleEdit):
        services.family.remove(wife.uid, wife.version)
    assert services.undo.since(mark) is None, "what a second person agreed to is not taken back by one"


def test_a_relative_who_went_comes_back(services: Services, case) -> None:
    services.family.add(case, MOTHER)
    _, mother = relatives(services, case)
    mark = services.undo.mark()
    services.family.remove(mother.uid, mother.version)
    assert leads(services, case) == [("Олена", True)]
    services.undo.undo(services.undo.since(mark))
    assert leads(services, case) == [("Олена", True), ("Марія", False)]


def test_another_phone_is_added_and_one_goes(services: Services, case) -> None:
    (wife,) = relatives(services, case)
    was = services.family.read(wife.uid)
    more = (*was.details.phones, PhoneDraft("+380000000018", "000 000 00 18", "вайбер"))
    services.family.edit(was, replace(was.details, phones=more))
    assert relatives(services, case)[0].phones == ("+380000000017", "+380000000018")
    was = services.family.read(wife.uid)
    take_back(services, lambda: services.family.edit(was, replace(was.details, phones=more[1:])))
    assert set(relatives(services, case)[0].phones) == {"+380000000017", "+380000000018"}, "taken back, none is lost"


def test_adding_a_relative_is_taken_back(services: Services, case) -> None:
    take_back(services, lambda: services.family.add(case, MOTHER))
    assert [one.given for one in relatives(services, case)] == ["Олена"]
    assert found(services, "їжак марія") == 0


def test_a_late_form_is_told_what_the_record_says_and_who_wrote_it(services: Services, case) -> None:
    (wife,) = relatives(services, case)
    was = services.family.read(wife.uid)
    services.family.edit(was, replace(was.details, safe_hours="зранку"))
    with pytest.raises(CorrectedMeanwhile) as caught:
        services.family.edit(was, replace(was.details, safe_hours="після 18"))
    assert caught.value.now == services.family.read(wife.uid)
    assert caught.value.touches["safe_hours"].by == services.access.user
    assert services.family.read(wife.uid).details.safe_hours == "зранку"


def test_a_relatives_new_name_is_found(services: Services, case) -> None:
    (wife,) = relatives(services, case)
    was = services.family.read(wife.uid)
    services.family.edit(was, replace(was.details, names=Correction("Бондар", "Олена", "Іванівна")))
    assert found(services, "бондар") == 1

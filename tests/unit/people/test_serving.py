"""The unit of the event, and who holds the file now: a history that search and lists follow."""

import pytest

from app.cases.draft import CaseDraft
from app.cases.queries import CaseFilter
from app.domain.partial_date import PartialDate
from app.people.serving import EventUnitTwice, NothingServed, ServiceDraft, ServiceRole
from app.services import Services

HOLDER = ServiceDraft(ServiceRole.HOLDS_FILE, "в/ч A0099 Приклад", since=PartialDate(2026, 9, 1))


@pytest.fixture
def case(services: Services, missing: CaseDraft):
    return services.cases.view(services.cases.open(missing)[0])


@pytest.fixture
def service(services: Services):
    return services.record.service


def found(services: Services, text: str) -> int:
    return services.cases.count(CaseFilter(text=text))


def test_the_unit_that_holds_the_file_is_another_one_and_found_too(services: Services, service, case) -> None:
    service.add(case.person, HOLDER)
    event, holder = service.rows(case.person)
    assert (event.says.role, event.says.unit_code) == (ServiceRole.AT_EVENT, "А0012")
    assert (holder.says.unit_code, holder.says.unit_name) == ("А0099", "Приклад")
    assert services.cases.view(case.uid).unit == "А0012"
    assert services.cases.page(CaseFilter(), None, 9).rows[0].unit == "А0012"
    assert found(services, "а0099") == found(services, "а0012") == 1


def test_a_new_holder_of_the_file_ends_the_time_of_the_one_before(service, case) -> None:
    service.add(case.person, HOLDER)
    service.add(case.person, ServiceDraft(ServiceRole.HOLDS_FILE, "А0100", since=PartialDate(2026, 10, 5)))
    _, now, before = service.rows(case.person)
    assert (now.says.unit_code, now.says.until) == ("А0100", None)
    assert (before.says.unit_code, before.says.until) == ("А0099", PartialDate(2026, 10, 5))


def test_there_is_one_unit_of_the_event(service, case) -> None:
    with pytest.raises(EventUnitTwice):
        service.add(case.person, ServiceDraft(unit_code="А0100"))
    service.add(case.person, ServiceDraft(ServiceRole.EARLIER, "А0100"))
    event, earlier = service.rows(case.person)
    with pytest.raises(EventUnitTwice):
        service.edit(earlier, ServiceDraft(unit_code="А0100"))
    service.edit(event, ServiceDraft(ServiceRole.EARLIER, "А0012"))
    service.edit(service.rows(case.person)[1], ServiceDraft(unit_code="А0100"))
    assert [row.says.role for row in service.rows(case.person)] == [ServiceRole.AT_EVENT, ServiceRole.EARLIER]


def test_a_service_taken_out_is_neither_shown_nor_found(services: Services, service, case) -> None:
    service.remove(service.rows(case.person)[0].uid)
    assert services.cases.view(case.uid).unit == services.cases.page(CaseFilter(), None, 9).rows[0].unit == ""
    assert found(services, "а0012") == 0


def test_a_service_says_something(service, case) -> None:
    with pytest.raises(NothingServed):
        service.add(case.person, ServiceDraft(ServiceRole.EARLIER, since=PartialDate(2020), source="слова дружини"))

from datetime import date, timedelta
from uuid import UUID

import pytest

from app.cases.case_filter import CaseFilter
from app.cases.draft import CaseDraft
from app.clock import FixedClock
from app.contacts.service import LONGEST, ContactDraft, NothingSaid, TooMuchSaid
from app.domain.day_to_come import DayToCome
from app.services import Services
from app.timeline.row import Moment
from tests.unit.conftest import MONDAY


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    return services.cases.open(missing)[0]


def test_a_contact_stands_in_the_timeline_and_ends_the_silence(services: Services, case: UUID) -> None:
    services = Services.of(services.vault, FixedClock(MONDAY.now() + timedelta(days=1)))
    quiet = CaseFilter(silent_for=0)
    assert services.cases.count(quiet) == 1
    services.contacts.log(ContactDraft(case, date(2026, 11, 24), "phone", " Просить копію запиту. "))
    assert services.cases.count(quiet) == 0
    entry = services.record.timeline.rows(case)[0]
    assert (entry.kind, entry.text, entry.detail, entry.by) == (
        Moment.CONTACT, "Просить копію запиту.", "phone", "Олена",
    )


def test_a_promise_becomes_a_dated_step(services: Services, case: UUID) -> None:
    wife = services.cases.relatives(case)[0].uid
    promise = ContactDraft(case, date(2026, 11, 23), "phone", "Поговорили.", wife, date(2026, 11, 24), "Зателефонувати")
    services.contacts.log(promise)
    step = next(one for one in services.plan.steps(case) if one.title.uk == "Зателефонувати")
    assert (step.due, step.person, step.open) == (date(2026, 11, 24), "Ґудзь Олена", True)
    assert services.papers.facts(case).call_by == date(2026, 11, 24)


def test_an_older_contact_does_not_bring_the_silence_back(services: Services, case: UUID) -> None:
    services.contacts.log(ContactDraft(case, date(2026, 11, 20), "phone", "Другий."))
    services.contacts.log(ContactDraft(case, date(2026, 10, 1), "visit", "Перший, записаний пізніше."))
    assert services.cases.view(case).last_contact == date(2026, 11, 20)


def test_an_empty_note_is_refused(services: Services, case: UUID) -> None:
    with pytest.raises(NothingSaid):
        services.contacts.log(ContactDraft(case, date(2026, 11, 20), "phone", "  "))


def test_a_day_to_come_and_an_endless_note_are_refused(services: Services, case: UUID) -> None:
    with pytest.raises(DayToCome):
        services.contacts.log(ContactDraft(case, date(2026, 11, 24), "phone", "Завтрашня розмова."))
    with pytest.raises(TooMuchSaid):
        services.contacts.log(ContactDraft(case, date(2026, 11, 20), "phone", "а" * (LONGEST + 1)))


def test_what_no_letter_stands_for_does_not_lose_the_note(services: Services, case: UUID) -> None:
    services.contacts.log(ContactDraft(case, date(2026, 11, 23), "phone", "Лист \udcd0 прийшов."))
    assert services.record.timeline.rows(case)[0].text == "Лист ? прийшов."

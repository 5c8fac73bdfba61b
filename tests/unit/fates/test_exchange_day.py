"""After an exchange somebody calls the families whose man did not return, and nobody whom one must not call."""

from dataclasses import replace
from datetime import date

import pytest

from app.cases.draft import CaseDraft, FateDraft, PersonDraft
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate, of_day
from app.fates.change import FateDraft as NewFate
from app.fates.exchange_day import NotByPhone
from app.services import Services

FRIDAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 23)
SUMMARY = "Обмін: зателефонували, він не повернувся."


def opened(services: Services, missing: CaseDraft, given: str, *fates: Fate):
    person = PersonDraft("Ґудзь", given)
    told = tuple(FateDraft(fate, PartialDate(2026, 6, 15)) for fate in fates)
    return services.cases.open(replace(missing, person=person, fates=told))[0]


def names(services: Services, on: date = FRIDAY) -> list[str]:
    return [row.name.split()[1] for row in services.exchange_day.families(on)]


def test_the_families_of_who_did_not_return_confirmed_captives_first(services: Services, missing: CaseDraft) -> None:
    opened(services, missing, "Андрій", Fate.MISSING)
    opened(services, missing, "Богдан", Fate.CAPTIVE_UNCONFIRMED)
    home = opened(services, missing, "Василь", Fate.CAPTIVE_CONFIRMED)
    opened(services, missing, "Гнат", Fate.CAPTIVE_CONFIRMED)
    opened(services, missing, "Данило", Fate.BODY_UNIDENTIFIED)
    services.fates.record(home, NewFate(Fate.RETURNED, of_day(FRIDAY), ("exchange_list",)))
    assert names(services) == ["Гнат", "Богдан", "Андрій"]


def test_who_returned_that_day_is_left_out_though_he_is_away_again(services: Services, missing: CaseDraft) -> None:
    case = opened(services, missing, "Андрій", Fate.CAPTIVE_CONFIRMED)
    services.fates.record(case, NewFate(Fate.RETURNED, of_day(FRIDAY), ("exchange_list",)))
    services.fates.record(case, NewFate(Fate.IN_SERVICE_AFTER, None, ("choice recorded",)))
    services.fates.record(case, NewFate(Fate.MISSING, of_day(MONDAY), ("D-NOTICE",)))
    assert names(services) == []
    assert names(services, MONDAY) == ["Андрій"]


def test_a_call_is_a_contact_and_ticks_the_family(services: Services, missing: CaseDraft) -> None:
    case = opened(services, missing, "Андрій", Fate.MISSING)
    (row,) = services.exchange_day.families(FRIDAY)
    assert row.contact is not None
    assert (row.called, row.contact.to_ring) == (None, ("+380000000017",))
    services.exchange_day.called(row, MONDAY, SUMMARY)
    assert services.exchange_day.families(FRIDAY)[0].called == MONDAY
    assert services.cases.view(case).last_contact == MONDAY


def test_who_must_not_be_called_is_shown_without_a_number_and_never_ticked(
    services: Services, missing: CaseDraft
) -> None:
    case = opened(services, missing, "Андрій", Fate.MISSING)
    wife = services.family.read(services.cases.relatives(case)[0].uid)
    services.family.edit(wife, replace(wife.details, do_not_call=True))
    (row,) = services.exchange_day.families(FRIDAY)
    assert row.contact is not None
    assert (row.contact.safety.silent, row.contact.to_ring) == (True, ())
    with pytest.raises(NotByPhone):
        services.exchange_day.called(row, MONDAY, SUMMARY)
    assert services.exchange_day.families(FRIDAY)[0].called is None


def test_what_the_family_was_told_last_stands_beside_it(services: Services, missing: CaseDraft) -> None:
    case = opened(services, missing, "Андрій", Fate.MISSING)
    wife = services.cases.relatives(case)[0]
    services.fates.tell(case, wife.uid, Fate.MISSING, FRIDAY, "phone")
    contact = services.exchange_day.families(FRIDAY)[0].contact
    assert contact is not None
    assert (contact.told, contact.told_on) == (Fate.MISSING, FRIDAY)

"""Numbers are kept as their rule puts them; doubts, doubles and papers that run out are told."""

from dataclasses import replace
from datetime import date

import pytest

from app.cases.draft import CaseDraft, PersonDraft
from app.domain.day_to_come import DayToCome
from app.domain.identifier import Absent, Doubt, NotOfThisKind
from app.domain.identifier import IdentifierKind as K
from app.domain.partial_date import PartialDate
from app.domain.tax_number import TaxNumberWrongCheckDigit
from app.domain.validity import Standing
from app.people.days import EndsBeforeItBegins
from app.people.numbers import NoNumber, NumberAndReason, NumberDraft, NumberTwice, OneTaxNumber
from app.services import Services


@pytest.fixture
def case(services: Services, missing: CaseDraft):
    return services.cases.view(services.cases.open(missing)[0])


@pytest.fixture
def numbers(services: Services):
    return services.record.numbers


def test_a_number_is_kept_as_its_rule_puts_it_behind_the_tax_number(numbers, case) -> None:
    numbers.add(case.person, NumberDraft(K.PASSPORT, "BH 000123", PartialDate(2006), "Приклад РВ"))
    tax, passport = numbers.rows(case.person)
    assert tax.says == NumberDraft(K.TAX_NUMBER, "6000000116")
    assert passport.says == NumberDraft(K.PASSPORT, "ВН000123", PartialDate(2006), "Приклад РВ")
    assert passport.by == "Олена"
    numbers.edit(passport, replace(passport.says, value="вн000124"))
    assert numbers.rows(case.person)[1].says.value == "ВН000124"


@pytest.mark.parametrize(
    ("draft", "error"),
    [
        (NumberDraft(K.ID_CARD, "12345"), NotOfThisKind),
        (NumberDraft(K.ID_CARD), NoNumber),
        (NumberDraft(K.ID_CARD, "123456789", absent_reason=Absent.UNDER_AGE), NumberAndReason),
        (NumberDraft(K.ID_CARD, "123456789", PartialDate(2026, 12)), DayToCome),
        (NumberDraft(K.ID_CARD, "123456789", PartialDate(2020), until=date(2019, 12, 31)), EndsBeforeItBegins),
        (NumberDraft(K.TAX_NUMBER, "6000000117"), TaxNumberWrongCheckDigit),
        (NumberDraft(K.TAX_NUMBER, "6000000210"), OneTaxNumber),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(numbers, case, draft, error) -> None:
    with pytest.raises(error):
        numbers.add(case.person, draft)
    assert [row.says.kind for row in numbers.rows(case.person)] == [K.TAX_NUMBER]


def test_the_same_number_is_written_once(numbers, case) -> None:
    numbers.add(case.person, NumberDraft(K.TRAVEL_PASSPORT, "FB000123"))
    with pytest.raises(NumberTwice):
        numbers.add(case.person, NumberDraft(K.TRAVEL_PASSPORT, "fb 000123"))
    numbers.add(case.person, NumberDraft(K.TRAVEL_PASSPORT, "FB000124"))
    assert len(numbers.rows(case.person)) == 3


def test_a_number_may_lawfully_not_exist(services: Services, numbers, case) -> None:
    (tax,) = numbers.rows(case.person)
    numbers.edit(tax, NumberDraft(K.TAX_NUMBER, absent_reason=Absent.RELIGIOUS))
    facts = services.people.man(case.uid).facts
    assert (facts.tax_number, facts.no_tax_number) == ("", True)
    assert services.cases.view(case.uid).rnokpp == ""


def test_a_tax_number_taken_out_is_known_no_more(services: Services, numbers, case) -> None:
    numbers.remove(numbers.rows(case.person)[0].uid)
    assert services.cases.view(case.uid).rnokpp == ""
    numbers.add(case.person, NumberDraft(K.TAX_NUMBER, "6000000210"))
    assert services.cases.view(case.uid).rnokpp == "6000000210"


def test_what_is_odd_about_a_number_is_told_beside_it(numbers, case) -> None:
    numbers.add(case.person, NumberDraft(K.RECORD_NUMBER, "19900518-00017"))
    tax, record = numbers.looked_at(case.person)
    assert Doubt.FUTURE in tax.doubts
    assert set(record.doubts) == {Doubt.CHECK_DIGIT, Doubt.BORN_DIFFERS}


def test_a_number_that_stands_with_somebody_else_is_told(services: Services, numbers, case, missing) -> None:
    other = replace(missing, person=PersonDraft("Їжак", "Петро"), relatives=())
    second = services.cases.view(services.cases.open(other)[0])
    numbers.add(case.person, NumberDraft(K.ID_CARD, "000123456"))
    assert [row.elsewhere for row in numbers.looked_at(case.person)] == [None, None]
    numbers.add(second.person, NumberDraft(K.ID_CARD, "000123456"))
    assert [row.elsewhere for row in numbers.looked_at(case.person)] == [None, (second.number,)]
    numbers.remove(numbers.rows(second.person)[0].uid)
    assert [row.elsewhere for row in numbers.looked_at(case.person)] == [None, None]


def test_a_paper_that_runs_out_is_told(numbers, case) -> None:
    numbers.add(case.person, NumberDraft(K.ID_CARD, "000123456", PartialDate(2016, 11, 1)))
    validity = numbers.looked_at(case.person)[1].validity
    assert validity is not None
    assert (validity.until, validity.standing, validity.by_rule) == (date(2026, 11, 1), Standing.EXPIRED, True)


def test_what_an_import_left_unreadable_is_shown_and_doubted(services: Services, numbers, missing) -> None:
    odd = replace(missing, person=replace(missing.person, passport="десь удома"))
    person = services.cases.view(services.cases.open(odd)[0]).person
    assert [(row.entry.says.value, row.doubts) for row in numbers.looked_at(person)][1] == (
        "десь удома", (Doubt.UNUSUAL,),
    )  # fmt: skip

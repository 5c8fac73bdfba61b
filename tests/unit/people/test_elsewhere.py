"""A mother of two sons is one person: found before she is written twice, and each case goes on without the other."""

from dataclasses import replace

import pytest

from app.access.access import Access, NotYourCase
from app.cases.draft import CaseDraft, PersonDraft, RelativeDraft
from app.cases.queries import CaseFilter
from app.domain.partial_date import PartialDate
from app.domain.relation import Relation
from app.domain.role import Role, rights
from app.people.elsewhere import StandsIn
from app.people.family import InCaseAlready, RelativeDetails
from app.people.naming import NameDraft, NameKind
from app.people.person import Correction
from app.people.phones import PhoneDraft
from app.services import Services

HER_PHONE = PhoneDraft("+380000000031", "000 000 00 31")
HER = Correction("Ґудзь", "Марія", "Петрівна", PartialDate(1960))
MOTHER = RelativeDetails(HER, Relation.PARENT, phones=(HER_PHONE,))


@pytest.fixture
def elder(services: Services, missing: CaseDraft):
    first = services.cases.open(missing)[0]
    services.family.add(first, MOTHER)
    return services.cases.view(first)


@pytest.fixture
def younger(services: Services, missing: CaseDraft, elder):
    second = replace(missing, person=PersonDraft("Ґудзь", "Петро", "Тарасович"), relatives=(), unit_code="А0013")
    return services.cases.view(services.cases.open(second)[0])


@pytest.fixture
def elsewhere(services: Services):
    return services.record.elsewhere


def mother_of(services: Services, case):
    return next(one for one in services.cases.relatives(case.uid) if one.given == "Марія")


def found(services: Services, text: str) -> int:
    return services.cases.count(CaseFilter(text=text))


@pytest.mark.parametrize(
    ("names", "phones", "same_phone"),
    [
        (Correction("Ґудзь", "Марія"), (), False),
        (Correction("ҐУДЗЬ", "МАРІЯ", "Петрівна"), (), False),
        (Correction("Ґудзь", "Марія", born=PartialDate(1960, 5, 1)), (), False),
        (Correction("", "Марія"), (HER_PHONE,), True),
        (Correction("", ""), (HER_PHONE,), True),
    ],
)
def test_who_stands_in_another_case_is_offered(elsewhere, elder, younger, names, phones, same_phone) -> None:
    (known,) = elsewhere.alike(younger.uid, names, phones)
    assert (known.name, known.same_phone) == ("Ґудзь Марія Петрівна", same_phone)
    assert known.stands == (StandsIn(elder.uid, elder.number, "Ґудзь Ілля Тарасович", Relation.PARENT),)


@pytest.mark.parametrize(
    ("names", "phones"),
    [
        (Correction("Ґудзь", "Ганна"), (HER_PHONE,)),
        (Correction("Ґудзь", "Марія", "Іванівна"), ()),
        (Correction("Ґудзь", "Марія", born=PartialDate(1961)), ()),
        (Correction("Їжак", "Марія"), (HER_PHONE,)),
        (Correction("Ґудзь", ""), ()),
        (Correction("", ""), ()),
    ],
)
def test_who_cannot_be_the_same_is_not_offered(elsewhere, elder, younger, names, phones) -> None:
    assert elsewhere.alike(younger.uid, names, phones) == ()


def test_by_an_earlier_name_she_is_offered_too(services: Services, elsewhere, elder, younger) -> None:
    services.record.names.add(mother_of(services, elder).person, NameDraft(NameKind.MAIDEN, "Їжак"))
    assert len(elsewhere.alike(younger.uid, Correction("Їжак", "Марія"))) == 1


def test_whoever_stands_in_the_case_itself_is_not_offered(elsewhere, elder) -> None:
    assert elsewhere.alike(elder.uid, HER, (HER_PHONE,)) == ()
    assert elsewhere.alike(elder.uid, Correction("Ґудзь", "Ілля")) == ()


def test_one_person_stands_in_two_cases_with_a_relation_in_each(services: Services, elsewhere, elder, younger) -> None:
    more = replace(MOTHER, relation=Relation.GUARDIAN, phones=(PhoneDraft("+380000000032"),), safe_hours="після 18")
    services.family.add(younger.uid, more, same=mother_of(services, elder).person)
    here, there = mother_of(services, younger), mother_of(services, elder)
    assert here.person == there.person
    assert (here.relation, there.relation) == (Relation.GUARDIAN, Relation.PARENT)
    assert here.phones == there.phones == ("+380000000031", "+380000000032")
    assert elsewhere.of_family(younger.uid) == {
        here.person: (StandsIn(elder.uid, elder.number, "Ґудзь Ілля Тарасович", Relation.PARENT),)
    }
    assert elsewhere.of_family(elder.uid)[here.person][0].number == younger.number
    assert found(services, "ґудзь марія") == 2
    with pytest.raises(InCaseAlready):
        services.family.add(younger.uid, more, same=here.person)
    with pytest.raises(InCaseAlready):
        services.family.add(younger.uid, more, same=younger.person)


def test_what_is_put_right_in_one_case_is_right_in_the_other(services: Services, elder, younger) -> None:
    services.family.add(younger.uid, MOTHER, same=mother_of(services, elder).person)
    record = services.family.read(mother_of(services, younger).uid)
    names = replace(record.details.names, surname="Коваль")
    services.family.edit(record, replace(record.details, names=names))
    assert mother_of(services, elder).surname == "Коваль"
    assert found(services, "коваль марія") == 2


def test_whoever_leaves_one_case_stays_in_the_other(services: Services, elsewhere, elder, younger) -> None:
    services.family.add(younger.uid, MOTHER, same=mother_of(services, elder).person)
    row = mother_of(services, elder)
    services.family.remove(row.uid, row.version)
    assert [one.given for one in services.cases.relatives(elder.uid)] == ["Олена"]
    assert mother_of(services, younger).phones == ("+380000000031",)
    assert elsewhere.of_family(younger.uid) == {}
    assert found(services, "ґудзь марія") == 1


def test_a_link_taken_back_leaves_the_person_where_she_was(services: Services, elder, younger) -> None:
    mark = services.undo.mark()
    services.family.add(younger.uid, MOTHER, same=mother_of(services, elder).person)
    unit = services.undo.since(mark)
    assert unit is not None
    services.undo.undo(unit)
    assert services.cases.relatives(younger.uid) == ()
    assert mother_of(services, elder).phones == ("+380000000031",)


def test_cases_that_somebody_may_not_see_are_told_to_nobody(services: Services, elsewhere, elder, missing) -> None:
    own = replace(missing, person=PersonDraft("Ґудзь", "Петро"), relatives=(), worker="Ірина")
    hers = services.cases.open(own)[0]
    access = Access("Ірина", rights([Role.CASEWORKER]))
    blind = replace(elsewhere, access=access)
    assert blind.alike(hers, HER, (HER_PHONE,)) == ()
    with pytest.raises(NotYourCase):
        blind.alike(elder.uid, HER)
    with pytest.raises(NotYourCase):
        blind.of_family(elder.uid)
    person = mother_of(services, elder).person
    with pytest.raises(NotYourCase):
        replace(services.family, access=access).add(hers, MOTHER, same=person)
    services.family.add(hers, MOTHER, same=person)
    assert blind.of_family(hers) == {}
    assert len(elsewhere.of_family(hers)[person]) == 1


def test_a_worker_of_either_case_may_put_a_relative_right_but_not_the_man(services: Services, elder, missing) -> None:
    kin = RelativeDraft(PersonDraft("Ґудзь", "Олексій"), Relation.SIBLING)
    own = replace(missing, person=PersonDraft("Ґудзь", "Петро"), relatives=(kin,), worker="Ірина")
    hers = services.cases.view(services.cases.open(own)[0])
    services.family.add(hers.uid, MOTHER, same=mother_of(services, elder).person)
    services.family.add(hers.uid, MOTHER, same=elder.person)
    access = Access("Ірина", rights([Role.CASEWORKER]))
    family = replace(services.family, access=access)
    record = family.read(mother_of(services, hers).uid)
    family.edit(record, replace(record.details, code_phrase="яблуня"))
    brother = next(one for one in services.cases.relatives(hers.uid) if one.person == elder.person)
    with pytest.raises(NotYourCase):
        family.edit(family.read(brother.uid), MOTHER)

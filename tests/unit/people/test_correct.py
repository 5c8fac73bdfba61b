"""A corrected name is found at once in every case the person stands in, and the old one no more."""

import pytest
from sqlalchemy import select

from app.cases.draft import CaseDraft
from app.cases.queries import CaseFilter
from app.meanwhile import CorrectedMeanwhile
from app.people.person import Correction
from app.people.service import NameMissing
from app.services import Services
from db.models.person import Person
from db.refusals import StaleEdit


@pytest.fixture
def case(services: Services, missing: CaseDraft):
    return services.cases.open(missing)[0]


def found(services: Services, text: str) -> int:
    return services.cases.count(CaseFilter(text=text))


def test_the_new_name_is_found_and_the_old_one_no_more(services: Services, case) -> None:
    view = services.cases.view(case)
    services.people.correct(view.person, view.person_version, Correction("Їжак", "Тарас", "Ілліч", view.born))
    assert found(services, "їжак тарас") == found(services, "yizhak") == 1
    assert found(services, "Ілля") == found(services, "тарасович") == 0
    assert services.cases.page(CaseFilter()).rows[0].name == "Їжак Тарас Ілліч"


def test_what_was_not_corrected_is_found_still(services: Services, case) -> None:
    view = services.cases.view(case)
    services.people.correct(view.person, view.person_version, Correction("Їжак", "Тарас"))
    for words in ("Ґудзь Олена", "000000017", "А0012", view.number):
        assert found(services, words) == 1


def test_a_relative_is_corrected_in_the_case_he_stands_in(services: Services, case) -> None:
    (wife,) = services.cases.relatives(case)
    with services.vault.database.read() as session:
        person = session.scalars(select(Person.uid).where(Person.given == wife.given)).one()
    services.people.correct(person, 1, Correction("Бондар", "Олена", "Іванівна"))
    assert found(services, "бондар") == found(services, "Ґудзь Ілля") == 1
    assert services.cases.page(CaseFilter()).rows[0].surname == "Ґудзь"


def test_a_passport_spelling_is_found(services: Services, case) -> None:
    view = services.cases.view(case)
    services.people.correct(
        view.person, view.person_version, Correction("Ґудзь", "Ілля", surname_latin="Goudz", given_latin="Elia")
    )
    assert found(services, "goudz") == found(services, "elia") == 1


def test_a_stale_form_and_a_missing_name_are_refused(services: Services, case) -> None:
    view = services.cases.view(case)
    with pytest.raises(NameMissing):
        services.people.correct(view.person, view.person_version, Correction("Їжак", " "))
    services.people.correct(view.person, view.person_version, Correction("Їжак", "Тарас"))
    with pytest.raises(StaleEdit):
        services.people.correct(view.person, view.person_version, Correction("Бондар", "Тарас"))
    assert found(services, "бондар") == 0


def test_what_is_read_is_what_may_be_corrected(services: Services, case) -> None:
    view = services.cases.view(case)
    row = services.people.read(view.person)
    assert (row.version, row.surname, row.born) == (view.person_version, view.surname, view.born)
    assert (row.surname_latin, row.given_latin) == ("", ""), "a spelling made by rule is not the passport's"
    services.people.correct(row.uid, row.version, Correction("Ґудзь", "Ілля", given_latin="Elia"))
    assert services.people.read(view.person).given_latin == "Elia"
    assert services.people.read(view.person).version == row.version + 1


def test_a_stale_form_is_told_what_the_record_says(services: Services, case) -> None:
    view = services.cases.view(case)
    services.people.correct(view.person, view.person_version, Correction("Їжак", "Тарас"))
    with pytest.raises(CorrectedMeanwhile) as caught:
        services.people.correct(view.person, view.person_version, Correction("Бондар", "Тарас"))
    assert (caught.value.now.surname, caught.value.now.version) == ("Їжак", view.person_version + 1)


def test_a_relative_names_the_person_behind_him(services: Services, case) -> None:
    (wife,) = services.cases.relatives(case)
    assert services.people.read(wife.person).given == "Олена"

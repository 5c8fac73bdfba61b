"""Whatever somebody was ever called leads to him; a new name keeps the one before."""

from dataclasses import replace

import pytest

from app.access.access import Access, NotYourCase
from app.cases.draft import CaseDraft
from app.cases.queries import CaseFilter
from app.domain.day_to_come import DayToCome
from app.domain.partial_date import PartialDate
from app.domain.role import Role, rights
from app.imports.known import VaultPeople
from app.meanwhile import CorrectedMeanwhile
from app.people.days import EndsBeforeItBegins
from app.people.naming import NameDraft, NameKind, NewName, NoName, SameName
from app.people.service import NameMissing
from app.services import Services
from app.spreadsheets.duplicates import Somebody, best_match

WEDDING = PartialDate(2026, 6, 6)


@pytest.fixture
def case(services: Services, missing: CaseDraft):
    return services.cases.view(services.cases.open(missing)[0])


@pytest.fixture
def names(services: Services):
    return services.record.names


def found(services: Services, text: str) -> int:
    return services.cases.count(CaseFilter(text=text))


@pytest.mark.parametrize(
    ("draft", "typed"),
    [
        (NameDraft(NameKind.PREVIOUS, "Бондаренко"), "бондаренко"),
        (NameDraft(NameKind.MAIDEN, "Бондаренко"), "bondarenko"),
        (NameDraft(NameKind.LATIN, "", surname_latin="Hoods", given_latin="Elia"), "hoods elia"),
        (NameDraft(NameKind.LIST, "Гуц", "Илья"), "гуц илья"),
        (NameDraft(NameKind.RUSSIAN, "Гудзьев"), "гудзьев"),
    ],
)
def test_every_other_name_is_found_until_it_is_taken_out(services: Services, names, case, draft, typed) -> None:
    assert found(services, typed) == 0
    names.add(case.person, draft)
    assert found(services, typed) == 1
    names.remove(names.rows(case.person)[0].uid)
    assert found(services, typed) == 0


def test_a_relative_is_found_by_her_maiden_name_and_named(services: Services, names, case) -> None:
    names.add(case.relatives[0].person, NameDraft(NameKind.MAIDEN, "Їжакевич"))
    assert found(services, "їжакевич") == 1
    assert [one.name for one in services.finding.find("їжакевич").relatives] == ["Ґудзь Олена Іванівна"]


def test_a_new_name_counts_from_now_on_and_the_one_before_stays_dated(services: Services, names, case) -> None:
    wife = case.relatives[0].person
    names.rename(names.present(wife), NewName("Коваль", "Олена", "Іванівна", since=WEDDING, source="D-MARRIAGE"))
    present, (before,) = names.present(wife), names.rows(wife)
    assert (present.surname, present.given, present.surname_latin) == ("Коваль", "Олена", "")
    assert before.says == NameDraft(
        NameKind.PREVIOUS, "Ґудзь", "Олена", "Іванівна", until=WEDDING, source="D-MARRIAGE"
    )  # fmt: skip
    assert found(services, "коваль олена") == found(services, "koval olena") == found(services, "ґудзь олена") == 1


def test_a_man_with_a_new_name_stands_under_it_in_the_list(services: Services, names, case) -> None:
    names.rename(names.present(case.person), NewName("Аврамчук", "Ілля", surname_latin="Avramchuck"))
    now = services.cases.view(case.uid)
    assert (now.surname, now.latin) == ("Аврамчук", "Illia AVRAMCHUCK")
    assert services.cases.page(CaseFilter(text="ґудзь"), None, 9).rows[0].surname == "Аврамчук"


def test_a_name_given_back_is_as_it_was(services: Services, names, case) -> None:
    mark = services.undo.mark()
    names.rename(names.present(case.person), NewName("Аврамчук", "Ілля"))
    unit = services.undo.since(mark)
    assert unit is not None
    services.undo.undo(unit)
    assert names.rows(case.person) == ()
    assert names.present(case.person).surname == "Ґудзь"
    assert found(services, "аврамчук") == 0


def test_a_new_name_on_an_old_copy_or_without_sense_is_refused(services: Services, names, case) -> None:
    was = names.present(case.person)
    with pytest.raises(SameName):
        names.rename(was, NewName(" Ґудзь", "Ілля", "Тарасович"))
    with pytest.raises(NameMissing):
        names.rename(was, NewName("Аврамчук", ""))
    with pytest.raises(DayToCome):
        names.rename(was, NewName("Аврамчук", "Ілля", since=PartialDate(2027)))
    names.rename(was, NewName("Аврамчук", "Ілля"))
    with pytest.raises(CorrectedMeanwhile):
        names.rename(was, NewName("Їжак", "Ілля"))
    assert len(names.rows(case.person)) == 1


def test_a_name_needs_letters_and_days_in_order(names, case) -> None:
    with pytest.raises(NoName):
        names.add(case.person, NameDraft(NameKind.LIST, "  ", patronymic="Тарасович"))
    with pytest.raises(EndsBeforeItBegins):
        names.add(case.person, NameDraft(NameKind.LIST, "Гуц", since=PartialDate(2020, 5), until=PartialDate(2020, 4)))
    names.add(case.person, NameDraft(NameKind.LIST, "Гуц", since=PartialDate(2020, 5), until=PartialDate(2020)))


def test_an_earlier_name_is_a_double_to_be_asked_about(services: Services, names, case) -> None:
    newcomer = Somebody("Бондаренко", "Ілля", "Тарасович", PartialDate(1990, 5, 17), None, None)
    nobody = Somebody("Бондаренко", "Іван", "Тарасович", None, None, None)
    names.add(case.person, NameDraft(NameKind.PREVIOUS, "Бондаренко"))
    with services.vault.database.read() as session:
        known = VaultPeople(session)
        match = best_match(newcomer, known.like(newcomer))
        assert match is not None
        assert match.other.number == case.number
        assert not list(known.like(nobody))


def test_a_colleague_whose_case_it_is_not_renames_nobody(services: Services, names, case) -> None:
    stranger = Access("Ірина", rights([Role.CASEWORKER]))
    theirs = replace(names, people=replace(names.people, access=stranger))
    with pytest.raises(NotYourCase):
        theirs.rename(names.present(case.person), NewName("Аврамчук", "Ілля"))
    with pytest.raises(NotYourCase):
        theirs.present(case.person)

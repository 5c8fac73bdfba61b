from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from app.cases.case_filter import CaseFilter
from app.cases.draft import CaseDraft, FateDraft, PersonDraft
from app.cases.view import NoCase
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.step import StepState
from app.services import Services
from app.timeline.row import Moment
from db.models.change import Change
from db.models.person import Person

NAMES = ("Яковенко", "Ґудзь", "Гончар", "Єременко", "Їжак", "Іванчук", "Щербак", "Дем’янчук", "Демчук", "Ющенко")


def case_of(surname: str, given: str = "Іван", fate: Fate = Fate.MISSING) -> CaseDraft:
    return CaseDraft(PersonDraft(surname, given), (FateDraft(fate, PartialDate(2026, 3, 1)),))


def open_all(services: Services) -> None:
    for surname in NAMES:
        services.cases.open(case_of(surname))


def surnames(services: Services, wanted: CaseFilter, size: int = 100) -> list[str]:
    return [row.surname for row in services.cases.page(wanted, size=size).rows]


def test_a_case_keeps_what_was_said_and_is_numbered(services: Services, missing: CaseDraft) -> None:
    uid, _ = services.cases.open(missing)
    case = services.cases.view(uid)
    assert (case.number, case.name, case.latin) == ("К-2026-000001", "Ґудзь Ілля Тарасович", "Illia GUDZ")
    assert (case.born, case.rnokpp, case.unit) == (PartialDate(1990, 5, 17), "6000000116", "А0012")
    assert (case.fate, case.fate_since) == (Fate.MISSING, PartialDate(2026, 6, 15))
    assert case.references == (("ERDR", "12026000000000001"),)
    (wife,) = case.relatives
    assert (wife.name, wife.relation, wife.phones, wife.primary) == (
        "Ґудзь Олена Іванівна", "spouse", ("+380000000017",), True,
    )


def test_numbers_go_up_and_start_again_with_the_year(services: Services, missing: CaseDraft) -> None:
    numbers = [services.cases.view(services.cases.open(missing)[0]).number for _ in range(3)]
    assert numbers == ["К-2026-000001", "К-2026-000002", "К-2026-000003"]


def test_pages_hold_every_case_once_in_ukrainian_order(services: Services) -> None:
    open_all(services)
    seen: list[str] = []
    after = None
    while True:
        page = services.cases.page(CaseFilter(), after, size=3)
        seen += [row.surname for row in page.rows]
        if not page.more:
            break
        after = page.rows[-1]
    assert seen == [
        "Гончар", "Ґудзь", "Демчук", "Дем’янчук", "Єременко", "Іванчук", "Їжак", "Щербак", "Ющенко", "Яковенко",
    ]


def test_search_filters_and_counts_agree(services: Services) -> None:
    open_all(services)
    services.cases.open(case_of("Демчук", "Петро", Fate.RETURNED))
    assert surnames(services, CaseFilter(text="дем")) == ["Демчук", "Демчук", "Дем’янчук"]
    assert surnames(services, CaseFilter(text="demianch")) == ["Дем’янчук"]
    returned = CaseFilter(text="дем", fates=frozenset({Fate.RETURNED}))
    assert surnames(services, returned) == ["Демчук"]
    assert services.cases.count(returned) == 1
    assert services.cases.count(CaseFilter(text="(((")) == 0


def test_many_matches_are_walked_in_order_like_few(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    open_all(services)
    few = services.cases.page(CaseFilter(text="іван"), size=4).rows
    monkeypatch.setattr("app.cases.conditions._FEW", 2)
    many = services.cases.page(CaseFilter(text="іван"), size=4).rows
    assert many == few
    assert services.cases.count(CaseFilter(text="іван")) == len(NAMES)


def test_the_timeline_is_newest_first_and_tells_the_fate(services: Services, missing: CaseDraft) -> None:
    uid, _ = services.cases.open(missing)
    kinds = [row.kind for row in services.record.timeline.rows(uid)]
    assert kinds == [Moment.OPENED, Moment.FATE]


def test_an_unknown_case_is_refused_in_words(services: Services) -> None:
    with pytest.raises(NoCase) as caught:
        services.cases.numbered("К-2026-999999")
    assert caught.value.facts == {"number": "К-2026-999999"}


def test_the_dump_says_what_stands_in_the_case(services: Services, missing: CaseDraft) -> None:
    services.cases.open(replace(missing, source_row=7))
    (case,) = services.cases.dump()
    assert case["source_row"] == 7
    assert case["born"] == "1990-05-17"
    assert case["event_date"] == "2026-06-15"
    assert case["relatives"] == [{"relation": "spouse", "phone": "+380000000017"}]
    steps = {step["id"]: step for step in case["steps"]}
    assert steps["LEG-09"] == {"id": "LEG-09", "state": StepState.OPEN.value, "due": "2026-11-30"}


def test_every_new_row_is_journaled_in_the_same_transaction(services: Services, missing: CaseDraft) -> None:
    services.cases.open(missing)
    with services.vault.database.read() as session:
        born = set(session.scalars(select(Change.row)))
        people = set(session.scalars(select(Person.uid)))
        actors = set(session.scalars(select(Change.actor)))
    assert people <= born
    assert actors == {"Олена"}


def test_a_man_missing_for_years_is_not_overdue_on_day_one(services: Services, missing: CaseDraft) -> None:
    long_ago = replace(missing, fates=(FateDraft(Fate.MISSING, PartialDate(2022, 3, 1)),), events={})
    services.cases.open(long_ago)
    assert services.plan.today().overdue_count == 0
    assert services.clock.today() == date(2026, 11, 23)

"""Every order of the list, in both directions, page by page: nothing lost, nothing twice, what has no date last."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.cases.case_filter import OVERDUE, CaseFilter
from app.cases.draft import CaseDraft, ContactDraft, FateDraft, PersonDraft, RelativeDraft
from app.cases.queries import CaseRow, Chosen
from app.cases.sorting import Order, Sorting
from app.domain.fate import Fate
from app.domain.name import sort_key
from app.domain.partial_date import PartialDate
from app.domain.relation import Relation
from app.domain.step import Track
from app.many.adding import StepDraft
from app.services import Services

PEOPLE = (
    ("Яковенко", Fate.MISSING, "Ткач Н.", "А0012", date(2026, 11, 1)),
    ("Ґудзь", Fate.CAPTIVE_CONFIRMED, "Єна Ґ.", "", None),
    ("Єременко", Fate.RETURNED, "Олена", "А0003", date(2026, 3, 1)),
    ("Їжак", Fate.CAPTIVE_UNCONFIRMED, "Олена", "В1000", None),
    ("Дем’янчук", Fate.MISSING, "Ґава І.", "А0012", date(2026, 11, 1)),
    ("Іванчук", Fate.NO_CONTACT, "Ткач Н.", "", date(2026, 9, 9)),
    ("Щербак", Fate.CLOSED, "", "А0003", None),
)


@pytest.fixture
def office(services: Services) -> Services:
    for surname, fate, worker, unit, on in PEOPLE:
        talks = (ContactDraft(on, "phone", "Розмова."),) if on else ()
        services.cases.open(
            CaseDraft(
                PersonDraft(surname, "Іван"), (FateDraft(fate, PartialDate(2026, 11, 3)),), unit_code=unit,
                worker=worker, contacts=talks,
            )
        )
    return services


def walked(services: Services, sorting: Sorting, wanted: CaseFilter = CaseFilter(), size: int = 2) -> list[CaseRow]:
    rows: list[CaseRow] = []
    while True:
        page = services.cases.page(wanted, rows[-1] if rows else None, size, sorting)
        rows += page.rows
        if not page.more:
            return rows


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("falling", [False, True])
def test_pages_of_every_order_hold_every_case_once(office: Services, order: Order, falling: bool) -> None:
    sorting = Sorting(order, falling)
    rows = walked(office, sorting)
    assert len({row.uid for row in rows}) == len(rows) == len(PEOPLE)
    assert rows == list(office.cases.page(CaseFilter(), None, 100, sorting).rows)


VALUES = {
    Order.NAME: lambda row: row.name_key,
    Order.NUMBER: lambda row: row.number,
    Order.STATUS: lambda row: list(Fate).index(row.fate),
    Order.DUE: lambda row: row.next_due,
    Order.CONTACT: lambda row: row.last_contact,
    Order.UPDATED: lambda row: row.updated,
    Order.WORKER: lambda row: sort_key(row.worker) or None,
    Order.UNIT: lambda row: row.unit_key or None,
}


@pytest.mark.parametrize("order", Order)
def test_values_rise_and_fall_and_what_has_none_stands_last(office: Services, order: Order) -> None:
    for falling in (False, True):
        values = [VALUES[order](row) for row in walked(office, Sorting(order, falling))]
        known = [value for value in values if value is not None]
        assert known == sorted(known, reverse=falling)
        assert values[: len(known)] == known


def test_dates_and_units_are_missing_somewhere(office: Services) -> None:
    rows = walked(office, Sorting())
    for absent in ("next_due", "last_contact", "unit_key"):
        assert 0 < sum(not getattr(row, absent) for row in rows) < len(rows), absent


def test_workers_stand_in_ukrainian_order(office: Services) -> None:
    named = dict.fromkeys(row.worker for row in walked(office, Sorting(Order.WORKER)))
    assert list(named) == ["Ґава І.", "Єна Ґ.", "Олена", "Ткач Н."]


def surnames(services: Services, wanted: CaseFilter) -> set[str]:
    rows = walked(services, Sorting(Order.DUE), wanted)
    assert services.cases.count(wanted) == len(rows)
    assert set(services.cases.chosen(Chosen(everything=wanted))) == {row.uid for row in rows}
    return {row.surname for row in rows}


def test_each_condition_leaves_its_cases(office: Services) -> None:
    assert surnames(office, CaseFilter(mine=True)) == {row[0] for row in PEOPLE if row[2] in ("Олена", "")}
    assert surnames(office, CaseFilter(worker="Ткач Н.")) == {"Яковенко", "Іванчук"}
    assert surnames(office, CaseFilter(unit="a0012")) == {"Яковенко", "Дем’янчук"}
    assert surnames(office, CaseFilter(captivity=True)) == {"Ґудзь"}
    assert surnames(office, CaseFilter(captivity=False)) == {"Їжак"}
    assert surnames(office, CaseFilter(returned_in=30)) == {"Єременко"}
    assert surnames(office, CaseFilter(returned_in=10)) == set()
    assert surnames(office, CaseFilter(silent_for=60)) == {"Єременко", "Іванчук"}
    assert surnames(office, CaseFilter(opened_in=0)) == {row[0] for row in PEOPLE}
    assert surnames(office, CaseFilter(updated_in=0)) == {row[0] for row in PEOPLE}
    assert surnames(office, CaseFilter(fates=frozenset({Fate.MISSING}), worker="Ткач Н.")) == {"Яковенко"}


def test_late_and_soon_are_told_apart(office: Services) -> None:
    (uid,) = office.cases.chosen(Chosen(everything=CaseFilter(text="щербак")))
    one = Chosen(frozenset({uid}))
    office.adding.add(one, StepDraft(title="Запит", due=date(2026, 11, 22)))
    assert surnames(office, CaseFilter(due_in=OVERDUE)) == {"Щербак"}
    assert "Щербак" in surnames(office, CaseFilter(due_in=0))


def test_nobody_to_talk_to_is_found(office: Services) -> None:
    wife = RelativeDraft(PersonDraft("Приклад", "Олена"), Relation.SPOUSE)
    office.cases.open(
        CaseDraft(PersonDraft("Приклад", "Іван"), (FateDraft(Fate.MISSING, None),), relatives=(wife,))
    )
    assert "Приклад" not in surnames(office, CaseFilter(no_contact=True))
    assert "Ґудзь" in surnames(office, CaseFilter(no_contact=True))


def test_an_open_step_of_a_track_is_found(office: Services) -> None:
    rows = walked(office, Sorting())
    for track in Track:
        expected = {
            row.surname for row in rows
            if any(step.open and step.track is track for step in office.plan.steps(row.uid))
        }
        assert surnames(office, CaseFilter(track=track)) == expected


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.sampled_from(Order), falling=st.booleans(), size=st.integers(1, 8), text=st.sampled_from(["", "іван"]))
def test_any_page_size_walks_the_same_list(
    office: Services, order: Order, falling: bool, size: int, text: str
) -> None:
    sorting, wanted = Sorting(order, falling), CaseFilter(text=text)
    assert walked(office, sorting, wanted, size) == list(office.cases.page(wanted, None, 100, sorting).rows)


def test_everything_but_a_few_is_chosen(office: Services) -> None:
    rows = walked(office, Sorting())
    but = frozenset({rows[0].uid, rows[3].uid})
    picked = office.cases.chosen(Chosen(everything=CaseFilter(), but=but))
    assert set(picked) == {row.uid for row in rows} - but

"""Saved views: kept as they are, shared without names, refused in words when newer or damaged."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.cases import case_filter, saved_view
from app.cases.case_filter import LONGEST_DAYS, OVERDUE, CaseFilter, FilterDamaged, FilterFromNewerVersion
from app.cases.saved_view import SavedView, SavedViews, receive, share
from app.cases.sorting import Order, Sorting
from app.domain.fate import Fate
from app.domain.step import Track

DAYS = st.none() | st.integers(OVERDUE, LONGEST_DAYS)
FILTERS = st.builds(
    CaseFilter, text=st.text(max_size=20), fates=st.frozensets(st.sampled_from(Fate)), mine=st.booleans(),
    worker=st.text(max_size=20), unit=st.text(max_size=8), due_in=DAYS, silent_for=DAYS,
    track=st.none() | st.sampled_from(Track), captivity=st.none() | st.booleans(), no_contact=st.booleans(),
    updated_in=DAYS, opened_in=DAYS, returned_in=DAYS,
)
FULL = SavedView(
    "Полонені", CaseFilter(text="Коваль", worker="Ткач Н.", unit="А0012", due_in=7), Sorting(Order.DUE, True)
)


@given(FILTERS)
def test_a_filter_comes_back_from_json_as_it_was(wanted: CaseFilter) -> None:
    assert case_filter.from_json(json.loads(json.dumps(case_filter.as_json(wanted)))) == wanted


@given(FILTERS, st.sampled_from(Order), st.booleans())
def test_views_come_back_from_preferences(wanted: CaseFilter, order: Order, falling: bool) -> None:
    view = SavedView("Мій", wanted, Sorting(order, falling))
    kept = SavedViews((view,), "Мій", view)
    assert saved_view.from_json(json.loads(json.dumps(saved_view.as_json(kept)))) == kept


def test_a_shared_view_names_nobody() -> None:
    data = share(FULL)
    for name in ("Коваль", "Ткач", "А0012"):
        assert name not in data.decode()
    assert receive(data) == SavedView("Полонені", CaseFilter(due_in=7), Sorting(Order.DUE, True))


def test_a_view_of_a_newer_program_is_refused_in_words() -> None:
    told = json.loads(share(FULL))
    told["filter"]["version"] = case_filter.VERSION + 1
    told["filter"]["conditions"]["mood"] = "?"
    with pytest.raises(FilterFromNewerVersion):
        receive(json.dumps(told).encode())


@pytest.mark.parametrize(
    "harm",
    [
        lambda told: told.update(kind="other"),
        lambda told: told.update(order="mood"),
        lambda told: told.update(name=7),
        lambda told: told.update(name="я" * 61),
        lambda told: told.update(falling="yes"),
        lambda told: told.pop("filter"),
        lambda told: told["filter"].pop("version"),
        lambda told: told["filter"].update(conditions=[]),
        lambda told: told["filter"]["conditions"].update(due_in="soon"),
        lambda told: told["filter"]["conditions"].update(due_in=True),
        lambda told: told["filter"]["conditions"].update(due_in=10**9),
        lambda told: told["filter"]["conditions"].update(fates=["NOBODY"]),
        lambda told: told["filter"]["conditions"].update(track="sport"),
        lambda told: told["filter"]["conditions"].update(mood="good"),
    ],
)
def test_a_damaged_view_is_refused_in_words(harm) -> None:
    told = json.loads(share(FULL))
    harm(told)
    with pytest.raises(FilterDamaged):
        receive(json.dumps(told).encode())


@given(st.binary(max_size=200))
def test_no_file_breaks_the_reader(data: bytes) -> None:
    with pytest.raises(FilterDamaged):
        receive(data)


def test_a_view_that_cannot_be_read_is_not_lost() -> None:
    newer = {"name": "Новий", "filter": {"version": 99}, "order": "name", "falling": False}
    kept = saved_view.from_json({"views": [newer, saved_view.as_json(SavedViews((FULL,)))["views"][0]], "default": ""})
    assert kept.views == (FULL,)
    assert newer in saved_view.as_json(kept)["views"]


def test_a_view_takes_the_place_of_its_name_and_the_default_goes_with_it() -> None:
    views = SavedViews().with_view(FULL).with_view(SavedView("Другий")).with_view(SavedView("Полонені"))
    assert [view.name for view in views.views] == ["Полонені", "Другий"]
    assert views.named("Полонені") == SavedView("Полонені")
    chosen = SavedViews(views.views, default="Другий", last=FULL)
    assert chosen.first() == SavedView("Другий")
    assert chosen.without("Другий").first() == FULL

"""Who sees what: the matrix of the catalogue, hidden by default."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from app.domain.redaction import MASKS, Audience, RedactionMatrix, Visibility, masked, oblast_of, small_cell
from app.paths import resource

ROWS = yaml.safe_load(resource("catalogue/ua/redaction.yaml").read_text("utf-8"))
MATRIX = RedactionMatrix(ROWS["fields"])
OBLASTS = [
    row["uk"] for row in yaml.safe_load(resource("catalogue/ua/oblasts.yaml").read_text("utf-8"))["oblasts"]
]
audiences = st.sampled_from(Audience)


def test_the_audiences_are_those_of_the_catalogue():
    assert list(Audience) == ROWS["audiences"]


@pytest.mark.parametrize("row", ROWS["fields"], ids=lambda row: row["field"])
def test_every_cell_of_the_matrix_is_kept(row):
    assert row["field"] in MATRIX.fields
    assert all(MATRIX.visibility(row["field"], audience) == row[audience] for audience in Audience)


@given(st.none() | st.text().filter(lambda field: field not in MATRIX.fields), audiences)
def test_what_is_not_listed_is_hidden_from_all(field, audience):
    assert MATRIX.visibility(field, audience) is Visibility.HIDE


def test_an_audience_left_out_sees_nothing():
    matrix = RedactionMatrix([{"field": "rank", "LAWYER": "full"}])
    assert matrix.visibility("rank", Audience.LAWYER) is Visibility.FULL
    assert matrix.visibility("rank", Audience.COORDINATOR) is Visibility.HIDE


@pytest.mark.parametrize(
    "rows",
    [[{"LAWYER": "full"}], [{"field": None}], [{"field": "rank"}, {"field": "rank"}], [{"field": "rank",
    "LAWYER": "all"}]],
)
def test_a_broken_matrix_is_refused(rows):
    with pytest.raises(ValueError, match=r"."):
        RedactionMatrix(rows)


def test_other_relatives_see_only_the_office():
    shown = [field for field in MATRIX.fields if MATRIX.visibility(field, Audience.FAMILY_OTHER) is not Visibility.HIDE]
    assert shown == ["contacts_of_office_and_hotlines"]


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("rnokpp", "6000000116", "*******116"), ("passport_unzr", "19910824-00026", "********-**026"),
        ("date_of_birth", "1988-05-17", "1988"), ("iban_and_bank", "UA1234567", "*****4567"), ("call_sign", "Сокіл",
        ""),
        ("place_of_disappearance", "с. Приклад", ""),
    ],
)
def test_a_mask_shows_a_part_and_what_has_none_shows_nothing(field, value, shown):
    assert masked(field, value) == shown


@given(st.sampled_from(sorted(MASKS.keys() - {"date_of_birth"})), st.text(alphabet="0123456789АБ", min_size=1))
def test_a_mask_never_shows_the_whole_nor_more_than_four_signs(field, value):
    shown = masked(field, value)
    assert len(shown) == len(value)
    assert shown != value
    assert len(shown.replace("*", "")) <= 4


@pytest.mark.parametrize(
    ("place", "oblast"),
    [
        ("с. Приклад, Донецька обл.", "Донецька"), ("н.п. Зразок Луганська", "Луганська"), ("Харківської області",
        "Харківська"),
        ("ХАРКІВСЬКИЙ НАПРЯМОК", "Харківська"), ("м. Київ", "м. Київ"), ("Київська обл., с. Приклад", "Київська"),
        ("Автономна Республіка Крим", "Автономна Республіка Крим"), ("Івано-Франківська обл.", "Івано-Франківська"),
        ("Курська обл. рф", None), ("с. Приклад", None), ("", None),
    ],
)
def test_of_a_place_only_the_oblast_is_told(place, oblast):
    assert oblast_of(place, OBLASTS) == oblast


@given(st.text(max_size=60))
def test_nothing_finer_than_an_oblast_leaves(place):
    assert oblast_of(place, OBLASTS) in {None, *OBLASTS}


@pytest.mark.parametrize(("count", "told"), [(0, 0), (1, None), (4, None), (5, 5), (100, 100)])
def test_small_counts_are_not_told(count, told):
    assert small_cell(count) == told

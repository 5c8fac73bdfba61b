"""Until when a paper is good, by its own words or by its kind."""

from datetime import date

import pytest

from app.domain.identifier import IdentifierKind as K
from app.domain.partial_date import PartialDate, of_day
from app.domain.validity import Standing, Validity, validity

TODAY = date(2026, 11, 23)
GROWN = PartialDate(1990, 5, 17)


def until(kind, issued, born=GROWN):
    found = validity(kind, issued, None, born, TODAY)
    return found and found.until


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (date(2026, 11, 22), Standing.EXPIRED),
        (date(2026, 11, 23), Standing.SOON),
        (date(2027, 1, 22), Standing.SOON),
        (date(2027, 1, 23), Standing.GOOD),
    ],
)
def test_a_paper_is_good_to_its_last_day(day, standing) -> None:
    assert validity(K.TRAVEL_PASSPORT, None, day, None, TODAY) == Validity(day, False, standing)


def test_a_card_that_names_no_day_is_good_for_ten_years() -> None:
    assert until(K.ID_CARD, PartialDate(2017, 3, 1)) == date(2027, 3, 1)
    assert until(K.MILITARY_ID, PartialDate(2017, 3, 1)) == date(2027, 3, 1)
    assert until(K.ID_CARD, PartialDate(2016, 2, 29)) == date(2026, 2, 28)
    assert until(K.ID_CARD, PartialDate(2017, 3)) is None
    assert until(K.PASSPORT, PartialDate(2017, 3, 1)) is None


def test_a_child_has_his_card_for_four_years() -> None:
    born = of_day(date(2008, 5, 17))
    assert until(K.ID_CARD, PartialDate(2026, 5, 16), born) == date(2030, 5, 16)
    assert until(K.ID_CARD, PartialDate(2026, 5, 17), born) == date(2036, 5, 17)

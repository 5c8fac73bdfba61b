"""Birthdays that change what the law gives."""

from datetime import date

import pytest

from app.domain.coming_of_age import Turning, birthday, is_under, turning
from app.domain.partial_date import PartialDate

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("born", "day"),
    [
        (date(2008, 12, 5), date(2026, 12, 5)), (date(2008, 12, 30), date(2026, 12, 30)),
        (date(2008, 2, 29), date(2026, 2, 28)),
    ],
)  # fmt: skip
def test_the_day_of_turning_eighteen(born, day):
    assert birthday(born, 18) == day


@pytest.mark.parametrize(
    ("born", "under"),
    [
        (PartialDate(2008, 11, 24), True),
        (PartialDate(2008, 11, 23), False),
        (PartialDate(2008, 11), None),
        (PartialDate(2009), True),
        (PartialDate(2007), False),
        (PartialDate(2012, about=True), None),
        (None, None),
    ],
)
def test_who_is_a_minor_and_of_whom_it_cannot_be_told(born, under):
    assert is_under(born, 18, TODAY) is under


def test_the_next_birthday_is_told_ahead_and_on_the_day_but_not_after():
    assert turning(PartialDate(2008, 12, 5), TODAY) == Turning(18, date(2026, 12, 5), sure=True)
    assert turning(PartialDate(2008, 12, 5), TODAY).days(TODAY) == 12
    assert turning(PartialDate(2008, 11, 23), TODAY).days(TODAY) == 0
    assert turning(PartialDate(2008, 11, 22), TODAY) is None
    assert turning(PartialDate(2009, 2, 21), TODAY).on == date(2027, 2, 21)
    assert turning(PartialDate(2009, 2, 22), TODAY) is None


def test_twenty_three_is_told_too_and_a_month_alone_is_not_sure():
    assert turning(PartialDate(2003, 12), TODAY) == Turning(23, date(2026, 12, 1), sure=False)
    assert turning(PartialDate(2003, 12, 1), TODAY, (18,)) is None

"""Whether two rows are one man, and why."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.partial_date import PartialDate, of_day
from app.spreadsheets.duplicates import LIKELY, PeopleIndex, Somebody, best_match, compare

BORN = of_day(date(1985, 3, 4))
IVAN = Somebody("Коваленко", "Іван", "Петрович", BORN, "6000000116", "А0012", row=1)
OTHER_NUMBER = "6000000210"


def likely(one: Somebody, other: Somebody) -> bool:
    match = compare(one, other)
    assert (match is None) == (compare(other, one) is None)
    return match is not None and match.score >= LIKELY


@pytest.mark.parametrize(
    "again",
    [
        IVAN,
        replace(IVAN, unit="А0099"),
        replace(IVAN, rnokpp=None),
        replace(IVAN, surname="КОВАЛЕНКО", given="Iван", rnokpp=None),
        replace(IVAN, surname="Ковалєнко", rnokpp=None),
        replace(IVAN, patronymic="", rnokpp=None),
        replace(IVAN, given="І.", patronymic="П."),
        replace(IVAN, born=PartialDate(1985), rnokpp=None),
        replace(IVAN, born=of_day(date(1985, 4, 3)), rnokpp=None),
        replace(IVAN, born=None),
        replace(IVAN, born=None, rnokpp=None),
        replace(IVAN, born=of_day(date(1986, 3, 4))),
        replace(IVAN, surname="Бондар"),
    ],
)
def test_the_same_man_written_otherwise(again: Somebody) -> None:
    assert likely(IVAN, again)


@pytest.mark.parametrize(
    "another",
    [
        replace(IVAN, rnokpp=OTHER_NUMBER),
        replace(IVAN, born=of_day(date(1991, 7, 8)), rnokpp=None),
        replace(IVAN, given="Степан", rnokpp=None),
        replace(IVAN, patronymic="Васильович", rnokpp=None),
        replace(IVAN, born=None, rnokpp=None, unit="А0099"),
        replace(IVAN, born=PartialDate(1985), patronymic="", rnokpp=None, unit="А0099"),
        replace(IVAN, surname="Мороз", given="Тарас", patronymic="Ілліч", born=of_day(date(1990, 1, 1))),
    ],
)
def test_another_man_however_alike(another: Somebody) -> None:
    assert not likely(IVAN, another)


def test_another_birth_date_or_number_refutes_a_name_outright() -> None:
    assert compare(IVAN, replace(IVAN, born=of_day(date(1991, 7, 8)), rnokpp=None)) is None
    assert compare(IVAN, replace(IVAN, rnokpp=OTHER_NUMBER)) is None


def test_it_says_why_and_where() -> None:
    match = best_match(replace(IVAN, rnokpp=None), [replace(IVAN, given="Степан"), IVAN])
    assert match is not None
    assert match.other is IVAN
    assert match.why.uk == "те саме ім’я, та сама дата народження, та сама частина"
    assert match.other.where.en == "in row 1"
    assert replace(IVAN, number="К-2026-000007").where.uk == "у справі К-2026-000007"


def test_the_index_finds_by_number_name_and_birth_each_once() -> None:
    index = PeopleIndex([IVAN])
    assert index.like(IVAN) == (IVAN,)
    assert index.like(replace(IVAN, rnokpp=None, born=None)) == (IVAN,)
    assert index.like(replace(IVAN, surname="Бондар", born=None)) == (IVAN,)
    assert index.like(replace(IVAN, surname="Бондар", rnokpp=None)) == (IVAN,)
    assert index.like(replace(IVAN, surname="Бондар", rnokpp=None, born=PartialDate(1985))) == ()

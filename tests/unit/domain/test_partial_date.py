"""Dates known in part, and dates as people write them."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.partial_date import PartialDate, UnreadableDate, of_day, parse_human, parse_iso

TODAY = date(2026, 11, 5)
days = st.dates(date(1900, 1, 1), date(2099, 12, 31))
partial = st.builds(
    lambda day, parts, about: PartialDate(*(day.year, day.month, day.day)[:parts], about=about),
    days, st.integers(1, 3), st.booleans(),
)
_MONTHS = "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"
MONTHS = _MONTHS.split()


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("05.11.2026", "2026-11-05"), ("5.11.26", "2026-11-05"), ("05112026", "2026-11-05"), ("20261105", "2026-11-05"),
        ("05/11/2026", "2026-11-05"), ("2026-11-05", "2026-11-05"), ("2026.11.05", "2026-11-05"), (" 2.8.2026",
        "2026-08-02"),
        ("05,11,2026", "2026-11-05"), ("05-11-2026", "2026-11-05"), ("05 11 2026", "2026-11-05"), ("05. 11. 2026",
        "2026-11-05"),
        ("05..11.2026.", "2026-11-05"), ("05.11.2026 р.", "2026-11-05"), ("05.11.2026року", "2026-11-05"),
        ("05.11.2026 14:30", "2026-11-05"), ("2026-11-05T00:00:00", "2026-11-05"), ("05.11.2026 о 14:30", "2026-11-05"),
        ("5 листопада 2026 р.", "2026-11-05"), ("5 лист. 2026", "2026-11-05"), ("5-го листопада 2026 року",
        "2026-11-05"),
        ("5 ЛИСТОПАДА 2026", "2026-11-05"), ("05.XI.2026", "2026-11-05"), ("05.ХІ.2026", "2026-11-05"),
        ("November 5, 2026", "2026-11-05"), ("5 ноября 2026 г.", "2026-11-05"), ("5 січ 26", "2026-01-05"),
        ("чт, 05.11.2026", "2026-11-05"), ("від 05.11.2026", "2026-11-05"), ("051126", "2026-11-05"),
        ("1985", "1985"), ("нар. 1985", "1985"), ("1985 р.н.", "1985"), ("1985 р. н.", "1985"), ("1985 г.р.", "1985"),
        ("1985 року народження", "1985"), ("11.2026", "2026-11"), ("2026-11", "2026-11"), ("листопад 2026", "2026-11"),
        ("у листопаді 2026 року", "2026-11"), ("112026", "2026-11"), ("202611", "2026-11"), ("2026 листопад",
        "2026-11"),
        ("00.11.2026", "2026-11"), ("00.00.1985", "1985"), ("xx.xx.1985", "1985"), ("хх.11.1985", "1985-11"),
        ("??.11.1985", "1985-11"), ("__.__.1985", "1985"), ("12.11.85", "1985-11-12"), ("27.12.00", "2000-12-27"),
        ("01.01.27", "2027-01-01"), ("01.01.28", "1928-01-01"), ("29.02.2024", "2024-02-29"), ("2026 листопада 5",
        "2026-11-05"),
        ("０５．１１．２０２６", "2026-11-05"), ("05.11.2026\u00a0р.", "2026-11-05"),
    ],
)
def test_a_date_is_read_as_people_write_it(text, iso):
    assert parse_human(text) == parse_iso(iso)
    assert parse_human(text, today=TODAY) == parse_iso(iso)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("близько 1985", "1985"), ("~1985", "1985"), ("бл. 1985 р.", "1985"), ("1985?", "1985"), ("після 05.11.2025",
        "2025-11-05"),
        ("до 2020", "2020"), ("не раніше 11.2025", "2025-11"), ("приблизно у травні 2024", "2024-05"),
        ("наприкінці 2023 року", "2023"),
    ],
)
def test_a_doubt_is_kept(text, iso):
    assert parse_human(text) == parse_iso(iso, about=True)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("сьогодні", "2026-11-05"), ("Завтра", "2026-11-06"), ("учора", "2026-11-04"), ("+7", "2026-11-12"),
        ("+ 7 днів", "2026-11-12"), ("-3", "2026-11-02"), ("−3 дні", "2026-11-02"), ("через 30 днів", "2026-12-05"),
        ("today", "2026-11-05"), ("5 лист", "2026-11-05"), ("5 листопада", "2026-11-05"), ("05.11", "2026-11-05"),
        ("17.5", "2026-05-17"),
    ],
)
def test_what_needs_today(text, day):
    assert parse_human(text, today=TODAY).exact == date.fromisoformat(day)
    with pytest.raises(UnreadableDate):
        parse_human(text)
    with pytest.raises(UnreadableDate):
        parse_human(text, today=TODAY, birth=True)


@pytest.mark.parametrize(
    ("text", "iso"),
    [("05.11.26", "2026-11-05"), ("06.11.26", "1926-11-06"), ("12.27", None), ("нар. 06.11.26", "1926-11-06"),
     ("06.11.2026", "2026-11-06"), ("06.11.85", "1985-11-06")],
)
def test_a_birth_with_two_digits_of_a_year_is_never_in_the_future(text, iso):
    if iso is None:
        with pytest.raises(UnreadableDate):
            parse_human(text, today=TODAY, birth=True)
    else:
        assert parse_human(text, today=TODAY, birth=True).iso() == iso


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "-", "невідомо", "31.02.2025", "29.02.2025", "32.01.2025", "11.13.2025", "2025-13-01", "05.11.1026",
        "05.00.1985", "1985-1987", "05.11.2026-07.11.2026", "5 листопада грудня 2026", "123", "1234567", "123456789",
        "200511", "0000", "5 абвгд 2026", "листопад", "85.11.05", "11.85", "=1+1", "12025206311557733", "5 ли 2026",
        "29 лютого", "00.11", "00 листопада", "05.11.202", "005.11.2026", "+1985", "99999999",
    ],
)
def test_what_is_no_date_is_refused_and_never_guessed(text):
    with pytest.raises(UnreadableDate) as refused:
        parse_human(text, today=TODAY, birth="лютого" not in text)
    assert refused.value.facts == {"text": text}


@given(days, st.sampled_from(".,/- "), st.booleans())
def test_every_day_is_read_back_from_its_usual_shapes(day, mark, bare):
    shape = "{0.day}{1}{0.month}{1}{0.year}" if bare else "{0.day:02}{1}{0.month:02}{1}{0.year}"
    assert parse_human(shape.format(day, mark)) == of_day(day)
    assert parse_human(f"{day:%d%m%Y}") == of_day(day)
    assert parse_human(f"{day:%Y%m%d}") == of_day(day)
    assert parse_human(f"{day.day} {MONTHS[day.month - 1]} {day.year} р.") == of_day(day)
    assert parse_human(f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}") == of_day(day)


@given(st.text(max_size=25))
def test_any_text_is_read_or_refused(text):
    with suppress(UnreadableDate):
        assert parse_human(text, today=TODAY).year > 0


@given(partial)
def test_iso_is_read_back(day):
    assert parse_iso(day.iso(), about=day.about) == day


@pytest.mark.parametrize("text", ["", "26", "2026-1", "2026-11-5", "2026-11-05-01", "2026-13", "abcd", "-2026", "२०२६"])
def test_iso_is_strict(text):
    with pytest.raises(UnreadableDate):
        parse_iso(text)


@given(partial)
def test_first_and_last_enclose_what_is_meant(day):
    assert day.first <= day.last
    assert day.covers(day.first)
    assert day.covers(day.last)
    assert (day.exact is not None) == (day.day is not None and not day.about)
    assert day.exact in {None, day.first}


def test_what_a_date_covers():
    assert PartialDate(1985, 5).covers(date(1985, 5, 31))
    assert not PartialDate(1985, 5).covers(date(1985, 6, 1))
    assert PartialDate(1985, about=True).covers(date(1986, 12, 31))
    assert not PartialDate(1985, about=True).covers(date(1987, 1, 1))


@given(st.lists(partial))
def test_dates_are_ordered_by_their_earliest_day(dates):
    firsts = [day.first for day in sorted(dates)]
    assert firsts == sorted(firsts)


@given(partial, partial)
def test_two_dates_are_equal_or_in_order(one, other):
    assume(one != other)
    assert (one < other) != (other < one)


@pytest.mark.parametrize("parts", [(1985, 13), (1985, 2, 30), (1985, None, 5), (985,), (1985, 0), (1985, 5, 0)])
def test_a_day_that_does_not_exist_cannot_be_made(parts):
    with pytest.raises(UnreadableDate):
        PartialDate(*parts)

"""What cells mean: dates, numbers, units, answers, pay."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from app.domain import tax_number
from app.domain.fate import Fate
from app.domain.partial_date import of_day
from app.domain.relation import Relation
from app.spreadsheets import readings
from app.spreadsheets.cell import Cell
from app.spreadsheets.remarks import Remark, RemarkCode
from app.spreadsheets.words import Pay, pay_under_884, says_nothing, yes_or_no

TODAY = date(2026, 11, 23)
VECTORS = yaml.safe_load(
    (Path(__file__).parents[2] / "vectors" / "rnokpp_tests.yaml").read_text(encoding="utf-8")
)


def midnight(day: date) -> datetime:
    return datetime.combine(day, time.min)


def cell(value: object) -> Cell:
    return Cell(str(value), value)  # type: ignore[arg-type]


def iso(value: object, *, birth: bool = False) -> str | None:
    reading = readings.read_date(cell(value), "Дата", TODAY, birth)
    return reading.value.iso() if reading.value else None


def codes(remarks: tuple[Remark, ...]) -> list[RemarkCode]:
    return [remark.code for remark in remarks]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (midnight(date(2024, 2, 3)), "2024-02-03"), (45325, "2024-02-03"), ("45325", "2024-02-03"),
        ("03.02.2024", "2024-02-03"), (" 3.2.2024", "2024-02-03"), ("03/02/2024", "2024-02-03"),
        ("2024-02-03", "2024-02-03"), ("03.02.24", "2024-02-03"), ("03.02.2024 р.", "2024-02-03"),
        ("3 лютого 2024 року", "2024-02-03"), (3022024, "2024-02-03"), (2024, "2024"), ("02.2024", "2024-02"),
        ("27.12.00", "2000-12-27"), ("з 03.02.2024 немає зв’язку", "2024-02-03"), ("02/28/2024", "2024-02-28"),
        ("-", None), ("невідомо", None), ("", None), ("влітку", None), ("31.02.2024", None),
    ],
)  # fmt: skip
def test_dates_in_many_shapes(written: object, meant: str | None) -> None:
    assert iso(written) == meant


def test_births_of_the_last_century() -> None:
    assert iso("17.05.88", birth=True) == "1988-05-17"
    assert iso("нар. 1985", birth=True) == "1985"


def test_dates_say_what_was_done_to_them() -> None:
    said = {
        "31.02.2024": RemarkCode.DATE_UNREADABLE,
        "02/28/2024": RemarkCode.DATE_SWAPPED,
        "дзвінок 03.02.2024, мати": RemarkCode.DATE_TAKEN_FROM_WORDS,
    }
    for text, code in said.items():
        assert codes(readings.read_date(cell(text), "Дата", TODAY).remarks) == [code]
    assert readings.read_date(cell("невідомо"), "Дата", TODAY).remarks == ()


def test_a_day_without_its_year_is_not_completed_from_today() -> None:
    assert iso("05.11") is None
    assert iso("+7") is None


@given(st.dates(date(1940, 1, 1), date(2026, 11, 23)))
def test_any_day_in_any_usual_shape(day: date) -> None:
    typed = [f"{day:%d.%m.%Y}", f"{day:%d/%m/%Y}", f"{day:%Y-%m-%d}", f"{day:%d.%m.%Y} р."]
    shapes = [*typed, f" {day.day}.{day.month}.{day.year}", (day - date(1899, 12, 30)).days, midnight(day)]
    assert {iso(shape) for shape in shapes} == {day.isoformat()}


def test_no_invalid_tax_number_is_taken_and_no_valid_one_refused() -> None:
    for entry in VECTORS["valid"]:
        for written in (entry["number"], f" {entry['number']} ", f"{entry['number']}.0", int(entry["number"])):
            assert readings.read_tax_number(cell(written)).value == entry["number"]
    for number in [*VECTORS["invalid"], *VECTORS["checksum_ok_but_reject"]]:
        reading = readings.read_tax_number(cell(number))
        assert reading.value is None
        assert codes(reading.remarks) == [RemarkCode.RNOKPP_INVALID]


@given(st.integers(0, 999_999_999))
def test_only_numbers_that_pass_are_taken(nine: int) -> None:
    digits = f"{nine:09}"
    right = tax_number.check_digit(digits)
    for last in "0123456789":
        taken = readings.read_tax_number(cell(digits + last)).value
        assert taken == (digits + last if last == right and nine else None)


def test_a_lost_leading_zero_comes_back_only_if_the_check_holds() -> None:
    whole = "012345678" + tax_number.check_digit("012345678")
    reading = readings.read_tax_number(cell(int(whole)))
    assert (reading.value, codes(reading.remarks)) == (whole, [RemarkCode.RNOKPP_ZERO_RESTORED])
    assert readings.read_tax_number(cell(int(whole) - 1)).value is None
    assert readings.read_tax_number(cell(whole[1:])).value is None


@pytest.mark.parametrize(
    ("written", "code", "remarks"),
    [
        ("A0088", "А0088", []), ("в/ч А0088", "А0088", []), ("а0088", "А0088", []), ("3057 НГУ", "3057", []),
        ("1 батальйон, А0088", "А0088", []), ("-", None, []),
        ("окремий загін", "окремий загін", [RemarkCode.UNIT_UNUSUAL]),
    ],
)  # fmt: skip
def test_units(written: str, code: str | None, remarks: list[RemarkCode]) -> None:
    reading = readings.read_unit(written, "В/ч")
    assert (reading.value, codes(reading.remarks)) == (code, remarks)


@pytest.mark.parametrize(
    ("written", "fate", "remarks"),
    [
        ("у полоні", Fate.CAPTIVE_UNCONFIRMED, []),
        ("полон (підтв.)", Fate.CAPTIVE_CONFIRMED, []),
        ("БЗ", Fate.MISSING, []),
        ("", Fate.NO_CONTACT, [RemarkCode.STATUS_EMPTY]),
        ("лілія", Fate.NO_CONTACT, [RemarkCode.STATUS_UNCLEAR]),
    ],
)
def test_an_unknown_status_claims_least(written: str, fate: Fate, remarks: list[RemarkCode]) -> None:
    reading = readings.read_status(written)
    assert (reading.value.fate, codes(reading.remarks)) == (fate, remarks)


@pytest.mark.parametrize("word", ["так", "+", "є", "здано", "подано", "Так.", "здано, мати", "✓", "зареєстрована", "1"])
def test_yes(word: str) -> None:
    assert yes_or_no(word) is True


@pytest.mark.parametrize(
    "word", ["ні", "-", "не подавали", "не здано", "", "немає", "відсутні", "подали, ще не здали", "0", "потрібно"]
)
def test_no(word: str) -> None:
    assert yes_or_no(word) is False


def test_neither_yes_nor_no_is_asked_about() -> None:
    assert yes_or_no("лілія") is None
    reading = readings.read_answer(cell("лілія"), "ДНК", TODAY)
    assert (reading.value.yes, codes(reading.remarks)) == (False, [RemarkCode.ANSWER_UNCLEAR])


def test_a_dated_answer_is_a_yes_of_that_day() -> None:
    day = date(2024, 2, 3)
    for written in (midnight(day), "03.02.2024", "здано 03.02.2024"):
        answer = readings.read_answer(cell(written), "ДНК", TODAY).value
        assert (answer.yes, answer.day) == (True, of_day(day))
    assert readings.read_answer(cell("не здано 03.02.2024"), "ДНК", TODAY).value.yes is False


@pytest.mark.parametrize(
    ("written", "pay"),
    [
        ("отримує", Pay.GRANTED), ("50%", Pay.GRANTED), ("депоновано", Pay.GRANTED), ("подала заяву", Pay.APPLIED),
        ("подала заяву 12.03", Pay.APPLIED), ("відмова", Pay.REFUSED), ("не подавали", Pay.NOTHING), ("-", Pay.NOTHING),
        ("ні", Pay.NOTHING), ("так", Pay.GRANTED), ("лілія", None),
    ],
)  # fmt: skip
def test_pay_under_884(written: str, pay: Pay | None) -> None:
    assert pay_under_884(written) is pay


def test_notice_with_number() -> None:
    notice = readings.read_notice(cell("№ 123/45 від 16.07.2025"), "Сповіщення", TODAY).value
    assert (notice.number, notice.day) == ("123/45", of_day(date(2025, 7, 16)))
    assert readings.read_notice(cell("ні"), "Сповіщення", TODAY).remarks == ()
    bare = readings.read_notice(cell("є"), "Сповіщення", TODAY)
    assert (bare.value.day, codes(bare.remarks)) == (None, [RemarkCode.DATE_UNREADABLE])


def test_register_numbers() -> None:
    assert readings.read_erdr(cell("12025206311557733"), "ЄРДР").value == "12025206311557733"
    dated = readings.read_erdr(cell("№ 12025206311557733 від 01.02.2025"), "ЄРДР")
    assert (dated.value, dated.remarks) == ("12025206311557733", ())
    rounded = readings.read_erdr(Cell("1.2025206311557732e+16", 1.2025206311557732e16), "ЄРДР")
    assert codes(rounded.remarks) == [RemarkCode.ERDR_ROUNDED]
    short = readings.read_erdr(cell("12025"), "ЄРДР")
    assert (short.value, codes(short.remarks)) == ("12025", [RemarkCode.ERDR_UNUSUAL])


def test_relations_and_ranks() -> None:
    assert readings.read_relation("цив. дружина", "Ким").value is Relation.PARTNER
    unclear = readings.read_relation("лілія", "Ким")
    assert (unclear.value, codes(unclear.remarks)) == (Relation.UNKNOWN, [RemarkCode.RELATION_UNCLEAR])
    assert readings.read_rank("Ст. солдат") == "старший солдат"
    assert readings.read_rank("мол.сержант") == "молодший сержант"
    assert readings.read_rank("-") is None


def test_phones_are_kept_even_when_doubtful() -> None:
    reading = readings.read_phone_cell("12-34", "Тел.")
    assert ([phone.text for phone in reading.value], codes(reading.remarks)) == (["12-34"], [RemarkCode.PHONE_DOUBTFUL])
    assert codes(readings.read_phone_cell("у сусідки", "Тел.").remarks) == [RemarkCode.PHONE_DOUBTFUL]


@given(st.text(max_size=30), st.dates(TODAY - timedelta(days=1), TODAY))
def test_no_cell_stops_a_reading(text: str, today: date) -> None:
    raw = cell(text)
    for reading in (
        readings.read_date(raw, "a", today),
        readings.read_notice(raw, "a", today),
        readings.read_tax_number(raw),
        readings.read_unit(text, "a"),
        readings.read_status(text),
        readings.read_relation(text, "a"),
        readings.read_phone_cell(text, "a"),
        readings.read_answer(raw, "a", today),
        readings.read_pay(text, "a"),
        readings.read_erdr(raw, "a"),
    ):
        for remark in reading.remarks:
            assert remark.text.uk
            assert remark.text.en
    assert says_nothing(text) in {True, False}

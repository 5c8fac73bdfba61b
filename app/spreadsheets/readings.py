"""One function per kind of cell: what it means, and what a person should look at; originals are kept elsewhere."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Generic, TypeVar

from openpyxl.utils.datetime import from_excel

from app.domain import relation as relations
from app.domain import tax_number, unit_code
from app.domain.fate import Fate
from app.domain.name import canonical, straighten
from app.domain.partial_date import PartialDate, UnreadableDate, of_day, parse_human
from app.domain.relation import Relation
from app.domain.status_words import StatusReading, parse_status
from app.people.phones import Phone, read_phones
from app.spreadsheets.cell import Cell
from app.spreadsheets.remarks import Remark, RemarkCode
from app.spreadsheets.words import Pay, pay_under_884, says_nothing, yes_or_no

T = TypeVar("T", covariant=True)


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """What a cell means, and what there is to say about it."""

    value: T
    remarks: tuple[Remark, ...] = ()


_FULL_DATE = re.compile(r"\d{1,4}\s*[./-]\s*\d{1,2}\s*[./-]\s*\d{2,4}")
_YEAR_2000 = re.compile(r"^(\d{1,2}[./-]\d{1,2}[./-])00(?!\d)")
_SERIAL_DAYS = range(10_000, 60_000)
_NUMBER_SIGN = re.compile(r"(?:№|N|No)\.?\s*([\w/-]+)", re.IGNORECASE)
_ERROR_SIGNS = "#REF! #N/A #VALUE! #DIV/0! #NAME? #NULL! #NUM! #Н/Д #ЗНАЧ! #ССЫЛКА! #ИМЯ?"
_ERROR_WORDS = frozenset(_ERROR_SIGNS.split())
_UNIT_INSIDE = re.compile(r"(?<!\w)[АA]-?\d{4}(?!\d)")
_NOT_DIGIT = re.compile(r"\D")
_EXPONENT = re.compile(r"\d[eе]\+", re.IGNORECASE)
_ERDR = re.compile(r"(?<!\d)\d{17}(?!\d)")
_LATE_ROUNDING = 10**15
"""From here on a sheet's number has lost its last digits (IEEE 754 double: 15 sure decimal digits)."""


@lru_cache(maxsize=16_384)
def read_date(cell: Cell, heading: str, today: date, birth: bool = False) -> Reading[PartialDate | None]:
    """A day or part of one: a real date, a serial number such as 45321, or words in any usual shape.

    A month before the day is swapped with a remark; a date among other words is taken with a remark; what cannot
    be read leaves the field empty with a remark.
    """
    text = cell.text.strip()
    if says_nothing(text):
        return Reading(None)
    if (typed := _typed_day(cell, text)) is not None:
        return Reading(of_day(typed))
    if isinstance(cell.value, int) and len(text) == 7:
        text = f"0{text}"
    text = _YEAR_2000.sub(r"\g<1>2000", text)
    found = _day_of(text, today, birth)
    return Reading(found) if found is not None else _day_among_words(text, heading, today, birth)


def _typed_day(cell: Cell, text: str) -> date | None:
    """The day of a real date, or of a serial number that has lost its date format."""
    if isinstance(cell.value, datetime):
        return cell.value.date()
    if isinstance(cell.value, date):
        return cell.value
    if len(text) == 5 and text.isascii() and text.isdigit() and int(text) in _SERIAL_DAYS:
        moment = from_excel(int(text))
        return moment.date() if isinstance(moment, datetime) else None
    return None


def _day_among_words(text: str, heading: str, today: date, birth: bool) -> Reading[PartialDate | None]:
    for day in (match[0] for match in _FULL_DATE.finditer(text)):
        found, code = _day_of(day, today, birth), RemarkCode.DATE_TAKEN_FROM_WORDS
        if found is None:
            found, code = _swapped(day, today, birth), RemarkCode.DATE_SWAPPED
        if found is not None:
            return Reading(found, (Remark(code, heading, text, (("taken", found.iso()),)),))
    return Reading(None, (Remark(RemarkCode.DATE_UNREADABLE, heading, text),))


def _day_of(text: str, today: date, birth: bool) -> PartialDate | None:
    """A full date may lean on today for its century; anything less must not be completed from today."""
    try:
        return parse_human(text, today=today if _FULL_DATE.search(text) else None, birth=birth)
    except UnreadableDate:
        return None


def _swapped(text: str, today: date, birth: bool) -> PartialDate | None:
    parts = re.split(r"\s*[./-]\s*", text)
    return _day_of(".".join((parts[1], parts[0], parts[2])), today, birth) if len(parts) == 3 else None


@dataclass(frozen=True, slots=True)
class Notice:
    """An official notice: its day and its number, either of which may be missing."""

    day: PartialDate | None
    number: str | None = None


def read_notice(cell: Cell, heading: str, today: date) -> Reading[Notice]:
    """The notice column: a day, or «№ 123 від 16.07.2025». A bare «є» leaves the day unknown with a remark."""
    text = cell.text.strip()
    numbered = _NUMBER_SIGN.search(text) if isinstance(cell.value, str) else None
    if numbered is None:
        reading = read_date(cell, heading, today)
        known_absent = reading.value is None and yes_or_no(text) is False
        return Reading(Notice(reading.value), () if known_absent else reading.remarks)
    rest = " ".join(_NUMBER_SIGN.sub(" ", text).split()).strip(" ,;.")
    reading = read_date(Cell(rest, rest), heading, today)
    return Reading(Notice(reading.value, numbered[1]), reading.remarks)


def read_tax_number(cell: Cell) -> Reading[str | None]:
    """РНОКПП, ten digits that pass the check, else None with a remark (reference 4.3).

    A number cell of nine digits has lost its leading zero; it gets it back only if the check then holds.
    """
    text = cell.text.strip()
    if says_nothing(text):
        return Reading(None)
    digits = re.sub(r"[\s\u00a0'’-]|\.0+$", "", text)
    if re.fullmatch(r"\d+([.,]\d+)?[eEеЕ]\+?\d+", digits):
        digits = str(int(float(digits.replace(",", ".").replace("е", "e").replace("Е", "e"))))
    if _passes(digits):
        return Reading(digits)
    restored = f"0{digits}"
    if isinstance(cell.value, int | float) and len(digits) == 9 and _passes(restored):
        return Reading(restored, (Remark(RemarkCode.RNOKPP_ZERO_RESTORED, "", text),))
    return Reading(None, (Remark(RemarkCode.RNOKPP_INVALID, "", text),))


def _passes(digits: str) -> bool:
    try:
        tax_number.check(digits)
    except tax_number.InvalidTaxNumber:
        return False
    return True


@lru_cache(maxsize=16_384)
def read_unit(text: str, heading: str) -> Reading[str | None]:
    """The unit's code in its canonical form (``в/ч A1234`` is А1234); other words stay with a remark."""
    plain = " ".join(text.split())
    if says_nothing(plain):
        return Reading(None)
    inside = _UNIT_INSIDE.search(plain)
    unit = unit_code.parse(plain) or (unit_code.parse(plain[inside.start() :]) if inside else None)
    doubts = () if unit and unit.known else (Remark(RemarkCode.UNIT_UNUSUAL, heading, plain),)
    return Reading(unit.code if unit else plain, doubts)


@lru_cache(maxsize=4096)
def read_status(text: str) -> Reading[StatusReading]:
    """The fate that an office's words mean. Unknown or missing words become NO_CONTACT with a remark.

    Refusing the row would lose a family; NO_CONTACT claims least, and its steps are the first contact.
    """
    plain = " ".join(text.split())
    if says_nothing(plain):
        return Reading(StatusReading(Fate.NO_CONTACT), (Remark(RemarkCode.STATUS_EMPTY),))
    status = parse_status(plain)
    if status is None:
        return Reading(StatusReading(Fate.NO_CONTACT), (Remark(RemarkCode.STATUS_UNCLEAR, "", plain),))
    return Reading(status, (Remark(RemarkCode.STATUS_UNCERTAIN, "", plain),) if status.uncertain else ())


@lru_cache(maxsize=4096)
def read_relation(text: str, heading: str) -> Reading[Relation]:
    """Who the applicant is to the man; UNKNOWN with a remark if the words name no relation."""
    if says_nothing(text):
        return Reading(Relation.UNKNOWN)
    relation = relations.parse(text)
    if relation is not Relation.UNKNOWN:
        return Reading(relation)
    return Reading(Relation.UNKNOWN, (Remark(RemarkCode.RELATION_UNCLEAR, heading, " ".join(text.split())),))


_RANK_WORDS = {
    "ст": "старший", "мол": "молодший", "гол": "головний", "серж": "сержант", "с-т": "сержант", "солд": "солдат",
    "лейт": "лейтенант", "л-т": "лейтенант", "кап": "капітан", "к-н": "капітан", "м-р": "майор", "полк": "полковник",
    "п-к": "полковник", "підполк": "підполковник", "пп-к": "підполковник", "матр": "матрос",
    "штаб-серж": "штаб-сержант",
}  # fmt: skip


@lru_cache(maxsize=4096)
def read_rank(text: str) -> str | None:
    """The rank in full words, lower case: «Ст. солдат» is «старший солдат». None if the cell says nothing."""
    if says_nothing(text):
        return None
    words = straighten(canonical(text)).lower().replace(".", ". ").split()
    return " ".join(_RANK_WORDS.get(word.rstrip("."), word) for word in words)


def read_phone_cell(text: str, heading: str) -> Reading[tuple[Phone, ...]]:
    """Every number in the cell; doubtful ones are kept and remarked on."""
    if says_nothing(text):
        return Reading(())
    phones = read_phones(text)
    doubtful = [phone.text for phone in phones if phone.doubtful] or ([] if phones else [text.strip()])
    return Reading(phones, tuple(Remark(RemarkCode.PHONE_DOUBTFUL, heading, said) for said in doubtful))


@dataclass(frozen=True, slots=True)
class Answer:
    """A yes, and the day of it if the cell tells one."""

    yes: bool
    day: PartialDate | None = None


def read_answer(cell: Cell, heading: str, today: date) -> Reading[Answer]:
    """A yes or no column. A day alone, or beside a yes, is a yes of that day; other words are no, with a remark."""
    said = yes_or_no(cell.text)
    dated = isinstance(cell.value, date) or (said is not False and _FULL_DATE.search(cell.text) is not None)
    if dated:
        return Reading(Answer(True, read_date(cell, heading, today).value))
    if said is None:
        return Reading(Answer(False), (Remark(RemarkCode.ANSWER_UNCLEAR, heading, cell.text.strip()),))
    return Reading(Answer(said))


def read_pay(text: str, heading: str) -> Reading[Pay]:
    """How the pay under Resolution 884 stands."""
    if says_nothing(text):
        return Reading(Pay.NOTHING)
    pay = pay_under_884(text)
    return Reading(pay) if pay else Reading(Pay.NOTHING, (Remark(RemarkCode.PAY_UNCLEAR, heading, text.strip()),))


def read_erdr(cell: Cell, heading: str) -> Reading[str | None]:
    """The criminal register's number, 17 digits, kept as text; a number a sheet has rounded is remarked on."""
    text = " ".join(cell.text.split())
    if says_nothing(text):
        return Reading(None)
    rounded = isinstance(cell.value, int | float) and abs(cell.value) >= _LATE_ROUNDING
    if rounded or _EXPONENT.search(text):
        return Reading(text, (Remark(RemarkCode.ERDR_ROUNDED, heading, text),))
    whole = _ERDR.search(text)
    if whole or len(_NOT_DIGIT.sub("", text)) == 17:
        return Reading(whole[0] if whole else _NOT_DIGIT.sub("", text))
    return Reading(text, (Remark(RemarkCode.ERDR_UNUSUAL, heading, text),))


def in_error(cell: Cell) -> bool:
    """Whether the sheet itself says that the cell is broken (#REF! and its kin)."""
    return cell.text in _ERROR_WORDS

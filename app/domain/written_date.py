"""A written date taken to pieces: day, month and year as they stand, whether or not there is such a day."""

import re
import unicodedata
from dataclasses import dataclass

from app.domain import date_words

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff'’ʼ`"))
_TIME = re.compile(r"(?<=\d)(?:t|,?\s+)(?:об?\s+)?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?z?$")
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[?_*]{2,}|\S")
_MARKS = frozenset(".,/\\-–—−:()«»\"[]")
_DOUBTS = frozenset("~≈?±")
_UNKNOWN = re.compile(r"[xх]{2}|[?_*]{2,}")
_SHIFT = re.compile(
    r"(?P<sign>[+−-])\s*(?P<days>\d{1,3})\s*(?:д|дн|день|дні|днів|days?|d)?\.?|через\s+(?P<later>\d{1,3})\s+д\w*"
)


@dataclass(frozen=True, slots=True)
class Written:
    """The pieces: `year` in two or four digits as written or None, `month` and `day` None where unknown."""

    year: str | None
    month: int | None
    day: int | None
    doubtful: bool
    birth: bool


def shift(text: str) -> int | None:
    """Days from today that the text means (сьогодні, завтра, +7, -3, через 5 днів); None if it means none."""
    plain = _plain(text)
    found = _SHIFT.fullmatch(plain)
    if found is None:
        return date_words.RELATIVE.get(plain)
    days = int(found["days"] or found["later"])
    return -days if found["sign"] in {"-", "−"} else days


def read(text: str) -> Written | None:
    """Take `text` to pieces; None if they are not the pieces of one date."""
    numbers: list[str] = []
    months: list[int] = []
    doubtful = birth = False
    for token in _TOKEN.findall(_TIME.sub("", _plain(text))):
        if token in date_words.DOUBTFUL or token in _DOUBTS:
            doubtful = True
        elif token in date_words.BIRTH:
            birth = True
        elif _UNKNOWN.fullmatch(token):
            numbers.append("")
        elif token.isdigit():
            numbers.append(token)
        elif token in date_words.SILENT or token in _MARKS:
            continue
        elif (month := date_words.month(token)) is not None:
            months.append(month)
        else:
            return None
    pieces = _in_words(numbers, months) if months else _in_figures(numbers)
    if pieces is None:
        return None
    year, month_, day = pieces
    written = Written(year or None, _number(month_), _number(day), doubtful, birth)
    return written if year or written.day else None


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).translate(_INVISIBLE).lower().split())


def _number(digits: str) -> int | None:
    """00 stands for what is not known."""
    return int(digits or 0) or None


def _in_words(numbers: list[str], months: list[int]) -> tuple[str, str, str] | None:
    if len(months) > 1:
        return None
    month = str(months[0])
    match numbers:
        case [year] if len(year) == 4:
            return year, month, ""
        case [day] if 0 < len(day) <= 2:
            return "", month, day
        case [day, year] if len(day) <= 2 and len(year) in {2, 4}:
            return year, month, day
        case [year, day] if len(year) == 4 and len(day) <= 2:
            return year, month, day
    return None


def _in_figures(numbers: list[str]) -> tuple[str, str, str] | None:
    match numbers:
        case [run] if len(run) == 8:
            return _eight(run)
        case [run] if len(run) == 6:
            return _six(run)
        case [year] if len(year) == 4:
            return year, "", ""
        case [month, year] if len(month) <= 2 and len(year) == 4:
            return year, month, ""
        case [year, month] if len(year) == 4 and len(month) <= 2:
            return year, month, ""
        case [day, month] if 0 < len(day) <= 2 and 0 < len(month) <= 2:
            return "", month, day
        case [year, month, day] if len(year) == 4 and len(month) <= 2 and len(day) <= 2:
            return year, month, day
        case [day, month, year] if len(day) <= 2 and len(month) <= 2 and len(year) in {2, 4}:
            return year, month, day
    return None


def _eight(run: str) -> tuple[str, str, str]:
    """ddmmyyyy, else yyyymmdd: a century is no month, so no run of digits is both."""
    if run[4:6] in {"19", "20"}:
        return run[4:], run[2:4], run[:2]
    return run[:4], run[4:6], run[6:]


def _six(run: str) -> tuple[str, str, str] | None:
    """ddmmyy, mmyyyy or yyyymm, whichever alone makes sense."""
    readings = []
    if 1 <= int(run[:2]) <= 31 and 1 <= int(run[2:4]) <= 12:
        readings.append((run[4:], run[2:4], run[:2]))
    if 1 <= int(run[:2]) <= 12 and run[2:4] in {"19", "20"}:
        readings.append((run[2:], run[:2], ""))
    if run[:2] in {"19", "20"} and 1 <= int(run[4:]) <= 12:
        readings.append((run[:4], run[4:], ""))
    return readings[0] if len(readings) == 1 else None

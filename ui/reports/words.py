"""The words of the reports: what became of steps, months, bodies, periods."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from babel.dates import format_date

from app.catalogue.definitions import Catalogue
from app.domain.errors import N_
from app.i18n import Words
from app.statistics.service import BodyRow, StepStatistics, TableWords
from app.statistics.tally import Tally
from ui.step_words import track_word

DECEMBER = 12


class Part(StrEnum):
    """What became of steps, from the foot of a bar to its top."""

    DONE = "done"
    OTHERWISE = "otherwise"
    OPEN = "open"
    OVERDUE = "overdue"


PARTS: Mapping[Part, str] = {
    Part.DONE: N_("done"), Part.OTHERWISE: N_("closed otherwise"), Part.OPEN: N_("not due yet"),
    Part.OVERDUE: N_("overdue"),
}  # fmt: skip


class Period(StrEnum):
    """Which days are counted."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    TWELVE = "twelve"


PERIODS: Mapping[Period, str] = {
    Period.MONTH: N_("This month"), Period.QUARTER: N_("This quarter"), Period.YEAR: N_("This year"),
    Period.TWELVE: N_("Twelve months"),
}  # fmt: skip


def days_of(period: Period, today: date) -> tuple[date, date]:
    """The first and the last day of a period: whole months, of which the last is that of `today` or ends the period."""
    first = today.replace(day=1)
    match period:
        case Period.MONTH:
            return first, _month_end(first)
        case Period.QUARTER:
            start = first.replace(month=(first.month - 1) // 3 * 3 + 1)
            return start, _month_end(start.replace(month=start.month + 2))
        case Period.YEAR:
            return first.replace(month=1), first.replace(month=DECEMBER, day=31)
        case Period.TWELVE:
            year, month = divmod(first.year * DECEMBER + first.month - DECEMBER, DECEMBER)
            return date(year, month + 1, 1), _month_end(first)


def counts(tally: Tally) -> Mapping[Part, int]:
    """A tally by its parts."""
    return {
        Part.DONE: tally.done, Part.OTHERWISE: tally.otherwise, Part.OPEN: tally.open_, Part.OVERDUE: tally.overdue
    }  # fmt: skip


def tally_words(words: Words, tally: Tally) -> str:
    """«виконано 5, прострочено 2»: what is nought is not said."""
    said = [f"{words(PARTS[part])} {many}" for part, many in counts(tally).items() if many]
    return ", ".join(said) or words("no steps")


def month_word(words: Words, month: date, *, short: bool = False) -> str:
    """«листопад 2026», or «лис»."""
    return format_date(month, "LLL" if short else "LLLL y", locale=words.language).rstrip(".")


def body_word(words: Words, catalogue: Catalogue, code: str) -> str:
    """The name of a body; of none, that it was not said."""
    known = catalogue.bodies.get(code)
    return known.name.in_(words.language) if known else code or words("no body named")


def days_word(words: Words, days: int | None) -> str:
    """So many days; a dash for none."""
    return "—" if days is None else words.count("{n} day", "{n} days", days)


def table_words(words: Words, catalogue: Catalogue, found: StepStatistics) -> TableWords:
    """The words of the table that leaves."""
    bodies: Sequence[BodyRow] = found.bodies
    return TableWords(
        headings=(
            words("What is counted"), *(words(word) for word in PARTS.values()), words("waiting for an answer"),
            words("median of days waited"), words("answered"), words("median of days to the answer"),
        ),
        months={month: month_word(words, month) for month in found.months},
        tracks={track: track_word(words, track) for track in found.tracks},
        bodies={row.body: body_word(words, catalogue, row.body) for row in bodies},
    )  # fmt: skip


def _month_end(first: date) -> date:
    return date.fromordinal((first.replace(year=first.year + 1, month=1) if first.month == DECEMBER
                             else first.replace(month=first.month + 1)).toordinal() - 1)  # fmt: skip

"""Until when a paper is good: the day it names, or the one that follows from its kind (reference 4.4)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.identifier import IdentifierKind
from app.domain.partial_date import PartialDate

SOON = 60
"""Days before the end at which a paper is told to run out."""
_TEN_YEARS = frozenset({IdentifierKind.ID_CARD, IdentifierKind.MILITARY_ID})
_GROWN, _OF_A_CHILD = 18, 4


class Standing(StrEnum):
    """How a paper stands today."""

    GOOD = "good"
    SOON = "soon"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Validity:
    """`until`, its last day; `by_rule` if the paper does not name it."""

    until: date
    by_rule: bool
    standing: Standing


def validity(
    kind: IdentifierKind, issued: PartialDate | None, until: date | None, born: PartialDate | None, today: date
) -> Validity | None:
    """How long a paper is good; None if nothing says.

    An ID card and a military ID card are good for ten years; an ID card got before the age of 18 for four.
    """
    end = until or _by_rule(kind, issued, born)
    if end is None:
        return None
    left = (end - today).days
    standing = Standing.EXPIRED if left < 0 else Standing.SOON if left <= SOON else Standing.GOOD
    return Validity(end, until is None, standing)


def _by_rule(kind: IdentifierKind, issued: PartialDate | None, born: PartialDate | None) -> date | None:
    if issued is None or issued.exact is None or kind not in _TEN_YEARS:
        return None
    child = born is not None and issued.exact < _years_later(born.first, _GROWN)
    return _years_later(issued.exact, _OF_A_CHILD if child and kind is IdentifierKind.ID_CARD else 10)


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)

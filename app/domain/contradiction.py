"""Items of information that cannot all be true: found, so that somebody lays them side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations
from uuid import UUID

from app.domain import katottg
from app.domain.information import CAPTIVITY, GONE, LIFE, Claim, EventKind
from app.domain.partial_date import PartialDate


class Reason(StrEnum):
    """Why two items cannot both be true."""

    ALIVE_AND_DEAD = "alive_and_dead"
    CAPTIVITY = "captivity"
    DATES = "dates"
    PLACES = "places"


ONCE = frozenset(
    {EventKind.LAST_CONTACT, EventKind.DISAPPEARANCE, EventKind.CAPTURE, EventKind.RETURNED, EventKind.DEATH}
)
"""Events that happen to a man once in an episode: two dates or two places of them disagree."""

_SAYS_ALIVE = LIFE | {EventKind.LISTED}
_MONTH, _YEAR = timedelta(days=31), timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two items, by their keys in the order given, and every reason why they disagree."""

    one: UUID
    other: UUID
    reasons: tuple[Reason, ...]

    def beside(self, key: UUID) -> UUID:
        """The item that disagrees with the one of this key."""
        return self.other if key == self.one else self.one


@dataclass(frozen=True, slots=True)
class _Dated:
    claim: Claim
    first: date
    last: date


def contradictions(claims: Sequence[Claim], confirming: Iterable[str] = ()) -> tuple[Contradiction, ...]:
    """Every pair of items that disagree. `confirming`: the types of source that confirm captivity."""
    official = frozenset(confirming)
    dated = [_Dated(claim, *window(claim)) for claim in claims]
    found = []
    for one, other in combinations(dated, 2):
        if reasons := tuple(_reasons(one, other, official)):
            found.append(Contradiction(one.claim.key, other.claim.key, reasons))
    return tuple(found)


def window(claim: Claim) -> tuple[date, date]:
    """The first and the last day on which it may have happened.

    «About» widens a date by a month, a bare year by a year; without any date, the day of receipt stands for it.
    """
    start, end = claim.starts, claim.ends
    if start is not None:
        return _widened(start)[0], max(_widened(start)[1], _widened(end)[1] if end else date.min)
    if end is not None:
        return date.min, _widened(end)[1]
    return (claim.received, claim.received) if claim.received else (date.min, date.max)


def _widened(day: PartialDate) -> tuple[date, date]:
    if not day.about:
        return day.first, day.last
    by = _MONTH if day.month else _YEAR
    return day.first - by, day.last + by


def _reasons(one: _Dated, other: _Dated, official: frozenset[str]) -> Iterable[Reason]:
    if _alive_after(one, other) or _alive_after(other, one):
        yield Reason.ALIVE_AND_DEAD
    if _taken_back(one, other, official) or _taken_back(other, one, official):
        yield Reason.CAPTIVITY
    if one.claim.kind is not other.claim.kind:
        return
    once = one.claim.kind in ONCE
    if once and (one.last < other.first or other.last < one.first):
        yield Reason.DATES
    same_day = one.first == one.last == other.first == other.last
    if (once or same_day) and _apart(one.claim, other.claim):
        yield Reason.PLACES


def _alive_after(life: _Dated, death: _Dated) -> bool:
    return life.claim.kind in _SAYS_ALIVE and death.claim.kind in GONE and life.first > death.last


def _taken_back(confirmed: _Dated, denied: _Dated, official: frozenset[str]) -> bool:
    """Whether somebody did not confirm what was confirmed before: an answer that came first is only older."""
    return (
        denied.claim.kind is EventKind.NOT_CONFIRMED
        and confirmed.claim.kind in CAPTIVITY
        and confirmed.claim.source_type in official
        and denied.last >= confirmed.first
    )


def _apart(one: Claim, other: Claim) -> bool:
    if one.abroad != other.abroad:
        return bool(one.abroad or one.oblast) and bool(other.abroad or other.oblast)
    if one.oblast and other.oblast and one.oblast != other.oblast:
        return True
    return katottg.apart(one.katottg, other.katottg)

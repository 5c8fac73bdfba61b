"""Which copies of a vault stay: the ten newest, and the last of 14 days, 8 weeks and 12 months on which one was made.

Days are counted only where a copy was made, and copies are put in order by generation and number of changes. So
neither a laptop that lay in a drawer, nor a clock set wrongly, nor summer time costs a copy.
"""

from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

RECENT, DAILY, WEEKLY, MONTHLY = 10, 14, 8, 12


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy. `n`: its number of changes; `made`: by the clock of then, aware; `whole`: nothing of it is missing."""

    generation: int
    n: int
    made: datetime
    whole: bool = True


def kept(copies: Collection[Copy]) -> frozenset[Copy]:
    """Those that stay. The newest whole one always does; a damaged one only among the newest."""
    ordered = sorted(copies, key=_newness, reverse=True)
    whole = [copy for copy in ordered if copy.whole]
    stay = {*ordered[:RECENT], *whole[:RECENT]}
    for period, most in ((_day, DAILY), (_week, WEEKLY), (_month, MONTHLY)):
        stay |= _last_of_each(whole, period, most)
    return frozenset(stay)


def _last_of_each(newest_first: Sequence[Copy], period: Callable[[datetime], Hashable], most: int) -> set[Copy]:
    found: dict[Hashable, Copy] = {}
    for copy in newest_first:
        if len(found) == most:
            break
        found.setdefault(period(copy.made.astimezone(UTC)), copy)
    return set(found.values())


def _newness(copy: Copy) -> tuple[int, int, datetime, bool]:
    return copy.generation, copy.n, copy.made, copy.whole


def _day(made: datetime) -> Hashable:
    return made.date()


def _week(made: datetime) -> Hashable:
    return made.isocalendar()[:2]


def _month(made: datetime) -> Hashable:
    return made.year, made.month

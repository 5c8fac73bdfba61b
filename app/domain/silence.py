"""How long nobody spoke to a family: the gaps between contacts, and the one that lasts until today."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

LONGEST_SILENCE = 30
"""Days without a word from us after which a family has waited long."""


@dataclass(frozen=True, slots=True)
class Silence:
    """No contact after `since` and before `until`; `lasts`: nobody has spoken to them yet."""

    since: date
    until: date
    lasts: bool = False

    @property
    def days(self) -> int:
        """How many days passed from the one contact to the next, or until today."""
        return (self.until - self.since).days


def silences(contacts: Iterable[date], opened: date, until: date, longest: int = LONGEST_SILENCE) -> Iterator[Silence]:
    """The gaps of more than `longest` days, oldest first.

    The first is counted from the day the case was `opened`, or from an earlier contact; the last to `until`, today
    or the day the case was closed. Contacts after `until` do not count.
    """
    days = sorted({day for day in (*contacts, opened) if day <= until})
    yield from (Silence(one, other) for one, other in pairwise(days) if (other - one).days > longest)
    if days and (until - days[-1]).days > longest:
        yield Silence(days[-1], until, lasts=True)

"""A sum divided to the kopeck: among recipients by their shares, and over months by instalments."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from app.domain.money import check
from app.domain.pay_rule import Ground, OddKopecks
from app.domain.text import Text


class MoreThanAll(ValueError):
    """The shares come to more than the whole."""


@dataclass(frozen=True, slots=True)
class Split:
    """Kopecks of each share, in its order, and what is kept for him; together they are the sum."""

    parts: tuple[int, ...]
    deposited: int


@dataclass(frozen=True, slots=True)
class InstalmentRule:
    """How a one-off payment is paid out: a part at once, the rest over months. `total` in kopecks.

    It holds for deaths certified from `since` to `until`, both included; None is open.
    """

    code: str
    since: date | None
    until: date | None
    total: int
    at_once: Fraction
    months: int
    ground: Ground
    doubt: Text | None = None

    def in_force(self, day: date) -> bool:
        """Whether it is the rule of that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Instalments:
    """Kopecks: at once, then each month but the last, then the last, which takes what equal months leave over."""

    at_once: int
    monthly: int
    months: int
    last: int


def split(total: int, shares: Sequence[Fraction], odd: OddKopecks) -> Split:
    """Divide `total` kopecks; what no share claims is deposited, and odd kopecks go where the rule says.

    Raises `MoreThanAll`, `SumTooLarge`, `UnreadableMoney`.
    """
    together = sum(shares, Fraction(0))
    if together > 1 or any(share < 0 for share in shares):
        raise MoreThanAll
    parts = [int(check(total) * share) for share in shares]
    left = 0 if odd is OddKopecks.DEPOSITED else int(total * together) - sum(parts)
    paid = [place for place, share in enumerate(shares) if share]
    for place in paid[:left] if odd is OddKopecks.IN_TURN else paid[-1:] * left:
        parts[place] += 1
    return Split(tuple(parts), total - sum(parts))


def instalments(total: int, rule: InstalmentRule) -> Instalments:
    """Pay `total` kopecks out by a rule. Raises `SumTooLarge`, `UnreadableMoney`."""
    at_once = int(check(total) * rule.at_once)
    monthly = (total - at_once) // rule.months
    return Instalments(at_once, monthly, rule.months, total - at_once - monthly * (rule.months - 1))


def instalment_rule_on(rules: Sequence[InstalmentRule], day: date) -> InstalmentRule | None:
    """The rule for a death certified on `day`; None where no rule of that day is known."""
    return next((rule for rule in rules if rule.in_force(day)), None)

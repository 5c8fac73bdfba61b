"""Who shares the pay of an absent man, and how much together: one rule for each span of days, as money.yaml has it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.kin import Fact
from app.domain.relation import Relation
from app.domain.text import Text


class Circle(StrEnum):
    """A kind of kin that a line of the rule names."""

    SPOUSE = "spouse"
    PARENT = "parent"
    MINOR_CHILD = "minor_child"
    DISABLED_CHILD = "disabled_child"
    ADULT_CHILD = "adult_child"
    SIBLING = "sibling"
    DEPENDANT = "dependant"


class OddKopecks(StrEnum):
    """Where the kopecks go that equal parts leave over."""

    DEPOSITED = "deposited"
    IN_TURN = "in_turn"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Ground:
    """On what a rule rests: acts by issuer, number and date; how sure we are of it; where it was found."""

    basis: str
    confidence: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PayLine:
    """Those who share in equal parts; `together`: of 10,000. It is asked only if nobody stands in a line before it."""

    circles: tuple[Circle, ...]
    together: int
    name: Text


@dataclass(frozen=True, slots=True)
class PayRule:
    """One rule, in force from `since` to `until`, both included.

    `his_wish`: his own disposition decides before the lines. `bars`: who answers yes is not paid, and must be asked;
    `bars_of`: the same for one relation; `ends`: who is known to answer yes takes no part any more. `doubt`: what is
    not known of the rule itself, None for nothing.
    """

    code: str
    since: date
    until: date | None
    his_wish: bool
    lines: tuple[PayLine, ...]
    bars: tuple[Fact, ...]
    bars_of: tuple[tuple[Relation, tuple[Fact, ...]], ...]
    ends: tuple[Fact, ...]
    odd: OddKopecks
    ground: Ground
    doubt: Text | None = None

    def asked_of(self, relation: Relation) -> tuple[Fact, ...]:
        """The questions whose yes excludes somebody of this relation."""
        own = next((facts for whose, facts in self.bars_of if whose is relation), ())
        return (*own, *self.bars)

    def in_force(self, day: date) -> bool:
        """Whether it is the rule of that day."""
        return self.since <= day and (self.until is None or day <= self.until)


def rule_on(rules: Sequence[PayRule], day: date) -> PayRule | None:
    """The rule of a day; None before the first that is known."""
    return next((rule for rule in rules if rule.in_force(day)), None)

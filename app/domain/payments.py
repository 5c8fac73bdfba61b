"""Payments by month: what became of each, and which months of a decided payment nobody has written down."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PayState(StrEnum):
    """What became of a payment."""

    EXPECTED = "expected"
    RECEIVED = "received"
    LESS = "less"
    NOT_RECEIVED = "not_received"


class RepayState(StrEnum):
    """How far an overpayment is."""

    FOUND = "found"
    ASKED_BACK = "asked_back"
    AGREED = "agreed"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month."""

    year: int
    number: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    def following(self) -> "Month":
        """The month after it."""
        return Month(self.year + self.number // 12, self.number % 12 + 1)


@dataclass(frozen=True, slots=True)
class Promised:
    """What a body decided to pay every month from a day: `key` is the recipient and the kind of payment.

    `amount`: kopecks a month, None where the decision names none. `until`: the day before the next decision, None
    if it still stands.
    """

    key: tuple[str, str]
    since: date
    amount: int | None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A payment held back from a day to a day, both included; None is open."""

    key: tuple[str, str]
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class MonthTotal:
    """Kopecks that were to come and that came in a month; `short`: how many payments came less or not at all."""

    month: Month
    expected: int
    received: int
    short: int


@dataclass(frozen=True, slots=True)
class Paid:
    """One payment as written down, for totals."""

    key: tuple[str, str]
    month: Month
    expected: int | None
    received: int | None


def month_of(day: date) -> Month:
    """The month of a day."""
    return Month(day.year, day.month)


def state_of(expected: int | None, received: int | None) -> PayState:
    """What became of a payment: nothing written is still expected, nought did not come."""
    if received is None:
        return PayState.EXPECTED
    if received == 0:
        return PayState.NOT_RECEIVED
    return PayState.LESS if expected is not None and received < expected else PayState.RECEIVED


def repay_state(amount: int, returned: int | None, *, asked: bool, agreed: bool) -> RepayState:
    """How far an overpayment is, told from what is written of it."""
    if returned is not None and returned >= amount:
        return RepayState.RETURNED
    if agreed:
        return RepayState.AGREED
    return RepayState.ASKED_BACK if asked else RepayState.FOUND


def months(since: date, until: date) -> Iterator[Month]:
    """Every month from that of `since` to that of `until`."""
    month, last = month_of(since), month_of(until)
    while month <= last:
        yield month
        month = month.following()


def missing(
    promised: Sequence[Promised], held: Sequence[Held], paid: Collection[tuple[tuple[str, str], Month]], today: date
) -> tuple[tuple[Promised, Month], ...]:
    """The months that are over, were decided to be paid, were not held back on their first day, and have no line.

    Each once: where two claims were granted for one recipient and kind, by the decision that pays since later.
    """
    found: dict[tuple[tuple[str, str], Month], Promised] = {}
    for one in sorted(promised, key=lambda one: one.since):
        for month in months(one.since, min(today, one.until or today)):
            over = month.following().first <= today
            stopped = any(stop.key == one.key and _holds(stop, month) for stop in held)
            if over and not stopped and (one.key, month) not in paid:
                found[one.key, month] = one
    return tuple(sorted(((one, month) for (_, month), one in found.items()), key=lambda gap: (gap[1], gap[0].key)))


def totals(paid: Sequence[Paid]) -> tuple[MonthTotal, ...]:
    """What was to come and what came, by month, the newest first."""
    found = []
    for month in sorted({one.month for one in paid}, reverse=True):
        here = [one for one in paid if one.month == month]
        short = sum(state_of(one.expected, one.received) in {PayState.LESS, PayState.NOT_RECEIVED} for one in here)
        found.append(
            MonthTotal(month, sum(one.expected or 0 for one in here), sum(one.received or 0 for one in here), short)
        )
    return tuple(found)


def _holds(stop: Held, month: Month) -> bool:
    """Whether a payment was held back for the whole month or from before it."""
    return stop.since < month.following().first and (stop.until is None or stop.until >= month.first)

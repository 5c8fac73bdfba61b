"""Steps that come back: every so often, at fixed distances from what began them, or with each new occasion."""

import re
from dataclasses import dataclass
from datetime import date

from app.domain.deadline import Term, Unit, shift

_GAP = re.compile(r"(\d+)([dwmy])(?:\s*x\s*(\d+))?")
_LONG = 1000
"""Turns enough for every step of a case."""
_UNITS = {"d": Unit.DAY, "w": Unit.WEEK, "m": Unit.MONTH, "y": Unit.YEAR}


class UnreadablePattern(ValueError):
    """A pattern of the catalogue says nothing; the argument is the pattern."""


@dataclass(frozen=True, slots=True)
class Gap:
    """So many days, weeks, months or years."""

    many: int
    unit: Unit

    def after(self, day: date, times: int = 1) -> date:
        """`day` and so many times the gap: months end on the last day of a shorter month (Civil Code art. 254)."""
        return shift(day, self.many * times, self.unit)


@dataclass(frozen=True, slots=True)
class Repeat:
    """When a step comes back.

    `distances` from the event that began it come first, one turn each; then it is every `every`, in all at most `times`
    turns. `occasion`: it comes with each event, item or list, on no schedule. `until` in words when it ends.
    """

    distances: tuple[Gap, ...] = ()
    every: Gap | None = None
    times: int | None = None
    occasion: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """The turn of a step that comes next, and the day it is counted to, before any day off moves it."""

    number: int
    day: date


def pattern(text: str) -> Repeat:
    """Read “1m x3, then 3m”: a month, three times, then every third; and “30d, 3m, 6m, 12m”: distances, then no more.

    Raises `UnreadablePattern`.
    """
    head, _, tail = text.partition(", then ")
    distances: list[Gap] = []
    for part in head.split(", "):
        found = _GAP.fullmatch(part.strip())
        if found is None:
            raise UnreadablePattern(text)
        many, unit = int(found[1]), _UNITS[found[2]]
        times = int(found[3] or 1)
        distances.extend(Gap(many * turn, unit) for turn in range(1, times + 1))
    after = _GAP.fullmatch(tail.strip()) if tail else None
    if tail and after is None:
        raise UnreadablePattern(text)
    return Repeat(tuple(distances), Gap(int(after[1]), _UNITS[after[2]]) if after else None)


def next_turn(repeat: Repeat, term: Term, event: date | None, turn: int, done: date) -> Turn | None:
    """The turn after the one that was done, None if it was the last or comes only with an occasion.

    `event` began the term (None: unknown, and the day it was done stands for it), `turn` counts from 1. Turns whose
    day passed before the step was done are not made up for: the next one is still to come. What holds for so many
    days, such as a deferral, runs anew from the day it was done.
    """
    if repeat.occasion or (repeat.every is None and not repeat.distances):
        return None
    if repeat.every is not None and _from_the_last(repeat, event):
        return _within(repeat, turn + 1, repeat.every.after(done))
    number = turn + 1
    while (day := _day(repeat, term, event, number, done)) is not None and day <= done:
        number += 1
    return None if day is None else _within(repeat, number, day)


def passed(repeat: Repeat, term: Term, event: date | None, turn: int, due: date, today: date) -> int:
    """How many later turns have come by `today` while the one that was due on `due` is not done: one deed covers them.

    They are not written one by one, so that nothing floods; the next turn is counted from the day it is done.
    """
    last = _LONG if repeat.times is None else repeat.times
    missed, number = 0, turn
    while number < last:
        number += 1
        if repeat.every is not None and _from_the_last(repeat, event):
            day: date | None = repeat.every.after(due, number - turn)
        else:
            day = _day(repeat, term, event, number, due)
        if day is None or day > today:
            return missed
        missed += day > due
    return missed


def _from_the_last(repeat: Repeat, event: date | None) -> bool:
    """Whether each turn is counted from the one before: a length of days, or a beginning that nobody knows."""
    return not repeat.distances and (event is None or (repeat.every is not None and repeat.every.unit is Unit.DAY))


def _within(repeat: Repeat, number: int, day: date) -> Turn | None:
    return None if repeat.times is not None and number > repeat.times else Turn(number, day)


def _day(repeat: Repeat, term: Term, event: date | None, number: int, done: date) -> date | None:
    """The day of a turn, None behind the last of those that are told one by one."""
    if repeat.distances:
        known = len(repeat.distances)
        start = event or done
        if number <= known:
            return repeat.distances[number - 1].after(start)
        return _beyond(repeat.distances[-1], repeat.every, start, number - known) if repeat.every else None
    if repeat.every is None:
        return None
    began = event or done
    first = shift(began, term.qty, term.unit) if term.qty is not None else began
    return repeat.every.after(first, number - 1)


def _beyond(last: Gap, every: Gap, start: date, times: int) -> date:
    """So many turns after the last distance; in one unit they are counted from the start, so that no day is lost."""
    if last.unit is every.unit:
        return Gap(last.many + every.many * times, every.unit).after(start)
    return every.after(last.after(start), times)

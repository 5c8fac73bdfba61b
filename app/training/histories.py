"""How synthetic fates unfold: a legal path through the transition table, on days that could have been."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import accumulate

from app.domain.fate import Fate
from app.training.synthetic import SyntheticFate

INVASION = date(2022, 2, 24)
_RISING_FROM = date(2024, 1, 1)
_MONTH = 30

MIX: tuple[tuple[Fate, float], ...] = (
    (Fate.MISSING, 68.0),
    (Fate.CAPTIVE_UNCONFIRMED, 5.0),
    (Fate.CAPTIVE_CONFIRMED, 7.0),
    (Fate.RETURNED, 7.0),
    (Fate.IN_SERVICE_AFTER, 1.0),
    (Fate.DISCHARGED_AFTER, 2.0),
    (Fate.BODY_UNIDENTIFIED, 3.0),
    (Fate.DECEASED_IDENTIFIED, 4.0),
    (Fate.DIED_IN_CAPTIVITY, 0.5),
    (Fate.DECLARED_DEAD_COURT, 0.5),
    (Fate.CIVIL_DETAINEE, 1.0),
    (Fate.NO_CONTACT, 0.7),
    (Fate.FOUND_ALIVE, 0.3),
)
"""Fates of a local office in per cent (reference 9.3)."""

_ROOM: dict[Fate, int] = {
    Fate.MISSING: 3,
    Fate.CAPTIVE_UNCONFIRMED: 60,
    Fate.CAPTIVE_CONFIRMED: 120,
    Fate.RETURNED: 240,
    Fate.IN_SERVICE_AFTER: 500,
    Fate.DISCHARGED_AFTER: 500,
    Fate.BODY_UNIDENTIFIED: 180,
    Fate.DECEASED_IDENTIFIED: 420,
    Fate.DIED_IN_CAPTIVITY: 400,
    Fate.DECLARED_DEAD_COURT: 750,
    Fate.CIVIL_DETAINEE: 30,
    Fate.NO_CONTACT: 0,
    Fate.FOUND_ALIVE: 60,
}
"""Days that must lie between the event and today for the path to fit."""


class Histories:
    """Draws histories up to `today`. `chance` yields floats in [0, 1); nothing else is random here."""

    def __init__(self, chance: Callable[[], float], today: date) -> None:
        self._chance = chance
        self._today = today
        self._first = min(INVASION, today - timedelta(days=800))
        self._fates = tuple(fate for fate, _ in MIX)
        self._shares = tuple(accumulate(share for _, share in MIX))
        days = (today - self._first).days + 1
        rising = (_RISING_FROM - self._first).days
        self._weights = tuple(accumulate(1.0 + max(day - rising, 0) / 700 for day in range(days)))
        self._exchanges = self._spread(75, 60)
        self._batches = self._spread(25, 200)

    def draw(self) -> tuple[SyntheticFate, ...]:
        """One history, first fate first; its last day is not after today."""
        fate = self._fates[bisect_left(self._shares, self._chance() * self._shares[-1])]
        event = self._first + timedelta(days=bisect_left(self._weights, self._chance() * self._weights[-1]))
        latest = self._today - timedelta(days=_ROOM[fate])
        if event > latest:
            event = latest - timedelta(days=int(self._chance() * 200))
        return self._path(fate, max(event, self._first))

    def _path(self, fate: Fate, event: date) -> tuple[SyntheticFate, ...]:
        if fate in {Fate.NO_CONTACT, Fate.CIVIL_DETAINEE}:
            return (SyntheticFate(fate, event),)
        missing = SyntheticFate(Fate.MISSING, event)
        steps: tuple[Fate, ...] = (fate,)
        match fate:
            case Fate.MISSING:
                return self._perhaps_lost_contact_first(missing)
            case Fate.RETURNED | Fate.IN_SERVICE_AFTER | Fate.DISCHARGED_AFTER:
                return (missing, *self._return(fate, event))
            case Fate.BODY_UNIDENTIFIED | Fate.DECEASED_IDENTIFIED:
                return (missing, *self._body(fate, event))
            case Fate.DIED_IN_CAPTIVITY:
                steps = (Fate.CAPTIVE_CONFIRMED, fate)
        return (missing, *self._between(steps, event, self._today))

    def _perhaps_lost_contact_first(self, missing: SyntheticFate) -> tuple[SyntheticFate, ...]:
        if self._chance() < 0.9:
            return (missing,)
        return SyntheticFate(Fate.NO_CONTACT, missing.day - timedelta(days=3)), missing

    def _return(self, fate: Fate, event: date) -> tuple[SyntheticFate, ...]:
        """Back on an exchange day; a third were never confirmed."""
        after = 200 if fate is not Fate.RETURNED else 0
        home = self._one_of(self._exchanges, event + timedelta(days=60), self._today - timedelta(days=after))
        if self._chance() < 0.67:
            captive: tuple[Fate, ...] = (Fate.CAPTIVE_CONFIRMED,)
        else:
            captive = (Fate.CAPTIVE_UNCONFIRMED,) if self._chance() < 0.5 else ()
        path = (*self._between(captive, event, home), SyntheticFate(Fate.RETURNED, home))
        if not after:
            return path
        return (*path, SyntheticFate(fate, home + timedelta(days=90 + int(self._chance() * 100))))

    def _body(self, fate: Fate, event: date) -> tuple[SyntheticFate, ...]:
        """Home with a batch of the fallen; the DNA result two to sixteen months later."""
        after = 2 * _MONTH if fate is Fate.DECEASED_IDENTIFIED else 0
        found = self._one_of(self._batches, event + timedelta(days=30), self._today - timedelta(days=after))
        body = SyntheticFate(Fate.BODY_UNIDENTIFIED, found)
        if not after:
            return (body,)
        known = found + timedelta(days=after + int(self._chance() * 14 * _MONTH))
        return body, SyntheticFate(fate, min(known, self._today))

    def _between(self, fates: Sequence[Fate], start: date, end: date) -> tuple[SyntheticFate, ...]:
        """Fates on rising days after `start`, at most two years between two of them, all before `end`."""
        path, day = [], start
        for left, fate in enumerate(fates):
            room = max(((end - day).days - 1) // (len(fates) - left), 1)
            day += timedelta(days=1 + int(self._chance() * min(room, 24 * _MONTH)))
            path.append(SyntheticFate(fate, min(day, end)))
        return tuple(path)

    def _spread(self, count: int, first_after: int) -> tuple[date, ...]:
        """`count` days since the invasion, in order, as exchanges and repatriations fall."""
        room = (self._today - self._first).days - first_after
        days = sorted(first_after + int(self._chance() * room) for _ in range(count))
        return tuple(self._first + timedelta(days=day) for day in days)

    def _one_of(self, days: Sequence[date], earliest: date, latest: date) -> date:
        """One of `days` in the span, else a day within it."""
        low, high = bisect_left(days, earliest), bisect_left(days, latest)
        if low < high:
            return days[low + int(self._chance() * (high - low))]
        return max(min(earliest, latest), self._first)

"""A history of statuses read as a whole: which rows still stand, what was before, what a change takes back."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from app.domain.fate import ALL_CAPTIVE, HARD_NEWS, Fate

AT_HOME = frozenset({Fate.RETURNED, Fate.IN_SERVICE_AFTER, Fate.DISCHARGED_AFTER, Fate.FOUND_ALIVE})
AWAY = frozenset({Fate.NO_CONTACT, Fate.MISSING}) | ALL_CAPTIVE
_SETTLED = AT_HOME - {Fate.RETURNED}
"""From here a man who is away again has gone anew; from RETURNED the table leads back only if he never came."""


@dataclass(frozen=True, slots=True)
class Happened:
    """One row of the history, in the order in which it was written down."""

    uid: UUID
    episode: UUID
    fate: Fate
    reverses: UUID | None = None


def standing(history: Sequence[Happened]) -> tuple[Happened, ...]:
    """The rows of the present episode that no later row takes back; the last of them is the present status."""
    taken = {row.reverses for row in history if row.reverses}
    return tuple(row for row in history if row.episode == history[-1].episode and row.uid not in taken)


def previous(history: Sequence[Happened]) -> Fate | None:
    """The status before the present one, among the rows that stand; None if there is none."""
    rows = standing(history)
    return rows[-2].fate if len(rows) > 1 else None


def begins_anew(now: Fate, to: Fate) -> bool:
    """Whether the change is a second disappearance: he was home and settled, and is away again."""
    return now in _SETTLED and to in AWAY


def taken_back(history: Sequence[Happened], to: Fate) -> tuple[UUID, ...]:
    """The rows that a change to `to` may take back, the likeliest first; empty if it takes nothing back.

    A change is a reversal if it leads to a status that stood before in this episode, or out of a death or an
    identification to anything else.
    """
    rows = standing(history)
    now, before = rows[-1], [row.fate for row in rows[:-1]]
    if begins_anew(now.fate, to):
        return ()
    if to in before:
        since = len(before) - before[::-1].index(to)
        return tuple(row.uid for row in reversed(rows[since:]))
    if now.fate in HARD_NEWS and to not in HARD_NEWS:
        return tuple(row.uid for row in reversed(rows) if row.fate in HARD_NEWS)
    return ()

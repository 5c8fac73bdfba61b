"""The way of a paper through an office: where it stands, which moves are allowed from there, and where they lead."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType


class PaperState(StrEnum):
    """Where a paper stands."""

    NEEDED = "needed"
    REQUESTED = "requested"
    RECEIVED = "received"
    CHECKED = "checked"
    WRONG = "wrong"
    CORRECTED = "corrected"


class Move(StrEnum):
    """What is done about a paper."""

    REQUEST = "request"
    RECEIVE = "receive"
    CHECK = "check"
    FIND_ERROR = "find_error"
    ASK_CORRECTION = "ask_correction"
    CORRECT = "correct"
    HAND_OVER = "hand_over"


class Original(StrEnum):
    """Who holds the original; empty where nobody said."""

    UNKNOWN = ""
    FAMILY = "family"
    OFFICE = "office"
    BODY = "body"
    LOST = "lost"


AWAITED = frozenset({PaperState.NEEDED, PaperState.REQUESTED})
"""Nothing is in anybody's hands yet: such a paper proves nothing."""
AT_HAND = frozenset(PaperState) - AWAITED
WARN_DAYS = (30, 7, 1)
"""So many days before a paper expires it is said."""

_FROM: Mapping[Move, frozenset[PaperState]] = MappingProxyType(
    {
        Move.REQUEST: AWAITED,
        Move.RECEIVE: AWAITED,
        Move.CHECK: frozenset({PaperState.RECEIVED, PaperState.CORRECTED}),
        Move.FIND_ERROR: frozenset({PaperState.RECEIVED, PaperState.CHECKED, PaperState.CORRECTED}),
        Move.ASK_CORRECTION: frozenset({PaperState.WRONG}),
        Move.CORRECT: frozenset({PaperState.WRONG}),
        Move.HAND_OVER: AT_HAND,
    }
)
_TO: Mapping[Move, PaperState] = MappingProxyType(
    {
        Move.REQUEST: PaperState.REQUESTED,
        Move.RECEIVE: PaperState.RECEIVED,
        Move.CHECK: PaperState.CHECKED,
        Move.FIND_ERROR: PaperState.WRONG,
        Move.CORRECT: PaperState.CORRECTED,
    }
)
_NEXT: Mapping[PaperState, Move] = MappingProxyType(
    {
        PaperState.NEEDED: Move.REQUEST,
        PaperState.REQUESTED: Move.RECEIVE,
        PaperState.RECEIVED: Move.CHECK,
        PaperState.WRONG: Move.ASK_CORRECTION,
        PaperState.CORRECTED: Move.CHECK,
    }
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides the next move: the state, who holds the original, until when it is valid, whether a correction of
    the present error was asked for.
    """

    state: PaperState
    original: Original = Original.UNKNOWN
    valid_until: date | None = None
    correction_asked: bool = False


def expired(valid_until: date | None, today: date) -> bool:
    """Whether a paper is valid no more."""
    return valid_until is not None and valid_until < today


def expires_in(valid_until: date | None, today: date) -> int | None:
    """The days left, where that is to be warned of (30 or less; below 0: expired); else None."""
    left = (valid_until - today).days if valid_until is not None else None
    return left if left is not None and left <= WARN_DAYS[0] else None


def warning(days_left: int) -> int:
    """Which of the warnings is due with so many days left: 30, 7 or 1; 0 once expired."""
    return 0 if days_left < 0 else min(mark for mark in WARN_DAYS if days_left <= mark)


def allowed(paper: Standing, today: date) -> tuple[Move, ...]:
    """The moves that a paper may make, in the order of its way.

    A lost or expired one may be requested anew; nothing else leads back.
    """
    return tuple(move for move in Move if _may(paper, move, today))


def after(paper: Standing, move: Move, today: date) -> PaperState | None:
    """The state that a move leads to; None where it may not be made."""
    return _TO.get(move, paper.state) if _may(paper, move, today) else None


def next_move(paper: Standing, today: date) -> Move | None:
    """The one move that most likely comes next; None if nothing is to be done."""
    if renewable(paper, today):
        return Move.REQUEST
    if paper.state is PaperState.WRONG and paper.correction_asked:
        return Move.CORRECT
    return _NEXT.get(paper.state)


def renewable(paper: Standing, today: date) -> bool:
    """Whether the paper was at hand and is lost or expired, so that another is wanted."""
    gone = paper.original is Original.LOST or expired(paper.valid_until, today)
    return gone and paper.state in AT_HAND


def _may(paper: Standing, move: Move, today: date) -> bool:
    return paper.state in _FROM[move] or (move is Move.REQUEST and renewable(paper, today))

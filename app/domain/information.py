"""What somebody told or sent about a man, and what of it is a sign of life (reference 5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.domain.grading import Grade
from app.domain.partial_date import PartialDate


class EventKind(StrEnum):
    """What an item of information says has happened."""

    LAST_CONTACT = "last_contact"
    DISAPPEARANCE = "disappearance"
    CAPTURE = "capture"
    SEEN = "seen"
    TRANSFER = "transfer"
    LETTER = "letter"
    CALL = "call"
    VIDEO = "video"
    MEDICAL = "medical"
    COURT = "court"
    LISTED = "listed"
    NOT_CONFIRMED = "not_confirmed"
    RETURNED = "returned"
    DEATH = "death"
    BODY = "body"


class Precision(StrEnum):
    """How exactly the place of an event is known."""

    POINT = "point"
    SETTLEMENT = "settlement"
    HROMADA = "hromada"
    RAION = "raion"
    OBLAST = "oblast"
    ABROAD = "abroad"


LIFE = frozenset(
    {
        EventKind.LAST_CONTACT, EventKind.CAPTURE, EventKind.SEEN, EventKind.TRANSFER, EventKind.LETTER,
        EventKind.CALL, EventKind.VIDEO, EventKind.MEDICAL, EventKind.COURT, EventKind.RETURNED,
    }
)  # fmt: skip
"""Events that only a living man can have; a list may name a dead one too."""

CAPTIVITY = frozenset(
    {
        EventKind.CAPTURE, EventKind.SEEN, EventKind.TRANSFER, EventKind.LETTER, EventKind.CALL, EventKind.VIDEO,
        EventKind.COURT, EventKind.LISTED,
    }
)  # fmt: skip
"""Events that speak for captivity."""

GONE = frozenset({EventKind.DEATH, EventKind.BODY})
"""Events that speak of a death."""

ENOUGH = Grade("C", 3)
"""From which grade on an item counts: as a sign of life, and as a ground for a change of status."""


@dataclass(frozen=True, slots=True)
class Claim:
    """An item of information as the rules read it.

    `starts` and `ends`: when it happened, as far as known; `received`: when it reached us. `oblast`: the code of an
    oblast of the list; `katottg`: a code of a place, or empty. `source`: who it was, a pseudonym for a returnee.
    """

    key: UUID
    kind: EventKind
    grade: Grade
    starts: PartialDate | None = None
    ends: PartialDate | None = None
    received: date | None = None
    oblast: str = ""
    katottg: str = ""
    abroad: bool = False
    source_type: str = ""
    source: str = ""


def proves_life(kind: EventKind, grade: Grade) -> bool:
    """Whether an item is a sign of life that counts: such an event, graded C3 or better in both parts."""
    return kind in LIFE and grade.at_least(ENOUGH)


def last_sign(signs: Iterable[PartialDate]) -> PartialDate | None:
    """The latest of the days on which he is known to have lived; None without any.

    Of what is known only in part the earliest day counts: "June" proves the first of June, no more.
    """
    return max(signs, key=lambda sign: (sign.first, sign.exact is not None), default=None)


def days_since(sign: PartialDate, today: date) -> int:
    """Whole days from a sign of life to today, never fewer than none."""
    return max((today - sign.first).days, 0)

"""Four eyes: what one person alone may not do waits for another's yes, or, where there is no other, for a day."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

DELAY = timedelta(hours=24)
"""How long a request waits where nobody else could say yes."""
LASTS = timedelta(days=7)
"""How long a yes holds before it must be asked for again."""


class Standing(StrEnum):
    """Where a request stands."""

    WAITING = "waiting"
    READY = "ready"
    REFUSED = "refused"
    SPENT = "spent"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class Request:
    """One request: who asked when, what the other said when, and when it was made use of."""

    asked_by: str
    asked_at: datetime
    decided_by: str = ""
    decided_at: datetime | None = None
    refused: bool = False
    used_at: datetime | None = None

    def ready_at(self, *, alone: bool) -> datetime | None:
        """The moment it may be made use of: that of the yes, or a day after the question of somebody `alone`."""
        if self.decided_at is not None:
            return None if self.refused else self.decided_at
        return self.asked_at + DELAY if alone else None

    def standing(self, now: datetime, *, alone: bool) -> Standing:
        """Where it stands at `now`. `alone`: nobody else in the office could decide."""
        if self.used_at is not None:
            return Standing.SPENT
        if self.refused:
            return Standing.REFUSED
        ready = self.ready_at(alone=alone)
        if ready is None or now < ready:
            return Standing.WAITING
        return Standing.READY if now < ready + LASTS else Standing.LAPSED

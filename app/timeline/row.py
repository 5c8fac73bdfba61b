"""One thing that happened in a case, of whichever kind."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.clock import KYIV
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.text import Text


class Moment(StrEnum):
    """Kinds of entries in a timeline."""

    OPENED = "opened"
    FATE = "fate"
    CONTACT = "contact"
    STEP = "step"
    DOCUMENT = "document"
    DOCUMENT_MOVE = "document_move"
    TOLD = "told"
    NOTE = "note"
    PROMISE = "promise"
    PROMISE_KEPT = "promise_kept"
    FAMILY = "family"
    HANDED = "handed"
    INFORMATION = "information"
    SEARCH = "search"
    RIGHTS = "rights"
    STATUS_FACTS = "status_facts"
    MONEY = "money"
    CLOSED = "closed"
    REOPENED = "reopened"
    DATA = "data"


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One entry of the timeline. `title` is catalogue text or None; `text` is what somebody wrote; `fate` a status.

    `on` is the day it happened where known; `recorded` when it was written down. `quiet`: the program's own noise,
    of which neighbours are folded into one; `count` how many fields or rows it was. `branch`: whose branch of a parted
    family it concerns.
    """

    kind: Moment
    on: PartialDate | None
    recorded: datetime | None
    title: Text | None
    detail: str
    text: str
    by: str
    fate: Fate | None = None
    quiet: bool = False
    count: int = 1
    branch: str = ""

    @property
    def day(self) -> date:
        """The day by which it stands among the others; of a month or year alone the last."""
        if self.on is not None:
            return self.on.last
        return self.recorded.astimezone(KYIV).date() if self.recorded else date.min

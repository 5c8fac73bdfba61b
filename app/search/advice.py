"""What relatives were advised on publishing, on strangers who call, and whether they agreed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Session

from app.belonging import check_belongs
from app.clock import Clock
from app.domain.day_to_come import DayToCome
from app.domain.errors import N_, UserError


class NothingAdvised(UserError):
    what = N_("It is not said what was advised.")
    todo = N_("Tick what was spoken of, or write it in your own words.")


class Agreed(StrEnum):
    """What the relative made of it."""

    YES = "yes"
    PARTLY = "partly"
    THINKING = "thinking"
    NO = "no"


@dataclass(frozen=True, slots=True)
class AdviceDraft:
    """One talk. `advised`: codes of the list; `relative_uid` None: the family together; `by`: who advised."""

    on: date
    advised: tuple[str, ...]
    by: str
    relative_uid: UUID | None = None
    agreed: Agreed = Agreed.YES
    note: str = ""


def judging(clock: Clock) -> Callable[[Session, UUID, AdviceDraft], None]:
    """A judge of advice: it raises `NothingAdvised`, `DayToCome`, `OfAnotherCase`."""

    def judge(session: Session, case: UUID, draft: AdviceDraft) -> None:
        if not draft.advised and not draft.note.strip():
            raise NothingAdvised
        if draft.on > clock.today():
            raise DayToCome
        check_belongs(session, case, draft.relative_uid)

    return judge

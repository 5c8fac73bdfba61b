"""A note about a case or one relative: what was noticed, on which day, and for whom it is written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from sqlalchemy.orm import Session

from app.access.access import Access
from app.belonging import check_belongs
from app.clock import Clock
from app.domain.day_to_come import DayToCome
from app.domain.errors import N_, UserError
from app.domain.readers import Readers, may_read


class NothingNoted(UserError):
    what = N_("The note is empty.")
    todo = N_("Write in a few words what is worth remembering.")


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """One note. `relative_uid`: about whom, None for the whole case. `audience`: who reads it."""

    audience: Readers
    relative_uid: UUID | None
    on: date
    text: str


class ForReaders(Protocol):
    """Whatever says for whom it is written."""

    @property
    def audience(self) -> Readers: ...


def among_readers(access: Access, says: ForReaders) -> bool:
    """Whether whoever asks is among those for whom it is written."""
    return may_read(says.audience, access.rights)


def judging(clock: Clock) -> Callable[[Session, UUID, NoteDraft], None]:
    """A judge of notes: it raises `NothingNoted`, `DayToCome`, `OfAnotherCase`."""

    def judge(session: Session, case: UUID, draft: NoteDraft) -> None:
        if not draft.text.strip():
            raise NothingNoted
        if draft.on > clock.today():
            raise DayToCome
        check_belongs(session, case, draft.relative_uid)

    return judge

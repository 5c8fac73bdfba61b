"""What to mind before one speaks with a family or prints for it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Session

from app.clock import Clock
from app.domain.day_to_come import DayToCome
from app.domain.errors import N_, UserError
from app.domain.readers import Readers


class FlagKind(StrEnum):
    """What is to be minded. `CARE`: a psychologist's care is asked for, and no word more."""

    THREAT = "threat"
    BLACKMAIL = "blackmail"
    CARE = "care"
    VIOLENCE = "violence"
    PRESS = "press"
    FRAUD = "fraud"
    DO_NOT_MENTION = "do_not_mention"
    CHILD_PRESENT = "child_present"
    HEARING = "hearing"
    OTHER = "other"


CLINICAL_ONLY = frozenset({FlagKind.VIOLENCE})
"""Seen by who may read clinical notes alone."""
SAY_WHAT = frozenset({FlagKind.DO_NOT_MENTION, FlagKind.OTHER})
"""These say nothing without words of their own."""


class FlagSaysNothing(UserError):
    what = N_("It is not said what is to be minded.")
    todo = N_("Write it in a few words, so that whoever calls next understands.")


class FlagTooOpen(UserError):
    what = N_("Violence at home is not shown to everybody.")
    todo = N_("Let only those see it who may read clinical notes.")


class EndsBeforeItBegins(UserError):
    what = N_("The last day is before the first.")
    todo = N_("Check both days; the last may stay empty.")


@dataclass(frozen=True, slots=True)
class FlagDraft:
    """One thing to mind, from a day on, until another or for good. `audience`: who sees it."""

    kind: FlagKind
    since: date
    text: str = ""
    until: date | None = None
    audience: Readers = Readers.OFFICE

    def stands(self, today: date) -> bool:
        """Whether it is to be minded today."""
        return self.since <= today and (self.until is None or self.until >= today)


def judging(clock: Clock) -> Callable[[Session, UUID, FlagDraft], None]:
    """A judge of flags: it raises `FlagSaysNothing`, `FlagTooOpen`, `DayToCome`, `EndsBeforeItBegins`."""

    def judge(_session: Session, _case: UUID, draft: FlagDraft) -> None:
        if draft.kind in SAY_WHAT and not draft.text.strip():
            raise FlagSaysNothing
        if draft.kind in CLINICAL_ONLY and draft.audience is not Readers.PSYCHOLOGIST:
            raise FlagTooOpen
        if draft.since > clock.today():
            raise DayToCome
        if draft.until is not None and draft.until < draft.since:
            raise EndsBeforeItBegins

    return judge

"""What an appointment says, and what is wrong with one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Session

from app.belonging import check_belongs
from app.catalogue.bodies import check_body
from app.catalogue.definitions import Catalogue
from app.domain.errors import N_, UserError
from app.domain.hour import NoSuchHour, hour


class AppointmentKind(StrEnum):
    """What somebody comes together for."""

    VISIT = "visit"
    HOME = "home"
    CALL = "call"
    SESSION = "session"
    COURT = "court"
    LABORATORY = "laboratory"
    BODY = "body"
    OTHER = "other"


class Outcome(StrEnum):
    """What became of an appointment."""

    PLANNED = "planned"
    HELD = "held"
    MISSED = "missed"
    CALLED_OFF = "called_off"


class TwoAtOnce(UserError):
    what = N_("An appointment is with the person himself or with one relative, not with both.")
    todo = N_("Choose one of them; write the other into the note.")


@dataclass(frozen=True, slots=True)
class AppointmentDraft:
    """One appointment: `on` a day, `at` an hour as 10:30 or none, with a relative or the man himself, at a body.

    `bring`: what to bring, a thing a line; it stands on the family's card. `worker`: who goes, the case's if empty.
    """

    kind: AppointmentKind
    on: date
    at: str = ""
    place: str = ""
    relative_uid: UUID | None = None
    himself: bool = False
    body: str = ""
    bring: str = ""
    worker: str = ""
    state: Outcome = Outcome.PLANNED
    note: str = ""


def judging(catalogue: Catalogue) -> Callable[[Session, UUID, AppointmentDraft], None]:
    """A judge of appointments: it raises `NoSuchHour`, `TwoAtOnce`, `UnknownBody`, `OfAnotherCase`."""

    def judge(session: Session, case: UUID, draft: AppointmentDraft) -> None:
        if draft.at != hour(draft.at):
            raise NoSuchHour(text=draft.at[:20])
        if draft.himself and draft.relative_uid is not None:
            raise TwoAtOnce
        check_body(catalogue, draft.body)
        check_belongs(session, case, draft.relative_uid)

    return judge

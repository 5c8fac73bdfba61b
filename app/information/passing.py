"""To whom an item was passed: police, the bureau, the Coordination Headquarters, when and under which reference."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.catalogue.definitions import Catalogue
from app.clock import Clock
from app.domain.day_to_come import DayToCome
from app.domain.errors import N_, UserError
from db.models.information import InformationItem


class NoSuchBody(UserError):
    what = N_("There is no body {code}.")
    todo = N_("Choose one of the list, such as POLICE, NIB or KSHPPV.")


class PassedTooEarly(UserError):
    what = N_("The item was passed on before it was received.")
    todo = N_("Compare the day of receipt with the day on which it was passed on.")


class ItemOfAnotherCase(UserError):
    what = N_("This item of information belongs to another case.")
    todo = N_("Choose an item of this case.")


@dataclass(frozen=True, slots=True)
class PassDraft:
    """One passing: which item, to which body (a code of bodies.yaml), on which day, under which reference."""

    item_uid: UUID
    body: str
    on: date
    reference: str = ""
    note: str = ""


def judging(catalogue: Catalogue, clock: Clock) -> Callable[[Session, UUID, PassDraft], None]:
    """A judge of passings: it raises `NoSuchBody`, `DayToCome`, `PassedTooEarly`, `ItemOfAnotherCase`."""

    def judge(session: Session, case: UUID, draft: PassDraft) -> None:
        if draft.body not in catalogue.bodies:
            raise NoSuchBody(code=draft.body)
        if draft.on > clock.today():
            raise DayToCome
        item = item_of(session, case, draft.item_uid)
        if item.received is not None and draft.on < item.received:
            raise PassedTooEarly

    return judge


def item_of(session: Session, case: UUID, uid: UUID) -> InformationItem:
    """The standing item of this case; raises `ItemOfAnotherCase`."""
    item = session.get(InformationItem, uid)
    if item is None or item.case_uid != case or item.deleted_at is not None:
        raise ItemOfAnotherCase
    return item

"""How a person looked on a day: what helps to know him on a photo, in a list, among those without a name."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from app.clock import Clock
from app.domain.errors import N_, UserError
from app.domain.partial_date import PartialDate
from app.people.days import check_days

SHORTEST, TALLEST = 40, 250
"""Centimetres."""


class NoLooks(UserError):
    what = N_("Nothing is described.")
    todo = N_("Write at least one thing that was seen: the height, the hair, what he wore.")


class NoSuchHeight(UserError):
    what = N_("Nobody is {height} cm tall.")
    todo = N_("Write the height in whole centimetres, such as 178.")


@dataclass(frozen=True, slots=True)
class Looks:
    """A description. `on`: of which day it is true; `height` in centimetres; `told_by`: who described him."""

    on: PartialDate | None = None
    height: int | None = None
    build: str = ""
    hair: str = ""
    eyes: str = ""
    blood: str = ""
    shoe: str = ""
    teeth: str = ""
    worn: str = ""
    told_by: str = ""


def judging(clock: Clock) -> Callable[[Session, UUID, Looks], None]:
    """What is wrong with a description, by this clock: `NoLooks`, `NoSuchHeight`, `DayToCome`."""

    def judge(_session: Session, _person: UUID, draft: Looks) -> None:
        said = (draft.build, draft.hair, draft.eyes, draft.blood, draft.shoe, draft.teeth, draft.worn)
        if draft.height is None and not any(text.strip() for text in said):
            raise NoLooks
        if draft.height is not None and not SHORTEST <= draft.height <= TALLEST:
            raise NoSuchHeight(height=draft.height)
        check_days(clock.today(), draft.on)

    return judge

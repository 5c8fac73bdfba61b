"""Where a person served: branch, rank, position, the unit of the event, and the unit that now holds his file."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.changes import Changes
from app.clock import Clock
from app.domain import unit_code
from app.domain.errors import N_, UserError
from app.domain.name import canonical
from app.domain.partial_date import PartialDate
from app.people.days import check_days
from app.records.keeping import Keeping, Kept
from app.records.kinds import touched_by
from db.models.person import Service


class ServiceRole(StrEnum):
    """What the unit is to the case: the one of the event, the one that holds the file, one from before."""

    AT_EVENT = "at_event"
    HOLDS_FILE = "holds_file"
    EARLIER = "earlier"


class NothingServed(UserError):
    what = N_("Nothing is written about the service.")
    todo = N_("Write the unit, the branch, the rank or the position.")


class EventUnitTwice(UserError):
    what = N_("The unit of the event is written down already.")
    todo = N_("Put that entry right, or keep this one as an earlier unit.")


@dataclass(frozen=True, slots=True)
class ServiceDraft:
    """One service. `branch` and `terms` are codes of services.yaml; `rank` in Ukrainian as the papers have it."""

    role: ServiceRole = ServiceRole.AT_EVENT
    unit_code: str = ""
    unit_name: str = ""
    branch: str = ""
    terms: str = ""
    rank: str = ""
    position: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Serving:
    """A history: a new holder of the file ends the time of the one before."""

    kept: Keeping[Service, ServiceDraft]

    def rows(self, person: UUID) -> tuple[Kept[ServiceDraft], ...]:
        """The unit of the event, who holds the file now, then the past, newest first; raises `NotYourCase`."""
        rows = sorted(self.kept.rows(person), key=_newest, reverse=True)
        return tuple(sorted(rows, key=lambda row: _ORDER.index(row.says.role)))

    def add(self, person: UUID, draft: ServiceDraft) -> Changes:
        """Write a service down; a new holder of the file from `since` on is told as the one who holds it now.

        Raises `NothingServed`, `EventUnitTwice`, `DayToCome`, `EndsBeforeItBegins`, `NotYourCase`.
        """
        with self.kept.database.write(self.kept.access.user) as session:
            row = self.kept.put(session, person, _straight(draft))
            others = _others(session, row)
            if row.role == ServiceRole.AT_EVENT and others:
                raise EventUnitTwice
            if row.role == ServiceRole.HOLDS_FILE and draft.until is None:
                for other in others:
                    other.until = other.until or draft.since
        return touched_by(Service)

    def edit(self, was: Kept[ServiceDraft], now: ServiceDraft) -> Changes:
        """Put a service right. Raises what `add` and `Keeping.edit` raise."""
        if now.role is ServiceRole.AT_EVENT is not was.says.role:
            with self.kept.database.read() as session:
                if _others(session, self.kept.standing(session, was.uid), ServiceRole.AT_EVENT):
                    raise EventUnitTwice
        return self.kept.edit(was, _straight(now))

    def remove(self, uid: UUID) -> Changes:
        """Take a service out; raises `StaleEdit`."""
        return self.kept.remove(uid)


_ORDER = (ServiceRole.AT_EVENT, ServiceRole.HOLDS_FILE, ServiceRole.EARLIER)


def judging(clock: Clock) -> Callable[[Session, UUID, ServiceDraft], None]:
    """What is wrong with an entry, by this clock."""

    def judge(_session: Session, _person: UUID, draft: ServiceDraft) -> None:
        if not any((draft.unit_code, draft.unit_name, draft.branch, draft.rank, draft.position)):
            raise NothingServed
        check_days(clock.today(), draft.since, draft.until)

    return judge


def _newest(row: Kept[ServiceDraft]) -> tuple[bool, PartialDate, UUID]:
    open_ended = row.says.until is None
    return open_ended, row.says.since or PartialDate(1900), row.uid


def _others(session: Session, row: Service, role: str = "") -> list[Service]:
    same = select(Service).where(Service.person_uid == row.person_uid, Service.role == (role or row.role))
    return list(session.scalars(same.where(Service.uid != row.uid, Service.deleted_at.is_(None))))


def _straight(draft: ServiceDraft) -> ServiceDraft:
    """The unit’s code in Cyrillic; words behind it are its name if none is written."""
    code = unit_code.parse(draft.unit_code)
    rank, name = canonical(draft.rank), canonical(draft.unit_name)
    if code is None:
        return replace(draft, unit_code=canonical(draft.unit_code), unit_name=name, rank=rank)
    return replace(draft, unit_code=code.code, unit_name=name or code.rest, rank=rank)

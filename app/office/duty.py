"""Who of the office is called first: the lead on duty, from a day on."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.changes import Changes
from app.clock import Clock
from app.domain.errors import N_, UserError
from app.domain.role import Right
from app.records.shape import columns_of
from db.models.base import new_uid
from db.models.office import Duty
from db.session import Database


class NobodyNamed(UserError):
    what = N_("It is not said who is on duty, or under which phone.")
    todo = N_("Write both: whoever reads it has a hard minute.")


class DutyEndsBefore(UserError):
    what = N_("The duty ends before it begins.")
    todo = N_("Correct one of the days.")


@dataclass(frozen=True, slots=True)
class OnDuty:
    """Who is called first, from a day on, until a day if one is set."""

    since: date
    name: str
    phone: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Duties:
    """Every method is one unit of work by the user who asks."""

    database: Database
    clock: Clock
    access: Access

    def now(self) -> OnDuty | None:
        """Who is on duty today: the newest entry that holds; None if nobody wrote anybody down."""
        with self.database.read() as session:
            return now(session, self.clock.today())

    def rows(self) -> tuple[OnDuty, ...]:
        """Everybody who is or was on duty, the newest first."""
        with self.database.read() as session:
            return tuple(map(_row, session.scalars(select(Duty).order_by(Duty.since.desc(), Duty.uid.desc()))))

    def write(self, duty: OnDuty) -> Changes:
        """Keep who is on duty; a day to come may be named. Raises `NobodyNamed`, `DutyEndsBefore`, `NotAllowed`."""
        self.access.require(Right.CASES_OWN)
        if not duty.name.strip() or not duty.phone.strip():
            raise NobodyNamed
        if duty.until is not None and duty.until < duty.since:
            raise DutyEndsBefore
        uid: UUID = new_uid()
        with self.database.write(self.access.user) as session:
            session.add(Duty(uid=uid, **columns_of(duty)))
        return Changes.SETTINGS


def now(session: Session, today: date) -> OnDuty | None:
    """Who is on duty on a day."""
    holds = Duty.since <= today, or_(Duty.until.is_(None), Duty.until >= today)
    found = session.scalars(select(Duty).where(*holds).order_by(Duty.since.desc(), Duty.uid.desc()).limit(1)).first()
    return _row(found) if found else None


def _row(row: Duty) -> OnDuty:
    return OnDuty(row.since, row.name, row.phone, row.until)

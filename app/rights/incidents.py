"""What went wrong with data: noticed when, whose, what was done, to whom it was reported."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.changes import Changes
from app.clock import Clock
from app.consents.law import LawDef, ukrainian_law
from app.domain.day_to_come import DayToCome
from app.domain.errors import N_, UserError
from app.domain.role import Right
from app.meanwhile import CorrectedMeanwhile, touches
from app.records.keeping import Kept
from app.records.shape import columns_of, draft_of
from db.models.base import new_uid
from db.models.case_file import CaseFile
from db.models.rights import Incident
from db.refusals import StaleEdit
from db.session import Database


class NothingHappened(UserError):
    what = N_("It is not said what happened.")
    todo = N_("Write in a sentence what happened; no names are needed.")


class NoticedBeforeIt(UserError):
    what = N_("The incident was noticed, reported or closed before it happened.")
    todo = N_("Correct one of the days.")


@dataclass(frozen=True, slots=True)
class IncidentDraft:
    """One incident, of a case or, with `case_uid` None, of the office."""

    noticed_on: date
    what: str
    case_uid: UUID | None = None
    happened_on: date | None = None
    whose: str = ""
    done: str = ""
    reported_to: str = ""
    reported_on: date | None = None
    closed_on: date | None = None

    @property
    def report_by(self) -> date:
        """The last day to tell the Ombudsman and those concerned."""
        return self.noticed_on + timedelta(days=reporting().days)


def reporting() -> LawDef:
    """The law, or the good practice, behind the term to report."""
    return ukrainian_law().terms["incident"]


@dataclass(frozen=True, slots=True)
class Incidents:
    """Everybody writes incidents down and reads his own; who approves or audits reads all. One unit of work each."""

    database: Database
    clock: Clock
    access: Access

    def rows(self) -> tuple[Kept[IncidentDraft], ...]:
        """The incidents this user may see, the newest first."""
        statement = select(Incident).where(Incident.deleted_at.is_(None), *self._mine())
        with self.database.read() as session:
            found = session.scalars(statement.order_by(Incident.noticed_on.desc(), Incident.uid.desc()))
            return tuple(_kept(row) for row in found)

    def add(self, _owner: object, draft: IncidentDraft) -> Changes:
        """Write an incident down. Raises `NothingHappened`, `NoticedBeforeIt`, `DayToCome`, `NotYourCase`."""
        with self.database.write(self.access.user) as session:
            self._judge(session, draft)
            written = {"written_at": self.clock.now(), "written_by": self.access.user}
            session.add(Incident(uid=new_uid(), **written, **columns_of(draft)))
        return Changes.RIGHTS

    def edit(self, was: Kept[IncidentDraft], now: IncidentDraft) -> Changes:
        """Put it right. Raises as `add`, `StaleEdit`, `CorrectedMeanwhile` with a `Kept`."""
        with self.database.write(self.access.user) as session:
            row = self._standing(session, was.uid)
            recorded = _kept(row)
            if recorded.says != was.says:
                cells = {field.name: (row.uid, field.name) for field in fields(IncidentDraft)}
                raise CorrectedMeanwhile(now=recorded, touches=touches(session, cells))
            self._judge(session, now)
            for name, value in columns_of(now).items():
                if getattr(row, name) != value:
                    setattr(row, name, value)
        return Changes.RIGHTS

    def remove(self, uid: UUID) -> Changes:
        """Take out what was written down by mistake; the record keeps it, marked."""
        with self.database.write(self.access.user) as session:
            self._standing(session, uid).deleted_at = self.clock.now()
        return Changes.RIGHTS

    def _standing(self, session: Session, uid: UUID) -> Incident:
        statement = select(Incident).where(Incident.uid == uid, Incident.deleted_at.is_(None), *self._mine())
        row = session.scalar(statement)
        if row is None:
            raise StaleEdit
        return row

    def _mine(self) -> Iterator[ColumnElement[bool]]:
        if self.access.may(Right.APPROVE) or self.access.may(Right.AUDIT):
            return
        cases = select(CaseFile.uid).where(*self.access.cases())
        yield or_(Incident.written_by == self.access.user, Incident.case_uid.in_(cases))

    def _judge(self, session: Session, draft: IncidentDraft) -> None:
        if draft.case_uid is not None:
            self.access.check(session, draft.case_uid)
        if not draft.what.strip():
            raise NothingHappened
        later = [day for day in (draft.noticed_on, draft.reported_on, draft.closed_on) if day is not None]
        if any(day > self.clock.today() for day in (*later, draft.happened_on or draft.noticed_on)):
            raise DayToCome
        if any(day < (draft.happened_on or draft.noticed_on) for day in later):
            raise NoticedBeforeIt


def _kept(row: Incident) -> Kept[IncidentDraft]:
    return Kept(row.uid, draft_of(row, IncidentDraft), row.written_by, row.written_at)

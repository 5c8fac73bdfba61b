"""The dates of one case held against each other: what cannot be is listed, never stored as if it were fine."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.access.reading import read_by
from app.clock import KYIV
from app.domain.fate import Fate
from app.domain.fate_history import begins_anew, taken_back
from app.domain.partial_date import PartialDate, of_day
from app.domain.plausible import (
    Dated,
    DatedEpisode,
    DatedFate,
    DatedKin,
    DatedTold,
    Dates,
    Finding,
    Part,
    findings,
)
from app.domain.relation import Relation
from app.fates.change import FateDraft, happened, history
from app.fates.confirmations import ConfirmationDraft
from app.fates.standing import CivilDraft, ServiceDraft
from db.models.case_file import CaseEvent, CaseFile, Episode, FateEvent
from db.models.family import Relative, Told
from db.models.person import Person
from db.models.standing import CivilStatus, Confirmation, ServiceStatus
from db.session import Database

R = TypeVar("R", CivilStatus, ServiceStatus)
NEW = UUID(int=0)
"""Stands for a row that is not written yet."""


@dataclass(frozen=True, slots=True)
class Quality:
    """Every method reads, and writes nothing."""

    database: Database
    access: Access

    def findings(self, case: UUID) -> tuple[Finding, ...]:
        """Everything in the case that cannot be; raises `NotYourCase`."""
        return findings(self._dates(case))

    def of_change(self, case: UUID, draft: FateDraft) -> tuple[Finding, ...]:
        """What a change of status would add to the findings."""
        if draft.effective is None:
            return ()
        dates = self._dates(case)
        with self.database.read() as session:
            rows = happened(session.scalars(history(case)).all())
        likely = taken_back(rows, draft.fate)
        gone = draft.reverses or (likely[0] if likely else None)
        episode = NEW if begins_anew(rows[-1].fate, draft.fate) else rows[-1].episode
        row = DatedFate(Dated(Part.FATE, draft.effective, draft.fate.value, NEW), episode, draft.fate, None)
        standing = tuple(one for one in dates.fates if one.dated.row != gone)
        return _more(dates, replace(dates, fates=(*standing, row)))

    def of_entry(
        self, case: UUID, draft: ConfirmationDraft | CivilDraft | ServiceDraft
    ) -> tuple[Finding, ...]:
        """What a confirmation, or a row of civil or service status, would add to the findings."""
        dates = self._dates(case)
        if draft.on is None:
            return ()
        if isinstance(draft, ConfirmationDraft):
            row = Dated(Part.CONFIRMATION, draft.on, draft.fact.value, NEW)
            return _more(dates, replace(dates, confirmed=(*dates.confirmed, row)))
        row = Dated(Part.STANDING, draft.on, draft.status.value, NEW)
        return _more(dates, replace(dates, standing=(*dates.standing, row)))

    def _dates(self, case: UUID) -> Dates:
        read_by(self.database, self.access, case)
        with self.database.read() as session:
            return gathered(session, case)


def gathered(session: Session, case: UUID) -> Dates:
    """Every date of a case that the rules compare; rows that were taken back or taken out are left aside."""
    record = session.get_one(CaseFile, case)
    person = session.get_one(Person, record.person_uid)
    return Dates(
        born=Dated(Part.PERSON, person.born, "", person.uid) if person.born else None,
        contact=next(_contact(session, case), None),
        episodes=tuple(_episodes(session, case)),
        fates=tuple(_fates(session, record)),
        confirmed=tuple(
            Dated(Part.CONFIRMATION, row.on, row.fact, row.uid)
            for row in session.scalars(select(Confirmation).where(Confirmation.case_uid == case))
            if row.on and row.deleted_at is None
        ),
        standing=(*_standing(session, case, CivilStatus), *_standing(session, case, ServiceStatus)),
        told=tuple(
            DatedTold(Dated(Part.TOLD, of_day(row.on), row.fate, row.uid), row.fate_event_uid)
            for row in session.scalars(select(Told).where(Told.case_uid == case).order_by(Told.uid))
        ),
        kin=tuple(_kin(session, case)),
    )


def _contact(session: Session, case: UUID) -> Iterator[Dated]:
    wanted = select(CaseEvent).where(CaseEvent.case_uid == case, CaseEvent.event == "LAST_CONTACT")
    for row in session.scalars(wanted):
        if row.on:
            yield Dated(Part.CONTACT, row.on, row.event, row.uid)


def _episodes(session: Session, case: UUID) -> Iterator[DatedEpisode]:
    def dated(row: Episode, on: PartialDate | None, code: str) -> Dated | None:
        return Dated(Part.EPISODE, on, code, row.uid) if on else None

    for row in session.scalars(select(Episode).where(Episode.case_uid == case).order_by(Episode.uid)):
        yield DatedEpisode(row.uid, dated(row, row.started, "started"), dated(row, row.ended, "ended"))


def _fates(session: Session, record: CaseFile) -> Iterator[DatedFate]:
    events: Sequence[FateEvent] = session.scalars(history(record.uid)).all()
    taken = {event.reverses_uid for event in events}
    for event in events:
        if event.uid in taken or event.effective is None:
            continue
        on = event.recorded_at.astimezone(KYIV).date()
        row = Dated(Part.FATE, event.effective, event.fate, event.uid)
        yield DatedFate(row, event.episode_uid, Fate(event.fate), on if on > record.opened else None)


def _standing(session: Session, case: UUID, model: type[R]) -> Iterator[Dated]:
    for row in session.scalars(select(model).where(model.case_uid == case, model.deleted_at.is_(None))):
        if row.on:
            yield Dated(Part.STANDING, row.on, row.status, row.uid)


def _kin(session: Session, case: UUID) -> Iterator[DatedKin]:
    living = select(Relative, Person).join(Person, Person.uid == Relative.person_uid)
    for relative, person in session.execute(living.where(Relative.case_uid == case, Relative.deleted_at.is_(None))):
        if person.born:
            row = Dated(Part.RELATIVE, person.born, relative.relation, relative.uid)
            yield DatedKin(row, Relation(relative.relation))


def _more(was: Dates, now: Dates) -> tuple[Finding, ...]:
    known = frozenset(findings(was))
    return tuple(one for one in findings(now) if one not in known)

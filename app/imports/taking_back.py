"""Take a whole import back: its cases leave the list and the search, unless somebody went on working on one."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import SQLCoreOperations

from app.clock import Clock
from app.domain.errors import N_, UserError
from app.progress import Progress
from app.undo.kinds import PERSONAL
from db import search
from db.journal import JournaledSession
from db.models.base import Base, Row
from db.models.case_file import CaseFile
from db.models.change import Change
from db.models.family import Relative
from db.models.office import ImportBatch, ImportRow
from db.models.person import Person

_AT_ONCE = 400
_TOLD = 12
_WRITTEN = or_(Change.column.is_(None), ~Change.column.startswith("@"))
"""Entries that changed something: a case that was only read is as it came."""


class WorkedOnSince(UserError):
    what = N_(
        "Somebody has worked on cases of this import since, so nothing was taken back. Cases ({count}): {numbers}"
    )
    todo = N_("Let the import stand, and put right by hand what came in wrong; the history shows who did what.")


class TakenBackAlready(UserError):
    what = N_("This import was taken back already.")
    todo = N_("Nothing is left to do; the workbook can be imported again.")


def take_back(session: JournaledSession, batch: ImportBatch, clock: Clock, progress: Progress) -> None:
    """Mark every case of `batch` as deleted and drop it from the search, in the caller's transaction.

    Raises `TakenBackAlready`, `WorkedOnSince` with the numbers of the cases that were changed, that got a contact, a
    step, a paper; `Cancelled`.
    """
    if batch.taken_back_at is not None:
        raise TakenBackAlready
    progress.checkpoint(0, 1)
    _check_untouched(session, batch)
    ours = select(ImportRow.case_uid).where(ImportRow.batch_uid == batch.uid)
    standing = select(CaseFile.uid, CaseFile.entry).where(CaseFile.uid.in_(ours), CaseFile.deleted_at.is_(None))
    cases, now = session.execute(standing.order_by(CaseFile.entry)).all(), clock.now()
    for done in range(0, len(cases), _AT_ONCE):
        progress.checkpoint(done, len(cases))
        some = cases[done : done + _AT_ONCE]
        session.set_many(CaseFile, [uid for uid, _ in some], "deleted_at", now)
        search.drop_many(session, [entry for _, entry in some])
    progress.checkpoint(len(cases), len(cases))
    batch.taken_back_at, batch.taken_back_by = now, session.actor


def _check_untouched(session: Session, batch: ImportBatch) -> None:
    """Everything that the import wrote stands before its own birth in the journal, but the rows' provenance."""
    born = session.scalar(select(func.min(Change.n)).where(Change.row == batch.uid)) or 0
    touched = {uid for query in _later(batch, born) for uid in session.scalars(query)}
    if touched:
        numbers = _numbers(session, sorted(touched)[:_TOLD])
        more = " …" if len(touched) > _TOLD else ""
        raise WorkedOnSince(count=len(touched), numbers=", ".join(numbers) + more)


def _later(batch: ImportBatch, born: int) -> Iterator[Select[UUID]]:
    """For every table that a case has rows in: the cases of the import whose rows were written after `born`."""
    ours = select(ImportRow.case_uid).where(ImportRow.batch_uid == batch.uid, ImportRow.case_uid.is_not(None))
    yield _written(CaseFile, CaseFile.uid, born).where(CaseFile.uid.in_(ours))
    for mapper in Base.registry.mappers:
        model = mapper.class_
        if issubclass(model, Row) and model is not ImportRow and "case_uid" in mapper.columns:
            case = mapper.columns["case_uid"]
            yield _written(model, case, born).where(case.in_(ours))
    for model in PERSONAL:
        person: ColumnElement[UUID] = model.__mapper__.columns["uid" if model is Person else "person_uid"]
        his = _written(model, CaseFile.uid, born).join(CaseFile, CaseFile.person_uid == person)
        yield his.where(CaseFile.uid.in_(ours))
        relatives = _written(model, Relative.case_uid, born).join(Relative, Relative.person_uid == person)
        yield relatives.where(Relative.case_uid.in_(ours))


def _written(model: type[Row], case: SQLCoreOperations[UUID], born: int) -> Select[UUID]:
    return (
        select(case)
        .distinct()
        .select_from(Change)
        .join(model, model.uid == Change.row)
        .where(Change.n > born, Change.table == model.__tablename__, _WRITTEN)
    )


def _numbers(session: Session, cases: Sequence[UUID]) -> Sequence[str]:
    return session.scalars(select(CaseFile.number).where(CaseFile.uid.in_(cases)).order_by(CaseFile.number)).all()

"""The steps of a case as somebody works on them: written by hand, put right, shared among relatives, under way."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.access.reading import read_by
from app.belonging import check_belongs
from app.catalogue.definitions import Catalogue
from app.changes import Changes
from app.clock import Clock
from app.domain.day_to_come import DayToCome
from app.domain.errors import N_, UserError
from app.domain.step import StepState, Track, is_open
from app.meanwhile import CorrectedMeanwhile, touches
from app.office.service import calendar_mode
from app.plan.known import known
from app.plan.opening import started
from app.plan.recount import dated, write
from app.plan.service import OverAlready, refresh_case
from app.records.keeping import Kept
from app.records.shape import columns_of, draft_of
from db.models.base import new_uid
from db.models.case_file import CaseEvent, CaseFile
from db.models.step import Document, Step
from db.refusals import StaleEdit
from db.session import Database

BY_HAND = "hand"
TOUCHED = Changes.STEPS | Changes.CASES


class StepUnnamed(UserError):
    what = N_("A step of your own needs a name.")
    todo = N_("Write in a few words what is to be done.")


class BodyUnknown(UserError):
    what = N_("There is no body {code} in the catalogue.")
    todo = N_("Choose one of the list.")


class PaperOfAnotherCase(UserError):
    what = N_("This document is not in this case.")
    todo = N_("Add the document to the case first, then name it as the result.")


class NoSuchTerm(UserError):
    what = N_("This step has no such term to choose.")
    todo = N_("Choose one of the terms that the step lists.")


@dataclass(frozen=True, slots=True)
class StepSays:
    """What a person says of a step. `title`, `track` and `due` are his own only where the step is not the catalogue's.

    `relative_uid`: whom it concerns, None for the man himself or the case as a whole; `body` empty for the one of the
    catalogue, `worker` empty for the one of the case; `document_uid`: the document that came of it.
    """

    title: str = ""
    track: Track | None = None
    due: date | None = None
    relative_uid: UUID | None = None
    worker: str = ""
    body: str = ""
    document_uid: UUID | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Steps:
    """Every method is one unit of work by the user who asks."""

    database: Database
    catalogue: Catalogue
    clock: Clock
    access: Access

    def says(self, step: UUID) -> Kept[StepSays]:
        """What was said of a step, as its form begins with it."""
        with self.database.read() as session:
            row = session.get_one(Step, step)
            kept = self._kept(session, row)
        read_by(self.database, self.access, row.case_uid)
        return kept

    def add(self, case: UUID, draft: StepSays) -> Changes:
        """Write a step of one's own. Raises `StepUnnamed`, `BodyUnknown`, `OfAnotherCase`, `PaperOfAnotherCase`."""
        if not draft.title.strip():
            raise StepUnnamed
        with self.database.write(self.access.user) as session:
            self._judge(session, case, draft)
            row = Step(
                uid=new_uid(), case_uid=case, step_id="", origin=BY_HAND, state=StepState.OPEN.value,
                act_by=draft.due, **_columns(draft),
            )  # fmt: skip
            session.add(row)
            session.flush()
            refresh_case(session, case, self.clock)
        return TOUCHED

    def edit(self, was: Kept[StepSays], now: StepSays) -> Changes:
        """Put right what is said of a step; raises what `add` raises, and `CorrectedMeanwhile` with a `Kept`."""
        with self.database.write(self.access.user) as session:
            row = session.get(Step, was.uid)
            if row is None:
                raise StaleEdit
            recorded = self._kept(session, row)
            if recorded.says != was.says:
                cells = {field.name: (row.uid, field.name) for field in fields(StepSays)}
                raise CorrectedMeanwhile(now=recorded, touches=touches(session, cells))
            self._judge(session, row.case_uid, now)
            own = not row.step_id
            if own and not now.title.strip():
                raise StepUnnamed
            for name, value in _columns(now).items():
                if own or name not in {"title", "track", "due"}:
                    setattr(row, name, value)
            if own:
                row.act_by = row.due
            session.flush()
            refresh_case(session, row.case_uid, self.clock)
        return TOUCHED

    def share(self, step: UUID, version: int, relatives: Sequence[UUID]) -> Changes:
        """Let a step be one for each of these relatives: it becomes the first one's, each other gets his own.

        Each keeps the days from which its term runs.

        Raises `StaleEdit`, `OfAnotherCase`, `OverAlready`.
        """
        with self.database.write(self.access.user) as session:
            row = self._open(session, step, version)
            for relative in relatives:
                check_belongs(session, row.case_uid, relative)
            if relatives:
                row.relative_uid = relatives[0]
            days = session.scalars(select(CaseEvent).where(CaseEvent.step_uid == row.uid)).all()
            for relative in relatives[1:]:
                copy = _copy(row, relative)
                session.add_all([copy, *(_day_of(day, copy) for day in days)])
            session.flush()
            refresh_case(session, row.case_uid, self.clock)
        return TOUCHED

    def begin(self, step: UUID, version: int) -> Changes:
        """Mark that somebody works on a step, from today on. Raises `StaleEdit`, `OverAlready`."""
        return self._move(step, version, StepState.STARTED, self.clock.today())

    def wait(self, step: UUID, version: int, body: str, since: date) -> Changes:
        """Mark that a step waits for a body since a day.

        Raises `BodyUnknown`, `DayToCome`, `StaleEdit`, `OverAlready`.
        """
        if since > self.clock.today():
            raise DayToCome
        return self._move(step, version, StepState.WAITING, since, body)

    def choose(self, step: UUID, version: int, choice: int | None) -> Changes:
        """Keep which of several terms of its rule a lawyer picked, None for none, and count the due day by it.

        Raises `NoSuchTerm`, `StaleEdit`, `OverAlready`.
        """
        with self.database.write(self.access.user) as session:
            row = self._open(session, step, version)
            known_step = self.catalogue.steps.get(row.step_id)
            definition = known_step.as_of(row.law) if known_step else None
            if definition is None or (choice is not None and not 0 <= choice < len(definition.due.choose)):
                raise NoSuchTerm
            row.choice = choice
            today = self.clock.today()
            days = known(session, session.get_one(CaseFile, row.case_uid), today).of(row.uid)
            if begun := started(definition, days, row.not_before, calendar_mode(session), choice):
                write(row, dated(begun))
            session.flush()
            refresh_case(session, row.case_uid, self.clock)
        return TOUCHED

    def _move(self, step: UUID, version: int, state: StepState, since: date, body: str = "") -> Changes:
        if body and body not in self.catalogue.bodies:
            raise BodyUnknown(code=body)
        with self.database.write(self.access.user) as session:
            row = self._open(session, step, version)
            row.state, row.since = state.value, since
            row.body = body or row.body
            session.flush()
            refresh_case(session, row.case_uid, self.clock)
        return TOUCHED

    def _open(self, session: Session, step: UUID, version: int) -> Step:
        row = session.get_one(Step, step)
        self.access.check(session, row.case_uid)
        if row.version != version:
            raise StaleEdit
        if not is_open(StepState(row.state)):
            raise OverAlready
        return row

    def _judge(self, session: Session, case: UUID, draft: StepSays) -> None:
        self.access.check(session, case)
        check_belongs(session, case, draft.relative_uid)
        if draft.body and draft.body not in self.catalogue.bodies:
            raise BodyUnknown(code=draft.body)
        if draft.document_uid is not None:
            paper = session.get(Document, draft.document_uid)
            if paper is None or paper.case_uid != case:
                raise PaperOfAnotherCase

    def _kept(self, session: Session, row: Step) -> Kept[StepSays]:
        self.access.check(session, row.case_uid)
        return Kept(row.uid, draft_of(row, StepSays), row.worker, self.clock.now())


def _columns(draft: StepSays) -> dict[str, object]:
    return {**columns_of(draft), "track": draft.track.value if draft.track else ""}


def _day_of(day: CaseEvent, step: Step) -> CaseEvent:
    return CaseEvent(
        uid=new_uid(), case_uid=day.case_uid, event=day.event, step_uid=step.uid, on=day.on, reference=day.reference,
        source=day.source,
    )  # fmt: skip


def _copy(row: Step, relative: UUID) -> Step:
    """The same step for another relative, open, with nothing that was said of the first one's."""
    left_out = {"uid", "version", "state", "since", "outcome", "reason", "note", "document_uid", "done_on"}
    same = {
        column.key: getattr(row, column.key) for column in inspect(Step).column_attrs if column.key not in left_out
    }
    return Step(**{**same, "uid": new_uid(), "state": StepState.OPEN.value, "relative_uid": relative})

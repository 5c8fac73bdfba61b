"""The way of the papers of a case: needed, requested, received, checked, found wrong, corrected; who holds each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.access.reading import read_by
from app.belonging import check_belongs
from app.catalogue.bodies import check_body
from app.catalogue.definitions import Catalogue
from app.changes import Changes
from app.clock import Clock
from app.documents.trail import correction_asked, trails
from app.domain.day_to_come import DayToCome
from app.domain.deadline import Kind, Term, Unit, due
from app.domain.errors import N_, UserError
from app.domain.legible import legible
from app.domain.paper_state import AT_HAND, AWAITED, Move, Original, PaperState, Standing, after
from app.domain.partial_date import of_day
from app.domain.step import StepState
from app.office.service import calendar_mode
from app.plan.queries import OPEN
from app.plan.service import refresh_case
from app.records.shape import columns_of
from db.journal import JournaledSession
from db.models.base import new_uid
from db.models.case_file import CaseFile
from db.models.document_file import DocumentFile
from db.models.step import Document, DocumentMove, Step
from db.refusals import StaleEdit
from db.session import Database

CORRECTION = "correction"
_WITHIN = Term(7, Unit.DAY, Kind.OFFICE)
"""Our own standard: an error is written to its body within a week."""


class UnknownPaper(UserError):
    what = N_("There is no kind of document with the code {code}.")
    todo = N_("Choose one of the list: its codes stand in the catalogue of documents.")


class MoveNotAllowed(UserError):
    what = N_("This cannot be done with the paper as it stands now.")
    todo = N_("Look at where it stands: perhaps a colleague went on meanwhile.")


class NoErrorText(UserError):
    what = N_("It is not written what is wrong in the paper.")
    todo = N_("Copy the error exactly as the paper has it, and what it should be.")


class BeforeLastMove(UserError):
    what = N_("The paper was moved on a later day already: {day}.")
    todo = N_("Put the day right, or take the earlier move back first.")


@dataclass(frozen=True, slots=True)
class MoveDraft:
    """One move. `original` and `valid_until` are kept where the move is about them.

    `step`: the title of a step to be opened for a correction, empty for none; it waits until the correction is asked.
    """

    move: Move
    on: date
    body: str = ""
    reference: str = ""
    who: str = ""
    text: str = ""
    original: Original = Original.UNKNOWN
    valid_until: date | None = None
    step: str = ""


@dataclass(frozen=True, slots=True)
class _Said:
    """The columns of a move."""

    move: Move
    on: date
    body: str
    reference: str
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Tracking:
    """Every method is one unit of work by the user who asks."""

    database: Database
    catalogue: Catalogue
    clock: Clock
    access: Access

    def lacking(self, case: UUID) -> tuple[str, ...]:
        """The kinds of papers that the open steps of a case ask for and nobody has written down."""
        read_by(self.database, self.access, case)
        with self.database.read() as session:
            self.access.check(session, case)
            return self._lacking(session, case)

    def need(self, case: UUID, kinds: Iterable[str], relative: UUID | None = None) -> Changes:
        """Write papers down as needed; they stand without a file. Raises `UnknownPaper`, `OfAnotherCase`."""
        wanted = tuple(kinds)
        for code in wanted:
            if code not in self.catalogue.documents:
                raise UnknownPaper(code=code)
        with self.database.write(self.access.user) as session:
            self.access.check(session, case)
            check_belongs(session, case, relative)
            self._need(session, case, wanted, relative)
        return Changes.DOCUMENTS | Changes.CASES

    def need_for_steps(self, case: UUID) -> Changes:
        """Write every lacking paper of the open steps down as needed."""
        with self.database.write(self.access.user) as session:
            self.access.check(session, case)
            lacking = self._lacking(session, case)
            self._need(session, case, lacking, None)
        return Changes.DOCUMENTS | Changes.CASES if lacking else Changes.NOTHING

    def spare(self, document: UUID, version: int) -> Changes:
        """Take out a paper that is awaited and never was here, since it is not needed. Raises `MoveNotAllowed`."""
        with self.database.write(self.access.user) as session:
            found = session.get_one(Document, document)
            self.access.check(session, found.case_uid)
            if found.version != version or found.deleted_at is not None:
                raise StaleEdit
            if proves(found) or found.received is not None or _scanned(session, found):
                raise MoveNotAllowed
            found.deleted_at = self.clock.now()
            session.get_one(CaseFile, found.case_uid).updated = self.clock.now()
        return Changes.DOCUMENTS | Changes.CASES

    def move(self, document: UUID, version: int, draft: MoveDraft) -> Changes:
        """Let a paper make a move.

        Raises `DayToCome`, `BeforeLastMove`, `MoveNotAllowed`, `NoErrorText`, `UnknownBody`, `StaleEdit`.
        """
        check_body(self.catalogue, draft.body)
        today = self.clock.today()
        if draft.on > today:
            raise DayToCome
        if draft.move is Move.FIND_ERROR and not draft.text.strip():
            raise NoErrorText
        with self.database.write(self.access.user) as session:
            found = session.get_one(Document, document)
            self.access.check(session, found.case_uid)
            if found.version != version or found.deleted_at is not None:
                raise StaleEdit
            self._make(session, found, draft)
        return Changes.DOCUMENTS | Changes.STEPS | Changes.CASES

    def receive(self, session: JournaledSession, found: Document) -> None:
        """Let an awaited paper be received today, within a unit of work."""
        self._make(session, found, MoveDraft(Move.RECEIVE, self.clock.today()))

    def settle(self, session: JournaledSession, came: Document) -> None:
        """Let a paper that came take the place of the one of its kind that was awaited, with the way that had made.

        One that was requested anew and has a scan stays beside it.
        """
        if not came.kind or not proves(came):
            return
        waited = session.scalars(
            select(Document).where(
                Document.case_uid == came.case_uid, Document.kind == came.kind, Document.deleted_at.is_(None),
                Document.state.in_([state.value for state in AWAITED]), Document.uid != came.uid,
                Document.relative_uid.is_(None) if came.relative_uid is None
                else Document.relative_uid == came.relative_uid,
            )
        ).all()
        for one in waited[:1]:
            if _scanned(session, one):
                one.state = PaperState.RECEIVED.value
                continue
            for move in session.scalars(select(DocumentMove).where(DocumentMove.document_uid == one.uid)):
                move.document_uid = came.uid
            one.deleted_at = self.clock.now()

    def _make(self, session: JournaledSession, found: Document, draft: MoveDraft) -> None:
        trail = trails(session, found.case_uid).get(found.uid, ())
        if trail and draft.on < trail[-1].on:
            raise BeforeLastMove(day=f"{trail[-1].on:%d.%m.%Y}")
        standing = Standing(
            PaperState(found.state), Original(found.original), found.valid_until, bool(correction_asked(trail))
        )
        state = after(standing, draft.move, self.clock.today())
        if state is None:
            raise MoveNotAllowed
        said = _Said(draft.move, draft.on, draft.body, draft.reference, draft.who, draft.text)
        session.add(
            DocumentMove(
                uid=new_uid(), case_uid=found.case_uid, document_uid=found.uid, written_at=self.clock.now(),
                written_by=self.access.user, **columns_of(said),
            )
        )
        found.state = state.value
        if draft.move is Move.RECEIVE:
            found.received, found.valid_until = draft.on, draft.valid_until
        if draft.move in {Move.RECEIVE, Move.HAND_OVER, Move.CORRECT} and draft.original is not Original.UNKNOWN:
            found.original, found.original_since = draft.original.value, draft.on
            found.holder = legible(draft.who).strip() if draft.move is Move.HAND_OVER else found.holder
        self._steps(session, found, draft)
        session.flush()
        refresh_case(session, found.case_uid, self.clock)

    def _steps(self, session: JournaledSession, found: Document, draft: MoveDraft) -> None:
        """An error opens a step if one is wanted; asking for the correction, or having it, closes that."""
        if draft.move is Move.FIND_ERROR and draft.step.strip():
            deadline = due(draft.on, _WITHIN, calendar_mode(session))
            session.add(
                Step(
                    uid=new_uid(), case_uid=found.case_uid, step_id="", title=legible(draft.step).strip(),
                    origin=CORRECTION, state=StepState.OPEN.value, due=deadline.due, act_by=deadline.act_by,
                    note=legible(draft.text).strip(), document_uid=found.uid, relative_uid=found.relative_uid,
                )
            )
        elif draft.move in {Move.ASK_CORRECTION, Move.CORRECT}:
            opened = select(Step).where(
                Step.document_uid == found.uid, Step.origin == CORRECTION, Step.state.in_(OPEN)
            )
            for step in session.scalars(opened):
                step.state, step.done_on = StepState.DONE.value, of_day(draft.on)

    def _lacking(self, session: Session, case: UUID) -> tuple[str, ...]:
        opened = select(Step.step_id).where(Step.case_uid == case, Step.state.in_(OPEN))
        there = set(
            session.scalars(select(Document.kind).where(Document.case_uid == case, Document.deleted_at.is_(None)))
        )
        wanted = {
            code
            for step in session.scalars(opened)
            if step in self.catalogue.steps
            for code in self.catalogue.steps[step].documents
        }
        return tuple(code for code in self.catalogue.documents if code in wanted - there)

    def _need(self, session: JournaledSession, case: UUID, kinds: Iterable[str], relative: UUID | None) -> None:
        for code in kinds:
            session.add(
                Document(
                    uid=new_uid(), case_uid=case, relative_uid=relative, kind=code, state=PaperState.NEEDED.value
                )
            )
        session.get_one(CaseFile, case).updated = self.clock.now()


def _scanned(session: Session, document: Document) -> bool:
    wanted = select(DocumentFile.uid).where(DocumentFile.document_uid == document.uid).limit(1)
    return session.scalar(wanted) is not None


def proves(document: Document) -> bool:
    """Whether the paper is, or was, in somebody's hands: one only needed proves nothing."""
    return PaperState(document.state) in AT_HAND

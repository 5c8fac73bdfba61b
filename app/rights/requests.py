"""The desk for requests: who asks what by right, by which day it must be answered, and what was answered."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Self
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.belonging import check_belongs
from app.changes import Changes
from app.clock import Clock
from app.consents.draft import ConsentChannel
from app.consents.law import LawDef, ukrainian_law
from app.domain.day_to_come import DayToCome
from app.domain.errors import N_, UserError
from app.records.keeping import Keeping, Kept
from db.models.case_file import CaseFile
from db.models.rights import RightsRequest
from db.session import Database


class RequestKind(StrEnum):
    """What is asked by right."""

    ACCESS = "access"
    CORRECTION = "correction"
    OBJECTION = "objection"
    ERASURE = "erasure"
    RESTRICTION = "restriction"


class Outcome(StrEnum):
    """What came of it."""

    GRANTED = "granted"
    PARTLY = "partly"
    DECLINED = "declined"


class AnsweredBeforeAsked(UserError):
    what = N_("The answer is dated before the request.")
    todo = N_("Correct one of the two days.")


class AnswerMissing(UserError):
    what = N_("It is not said what was answered.")
    todo = N_("Write what was answered and what was done, or why not.")


@dataclass(frozen=True, slots=True)
class RequestDraft:
    """One request. `relative_uid`: who of the family asks; None for the man himself or for who is named in `asked_by`.

    `due` is set when it is written down.
    """

    kind: RequestKind
    asked_by: str
    on: date
    channel: ConsentChannel
    text: str = ""
    relative_uid: UUID | None = None
    due: date = date.max
    answered_on: date | None = None
    outcome: Outcome | None = None
    answer: str = ""

    @property
    def open(self) -> bool:
        """Whether it waits for its answer."""
        return self.answered_on is None


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """A request of the office's list: its case, and days until it must be answered, negative once that is past."""

    case: UUID
    number: str
    kept: Kept[RequestDraft]
    left: int


def term(kind: RequestKind) -> LawDef:
    """The law behind the clock of such a request."""
    return ukrainian_law().terms[kind.value]


def due_of(kind: RequestKind, on: date) -> date:
    """The last day to answer a request received `on`: calendar days from the next one (Civil Code art. 253)."""
    return on + timedelta(days=term(kind).days)


@dataclass(frozen=True, slots=True)
class Requests:
    """Every public method is one unit of work by the user who asks."""

    keeping: Keeping[RightsRequest, RequestDraft]

    @classmethod
    def of(cls, database: Database, clock: Clock, access: Access) -> Self:
        """Build the service."""

        def judge(session: Session, case: UUID, draft: RequestDraft) -> None:
            _judge(session, case, draft, clock.today())

        return cls(Keeping(RightsRequest, RequestDraft, database, clock, access, judge))

    def rows(self, case: UUID) -> tuple[Kept[RequestDraft], ...]:
        """The requests of a case: open ones by their last day, then what was answered; raises `NotYourCase`."""
        return tuple(sorted(self.keeping.rows(case), key=lambda row: (not row.says.open, row.says.due)))

    def add(self, case: UUID, draft: RequestDraft) -> Changes:
        """Write a request down and start its clock. Raises `DayToCome`, `OfAnotherCase`, `NotYourCase`."""
        return self.keeping.add(case, _clocked(draft))

    def edit(self, was: Kept[RequestDraft], now: RequestDraft) -> Changes:
        """Put a request right; its clock follows. Raises what `add` and `Keeping.edit` raise."""
        return self.keeping.edit(was, _clocked(now))

    def remove(self, uid: UUID) -> Changes:
        """Take out what was written down by mistake."""
        return self.keeping.remove(uid)

    def answer(self, was: Kept[RequestDraft], on: date, outcome: Outcome, text: str) -> Changes:
        """Keep what was answered. Raises `AnswerMissing`, `AnsweredBeforeAsked`, `DayToCome`."""
        return self.keeping.edit(was, replace(was.says, answered_on=on, outcome=outcome, answer=text))

    def waiting(self) -> tuple[OpenRequest, ...]:
        """The open requests of every case that this user may see, the most urgent first."""
        keeping = self.keeping
        today = keeping.clock.today()
        statement = (
            select(RightsRequest, CaseFile.number)
            .join(CaseFile, CaseFile.uid == RightsRequest.case_uid)
            .where(RightsRequest.answered_on.is_(None), RightsRequest.deleted_at.is_(None))
            .where(CaseFile.deleted_at.is_(None), *keeping.access.cases())
            .order_by(RightsRequest.due, RightsRequest.uid)
        )
        with keeping.database.read() as session:
            return tuple(
                OpenRequest(row.case_uid, number, keeping.kept(row), (row.due - today).days)
                for row, number in session.execute(statement)
            )


def _clocked(draft: RequestDraft) -> RequestDraft:
    return replace(draft, due=due_of(draft.kind, draft.on))


def _judge(session: Session, case: UUID, draft: RequestDraft, today: date) -> None:
    check_belongs(session, case, draft.relative_uid)
    if draft.on > today or (draft.answered_on or today) > today:
        raise DayToCome
    if draft.answered_on is None:
        return
    if draft.answered_on < draft.on:
        raise AnsweredBeforeAsked
    if draft.outcome is None or not draft.answer.strip():
        raise AnswerMissing

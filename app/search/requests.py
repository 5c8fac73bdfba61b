"""Requests filed with bodies: each with the day its answer is due, and a step that reminds of it until it comes."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.catalogue.bodies import check_body
from app.catalogue.definitions import Catalogue
from app.changes import Changes
from app.clock import Clock
from app.domain.day_to_come import DayToCome
from app.domain.errors import N_, UserError
from app.domain.partial_date import of_day
from app.domain.reply import Ask, ReplyRule, answer_due, rule_of
from app.domain.step import StepState
from app.office.service import calendar_mode
from app.plan.service import refresh_case
from app.records.keeping import Keeping, Kept
from app.records.kinds import touched_by
from db.journal import JournaledSession
from db.models.base import new_uid
from db.models.search import SearchRequest
from db.models.step import Step

ANSWER = "answer:"
"""Before the uid of a request in the origin of the step that waits for its answer."""


class NoBody(UserError):
    what = N_("It is not said with which body the request was filed.")
    todo = N_("Choose the body.")


class AnsweredBefore(UserError):
    what = N_("The answer is older than the request.")
    todo = N_("Check both days: an answer comes on the day of the request or later.")


class AnswerMissing(UserError):
    what = N_("A day of the answer and what was answered belong together.")
    todo = N_("Write both, or leave both empty until the answer comes.")


class DueBeforeFiled(UserError):
    what = N_("The answer is due before the request was filed.")
    todo = N_("Check the day, or leave it empty: the program counts it where a law sets a term.")


class Answer(StrEnum):
    """What a body answered; empty while it is awaited."""

    AWAITED = ""
    FOUND = "found"
    NOT_FOUND = "not_found"
    PASSED_ON = "passed_on"
    REFUSED = "refused"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class RequestDraft:
    """One request. `due` None: to be counted from the law, and none where no term is known."""

    body: str
    kind: Ask
    filed_on: date
    reference: str = ""
    asked: str = ""
    due: date | None = None
    answered_on: date | None = None
    answer: Answer = Answer.AWAITED
    answer_text: str = ""

    @property
    def awaited(self) -> bool:
        """Whether no answer came yet."""
        return self.answer is Answer.AWAITED

    def overdue(self, today: date) -> bool:
        """Whether the answer is awaited longer than its term."""
        return self.awaited and self.due is not None and self.due < today


@dataclass(frozen=True, slots=True)
class Requests:
    """Every public method is one unit of work by the user who asks, and raises what `Keeping` and the judge raise."""

    keeping: Keeping[SearchRequest, RequestDraft]
    catalogue: Catalogue

    @property
    def clock(self) -> Clock:
        """The clock of these requests."""
        return self.keeping.clock

    def rows(self, case: UUID) -> tuple[Kept[RequestDraft], ...]:
        """The requests of a case, oldest first."""
        return self.keeping.rows(case)

    def basis(self, draft: RequestDraft) -> ReplyRule | None:
        """The rule that sets the term of a request; None for «без строку»."""
        return rule_of(self.catalogue.search.replies, draft.kind, draft.body)

    def add(self, case: UUID, draft: RequestDraft) -> Changes:
        """Write a request down; its answer is waited for by a step where it has a term."""
        with self.keeping.database.write(self.keeping.access.user) as session:
            row = self.keeping.put(session, case, self._counted(session, draft))
            self._remind(session, row)
        return touched_by(SearchRequest)

    def edit(self, was: Kept[RequestDraft], now: RequestDraft) -> Changes:
        """Put a request right, or write its answer down; a term not set by hand is counted anew."""
        with self.keeping.database.write(self.keeping.access.user) as session:
            asked = now.kind, now.body, now.filed_on
            by_law = now.due == was.says.due and asked != (was.says.kind, was.says.body, was.says.filed_on)
            draft = self._counted(session, replace(now, due=None) if by_law else now)
            self._remind(session, self.keeping.correct(session, was, draft))
        return touched_by(SearchRequest)

    def remove(self, uid: UUID) -> Changes:
        """Take a request out, and the step that waits for its answer."""
        with self.keeping.database.write(self.keeping.access.user) as session:
            self._remind(session, self.keeping.take_out(session, uid))
        return touched_by(SearchRequest)

    def _counted(self, session: Session, draft: RequestDraft) -> RequestDraft:
        if draft.due is not None:
            return draft
        rules, mode = self.catalogue.search.replies, calendar_mode(session)
        deadline = answer_due(rules, draft.kind, draft.body, draft.filed_on, mode)
        return replace(draft, due=deadline.due if deadline else None)

    def _remind(self, session: JournaledSession, row: SearchRequest) -> None:
        """Let exactly one step stand for the awaited answer."""
        origin = f"{ANSWER}{row.uid.hex}"
        step = session.scalars(select(Step).where(Step.case_uid == row.case_uid, Step.origin == origin)).first()
        awaited = row.deleted_at is None and not row.answer and row.due is not None
        if step is None and awaited:
            step = Step(
                uid=new_uid(), case_uid=row.case_uid, step_id="", origin=origin, state=StepState.OPEN.value,
                title=f"Відповідь: {self.catalogue.bodies[row.body].name.uk}",
            )  # fmt: skip
            session.add(step)
        if step is not None:
            done = row.deleted_at is None and bool(row.answer)
            step.title = f"Відповідь: {self.catalogue.bodies[row.body].name.uk}"
            step.due = step.act_by = row.due
            step.counted_from = row.filed_on
            step.state = (StepState.DONE if done else StepState.OPEN if awaited else StepState.OBSOLETE).value
            step.done_on = of_day(row.answered_on) if done and row.answered_on else None
        session.flush()
        refresh_case(session, row.case_uid, self.clock)


def judge_request(catalogue: Catalogue, clock: Clock, draft: RequestDraft) -> None:
    """Raise `NoBody`, `UnknownBody`, `DayToCome`, `AnsweredBefore`, `AnswerMissing`, `DueBeforeFiled`."""
    today = clock.today()
    if not draft.body:
        raise NoBody
    check_body(catalogue, draft.body)
    if draft.filed_on > today or (draft.answered_on and draft.answered_on > today):
        raise DayToCome
    if draft.answered_on and draft.answered_on < draft.filed_on:
        raise AnsweredBefore
    if draft.awaited != (draft.answered_on is None):
        raise AnswerMissing
    if draft.due is not None and draft.due < draft.filed_on:
        raise DueBeforeFiled

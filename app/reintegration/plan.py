"""The individual plan: goals in his own words, what is done for each, and the days on which it is gone through."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Session
from typing_extensions import override

from app.clock import Clock
from app.domain.day_to_come import DayToCome
from app.domain.errors import N_, UserError
from app.records.keeping import Keeping, Kept
from db.journal import JournaledSession
from db.models.returning import Deed, Goal
from db.models.step import Step

USUAL, LONGEST = 90, 365
"""After how many days a plan is gone through again, if nothing else is agreed, and at the latest."""


class Area(StrEnum):
    """What a goal is about."""

    HEALTH = "health"
    CALM = "calm"
    FAMILY = "family"
    DOCUMENTS = "documents"
    MONEY = "money"
    SERVICE = "service"
    WORK = "work"
    HOUSING = "housing"
    OTHER = "other"


class NoGoal(UserError):
    what = N_("The goal says nothing.")
    todo = N_("Write it as he says it, in one sentence.")


class NoDeed(UserError):
    what = N_("It is not said what is to be done.")
    todo = N_("Choose a step of this case, or write in a few words what somebody will do.")


class GoalOfAnotherCase(UserError):
    what = N_("This goal or step belongs to another case.")
    todo = N_("Choose one of this case.")


class ReachedBeforeAgreed(UserError):
    what = N_("The goal was reached before he agreed to it.")
    todo = N_("Compare the two days.")


class OtherWordsAgreed(UserError):
    what = N_("He agreed to other words than these.")
    todo = N_("Read them to him and write the day on which he agreed, or leave that day empty.")


class ReviewTooFar(UserError):
    what = N_("A plan is gone through again within {least} to {most} days.")
    todo = N_("Agree on a day; usually every three months.")


@dataclass(frozen=True, slots=True)
class GoalDraft:
    """One goal. `words`: his own. `agreed_on`: when he said that it may stand in the plan, None if not yet."""

    area: Area
    words: str
    until: date | None = None
    agreed_on: date | None = None
    reached_on: date | None = None
    result: str = ""


@dataclass(frozen=True, slots=True)
class DeedDraft:
    """One thing done for a goal: a step of the case, or `text`. `who`: himself, one of us, a body."""

    goal_uid: UUID
    step_uid: UUID | None
    text: str = ""
    who: str = ""
    until: date | None = None
    done_on: date | None = None
    result: str = ""


@dataclass(frozen=True, slots=True)
class ReviewDraft:
    """The plan gone through on a day, and again in so many `days`. `agreed`: he said that it is his plan."""

    on: date
    agreed: bool
    days: int = USUAL
    said: str = ""

    @property
    def again(self) -> date:
        """When it is gone through again."""
        return self.on + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class Goals(Keeping[Goal, GoalDraft]):
    """Goals; new words are not agreed to by a day that was written down for the old ones."""

    @override
    def correct(self, session: JournaledSession, was: Kept[GoalDraft], now: GoalDraft) -> Goal:
        """As `Keeping.correct`; raises `OtherWordsAgreed`."""
        same_day = now.agreed_on is not None and now.agreed_on == was.says.agreed_on
        if same_day and now.words.strip() != was.says.words.strip() and now.agreed_on != self.clock.today():
            raise OtherWordsAgreed
        return Keeping.correct(self, session, was, now)


@dataclass(frozen=True, slots=True)
class Deeds(Keeping[Deed, DeedDraft]):
    """What is done for goals; a deed that says something else is as young as its new words."""

    @override
    def correct(self, session: JournaledSession, was: Kept[DeedDraft], now: DeedDraft) -> Deed:
        """As `Keeping.correct`."""
        row = Keeping.correct(self, session, was, now)
        if _told(now) != _told(was.says):
            row.written_at, row.written_by = self.clock.now(), self.access.user
        return row


def judging_goals(clock: Clock) -> Callable[[Session, UUID, GoalDraft], None]:
    """A judge of goals: it raises `NoGoal`, `DayToCome`, `ReachedBeforeAgreed`."""

    def judge(_session: Session, _case: UUID, draft: GoalDraft) -> None:
        if not draft.words.strip():
            raise NoGoal
        _past(clock, draft.agreed_on, draft.reached_on)
        if draft.agreed_on and draft.reached_on and draft.reached_on < draft.agreed_on:
            raise ReachedBeforeAgreed

    return judge


def judging_deeds(clock: Clock) -> Callable[[Session, UUID, DeedDraft], None]:
    """A judge of deeds: it raises `NoDeed`, `GoalOfAnotherCase`, `DayToCome`."""

    def judge(session: Session, case: UUID, draft: DeedDraft) -> None:
        if draft.step_uid is None and not draft.text.strip():
            raise NoDeed
        goal = session.get(Goal, draft.goal_uid)
        step = session.get(Step, draft.step_uid) if draft.step_uid else None
        if goal is None or goal.case_uid != case or (draft.step_uid and (step is None or step.case_uid != case)):
            raise GoalOfAnotherCase
        _past(clock, draft.done_on)

    return judge


def judging_reviews(clock: Clock) -> Callable[[Session, UUID, ReviewDraft], None]:
    """A judge of reviews: it raises `DayToCome`, `ReviewTooFar`."""

    def judge(_session: Session, _case: UUID, draft: ReviewDraft) -> None:
        _past(clock, draft.on)
        if not 1 <= draft.days <= LONGEST:
            raise ReviewTooFar(least=1, most=LONGEST)

    return judge


def _told(says: DeedDraft) -> tuple[UUID, UUID | None, str, str]:
    return says.goal_uid, says.step_uid, says.text.strip(), says.who.strip()


def _past(clock: Clock, *days: date | None) -> None:
    today = clock.today()
    if any(day is not None and day > today for day in days):
        raise DayToCome

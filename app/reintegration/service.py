"""Somebody's way back: its stages and days, his own plan, the year of contacts, and the plan on paper for himself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Self
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.access.reading import read_by
from app.catalogue.definitions import Catalogue, Print
from app.clock import KYIV, Clock
from app.domain.events import Event
from app.domain.fate import ALL_RETURNED, Fate
from app.domain.step import StepState
from app.office.service import read as read_office
from app.paper.return_plan import PaperDeed, PaperGoal, ReturnPlan, return_plan
from app.plan import queries
from app.plan.events import EventDay, Events
from app.plan.known import known
from app.plan.queries import StepRow
from app.records.keeping import Keeping, Kept
from app.reintegration.plan import (
    DeedDraft,
    Deeds,
    GoalDraft,
    Goals,
    ReviewDraft,
    judging_deeds,
    judging_goals,
    judging_reviews,
)
from app.reintegration.stages import DAYS, SpanView, StageView, spans, stages
from app.reintegration.year import YearContact, year
from app.rights.papers import PaperKind, hand_out
from db.models.base import new_uid
from db.models.case_file import CaseFile
from db.models.family import Contact
from db.models.office import Disclosure
from db.models.person import Person
from db.models.returning import Deed, Goal, Review
from db.session import Database

RETURN_PLAN = "return_plan"
CONTACT_STEPS = ("PSY-26", "RIN-21")
"""Steps whose being done is a contact of the year."""
BOARD_STEP = "MED-05"
_STARTS = (Event.RETURNED_TO_UNIT, Event.DISCHARGE_ORDER, Event.RELEASED)
"""From the first of these that is known the year is counted."""


@dataclass(frozen=True, slots=True)
class GoalView:
    """One goal and what is done for it."""

    goal: Kept[GoalDraft]
    deeds: tuple[Kept[DeedDraft], ...]


@dataclass(frozen=True, slots=True)
class ReturnView:
    """The way back of one case. `returned`: he is back; without that there is nothing to accompany yet.

    `released`: None where no day of the return is known; `entered`: the days that somebody wrote down; `review`: the
    last time the plan was gone through; `agreed_through`: the last time that he agreed to it whole.
    """

    returned: bool
    released: date | None
    days: Mapping[Event, date]
    stages: tuple[StageView, ...]
    spans: tuple[SpanView, ...]
    contacts: tuple[YearContact, ...]
    goals: tuple[GoalView, ...]
    steps: tuple[StepRow, ...]
    entered: Mapping[Event, Kept[EventDay]]
    review: Kept[ReviewDraft] | None
    agreed_through: date | None

    @property
    def again(self) -> date | None:
        """When the plan is to be gone through again."""
        return self.review.says.again if self.review else None

    def agreed_to(self, goal: Kept[GoalDraft], deed: Kept[DeedDraft]) -> bool:
        """Whether he knew of the deed when he last agreed: to its goal, or to the plan as it was gone through."""
        if goal.says.agreed_on is None:
            return False
        through = self.agreed_through or goal.says.agreed_on
        return deed.at.astimezone(KYIV).date() <= max(goal.says.agreed_on, through)

    def step(self, uid: UUID | None) -> StepRow | None:
        """A step of the case."""
        return next((row for row in self.steps if row.uid == uid), None)


@dataclass(frozen=True, slots=True)
class Returning:
    """Every method is one unit of work by the user who asks."""

    database: Database
    catalogue: Catalogue
    clock: Clock
    access: Access
    goals: Goals
    deeds: Deeds
    reviews: Keeping[Review, ReviewDraft]
    events: Events

    @classmethod
    def of(cls, database: Database, catalogue: Catalogue, clock: Clock, access: Access) -> Self:
        """Build it with its three lists."""
        return cls(
            database, catalogue, clock, access,
            Goals(Goal, GoalDraft, database, clock, access, judging_goals(clock)),
            Deeds(Deed, DeedDraft, database, clock, access, judging_deeds(clock)),
            Keeping(Review, ReviewDraft, database, clock, access, judging_reviews(clock)),
            Events(database, catalogue, clock, access),
        )  # fmt: skip

    def view(self, case: UUID) -> ReturnView:
        """The way back as it stands today; raises `NotYourCase`."""
        read_by(self.database, self.access, case)
        entered = {row.event: row.entry for row in self.events.rows(case) if row.entry is not None}
        with self.database.read() as session:
            found = self._view(session, case)
        return replace(found, entered={event: entered[event] for event in DAYS if event in entered})

    def paper(self, case: UUID, languages: tuple[str, ...] = ("uk",), *, scale: float = 1.0) -> bytes:
        """The plan for himself as PDF bytes: goals that he agreed to, and nothing of health, scores or other people.

        The same record, clock and languages give the same bytes. Raises `NotYourCase`, `NothingAgreed`.
        """
        read_by(self.database, self.access, case)
        with self.database.read() as session:
            data = self._paper(session, case)
        return return_plan(data, languages, scale=scale)

    def given(self, case: UUID) -> None:
        """Keep that the plan was printed or saved for him, and is in his hands now; raises `NotYourCase`."""
        with self.database.write(self.access.user) as session:
            self.access.check(session, case)
            session.add(
                Disclosure(
                    uid=new_uid(), kind=RETURN_PLAN, case_uid=case, relative_uid=None, at=self.clock.now(),
                    by=self.access.user,
                )
            )  # fmt: skip
            hand_out(session, case, None, self.clock, self.access.user, PaperKind.RETURN_PLAN)

    def _view(self, session: Session, case: UUID) -> ReturnView:
        row = session.get_one(CaseFile, case)
        today, steps = self.clock.today(), queries.steps(session, case, self.catalogue)
        days = _days(session, row, steps, today)
        released = days.get(Event.RELEASED)
        start = next((days[event] for event in _STARTS if event in days), None)
        reviews = self.reviews.listed(session, case)
        return ReturnView(
            returned=Fate(row.fate) in ALL_RETURNED,
            released=released,
            days=days,
            stages=stages(steps, days),
            spans=spans(steps, released) if released else (),
            contacts=year(start, _talks(session, case, steps), today) if start else (),
            goals=self._goals(session, case),
            steps=steps,
            entered={},
            review=max(reviews, key=lambda one: (one.says.on, one.at), default=None),
            agreed_through=max((one.says.on for one in reviews if one.says.agreed), default=None),
        )

    def _goals(self, session: Session, case: UUID) -> tuple[GoalView, ...]:
        deeds = self.deeds.listed(session, case)
        return tuple(
            GoalView(goal, tuple(deed for deed in deeds if deed.says.goal_uid == goal.uid))
            for goal in self.goals.listed(session, case)
        )

    def _paper(self, session: Session, case: UUID) -> ReturnPlan:
        row = session.get_one(CaseFile, case)
        person, office, view = session.get_one(Person, row.person_uid), read_office(session), self._view(session, case)
        agreed = [one for one in view.goals if one.goal.says.agreed_on is not None]
        ahead = [one.due for one in view.contacts if one.spoken is None and one.due >= self.clock.today()]
        return ReturnPlan(
            number=row.number,
            day=self.clock.today(),
            office=office.name,
            phones=office.phones,
            training=office.training,
            name=" ".join(filter(None, (person.given, person.patronymic))) or person.surname,
            worker=row.worker,
            goals=tuple(_printed(one, view) for one in agreed),
            again=view.again,
            contact=min(ahead, default=None),
        )


def _days(session: Session, case: CaseFile, steps: Sequence[StepRow], today: date) -> Mapping[Event, date]:
    """The days of a return that are known; the medical board decided on the day on which its step was done."""
    told = known(session, case, today).case
    days = {event: told[event] for event in DAYS if event in told}
    for row in steps:
        if row.step_id == BOARD_STEP and row.state is StepState.DONE and row.done_on:
            days.setdefault(Event.VLK_DECIDED, row.done_on.first)
    return days


def _talks(session: Session, case: UUID, steps: tuple[StepRow, ...]) -> frozenset[date]:
    """The days on which somebody spoke with him: talks of the log that name no relative, and the steps of contact."""
    log = select(Contact.on).where(
        Contact.case_uid == case, Contact.relative_uid.is_(None), Contact.deleted_at.is_(None)
    )
    spoken = {
        row.done_on.first for row in steps
        if row.step_id in CONTACT_STEPS and row.state is StepState.DONE and row.done_on
    }  # fmt: skip
    return frozenset(session.scalars(log)) | spoken


def _printed(one: GoalView, view: ReturnView) -> PaperGoal:
    says = one.goal.says
    deeds = (_deed(deed.says, view.step(deed.says.step_uid)) for deed in one.deeds if view.agreed_to(one.goal, deed))
    return PaperGoal(says.words, says.until, says.reached_on, says.result, tuple(filter(None, deeds)))


def _deed(says: DeedDraft, step: StepRow | None) -> PaperDeed | None:
    """What of a deed may stand on his paper: a step of the catalogue only in the words that it has for paper."""
    plain = PaperDeed("", "", says.who, says.until, says.done_on, says.result)
    if says.text.strip():
        return replace(plain, uk=says.text, en=says.text)
    known = step.definition if step else None
    if step is None or known is None or known.family is None or known.print is Print.NEVER:
        return None
    done = step.done_on.exact if step.done_on and step.state is StepState.DONE else None
    title = known.family
    return replace(plain, uk=title.uk, en=title.en, until=says.until or step.due, done_on=says.done_on or done)

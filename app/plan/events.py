"""The days from which terms run, as somebody enters and corrects them, and what due days move by it."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.access.reading import read_by
from app.catalogue.definitions import Catalogue
from app.changes import Changes
from app.clock import Clock
from app.domain.day_to_come import DayToCome
from app.domain.errors import N_, UserError
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.trigger import YEARLY, done_step
from app.meanwhile import CorrectedMeanwhile, touches
from app.office.service import calendar_mode
from app.plan.following import follow, foreseen
from app.plan.known import BY_ITSELF, OF_ONE_STEP, Known, known
from app.plan.queries import OPEN
from app.plan.recount import Shift
from app.plan.service import refresh_case
from app.records.keeping import Kept
from app.records.shape import columns_of, draft_of
from db.journal import JournaledSession
from db.models.base import new_uid
from db.models.case_file import CaseEvent, CaseFile
from db.models.step import Step
from db.refusals import StaleEdit
from db.session import Database

TOUCHED = Changes.STEPS | Changes.CASES


class NoSuchEvent(UserError):
    what = N_("No term of this case runs from {event}.")
    todo = N_("Choose an event of the list.")


class EventHasDay(UserError):
    what = N_("This event has a day already.")
    todo = N_("Correct that day instead of adding a second one.")


class WhichStep(UserError):
    what = N_("Every application has its own day, so it belongs to one step.")
    todo = N_("Choose the step first, then enter its day.")


@dataclass(frozen=True, slots=True)
class EventDay:
    """An event and its day; a partial day counts from its earliest. `step_uid`: of which step alone.

    `reference`: the number of a paper, `source`: where it is known from.
    """

    event: str
    on: PartialDate | None = None
    step_uid: UUID | None = None
    reference: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event of a case: its day (None: nobody knows), the entry that says so (None: the record shows it by itself).

    `steps`: how many open steps may count from it; `entered`: whether somebody may enter it.
    """

    event: str
    on: date | None
    entry: Kept[EventDay] | None
    steps: int


@dataclass(frozen=True, slots=True)
class Events:
    """Every method is one unit of work by the user who asks."""

    database: Database
    catalogue: Catalogue
    clock: Clock
    access: Access

    def rows(self, case: UUID) -> tuple[EventRow, ...]:
        """The events of the case from which terms run: what steps wait for first, then by day, then what may come."""
        read_by(self.database, self.access, case)
        with self.database.read() as session:
            found = session.get_one(CaseFile, case)
            rows = tuple(self._rows(session, found))
        return tuple(sorted(rows, key=lambda row: (_rank(row), row.on or date.max, row.event)))

    def of_step(self, step: UUID) -> tuple[Kept[EventDay], ...]:
        """What was entered for one step alone; raises `NotYourCase`."""
        with self.database.read() as session:
            if (row := session.get(Step, step)) is not None:
                self.access.check(session, row.case_uid)
            found = session.scalars(select(CaseEvent).where(CaseEvent.step_uid == step)).all()
            return tuple(self._kept(session, entry) for entry in found)

    def would(self, case: UUID, draft: EventDay, was: Kept[EventDay] | None = None) -> tuple[Shift, ...]:
        """The due days that would move, from where to where, if the event had this day. Raises what `add` raises."""
        with self.database.read() as session:
            self.access.check(session, case)
            self._judge(session, case, draft, was)
            today, found = self.clock.today(), session.get_one(CaseFile, case)
            days = _with(known(session, found, today), draft)
            return foreseen(session, self.catalogue, found, draft.event, days, calendar_mode(session), today)

    def add(self, case: UUID, draft: EventDay) -> Changes:
        """Enter the day of an event; due days are counted anew and the steps it brings open.

        Raises `NoSuchEvent`, `EventHasDay`, `WhichStep`, `DayToCome`, `NotYourCase`.
        """
        with self.database.write(self.access.user) as session:
            self.access.check(session, case)
            self._judge(session, case, draft, None)
            session.add(CaseEvent(uid=new_uid(), case_uid=case, **columns_of(draft)))
            self._settle(session, case, draft.event)
        return TOUCHED

    def edit(self, was: Kept[EventDay], now: EventDay) -> Changes:
        """Correct the day of an event, or take it away (`on` None); raises what `add` raises, `CorrectedMeanwhile`."""
        with self.database.write(self.access.user) as session:
            row = session.get(CaseEvent, was.uid)
            if row is None:
                raise StaleEdit
            self.access.check(session, row.case_uid)
            recorded = self._kept(session, row)
            if recorded.says != was.says:
                cells = {field.name: (row.uid, field.name) for field in fields(EventDay)}
                raise CorrectedMeanwhile(now=recorded, touches=touches(session, cells))
            self._judge(session, row.case_uid, now, was)
            for name, value in columns_of(replace(now, event=was.says.event, step_uid=was.says.step_uid)).items():
                setattr(row, name, value)
            self._settle(session, row.case_uid, was.says.event)
        return TOUCHED

    def _settle(self, session: JournaledSession, case: UUID, event: str) -> None:
        session.flush()
        today, found = self.clock.today(), session.get_one(CaseFile, case)
        follow(
            session, self.catalogue, found, event, known(session, found, today), calendar_mode(session), today
        )
        session.flush()
        refresh_case(session, case, self.clock)

    def _judge(self, session: Session, case: UUID, draft: EventDay, was: Kept[EventDay] | None) -> None:
        if draft.on and draft.on.first > self.clock.today():
            raise DayToCome
        if was is not None:
            return
        if draft.event in BY_ITSELF or draft.event not in _enterable(self.catalogue):
            raise NoSuchEvent(event=draft.event)
        if draft.event in OF_ONE_STEP and draft.step_uid is None:
            raise WhichStep
        same = select(CaseEvent.uid).where(
            CaseEvent.case_uid == case, CaseEvent.event == draft.event, CaseEvent.step_uid == draft.step_uid
            if draft.step_uid else CaseEvent.step_uid.is_(None),
        )  # fmt: skip
        if session.scalars(same).first() is not None:
            raise EventHasDay
        if draft.step_uid is not None and session.get_one(Step, draft.step_uid).case_uid != case:
            raise NoSuchEvent(event=draft.event)

    def _rows(self, session: Session, case: CaseFile) -> Iterator[EventRow]:
        days = known(session, case, self.clock.today()).case
        of_case = select(CaseEvent).where(CaseEvent.case_uid == case.uid, CaseEvent.step_uid.is_(None))
        entered = {row.event: self._kept(session, row) for row in session.scalars(of_case.order_by(CaseEvent.uid))}
        waiting: dict[str, int] = {}
        for step_id in session.scalars(select(Step.step_id).where(Step.case_uid == case.uid, Step.state.in_(OPEN))):
            if step := self.catalogue.steps.get(step_id):
                for event in (step.due.start, *step.due.otherwise):
                    waiting[event] = waiting.get(event, 0) + 1
        for event in {**waiting, **entered, **dict.fromkeys(self._may_come(Fate(case.fate)))}:
            if event not in OF_ONE_STEP and event not in BY_ITSELF and done_step(event) is None and event not in YEARLY:
                yield EventRow(event, days.get(event), entered.get(event), waiting.get(event, 0))

    def _may_come(self, fate: Fate) -> Iterator[str]:
        """The events that would bring steps to a case of this status."""
        bundled = {step for bundle in self.catalogue.bundles for step in bundle.steps}
        for step in self.catalogue.steps.values():
            if step.id not in bundled and fate in step.applies_to and not step.scope_office:
                yield step.trigger
        for bundle in self.catalogue.bundles:
            if bundle.event and any(fate in self.catalogue.steps[step].applies_to for step in bundle.steps):
                yield bundle.event

    def _kept(self, session: Session, row: CaseEvent) -> Kept[EventDay]:
        touch = touches(session, {"on": (row.uid, "on")}).get("on")
        by, at = (touch.by, touch.at) if touch else ("", self.clock.now())
        return Kept(row.uid, draft_of(row, EventDay), by, at)


def _rank(row: EventRow) -> int:
    """What steps wait for stands first, then what has a day, then what may still come."""
    return 1 if row.on is not None else 0 if row.steps else 2


def _enterable(catalogue: Catalogue) -> frozenset[str]:
    """Every event that a rule or a bundle of the catalogue names."""
    named = {bundle.event for bundle in catalogue.bundles if bundle.event}
    for step in catalogue.steps.values():
        named |= {step.trigger, step.due.start, *step.due.otherwise}
    return frozenset(event for event in named if done_step(event) is None)


def _with(days: Known, draft: EventDay) -> Known:
    """The days as they would be."""
    if draft.step_uid is not None:
        of_step = {event: day for event, day in days.steps.get(draft.step_uid, {}).items() if event != draft.event}
        if draft.on:
            of_step[draft.event] = draft.on.first
        return replace(days, steps={**days.steps, draft.step_uid: of_step})
    case = {event: day for event, day in days.case.items() if event != draft.event}
    if draft.on:
        case[draft.event] = draft.on.first
    return replace(days, case=case)

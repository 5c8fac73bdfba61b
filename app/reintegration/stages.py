"""Stages of a return, read off the steps of a case and their days: what is done, what comes next, who is waited for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from app.domain.deadline import Unit
from app.domain.events import Event
from app.domain.recurrence import Gap
from app.domain.step import StepState
from app.plan.queries import StepRow


class Stage(StrEnum):
    """The stages in the order in which they begin; they overlap."""

    RECEPTION = "reception"
    MEDICAL = "medical"
    DOCUMENTS = "documents"
    PAYMENTS = "payments"
    LEAVE = "leave"
    BOARD = "board"
    SERVICE = "service"
    WORK = "work"
    HOUSING = "housing"
    YEAR = "year"


STEPS: Mapping[Stage, tuple[str, ...]] = MappingProxyType(
    {
        Stage.RECEPTION: ("RIN-02", "PSY-11", "RIN-04", "RIN-05", "RIN-17", "LEG-50", "LEG-57"),
        Stage.MEDICAL: (
            "MED-01", "MED-02", "MED-03", "MED-04", "PSY-20", "RIN-03", "LEG-55", "RIN-18", "MED-06", "MED-07",
            "RIN-11",
        ),
        Stage.DOCUMENTS: ("LEG-22", "LEG-23", "LEG-51", "LEG-52", "LEG-53", "LEG-54", "LEG-56", "LEG-58", "RIN-14"),
        Stage.PAYMENTS: ("FIN-40", "FIN-41", "FIN-42", "FIN-43", "FIN-44", "FIN-45", "FIN-46", "FIN-11", "FIN-18"),
        Stage.LEAVE: ("RIN-07", "RIN-08"),
        Stage.BOARD: ("MED-05", "MED-08"),
        Stage.SERVICE: ("RIN-09", "RIN-10", "RIN-12"),
        Stage.WORK: ("RIN-15", "RIN-16"),
        Stage.HOUSING: ("RIN-19", "FIN-16"),
        Stage.YEAR: (
            "RIN-06", "RIN-13", "PSY-12", "PSY-21", "PSY-22", "PSY-23", "PSY-24", "PSY-26", "RIN-20", "RIN-21",
        ),
    }
)  # fmt: skip
"""Which steps of the catalogue make up a stage. PSY-25 is in none: it is for one named specialist alone."""
OURS = frozenset(step for steps in STEPS.values() for step in steps)
"""All of them; only these may stand for a goal."""

EVENTS: Mapping[Stage, tuple[Event, ...]] = MappingProxyType(
    {
        Stage.RECEPTION: (Event.RELEASED,),
        Stage.MEDICAL: (Event.ADMITTED, Event.DISCHARGED_HOSPITAL),
        Stage.LEAVE: (Event.LEAVE_STARTED,),
        Stage.BOARD: (Event.VLK_DECIDED,),
        Stage.SERVICE: (Event.RETURNED_TO_UNIT, Event.DISCHARGE_ORDER),
    }
)
"""Days that tell how far a stage is."""
DAYS = tuple(event for events in EVENTS.values() for event in events)
"""The days that a caseworker writes down, in the order in which they come."""


class Progress(StrEnum):
    """How far a stage is; `NONE`: no step of it was ever opened."""

    NONE = "none"
    AHEAD = "ahead"
    GOING = "going"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class StageView:
    """One stage: its steps by what became of them, the next by due day, and the days that it has."""

    stage: Stage
    done: tuple[StepRow, ...]
    next: tuple[StepRow, ...]
    waiting: tuple[StepRow, ...]
    days: Mapping[Event, date]

    @property
    def progress(self) -> Progress:
        """How far it is."""
        if not (self.next or self.waiting):
            return Progress.DONE if self.done else Progress.NONE
        return Progress.GOING if self.done or self.waiting or self.days else Progress.AHEAD


class Span(StrEnum):
    """How long he is back."""

    HOURS_72 = "72 hours"
    DAYS_30 = "30 days"
    DAYS_90 = "90 days"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class SpanView:
    """A stretch of time after the return, to its last day: how many steps fall into it, and how many are settled."""

    span: Span
    since: date
    until: date
    steps: int
    settled: int

    def now(self, today: date) -> bool:
        """Whether this is the stretch that lasts today."""
        return self.since <= today <= self.until


_ENDS = ((Span.HOURS_72, 3), (Span.DAYS_30, 30), (Span.DAYS_90, 90))
"""How many days after the return a stretch ends; the year ends on its day (Civil Code, art. 254)."""


def stages(rows: Iterable[StepRow], days: Mapping[Event, date]) -> tuple[StageView, ...]:
    """Every stage of the case, from all its steps and the days that are known."""
    by_step: dict[str, list[StepRow]] = {}
    for row in rows:
        by_step.setdefault(row.step_id, []).append(row)
    return tuple(_stage(stage, by_step, days) for stage in Stage)


def spans(rows: Iterable[StepRow], released: date) -> tuple[SpanView, ...]:
    """The four stretches after a return, with the steps of the stages that are due, or were done, in each."""
    ours = [row for row in rows if row.step_id in OURS and row.state is not StepState.OBSOLETE]
    ends = [(span, released + timedelta(days)) for span, days in _ENDS]
    ends.append((Span.YEAR, Gap(1, Unit.YEAR).after(released)))
    found, since = [], date.min
    for span, until in ends:
        inside = [row for row in ours if (day := _day(row)) is not None and since <= day <= until]
        settled = sum(not row.open for row in inside)
        found.append(SpanView(span, max(since, released), until, len(inside), settled))
        since = until + timedelta(days=1)
    return tuple(found)


def _day(row: StepRow) -> date | None:
    """When a step comes up, or came to its end."""
    if row.open or row.done_on is None:
        return row.due
    return row.done_on.first


def _stage(stage: Stage, by_step: Mapping[str, list[StepRow]], days: Mapping[Event, date]) -> StageView:
    rows = [row for step in STEPS[stage] for row in by_step.get(step, ())]
    still = sorted((row for row in rows if row.open), key=lambda row: (row.due or date.max, row.step_id))
    waiting = tuple(row for row in still if row.state is StepState.WAITING)
    return StageView(
        stage,
        done=tuple(row for row in rows if row.state in (StepState.DONE, StepState.NOT_NEEDED)),
        next=tuple(row for row in still if row.state is not StepState.WAITING),
        waiting=waiting,
        days=MappingProxyType({event: days[event] for event in EVENTS.get(stage, ()) if event in days}),
    )

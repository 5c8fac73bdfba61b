"""Which steps a case gets for its fate and its known dates. Pure: catalogue in, planned steps out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from app.catalogue.definitions import Catalogue, StepDef
from app.domain.calendar import Calendar
from app.domain.deadline import Deadline, Term, due
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.step import StepState, is_open
from app.domain.trigger import YEARLY, counted_from, done_step, start, yearly

_due = lru_cache(maxsize=65536)(due)


REFUSED = "refused"
KNOWN_BEFORE = "known_before"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known of a step when the case is opened: its state, the day (None: unknown), what came of it."""

    state: StepState
    on: PartialDate | None = None
    outcome: str = ""

    @property
    def succeeded(self) -> bool:
        """Whether what waits for the step may begin."""
        return self.state is StepState.DONE and self.outcome != REFUSED


STILL_OPEN = Answer(StepState.OPEN)
TO_CHECK = Answer(StepState.TO_CHECK)


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step to be written: what is known of it, what brought it (a fate, an event, or what was known before), and,
    where a date is known, the event that starts its term and its day.

    `not_before`: our own standards count from here at the earliest. `wave`: with which wave it is released, on the day
    `release` (None: at once).
    """

    definition: StepDef
    answer: Answer
    origin: str
    trigger: str = ""
    trigger_on: date | None = None
    deadline: Deadline | None = None
    not_before: date | None = None
    wave: int = 0
    release: date | None = None


@dataclass(frozen=True, slots=True)
class Started:
    """What started a term, on which day, and when it ends."""

    event: str
    on: date
    deadline: Deadline


@dataclass(frozen=True, slots=True)
class Opening:
    """What is known of a case on the day it is opened. `not_before`: when the office's own standards start."""

    fate: Fate
    events: Mapping[str, date]
    not_before: date
    mode: Calendar
    answers: Mapping[str, Answer]


def steps(catalogue: Catalogue, opening: Opening) -> tuple[PlannedStep, ...]:
    """The bundles of the fate, the bundles of earlier fates "to check", and what is already answered.

    A step of the office as a whole, and a step that does not apply to the fate, is left out.
    """
    planned: dict[str, PlannedStep] = {}
    for step_id, answer, origin in _bundled(catalogue, opening):
        definition = catalogue.steps[step_id]
        applies = opening.fate in definition.applies_to or step_id in opening.answers
        if step_id not in planned and applies and not definition.scope_office and definition.opens(opening.not_before):
            planned[step_id] = _released(catalogue, plan(definition, opening, origin, answer))
    return tuple(planned.values())


def plan(definition: StepDef, opening: Opening, origin: str, answer: Answer = STILL_OPEN) -> PlannedStep:
    """One step, with its deadline if it is still to be done and its event has a date."""
    if not is_open(answer.state):
        return PlannedStep(definition, answer, origin)
    begun = started(definition, opening.events, opening.not_before, opening.mode)
    if begun is not None and (rule := definition.on(begun.on)) is not definition:
        definition, begun = rule, started(rule, opening.events, opening.not_before, opening.mode)
    if begun is None:
        return PlannedStep(definition, answer, origin, not_before=opening.not_before)
    return PlannedStep(definition, answer, origin, begun.event, begun.on, begun.deadline, opening.not_before)


def started(
    definition: StepDef, events: Mapping[str, date], not_before: date | None, mode: Calendar, choice: int | None = None
) -> Started | None:
    """When the term of a step ends by the events that have a day; None if none starts it, or it has no term."""
    rule, term = definition.due, term_of(definition, choice)
    if term.qty is None:
        return None
    if rule.start in YEARLY and not_before is not None and rule.start not in events:
        day = yearly(rule.start, term, not_before, mode)
        return Started(rule.start, day, _due(day, term, mode)) if day else None
    begun = start(rule.start, rule.otherwise, events)
    if begun is None:
        return None
    event, on = begun
    return Started(event, on, _due(counted_from(on, term.kind, not_before=not_before), term, mode))


def term_of(definition: StepDef, choice: int | None) -> Term:
    """The term that holds: the one a lawyer picked, else the one of the catalogue, the shortest of several."""
    among = definition.due.choose
    return among[choice].term if choice is not None and choice < len(among) else definition.due.term


def _released(catalogue: Catalogue, step: PlannedStep) -> PlannedStep:
    """The step in its wave; what is due before the wave comes is there at once."""
    for number, wave in enumerate(catalogue.waves.get(step.origin, ()), start=1):
        if step.definition.id in wave.steps and step.not_before is not None:
            release = later(step.not_before, wave.after)
            soon = step.deadline is not None and step.deadline.due is not None and step.deadline.due <= release
            return replace(step, wave=number, release=None if soon or not wave.after else release)
    return step


def _bundled(catalogue: Catalogue, opening: Opening) -> Iterator[tuple[str, Answer, str]]:
    inherited = catalogue.inherited.get(opening.fate, ())
    for step_id, answer in opening.answers.items():
        yield step_id, answer, KNOWN_BEFORE
    for bundle in catalogue.bundles:
        if opening.fate in bundle.fates:
            for step_id in bundle.steps:
                yield step_id, STILL_OPEN, opening.fate.value
        elif bundle.event and _happened(bundle.event, opening):
            for step_id in bundle.steps:
                yield step_id, STILL_OPEN, bundle.event
    for bundle in catalogue.bundles:
        if bundle.key in inherited:
            for step_id in bundle.steps:
                yield step_id, TO_CHECK, bundle.key


def _happened(event: str, opening: Opening) -> bool:
    step = done_step(event)
    if step is None:
        return event in opening.events
    return step in opening.answers and opening.answers[step].succeeded


def later(day: date, days: int) -> date:
    """`day` moved `days` ahead: how an imported caseload is spread."""
    return day + timedelta(days=days)

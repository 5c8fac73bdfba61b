"""Recurring money at a change of status: whether it goes on, stops, or the body that pays is asked first."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.catalogue.definitions import Catalogue
from app.domain.calendar import Calendar
from app.domain.deadline import Deadline, Kind, Term, Unit, due
from app.domain.fate import Fate
from app.domain.step import StepState
from app.plan import recurring
from app.plan.opening import REFUSED
from app.plan.queries import OPEN
from db.models.base import new_uid
from db.models.step import Step

ASK_WITHIN = Term(3, Unit.WORKING_DAY, Kind.OFFICE)
"""How soon the body is asked: every month that is paid in error may have to be paid back."""


class Paying(StrEnum):
    """What was decided about one payment; the columns of steps hold these values."""

    GO_ON = recurring.GO_ON
    STOP = "stop"
    ASK = "ask"


def paid(catalogue: Catalogue, steps: Iterable[Step], fate: Fate) -> tuple[Step, ...]:
    """The steps of payments that run and to which `fate` does not belong: of each, the open one, else the newest."""
    newest: dict[str, Step] = {}
    for step in steps:
        if step.step_id in catalogue.paid_steps and fate not in catalogue.steps[step.step_id].applies_to:
            before = newest.get(step.step_id)
            if before is None or before.state not in OPEN or step.state in OPEN:
                newest[step.step_id] = step
    return tuple(step for step in newest.values() if step.state in OPEN or _granted(step))


def decide(
    steps: Iterable[Step], answers: Mapping[str, Paying], mode: Calendar, today: date
) -> tuple[frozenset[UUID], tuple[Step, ...]]:
    """Keep what was decided about the payments behind these steps; asking the body is the answer where none was given.

    Gives the steps that stay open whatever the status is, because the money goes on, and those to add, which ask who
    pays.
    """
    stay, asking = set(), []
    for step in steps:
        step.carried = answers.get(step.step_id, Paying.ASK).value
        if step.carried == Paying.GO_ON:
            stay.add(step.uid)
        elif step.carried == Paying.ASK:
            asking.append(_asking(step, due(today, ASK_WITHIN, mode)))
    return frozenset(stay), tuple(asking)


def forget(step: Step) -> None:
    """The status that the payment belongs to is back: nothing is asked any more, nothing was decided."""
    step.carried = ""
    if asks(step):
        step.state = StepState.OBSOLETE.value


def asks(step: Step) -> bool:
    """Whether it is a question, not answered yet, who pays from now on."""
    return step.origin == Paying.ASK and step.state in OPEN


def _granted(step: Step) -> bool:
    return step.state == StepState.DONE and step.outcome != REFUSED and step.carried in ("", Paying.GO_ON)


def _asking(step: Step, end: Deadline) -> Step:
    return Step(
        uid=new_uid(), case_uid=step.case_uid, step_id=step.step_id, origin=Paying.ASK.value, law=step.law,
        state=StepState.TO_CHECK.value, carried=Paying.ASK.value, relative_uid=step.relative_uid, worker=step.worker,
        body=step.body, counted_from=end.event, due=end.due, act_by=end.act_by, turn=step.turn, after_uid=step.uid,
    )  # fmt: skip

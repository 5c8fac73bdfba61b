"""What follows when an event gets a day: terms that waited for it are dated anew, and steps that it brings open."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.catalogue.definitions import Catalogue, StepDef
from app.domain.calendar import Calendar
from app.domain.fate import Fate
from app.domain.step import StepState
from app.domain.trigger import done_step, step_done
from app.plan.known import OF_ONE_STEP, Known, known
from app.plan.opening import Opening, plan
from app.plan.queries import OPEN
from app.plan.recount import Shift, recount, would
from app.plan.recurring import untouched
from db.journal import JournaledSession
from db.models.base import new_uid
from db.models.case_file import CaseFile, Episode
from db.models.step import Step


def open_following(session: JournaledSession, catalogue: Catalogue, done: Step, day: date,
                   mode: Calendar, today: date) -> None:
    """Give dates to the steps whose term runs from `done`, and add those that its completion brings."""
    case, event = session.get_one(CaseFile, done.case_uid), step_done(done.step_id)
    days = _with(known(session, case, today), event, day)
    follow(session, catalogue, case, event, days, mode, today, brought_by=done)


def take_back_following(session: JournaledSession, catalogue: Catalogue, reopened: Step, mode: Calendar,
                        today: date) -> None:
    """Let what followed from a step's end wait for it again, unless that step is done by another turn of it."""
    case = session.get_one(CaseFile, reopened.case_uid)
    follow(session, catalogue, case, step_done(reopened.step_id), known(session, case, today), mode, today)


def follow(
    session: JournaledSession, catalogue: Catalogue, case: CaseFile, event: str, days: Known, mode: Calendar,
    today: date, *, brought_by: Step | None = None,
) -> tuple[Shift, ...]:  # fmt: skip
    """Write what follows from the day that `event` has by `days`, or from its having none; the due days that moved."""
    if event not in days.case:
        if event not in OF_ONE_STEP:
            _take_away(session, case, event)
        return recount(session, catalogue, case.uid, {event}, days, mode)
    shifts = recount(session, catalogue, case.uid, {event}, days, mode)
    for definition in brought(session, catalogue, case, event, days, today):
        step = _new(case, definition, event, days, mode, today)
        step.after_uid = brought_by.uid if brought_by else None
        session.add(step)
    session.flush()
    return shifts


def foreseen(
    session: Session, catalogue: Catalogue, case: CaseFile, event: str, days: Known, mode: Calendar, today: date
) -> tuple[Shift, ...]:
    """As `follow`, nothing written: the due days that would move, new steps among them."""
    moved = would(session, catalogue, case.uid, {event}, days, mode)
    if event not in days.case:
        return moved
    new = (
        (definition, _new(case, definition, event, days, mode, today))
        for definition in brought(session, catalogue, case, event, days, today)
    )
    return (
        *moved,
        *(Shift(step.uid, step.step_id, known.name, None, step.due, event, step.trigger_on) for known, step in new),
    )


def brought(
    session: Session, catalogue: Catalogue, case: CaseFile, event: str, days: Known, today: date
) -> Iterator[StepDef]:
    """The steps that an event brings and that are not there yet: its bundles, and steps it triggers by themselves.

    A step that came with an earlier occasion and was done before this one comes again.
    """
    there = of_episode(session, case)
    fate, bundled = Fate(case.fate), {step for bundle in catalogue.bundles for step in bundle.steps}
    ids = [step for bundle in catalogue.bundles if bundle.event == event for step in bundle.steps]
    alone = [step.id for step in catalogue.steps.values() if step.trigger == event and step.id not in bundled]
    for step_id in dict.fromkeys((*ids, *alone)):
        definition = catalogue.steps[step_id]
        same = [step for step in there if step.step_id == step_id]
        past = step_id in alone and all(_before(step, days.case[event]) for step in same)
        if (not same or past) and fate in definition.applies_to and not definition.scope_office and (
            definition.opens(today)
        ):
            yield definition


def of_episode(session: Session, case: CaseFile) -> tuple[Step, ...]:
    """The steps of the present disappearance: every open one, and those that are younger than it."""
    episodes = select(Episode.uid).where(Episode.case_uid == case.uid).order_by(Episode.uid)
    uids = session.scalars(episodes).all()
    since = uids[-1] if len(uids) > 1 else None
    steps = session.scalars(select(Step).where(Step.case_uid == case.uid).order_by(Step.uid)).all()
    return tuple(step for step in steps if since is None or step.state in OPEN or step.uid > since)


def _with(days: Known, event: str, day: date) -> Known:
    case: Mapping[str, date] = {**days.case, event: day}
    return replace(days, case=case)


def _before(step: Step, day: date) -> bool:
    """Whether a step was done with before an occasion on `day`."""
    return step.state not in OPEN and step.done_on is not None and step.done_on.last < day


def _take_away(session: JournaledSession, case: CaseFile, event: str) -> None:
    """Take away the steps that an event had brought, unless somebody has worked on them since.

    What a step's end had brought goes with that step (`take_back`).
    """
    if done_step(event) is not None:
        return
    first = Step.state == StepState.OPEN.value, Step.turn == 1
    for step in session.scalars(select(Step).where(Step.case_uid == case.uid, Step.origin == event, *first)).all():
        if untouched(session, step):
            session.remove(step)


def _new(case: CaseFile, definition: StepDef, event: str, days: Known, mode: Calendar, today: date) -> Step:
    planned = plan(definition, Opening(Fate(case.fate), days.case, today, mode, {}), event)
    deadline = planned.deadline
    return Step(
        uid=new_uid(), case_uid=case.uid, step_id=definition.id, origin=event, state=StepState.OPEN.value,
        law=definition.law, not_before=planned.not_before, trigger=planned.trigger, trigger_on=planned.trigger_on,
        counted_from=deadline.event if deadline else None, due=deadline.due if deadline else None,
        act_by=deadline.act_by if deadline else None,
    )  # fmt: skip

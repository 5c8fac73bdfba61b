"""Steps that come back: the next turn is written when one is done, and taken away again if that is reopened."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.catalogue.definitions import Catalogue
from app.domain.calendar import Calendar
from app.domain.deadline import ending
from app.domain.fate import Fate
from app.domain.recurrence import Turn, next_turn
from app.domain.step import StepState
from app.plan.opening import term_of
from app.plan.queries import OPEN
from db.journal import JournaledSession
from db.models.base import new_uid
from db.models.case_file import CaseEvent, CaseFile
from db.models.returning import Deed
from db.models.step import Step
from db.models.support_group import GroupMember

GO_ON = "go_on"
"""What was decided about money that goes on after a change of status (`app.fates.paying`)."""

_NAMED_BY = (Step.after_uid, Deed.step_uid, GroupMember.step_uid)
"""By what else a step is named: a later turn, somebody's own plan, an invitation."""


def come_back(session: Session, catalogue: Catalogue, done: Step, day: date, mode: Calendar) -> None:
    """Write the next turn of a step that was done on `day`, if it has one for this fate and none stands open yet."""
    known, following = catalogue.steps.get(done.step_id), following_turn(session, catalogue, done, day)
    if known is None or following is None or not known.opens(day) or _stands(session, done):
        return
    term, event = term_of(known, done.choice), done.counted_from
    deadline = ending(day, following.day, term, mode)
    session.add(
        Step(
            uid=new_uid(), case_uid=done.case_uid, step_id=done.step_id, origin=done.origin,
            state=StepState.OPEN.value, relative_uid=done.relative_uid, worker=done.worker, trigger=done.trigger,
            trigger_on=done.trigger_on, counted_from=event, due=deadline.due, act_by=deadline.act_by,
            turn=following.number, after_uid=done.uid, law=known.law, not_before=done.not_before, body=done.body,
            carried=done.carried,
        )
    )  # fmt: skip
    session.flush()


def following_turn(session: Session, catalogue: Catalogue, done: Step, day: date) -> Turn | None:
    """The turn after one that was done on `day`; None if it was the last, or the fate has none."""
    known = catalogue.steps.get(done.step_id)
    if known is None or known.repeat is None:
        return None
    applies = Fate(session.get_one(CaseFile, done.case_uid).fate) in known.applies_to
    if not applies and done.carried != GO_ON:
        return None
    return next_turn(known.repeat, term_of(known, done.choice), done.counted_from, done.turn, day)


def take_back(session: JournaledSession, reopened: Step) -> None:
    """Take away the steps that a step's end had brought, unless somebody has worked on them since."""
    here = Step.case_uid == reopened.case_uid, Step.state == StepState.OPEN.value
    for step in session.scalars(select(Step).where(*here, Step.after_uid == reopened.uid)).all():
        if untouched(session, step, reopened):
            for event in _days(session, step):
                session.remove(event)
            session.remove(step)


def untouched(session: Session, step: Step, before: Step | None = None) -> bool:
    """Whether nobody has said anything of an open step since it was written, after the end of `before`, nor named it.

    A due day that was counted anew, by another day of its event or another law pack, is nobody's word.
    """
    asleep = step.snoozed_until is not None and not step.wave
    if asleep or step.snooze_reason or step.note or step.document_uid is not None or step.choice is not None:
        return False
    if any(session.scalar(select(of).where(of == step.uid).limit(1)) is not None for of in _NAMED_BY):
        return False
    left = [(None, "", "")] if before is None else [(before.relative_uid, before.worker, before.body), (None, "", "")]
    said = (step.relative_uid, step.worker, step.body)
    as_written = all(mine in theirs for mine, theirs in zip(said, zip(*left, strict=True), strict=True))
    return as_written and all(_brought_along(step, event) for event in _days(session, step))


def _days(session: Session, step: Step) -> Sequence[CaseEvent]:
    return session.scalars(select(CaseEvent).where(CaseEvent.step_uid == step.uid)).all()


def _brought_along(step: Step, event: CaseEvent) -> bool:
    """Whether the day came with the step, and nobody wrote it down or put it right."""
    return event.version == 1 and event.event == step.origin


def _stands(session: Session, done: Step) -> bool:
    """Whether a turn is open for the same person, or the next one is that has been given to somebody since."""
    hers = Step.relative_uid.is_not_distinct_from(done.relative_uid)
    same = (
        Step.case_uid == done.case_uid, Step.step_id == done.step_id, Step.state.in_(OPEN), Step.uid != done.uid,
        or_(hers, Step.after_uid == done.uid),
    )  # fmt: skip
    return bool(session.scalar(select(func.count()).select_from(Step).where(*same)))

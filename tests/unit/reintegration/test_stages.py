"""Stages of a return and its year of contacts are read off steps and days, and every step of reintegration has one."""

from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

import pytest

from app.catalogue.load import ukraine
from app.domain.events import Event
from app.domain.partial_date import of_day
from app.domain.step import StepState, Track
from app.plan.queries import StepRow
from app.reintegration.stages import DAYS, EVENTS, STEPS, Progress, Span, Stage, spans, stages
from app.reintegration.year import Kept, year

BACK = date(2026, 9, 1)


def row(step: str, state: StepState = StepState.OPEN, due: date | None = None, done: date | None = None) -> StepRow:
    definition = ukraine().steps[step]
    told = dict.fromkeys(StepRow.__dataclass_fields__, "")
    return StepRow(
        **{
            **told, "uid": UUID(int=1), "version": 1, "step_id": step, "definition": definition,
            "title": definition.name, "track": definition.track, "state": state, "trigger_on": None,
            "counted_from": None, "due": due, "act_by": due, "done_on": of_day(done) if done else None,
        }
    )  # fmt: skip


def test_every_step_of_reintegration_after_a_return_stands_in_one_stage() -> None:
    placed = [step for steps in STEPS.values() for step in steps]
    assert len(placed) == len(set(placed))
    assert set(placed) <= ukraine().steps.keys()
    assert "PSY-25" not in placed, "hidden from all but one"
    ours = {
        step.id for step in ukraine().steps.values()
        if step.track is Track.REINTEGRATION or step.id.startswith("MED-")
    }  # fmt: skip
    assert ours - set(placed) == {"RIN-01"}, "that one is for him who is still held"


def test_the_days_of_the_stages_are_those_of_the_brief() -> None:
    assert set(DAYS) == {
        Event.RELEASED, Event.ADMITTED, Event.DISCHARGED_HOSPITAL, Event.LEAVE_STARTED, Event.VLK_DECIDED,
        Event.RETURNED_TO_UNIT, Event.DISCHARGE_ORDER,
    }  # fmt: skip


def test_a_stage_tells_what_is_done_what_is_next_and_who_is_waited_for() -> None:
    rows = (
        row("RIN-02", StepState.DONE, done=BACK), row("RIN-05", due=date(2026, 10, 1)),
        row("RIN-17", due=date(2026, 9, 15)), row("LEG-50", StepState.WAITING, due=date(2026, 9, 20)),
        row("RIN-04", StepState.OBSOLETE),
    )  # fmt: skip
    view = {one.stage: one for one in stages(rows, {Event.RELEASED: BACK, Event.VLK_DECIDED: BACK})}
    reception = view[Stage.RECEPTION]
    assert [one.step_id for one in reception.done] == ["RIN-02"]
    assert [one.step_id for one in reception.next] == ["RIN-17", "RIN-05"]
    assert [one.step_id for one in reception.waiting] == ["LEG-50"]
    assert reception.days == {Event.RELEASED: BACK}
    assert reception.progress is Progress.GOING
    assert view[Stage.BOARD].days == {Event.VLK_DECIDED: BACK}
    assert view[Stage.WORK].progress is Progress.NONE


@pytest.mark.parametrize(
    ("rows", "days", "progress"),
    [
        ((), {}, Progress.NONE),
        ((row("RIN-07"),), {}, Progress.AHEAD),
        ((row("RIN-07"),), {Event.LEAVE_STARTED: BACK}, Progress.GOING),
        ((row("RIN-07", StepState.WAITING),), {}, Progress.GOING),
        ((row("RIN-07", StepState.DONE), row("RIN-08")), {}, Progress.GOING),
        ((row("RIN-07", StepState.DONE), row("RIN-08", StepState.NOT_NEEDED)), {}, Progress.DONE),
        ((row("RIN-07", StepState.OBSOLETE),), {}, Progress.NONE),
    ],
)
def test_how_far_a_stage_is(rows, days, progress) -> None:
    view = next(one for one in stages(rows, days) if one.stage is Stage.LEAVE)
    assert view.progress is progress
    assert set(view.days) <= set(EVENTS[Stage.LEAVE])


def test_the_stretches_after_a_return_follow_one_another() -> None:
    rows = (
        row("RIN-02", due=BACK + timedelta(3)), row("RIN-05", due=BACK + timedelta(4)),
        row("RIN-17", StepState.DONE, due=BACK + timedelta(60), done=BACK + timedelta(30)),
        row("RIN-19", due=BACK + timedelta(90)), row("RIN-20", due=date(2027, 9, 1)), row("OFF-04", due=BACK),
    )  # fmt: skip
    found = spans(rows, BACK)
    assert [one.span for one in found] == list(Span)
    assert [(one.steps, one.settled) for one in found] == [(1, 0), (2, 1), (1, 0), (1, 0)]
    assert found[0].since == BACK
    assert [after.since - before.until for before, after in pairwise(found)] == [timedelta(1)] * 3
    assert found[-1].until == date(2027, 9, 1)
    for day, now in ((BACK, 0), (BACK + timedelta(3), 0), (BACK + timedelta(4), 1), (date(2027, 9, 1), 3)):
        assert [one.now(day) for one in found].index(True) == now
    assert not any(one.now(date(2027, 9, 2)) for one in found)


def test_each_month_has_its_contact_kept_or_not() -> None:
    start = date(2026, 8, 31)
    talks = {date(2026, 9, 10), date(2026, 11, 7), date(2026, 11, 8)}
    found = year(start, talks, date(2026, 12, 24))
    assert [one.due for one in found[:4]] == [
        date(2026, 9, 30), date(2026, 10, 31), date(2026, 11, 30), date(2026, 12, 31),
    ]  # fmt: skip
    assert [one.kept for one in found[:6]] == [Kept.KEPT, Kept.KEPT, Kept.KEPT, Kept.DUE, Kept.AHEAD, Kept.AHEAD]
    assert [one.spoken for one in found[:3]] == [date(2026, 9, 10), date(2026, 11, 7), date(2026, 11, 8)]
    assert found[-1].due == date(2027, 8, 31)
    assert len(found) == 12


def test_a_month_without_a_talk_is_told_so_after_a_week() -> None:
    start = date(2026, 9, 1)
    assert year(start, (), date(2026, 9, 23))[0].kept is Kept.AHEAD
    assert year(start, (), date(2026, 9, 24))[0].kept is Kept.DUE
    assert year(start, (), date(2026, 10, 8))[0].kept is Kept.DUE
    assert year(start, (), date(2026, 10, 9))[0].kept is Kept.MISSED
    assert [one.kept for one in year(start, {date(2026, 10, 9)}, date(2026, 10, 9))][:2] == [Kept.MISSED, Kept.KEPT]

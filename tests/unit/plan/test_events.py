"""A day that somebody enters or corrects moves the due days that run from it, says so before, and moves them once."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.cases.draft import CaseDraft
from app.domain.day_to_come import DayToCome
from app.domain.partial_date import PartialDate, of_day
from app.domain.step import StepState
from app.meanwhile import CorrectedMeanwhile
from app.office.service import calendar_mode
from app.plan.events import EventDay, EventHasDay, Events, NoSuchEvent, WhichStep
from app.plan.known import known
from app.plan.queries import StepRow
from app.plan.recount import recount
from app.services import Services
from db.models.case_file import CaseFile

SIXTH, NINTH = PartialDate(2026, 11, 6), PartialDate(2026, 11, 9)


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    return services.cases.open(missing)[0]


@pytest.fixture
def events(services: Services) -> Events:
    return services.record.events


def row(services: Services, case: UUID, step_id: str) -> StepRow:
    return next(step for step in services.plan.steps(case) if step.step_id == step_id)


def dates(services: Services, case: UUID) -> dict[UUID, tuple[object, ...]]:
    return {
        step.uid: (step.state, step.trigger, step.trigger_on, step.counted_from, step.due, step.act_by)
        for step in services.plan.steps(case)
    }


def test_a_corrected_day_says_which_due_days_move_and_moves_them(
    services: Services, events: Events, case: UUID
) -> None:
    unit = row(services, case, "FIN-03")
    draft = EventDay("BODY_RECEIVED_APPLICATION", SIXTH, unit.uid)
    assert [(shift.was, shift.now) for shift in events.would(case, draft)] == [(None, date(2026, 11, 23))]
    assert row(services, case, "FIN-03").due is None, "nothing is written before it is meant"
    events.add(case, draft)
    assert row(services, case, "FIN-03").due == date(2026, 11, 23)
    assert row(services, case, "LEG-16").due is None, "another application has its own day"
    was = events.of_step(unit.uid)[0]
    later = replace(was.says, on=NINTH)
    (shift,) = events.would(case, later, was)
    assert (shift.step_id, shift.was, shift.now, shift.on) == (
        "FIN-03", date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 9),
    )
    events.edit(was, later)
    assert row(services, case, "FIN-03").due == date(2026, 11, 24)


def test_a_day_taken_away_leaves_no_date_behind(services: Services, events: Events, case: UUID) -> None:
    before = dates(services, case)
    events.add(case, EventDay("POLICE_REPORTED", SIXTH))
    assert row(services, case, "LEG-02").due == date(2026, 11, 9), "Sunday, so to Monday"
    was = next(one.entry for one in events.rows(case) if one.event == "POLICE_REPORTED")
    assert was is not None
    events.edit(was, replace(was.says, on=None))
    assert dates(services, case) == before


def test_an_event_brings_its_step_once_for_each_occasion(services: Services, events: Events, case: UUID) -> None:
    events.add(case, EventDay("FAMILY_CHANGED", SIXTH))
    shares = row(services, case, "FIN-05")
    assert (shares.trigger, shares.trigger_on) == ("FAMILY_CHANGED", date(2026, 11, 6))
    was = next(one.entry for one in events.rows(case) if one.event == "FAMILY_CHANGED")
    assert was is not None
    events.edit(was, replace(was.says, on=NINTH))
    assert sum(step.step_id == "FIN-05" for step in services.plan.steps(case)) == 1, "put right, not a second occasion"
    open_one = row(services, case, "FIN-05")
    services.plan.done(open_one.uid, open_one.version, of_day(date(2026, 11, 12)))
    was = next(one.entry for one in events.rows(case) if one.event == "FAMILY_CHANGED")
    assert was is not None
    events.edit(was, replace(was.says, on=PartialDate(2026, 11, 20)))
    assert sum(step.step_id == "FIN-05" for step in services.plan.steps(case)) == 2


def test_what_an_event_brought_goes_with_its_day_unless_somebody_worked_on_it(
    services: Services, events: Events, case: UUID
) -> None:
    events.add(case, EventDay("UNIT_CHANGED", SIXTH))
    events.add(case, EventDay("FAMILY_CHANGED", SIXTH))
    begun = row(services, case, "FIN-05")
    services.record.steps.begin(begun.uid, begun.version)
    for one in events.rows(case):
        if one.entry is not None and one.event in {"UNIT_CHANGED", "FAMILY_CHANGED"}:
            events.edit(one.entry, replace(one.entry.says, on=None))
    left = {step.step_id for step in services.plan.steps(case)}
    assert "LEG-33" not in left
    assert "FIN-05" in left


def test_what_cannot_be_entered_is_refused(services: Services, events: Events, case: UUID) -> None:
    with pytest.raises(DayToCome):
        events.add(case, EventDay("POLICE_REPORTED", PartialDate(2026, 12, 1)))
    with pytest.raises(WhichStep):
        events.add(case, EventDay("APPLICATION_FILED", SIXTH))
    with pytest.raises(NoSuchEvent):
        events.add(case, EventDay("CASE_OPENED", SIXTH))
    with pytest.raises(NoSuchEvent):
        events.add(case, EventDay("FULL_MOON", SIXTH))
    with pytest.raises(EventHasDay):
        events.add(case, EventDay("NOTICE_RECEIVED", SIXTH))
    was = next(one.entry for one in events.rows(case) if one.event == "NOTICE_RECEIVED")
    assert was is not None
    events.edit(was, replace(was.says, on=SIXTH))
    with pytest.raises(CorrectedMeanwhile):
        events.edit(was, replace(was.says, on=NINTH))


def test_counting_again_changes_nothing_and_a_day_put_back_restores_every_date(
    services: Services, events: Events, case: UUID
) -> None:
    before = dates(services, case)
    assert counted(services, case) == 0, "what the opening computed is what counting anew finds"
    days = st.dates(date(2026, 6, 16), date(2026, 11, 23)).map(of_day)

    @settings(max_examples=6, deadline=None)
    @given(days)
    def moved_and_back(day: PartialDate) -> None:
        was = next(one.entry for one in events.rows(case) if one.event == "NOTICE_RECEIVED")
        assert was is not None
        events.edit(was, replace(was.says, on=day))
        assert counted(services, case) == 0
        now = next(one.entry for one in events.rows(case) if one.event == "NOTICE_RECEIVED")
        assert now is not None
        events.edit(now, was.says)
        assert dates(services, case) == before

    moved_and_back()


def test_undo_takes_an_entered_day_back_with_all_it_moved(services: Services, events: Events, case: UUID) -> None:
    before = dates(services, case)
    mark = services.undo.mark()
    events.add(case, EventDay("POLICE_REPORTED", SIXTH))
    unit = services.undo.since(mark)
    assert unit is not None
    services.undo.undo(unit)
    assert dates(services, case) == before


def test_closing_and_reopening_a_step_restores_what_waited_for_it(services: Services, case: UUID) -> None:
    before = dates(services, case)
    extract = row(services, case, "LEG-07")
    services.record.steps.wait(extract.uid, extract.version, "REG", date(2026, 11, 20))
    waiting = row(services, case, "LEG-07")
    services.plan.done(waiting.uid, waiting.version, SIXTH)
    assert row(services, case, "LEG-24").due == date(2026, 12, 7)
    services.plan.reopen(waiting.uid, row(services, case, "LEG-07").version)
    after = dates(services, case)
    assert after.pop(extract.uid)[0] is StepState.WAITING
    before.pop(extract.uid)
    assert after == before


def test_what_waited_for_a_step_waits_again_when_it_is_reopened(services: Services, case: UUID) -> None:
    extract = row(services, case, "LEG-07")
    services.plan.done(extract.uid, extract.version, SIXTH)
    before = dates(services, case)
    decision = row(services, case, "FIN-03")
    services.plan.done(decision.uid, decision.version, SIXTH)
    assert row(services, case, "FIN-04").due == date(2026, 12, 23), "our own standard counts from when we knew"
    services.plan.reopen(decision.uid, row(services, case, "FIN-03").version)
    assert dates(services, case) == before


def counted(services: Services, case: UUID) -> int:
    """How many due days move if everything is counted anew."""
    every = {event for step in services.catalogue.steps.values() for event in (step.due.start, *step.due.otherwise)}
    with services.vault.database.write("Олена") as session:
        days = known(session, session.get_one(CaseFile, case), services.clock.today())
        return len(recount(session, services.catalogue, case, every, days, calendar_mode(session)))

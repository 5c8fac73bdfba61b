from dataclasses import replace
from datetime import date

import pytest

from app.cases.draft import CaseDraft, FateDraft
from app.catalogue.load import ukraine
from app.domain.calendar import CalendarMode
from app.domain.day_to_come import DayToCome
from app.domain.deadline import Kind
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.step import StepState
from app.plan.opening import REFUSED, Answer, Opening, PlannedStep, steps
from app.plan.queries import StepRow
from app.plan.service import ReasonMissing
from app.services import Services
from db.refusals import StaleEdit

TODAY = date(2026, 11, 23)


def planned(fate: Fate, events: dict[str, date] | None = None, answers: dict[str, Answer] | None = None,
            not_before: date = TODAY) -> dict[str, PlannedStep]:
    known = {"CASE_OPENED": TODAY} | (events or {})
    opening = Opening(fate, known, not_before, CalendarMode.MARTIAL_LAW, answers or {})
    return {step.definition.id: step for step in steps(ukraine(), opening)}


def row(services: Services, case: object, step_id: str) -> StepRow:
    return next(step for step in services.plan.steps(case) if step.step_id == step_id)  # type: ignore[arg-type]


def test_a_fate_brings_its_bundle_and_only_what_applies() -> None:
    found = planned(Fate.MISSING)
    assert {"LEG-01", "LEG-07", "FIN-02", "PSY-01", "OFF-01"} <= set(found)
    assert "OFF-05" not in found, "a step of the whole office is not one per case"
    assert all(Fate.MISSING in step.definition.applies_to for step in found.values())


def test_a_case_opened_late_checks_what_earlier_fates_asked_for() -> None:
    found = planned(Fate.CAPTIVE_CONFIRMED)
    assert found["LEG-29"].answer.state is StepState.OPEN
    assert found["LEG-09"].answer.state is StepState.TO_CHECK
    assert "LEG-15" not in found, "what does not apply to a confirmed captive is left out"


def test_death_by_court_brings_no_burial_and_no_dna() -> None:
    assert not {"FIN-35", "LEG-41", "PSY-10"} & set(planned(Fate.DECLARED_DEAD_COURT))
    assert {"FIN-35", "LEG-41", "PSY-10"} - {"LEG-41"} <= set(planned(Fate.DECEASED_IDENTIFIED))


def test_an_answer_closes_its_step_and_opens_what_waited() -> None:
    found = planned(Fate.MISSING, answers={"LEG-07": Answer(StepState.DONE)})
    assert found["LEG-07"].answer.state is StepState.DONE
    assert found["FIN-12"].origin == "STEP_DONE(LEG-07)"
    assert "FIN-12" not in planned(Fate.MISSING)


def test_a_refusal_opens_nothing_that_waits_for_success() -> None:
    found = planned(Fate.MISSING, answers={"LEG-07": Answer(StepState.DONE, outcome=REFUSED)})
    assert "FIN-12" not in found


def test_office_standards_start_with_the_import_and_legal_terms_keep_their_day() -> None:
    long_ago = {"NOTICE_RECEIVED": date(2022, 3, 1), "BODY_RECEIVED_APPLICATION": date(2026, 11, 6)}
    found = planned(Fate.MISSING, long_ago)
    office, unit = found["LEG-01"].deadline, found["FIN-03"].deadline
    assert office is not None
    assert office.due == date(2026, 11, 26)
    assert unit is not None
    assert (unit.event, unit.raw, unit.due, unit.act_by) == (
        date(2026, 11, 6), date(2026, 11, 21), date(2026, 11, 23), date(2026, 11, 20),
    )


def test_without_a_dated_event_there_is_no_date() -> None:
    assert planned(Fate.MISSING)["LEG-02"].deadline is None
    assert planned(Fate.MISSING)["LEG-01"].trigger == "CASE_OPENED", "the last event to fall back to"


def test_a_spread_caseload_does_not_fall_due_on_one_day() -> None:
    deadlines = [planned(Fate.MISSING, not_before=date(2026, 12, day))["PSY-01"].deadline for day in range(1, 29)]
    days = {deadline.due for deadline in deadlines if deadline and deadline.due}
    assert len(days) > 15
    assert all(day.weekday() < 5 for day in days)


def test_done_not_needed_and_reopened(services: Services, missing: CaseDraft) -> None:
    case, _ = services.cases.open(missing)
    step = row(services, case, "LEG-09")
    services.plan.done(step.uid, step.version, PartialDate(2026, 11, 20), outcome="вх. 12")
    after = row(services, case, "LEG-09")
    assert (after.state, after.done_on, after.outcome) == (StepState.DONE, PartialDate(2026, 11, 20), "вх. 12")
    with pytest.raises(StaleEdit):
        services.plan.not_needed(step.uid, step.version, "запізно")
    with pytest.raises(ReasonMissing):
        services.plan.not_needed(after.uid, after.version, "  ")
    services.plan.reopen(after.uid, after.version)
    services.plan.not_needed(after.uid, after.version + 1, "родина подала сама")
    again = row(services, case, "LEG-09")
    assert (again.state, again.reason) == (StepState.NOT_NEEDED, "родина подала сама")
    services.plan.reopen(again.uid, again.version)
    assert row(services, case, "LEG-09").open


def test_finishing_a_step_dates_and_brings_what_waited_for_it(services: Services, missing: CaseDraft) -> None:
    case, _ = services.cases.open(missing)
    step = row(services, case, "LEG-07")
    services.plan.done(step.uid, step.version, PartialDate(2026, 11, 20))
    deferral = row(services, case, "LEG-24")
    assert (deferral.trigger, deferral.due) == ("STEP_DONE(LEG-07)", date(2026, 12, 7))
    count = len(services.plan.steps(case))
    services.plan.reopen(step.uid, row(services, case, "LEG-07").version)
    services.plan.done(step.uid, row(services, case, "LEG-07").version, PartialDate(2026, 11, 21))
    assert len(services.plan.steps(case)) == count, "done twice brings nothing twice"


def test_the_case_shows_its_next_step(services: Services, missing: CaseDraft) -> None:
    case, _ = services.cases.open(missing)
    first = services.cases.recent(1)[0]
    open_steps = [step for step in services.plan.steps(case) if step.open and step.due]
    assert first.next_due == min(step.due for step in open_steps if step.due)
    step = next(one for one in open_steps if one.step_id == first.next_step)
    services.plan.done(step.uid, step.version, None)
    assert services.cases.recent(1)[0].next_step != first.next_step


def test_today_holds_each_open_step_in_one_list(services: Services, missing: CaseDraft) -> None:
    dated = replace(missing, events=dict(missing.events) | {"BODY_RECEIVED_APPLICATION": PartialDate(2026, 10, 1)})
    services.cases.open(dated)
    view = services.plan.today()
    assert [(one.step_id, one.due) for one in view.overdue] == [
        ("FIN-03", date(2026, 10, 16)), ("LEG-16", date(2026, 11, 2)),
    ]
    assert view.overdue[0].kind is Kind.BODY_TERM
    assert {one.due for one in view.today} == {TODAY}
    assert all(TODAY < one.due <= date(2026, 11, 30) for one in view.week)
    assert (view.overdue_count, view.today_count, view.week_count) == tuple(
        map(len, (view.overdue, view.today, view.week))
    )
    assert view.active_count == 1


def test_the_first_rows_are_the_head_of_the_whole_list(services: Services, missing: CaseDraft) -> None:
    late = replace(missing, fates=(FateDraft(Fate.CAPTIVE_CONFIRMED, PartialDate(2026, 6, 15)),), spread=3)
    for draft in (missing, late, replace(missing, spread=5)):
        services.cases.open(draft)
    whole = services.plan.due(date(2026, 12, 1), since=date(2026, 11, 24))
    states = {step.state for case in services.cases.uids() for step in services.plan.steps(case) if step.due}
    assert len(whole) > 8
    assert len(states) > 1
    for size in (1, 4, 8):
        assert services.plan.today(size=size).week == whole[:size]


def test_a_closed_case_and_a_done_step_are_not_of_today(services: Services, missing: CaseDraft) -> None:
    services.cases.open(replace(missing, fates=(FateDraft(Fate.FOUND_ALIVE, PartialDate(2026, 9, 1)),)))
    before = services.plan.today().week_count + services.plan.today().today_count
    for step in (*services.plan.today().week, *services.plan.today().today):
        services.plan.done(step.step, step.version, None)
    after = services.plan.today()
    assert after.week_count + after.today_count == 0 <= before


def test_a_step_is_not_done_on_a_day_to_come(services: Services, missing: CaseDraft) -> None:
    case, _ = services.cases.open(missing)
    step = services.plan.steps(case)[0]
    with pytest.raises(DayToCome):
        services.plan.done(step.uid, step.version, PartialDate(2026, 11, 24))
    assert services.plan.steps(case)[0].version == step.version

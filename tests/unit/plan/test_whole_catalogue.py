"""Every step of the catalogue for every status: a date that can be computed, or honestly none."""

from datetime import date

import pytest

from app.catalogue.load import ukraine
from app.domain.calendar import CalendarMode, is_working_day
from app.domain.deadline import LEGAL, Kind
from app.domain.fate import Fate
from app.domain.trigger import YEARLY, done_step
from app.plan.opening import Opening, plan, steps

TODAY = date(2026, 11, 23)
MODE = CalendarMode.NORMAL
EVENTS = {
    event: date(2026, 11, 6)
    for step in ukraine().steps.values()
    for event in (step.due.start, *step.due.otherwise)
    if event not in YEARLY
}


@pytest.mark.parametrize("fate", Fate)
def test_each_step_has_a_day_once_its_event_has_one(fate: Fate) -> None:
    opening = Opening(fate, EVENTS, TODAY, MODE, {})
    for definition in ukraine().steps.values():
        if fate in definition.applies_to:
            term, deadline = definition.due.term, plan(definition, opening, fate.value).deadline
            if term.qty is None:
                assert deadline is None, f"{definition.id}: «без строку»"
                continue
            assert deadline is not None, definition.id
            assert deadline.due is not None
            assert deadline.act_by is not None
            if term.kind in LEGAL:
                assert is_working_day(deadline.due, MODE)
                assert deadline.act_by <= deadline.due
            if term.kind is Kind.OFFICE:
                assert deadline.due <= (deadline.raw or deadline.due)


@pytest.mark.parametrize("fate", Fate)
def test_a_case_of_every_status_opens_with_dates_or_names_what_they_wait_for(fate: Fate) -> None:
    known = {"CASE_OPENED": TODAY, "FATE_CHANGED": TODAY}
    for step in steps(ukraine(), Opening(fate, known, TODAY, MODE, {})):
        rule = step.definition.due
        if step.deadline is None:
            waits = not {rule.start, *rule.otherwise} & set(known) and rule.start not in YEARLY
            assert rule.term.qty is None or waits, step.definition.id
            assert (step.trigger, step.trigger_on) == ("", None)
        else:
            assert step.trigger in {rule.start, *rule.otherwise}


def test_a_return_never_brings_everything_on_one_day() -> None:
    opening = Opening(Fate.RETURNED, {"CASE_OPENED": TODAY, "RELEASED": TODAY, "FATE_CHANGED": TODAY}, TODAY, MODE, {})
    planned = steps(ukraine(), opening)
    assert len(planned) > 30
    days: dict[date, int] = {}
    for step in planned:
        assert step.wave in (1, 2, 3)
        days[step.release or TODAY] = days.get(step.release or TODAY, 0) + 1
        if step.release and step.deadline and step.deadline.due:
            assert step.deadline.due > step.release, f"{step.definition.id} would be late when it appears"
    assert len(days) == 3
    assert max(days.values()) <= 15


def test_an_old_return_that_is_entered_late_comes_in_waves_too() -> None:
    opening = Opening(Fate.DISCHARGED_AFTER, {"CASE_OPENED": TODAY, "RELEASED": date(2026, 3, 1)}, TODAY, MODE, {})
    at_once = [step for step in steps(ukraine(), opening) if step.release is None]
    assert len(at_once) < 18


def test_a_yearly_event_counts_from_the_year_in_which_it_can_still_be_met() -> None:
    opening = Opening(Fate.CAPTIVE_CONFIRMED, {}, TODAY, MODE, {})
    aid, allowances = (plan(ukraine().steps[step], opening, "").deadline for step in ("FIN-08", "FIN-07"))
    assert aid is not None
    assert aid.event == date(2026, 1, 1)
    assert aid.due == date(2026, 12, 31), "1 January is a day off, and our own standard goes back"
    assert allowances is not None
    assert allowances.event == date(2027, 1, 1)


def test_no_step_waits_for_an_event_that_nobody_can_enter() -> None:
    for step in ukraine().steps.values():
        for event in (step.due.start, *step.due.otherwise):
            assert event not in {"trigger", "event"}, step.id
            assert done_step(event) is None or done_step(event) in ukraine().steps

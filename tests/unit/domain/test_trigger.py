"""Which event starts a rule, and from when its term counts."""

from datetime import date

import pytest
import yaml

from app.domain.deadline import Kind
from app.domain.trigger import counted_from, done_step, is_manual, start, step_done
from app.paths import resource

NOTICE, CONTACT, OPENED = date(2026, 3, 1), date(2026, 2, 1), date(2026, 4, 1)


@pytest.mark.parametrize(
    ("known", "found"),
    [
        ({"NOTICE_RECEIVED": NOTICE, "LAST_CONTACT": CONTACT}, ("NOTICE_RECEIVED", NOTICE)),
        ({"CASE_OPENED": OPENED, "LAST_CONTACT": CONTACT}, ("LAST_CONTACT", CONTACT)),
        ({"CASE_OPENED": OPENED}, ("CASE_OPENED", OPENED)),
        ({"RELEASED": OPENED}, None),
        ({}, None),
    ],
)
def test_the_first_event_with_a_date_starts_the_rule(known, found):
    assert start("NOTICE_RECEIVED", ["LAST_CONTACT", "CASE_OPENED"], known) == found


def test_a_manual_event_has_no_date_until_somebody_enters_it():
    assert start("donor abroad", [], {"CASE_OPENED": OPENED}) is None
    assert start("donor abroad", [], {"donor abroad": OPENED}) == ("donor abroad", OPENED)


def test_a_step_that_is_done_is_an_event():
    assert step_done("LEG-07") == "STEP_DONE(LEG-07)"
    assert done_step("STEP_DONE(LEG-07)") == "LEG-07"
    assert done_step("CASE_OPENED") is None
    assert start(step_done("LEG-07"), [], {"STEP_DONE(LEG-07)": NOTICE}) == ("STEP_DONE(LEG-07)", NOTICE)


def test_every_capital_event_of_the_catalogue_is_known_and_every_other_one_manual():
    steps = yaml.safe_load(resource("catalogue/ua/steps.yaml").read_text("utf-8"))["steps"]
    events = {event for step in steps for event in (step["trigger"], step["due"]["from"], *step["due"].get("else", ()))}
    manual = {event for event in events if is_manual(event)}
    assert {event for event in manual if event.isupper()} == {"D-DNA-PRELIM"}
    assert {"donor abroad", "lawyer enters date", "1 September"} <= manual
    assert len(events - manual) > 25


@pytest.mark.parametrize("kind", Kind)
def test_only_our_own_standards_wait_for_the_day_we_knew_the_case(kind):
    found = counted_from(NOTICE, kind, not_before=OPENED)
    assert found == (OPENED if kind is Kind.OFFICE else NOTICE)
    assert counted_from(OPENED, kind, not_before=NOTICE) == OPENED
    assert counted_from(NOTICE, kind) == NOTICE

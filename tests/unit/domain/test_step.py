"""States of a step, texts in two languages, events."""

import pytest
import yaml

from app.domain.events import Event
from app.domain.step import CLOSED, StepState, Track, is_open, needs_reason
from app.domain.text import Text
from app.paths import resource


@pytest.mark.parametrize("state", StepState)
def test_a_step_is_open_until_it_is_closed(state):
    assert is_open(state) is (state not in CLOSED)
    assert not (needs_reason(state) and is_open(state))


def test_whoever_leaves_a_step_out_says_why():
    assert [state for state in StepState if needs_reason(state)] == [StepState.NOT_NEEDED, StepState.NOT_EXECUTABLE]


def test_the_tracks_are_those_of_the_catalogue():
    steps = yaml.safe_load(resource("catalogue/ua/steps.yaml").read_text("utf-8"))["steps"]
    assert {step["track"] for step in steps} == set(Track)


def test_a_text_speaks_both_languages():
    text = Text("справа", "case")
    assert (text.in_("uk"), text.in_("en"), text.in_("pl"), str(text)) == ("справа", "case", "справа", "справа")


def test_events_are_named_as_they_are_written():
    assert all(event == event.name for event in Event)
    assert len(Event) == 33

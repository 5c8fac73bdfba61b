"""Pinned cases: five at most, the newest first, each user's own, kept in the vault and never in the way."""

from uuid import UUID, uuid4

import pytest

from app.cases.queries import CaseFilter
from app.preferences.service import Preferences
from tests.ui.vault import CLOCK
from ui.shell.pins import KEY, MOST, Pins, pins_of


@pytest.fixture
def pins(place, shown, lane) -> Pins:
    made = shown(Pins(place))
    made.load()
    lane.flush()
    return made


@pytest.fixture
def cases(services) -> list[UUID]:
    return [row.uid for row in services.cases.page(CaseFilter(), None, MOST + 1).rows]


def shown_rows(pins) -> list[UUID]:
    return [entry.subject.uid for entry in pins._list.entries._entries]


def test_a_sixth_takes_the_place_of_the_oldest(pins, cases, services, lane):
    for case in cases:
        pins.turn(case)
        lane.flush()
    assert shown_rows(pins) == cases[:0:-1]
    assert services.preferences.read(KEY) == {"cases": [case.hex for case in cases[:0:-1]]}


def test_pinning_again_unpins(pins, cases, lane):
    assert pins.turn(cases[0])
    lane.flush()
    assert pins.isVisible()
    assert not pins.turn(cases[0])
    lane.flush()
    assert shown_rows(pins) == []
    assert not pins.isVisible()


def test_two_quick_turns_are_both_kept(pins, cases, services, lane):
    pins.turn(cases[0])
    pins.turn(cases[1])
    lane.flush()
    assert shown_rows(pins) == [cases[1], cases[0]]
    assert services.preferences.read(KEY) == {"cases": [cases[1].hex, cases[0].hex]}


def test_the_number_is_shown_and_the_name_is_said(pins, cases, services, lane):
    pins.turn(cases[0])
    lane.flush()
    view = services.cases.view(cases[0])
    assert pins._list.entries._entries[0].title == view.number
    assert view.name in pins._list.entries._entries[0].sentence()


def test_in_a_rail_they_are_out_of_sight(pins, cases, lane):
    pins.turn(cases[0])
    lane.flush()
    pins.fold(rail=True)
    assert not pins.isVisible()
    pins.fold(rail=False)
    assert pins.isVisible()


def test_a_case_that_is_gone_or_closed_to_its_user_is_left_out(place, services, cases, shown, lane):
    services.preferences.write(KEY, {"cases": [uuid4().hex, cases[0].hex]})
    pins = shown(Pins(place))
    pins.load()
    lane.flush()
    assert shown_rows(pins) == [cases[0]]


def test_another_user_has_others(pins, cases, services, lane):
    pins.turn(cases[0])
    lane.flush()
    assert Preferences(services.vault.database, CLOCK, "Інша").read(KEY) is None


@pytest.mark.parametrize("kept", [None, {}, {"cases": "x"}, {"cases": [1]}, {"cases": ["not a number"]}])
def test_what_cannot_be_read_is_nothing(kept):
    assert pins_of(kept) == ()


def test_from_the_sidebar_it_opens(inside, cases, lane, services):
    inside.open_case(cases[2])
    lane.flush()
    inside.commands.run("pin")
    lane.flush()
    assert services.cases.view(cases[2]).number in inside._toast._text.text()
    inside.go("today")
    pinned = inside._side.pins._list
    pinned.opened.emit(pinned.entries._entries[0].subject)
    assert inside.case.case == cases[2]
    assert inside.current() == "case"

"""Whose page a visitor sees."""

import pytest

from app.domain.fate import Fate
from app.domain.walls import Side
from app.paper.family_facts import HIMSELF, NoRecipient
from app.paper.guests import WhoIsHere, guest


def test_in_a_family_in_peace_it_is_the_main_contact(case):
    assert guest(case(Fate.MISSING), None) == "wife"


def test_in_a_parted_family_somebody_must_say_who_is_here(case):
    record = case(Fate.MISSING, sides=(Side("wife", "a"), Side("mother", "b")))
    with pytest.raises(WhoIsHere):
        guest(record, None)
    assert guest(record, "mother") == "mother"


def test_who_is_back_is_not_shown_to_whoever_sits_there(case):
    with pytest.raises(WhoIsHere):
        guest(case(Fate.RETURNED), None)
    assert guest(case(Fate.RETURNED), HIMSELF) == HIMSELF


def test_without_family_there_is_nobody_to_show_it_to(case):
    with pytest.raises(NoRecipient):
        guest(case(Fate.MISSING, relatives=()), None)

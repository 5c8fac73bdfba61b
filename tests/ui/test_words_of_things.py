"""How things are said: due days, phones, events of the catalogue, chips for every fate."""

from datetime import date, timedelta

import pytest

from app.catalogue.load import ukraine
from app.domain.deadline import Kind
from app.domain.events import Event
from app.domain.fate import Fate
from app.domain.relation import Relation
from app.domain.step import StepState, Track
from app.i18n import Words
from ui.due_words import due_chip, due_text, kind_chip
from ui.event_words import event_words
from ui.family_words import masked, relation_word, shown
from ui.fate_chip import fate_chip
from ui.icons import drawing
from ui.rule_words import repeat_sentence
from ui.step_words import track_word

TODAY = date(2026, 11, 28)
UK, EN = Words("uk"), Words("en")


@pytest.mark.parametrize(
    ("days", "said"),
    [(-2, "прострочено 2 дні"), (-1, "прострочено 1 день"), (-5, "прострочено 5 днів"), (0, "сьогодні"),
     (1, "завтра"), (3, "3 дні"), (7, "7 днів"), (8, "06.12.2026")],
)  # fmt: skip
def test_a_due_day_is_said_as_people_say_it(days, said):
    assert due_text(UK, TODAY + timedelta(days=days), TODAY) == said


def test_overdue_looks_otherwise_than_far_off():
    overdue, later = due_chip(UK, TODAY - timedelta(1), TODAY), due_chip(UK, TODAY + timedelta(30), TODAY)
    assert overdue.tone != later.tone
    assert due_chip(UK, None, TODAY) is None


def test_the_law_looks_otherwise_than_our_own_standard():
    law, own = kind_chip(UK, Kind.STATUTORY), kind_chip(UK, Kind.OFFICE)
    assert (law.text, own.text) == ("строк за законом", "внутрішній стандарт")
    assert law.tone != own.tone
    assert law.icon != own.icon


@pytest.mark.parametrize("fate", list(Fate))
def test_every_fate_has_a_chip_in_both_languages(fate):
    assert fate_chip(UK, fate).text == ukraine().statuses[fate].short.uk.replace("'", "’")
    assert fate_chip(EN, fate).text
    assert drawing(fate_chip(UK, fate).icon, "black")


def test_unconfirmed_captivity_is_not_said_as_captivity():
    assert fate_chip(UK, Fate.CAPTIVE_UNCONFIRMED).text == "Полон?"
    assert fate_chip(EN, Fate.CAPTIVE_UNCONFIRMED).text == "Captive?"


@pytest.mark.parametrize(
    ("step", "turn", "said"),
    [
        ("PSY-21", 2, "Через такий час від початку: 30 днів, 3 місяці, 6 місяців, 12 місяців. Тепер: 2-й раз."),
        ("PSY-26", 1, "Щоразу через 1 місяць. Усього: 12 разів. Тепер: 1-й раз."),
        ("PSY-07", 1, "З кожною новою нагодою, вручну."),
    ],
)  # fmt: skip
def test_when_a_step_comes_back_is_a_sentence(step, turn, said):
    assert repeat_sentence(UK, ukraine().steps[step].repeat, turn) == said


def test_every_event_that_starts_a_term_is_said_in_ukrainian():
    catalogue = ukraine()
    starts = {str(event) for event in Event}
    for step in catalogue.steps.values():
        starts |= {step.trigger, step.due.start, *step.due.otherwise}
    unsaid = {start for start in starts - {"trigger", "event"} if event_words(UK, catalogue, start) == start}
    assert unsaid == set()


def test_relations_and_tracks_are_said():
    assert len({relation_word(UK, relation) for relation in Relation}) == len(Relation)
    assert len({track_word(UK, track) for track in Track}) == len(Track)
    assert StepState.OPEN


def test_a_patronymic_tells_wife_from_husband():
    assert relation_word(UK, Relation.SPOUSE, "Дмитрівна") == "дружина"
    assert relation_word(UK, Relation.SPOUSE, "Дмитрович") == "чоловік"
    assert relation_word(UK, Relation.SPOUSE) == "дружина / чоловік"
    assert relation_word(UK, Relation.FRIEND, "Дмитрівна") == relation_word(UK, Relation.FRIEND)


def test_a_masked_phone_keeps_only_its_ends():
    assert masked("+380501234567") == "+380 ** *** ** 67"
    assert masked("12345") == "** **"
    assert shown("+380501234567") == "+380 50 123 45 67"
    assert shown("+48221234567") == "+48221234567"

"""A choice among many: typed words are taken if they are a choice, else the choice comes back."""

from uuid import UUID

import pytest

from ui.widgets.seek_choice import SeekChoice

ONE, OTHER = "00000000-0000-0000-0000-000000000001", "00000000-0000-0000-0000-000000000002"


@pytest.fixture
def box(look, qtbot):
    box = SeekChoice([("ще не вказано", None), ("Лист МКЧХ", UUID(ONE)), ("Свідоцтво про шлюб", UUID(OTHER))])
    qtbot.addWidget(box)
    return box


def test_it_is_chosen_by_what_is_meant(box):
    box.choose(UUID(OTHER))
    assert box.currentText() == "Свідоцтво про шлюб"
    box.choose(None)
    assert box.chosen() is None


def test_typed_words_that_are_a_choice_are_taken(box):
    box.setEditText("лист мкчх")
    assert box.chosen() == UUID(ONE)
    assert box.currentText() == "Лист МКЧХ"


def test_other_words_are_put_back(box):
    box.choose(UUID(ONE))
    box.setEditText("щось інше")
    assert box.chosen() == UUID(ONE)
    assert box.currentText() == "Лист МКЧХ"


def test_a_part_of_the_words_finds_it(box):
    box.completer().setCompletionPrefix("шлюб")
    assert box.completer().currentCompletion() == "Свідоцтво про шлюб"

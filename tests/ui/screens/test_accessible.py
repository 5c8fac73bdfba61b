"""Every screen can be read and reached: names, targets, no word cut off, room on a small laptop, larger type."""

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.i18n import Words
from tests.ui.screens.faults import cramped, cut, nameless, oversized
from tests.ui.screens.pseudo import pseudo, stretched
from ui.screens import SCREENS, shown
from ui.stage import COMPACT

GATES = {"no name": nameless, "too small": cramped, "cut off": cut, "too large": oversized}
LARGEST = 1.75
WAYS = [("en", 1.0), ("uk", 1.25), ("uk", 1.5), ("en", 1.5)]


def found(stage, words: Words, scale: float, *but: str) -> list[str]:
    """Everything that the gates find on all screens, said once."""
    stage.dress("light", words, scale)
    stage.resize(COMPACT.logical)
    told = {}
    for screen in SCREENS:
        with shown(stage, screen) as widget:
            for name, gate in GATES.items():
                for fault in gate(widget) if name not in but else ():
                    told.setdefault(f"{name}: {fault}", []).append(screen.name)
    return [f"{fault} ({', '.join(screens)})" for fault, screens in told.items()]


@pytest.mark.parametrize(("language", "scale"), WAYS, ids=[f"{language}-{scale:.0%}" for language, scale in WAYS])
def test_every_screen_is_read_and_reached(stage, language, scale):
    faults = found(stage, Words(language), scale)
    assert not faults, "\n".join(["", *faults])


def test_longer_words_find_room(stage):
    faults = found(stage, pseudo(), 1.0)
    assert not faults, "\n".join(["", *faults])


def test_the_largest_type_is_not_cut_off(stage):
    """A small laptop scrolls then; nothing is lost."""
    faults = found(stage, Words("uk"), LARGEST, "too large")
    assert not faults, "\n".join(["", *faults])


def test_a_stretched_text_keeps_its_placeholders():
    assert stretched("Open case {number}") == "Ópéñ ćáśé {number}~~~~"


@pytest.fixture
def broken(qapp, qtbot):
    page = QWidget()
    row = QHBoxLayout(page)
    for child in (QPushButton("Save everything"), QLabel("A label of many words")):
        row.addWidget(child)
    qtbot.addWidget(page)
    page.show()
    return page


def test_a_nameless_button_is_caught(broken):
    assert len(nameless(broken)) == 1
    broken.findChild(QPushButton).setAccessibleName("Save everything")
    assert nameless(broken) == []


def test_a_small_target_is_caught(broken):
    broken.findChild(QPushButton).setFixedSize(200, 25)
    assert cramped(broken) == []
    broken.findChild(QPushButton).setFixedSize(200, 20)
    assert len(cramped(broken)) == 1


@pytest.mark.parametrize("kind", [QPushButton, QLabel])
def test_a_cut_word_is_caught(broken, kind):
    assert cut(broken) == []
    broken.findChild(kind).setFixedWidth(40)
    assert len(cut(broken)) == 1


def test_a_wrapped_text_that_lost_a_line_is_caught(broken):
    label = broken.findChild(QLabel)
    label.setWordWrap(True)
    label.setFixedSize(120, 160)
    assert cut(broken) == []
    label.setFixedSize(120, 20)
    assert len(cut(broken)) == 1


def test_a_screen_larger_than_the_laptop_is_caught(broken):
    assert oversized(broken) == []
    broken.findChild(QLabel).setMinimumWidth(1100)
    broken.layout().activate()
    assert len(oversized(broken)) == 1

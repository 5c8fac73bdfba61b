"""Leaving a form: without a draft it asks once, with one what is written waits."""

import pytest
from PySide6.QtWidgets import QLineEdit

from tests.ui.seen import texts
from ui.widgets.form_dialog import FormDialog


@pytest.fixture
def dialog(place, host, typed):
    dialog = FormDialog(place, host, "Нове", "", 300)
    line = QLineEdit()
    dialog._add(line, "Слово")
    dialog.open()
    typed(line, "так")
    return dialog


def test_without_a_draft_leaving_is_asked_once(dialog):
    dialog.reject()
    assert dialog.isVisible()
    assert any(text.startswith("Ще нічого не збережено") for text in texts(dialog))
    dialog.reject()
    assert not dialog.isVisible()


def test_with_a_draft_it_goes_at_once(dialog):
    dialog.waits = True
    dialog.reject()
    assert not dialog.isVisible()

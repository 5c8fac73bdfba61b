"""Quick contact: a name, a line, a day; and nobody is called who is not to be called."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.cases.queries import CaseFilter
from tests.ui.seen import texts
from ui.case.quick_contact import QuickContact


@pytest.fixture
def view(services):
    rows = services.cases.page(CaseFilter(), None, 40).rows
    return next(view for row in rows if (view := services.cases.view(row.uid)).relatives and view.relatives[0].surname)


@pytest.fixture
def careful(services, view):
    """The case, and a relative of it who has safe hours and a phrase, and is not to be called."""
    was = services.family.read(view.relatives[0].uid)
    wary = replace(was.details, safe_hours="після 18:00", code_phrase="як там яблука", do_not_call=True)
    services.family.edit(was, wary)
    return services.cases.view(view.uid), was.uid


def begun(place, host, lane, case=None) -> QuickContact:
    dialog = QuickContact(place, host, case)
    dialog.open()
    lane.flush()
    return dialog


def test_from_a_name_to_a_saved_contact_by_keyboard_alone(place, host, lane, services, view, qtbot, typed):
    dialog = begun(place, host, lane)
    relative = view.relatives[0]
    typed(dialog._search, relative.name)
    qtbot.keyClick(dialog._search, Qt.Key.Key_Return)
    lane.flush()
    found = dialog._found.entries
    assert found.index(0).data() == relative.name, "those who are spoken to stand first"
    qtbot.keyClick(dialog._found, Qt.Key.Key_Return)
    lane.flush()
    composer = dialog.composer
    assert composer._who.currentData() == relative.uid
    typed(composer.note, "Чекає на лист із частини")
    composer._next.setText("+7")
    qtbot.keyClick(composer.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    lane.flush()
    case = services.cases.page(CaseFilter(text=view.number), None, 1).rows[0].uid
    promised = [row for row in services.plan.steps(case) if row.trigger == "" and row.due == date(2026, 12, 5)]
    assert promised
    assert services.cases.view(case).last_contact == date(2026, 11, 28)


def test_how_to_reach_somebody_safely_is_said_before_anything_is_written(place, host, lane, careful):
    dialog = begun(place, host, lane, careful[0].uid)
    dialog.composer.choose(careful[1])
    said = texts(dialog)
    assert "Цій людині не телефонуйте: напишіть або дочекайтеся її дзвінка." in said
    heed = next(text for text in said if text.startswith("Безпечно дзвонити: після 18:00"))
    assert "Умовна фраза: як там яблука" in heed
    assert dialog.composer._channel.currentData() == "message"
    dialog.composer.choose(None)
    assert not dialog.composer._safety.isVisibleTo(dialog)
    dialog.hide()


def test_a_call_to_somebody_not_to_be_called_is_said_twice(place, host, lane, services, careful):
    dialog = begun(place, host, lane, careful[0].uid)
    composer = dialog.composer
    composer.choose(careful[1])
    composer._channel.setCurrentIndex(composer._channel.findData("phone"))
    composer.note.setPlainText("Зателефонувала сама")
    before = services.cases.view(careful[0].uid).last_contact
    composer.save()
    lane.flush()
    assert services.cases.view(careful[0].uid).last_contact == before
    assert any("збережіть ще раз" in text for text in texts(dialog))
    composer.save()
    lane.flush()
    assert services.cases.view(careful[0].uid).last_contact == date(2026, 11, 28)


def test_closing_keeps_what_is_written_and_offers_it_again(place, host, lane, services, view, qtbot):
    dialog = begun(place, host, lane, view.uid)
    dialog.composer.note.setPlainText("недописане")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    lane.flush()
    assert not dialog.isVisible()
    again = begun(place, host, lane)
    again._unsaved.click()
    lane.flush()
    assert again.composer.note.toPlainText() == "недописане"
    again.hide()

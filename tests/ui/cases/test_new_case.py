"""A new case: required fields, straightened letters, dates as typed, likely duplicates, nothing lost on Esc."""

import pytest
from PySide6.QtCore import Qt

from app.cases.queries import CaseFilter
from app.domain.relation import Relation
from tests.ui.seen import button, texts
from ui.cases.new_case import NewCaseDialog


@pytest.fixture
def dialog(place, host):
    dialog = NewCaseDialog(place, host)
    dialog.open()
    return dialog


def write(dialog, typed, **values: str) -> None:
    for name, text in values.items():
        line = dialog.form.line(name)
        typed(line, text)
        line.editingFinished.emit()


def test_without_a_name_nothing_is_opened(dialog, lane, services):
    button(dialog, "Відкрити справу").click()
    lane.flush()
    assert services.cases.count(CaseFilter()) == 60
    assert texts(dialog).count("Це поле обов’язкове.") == 2
    assert "Ще не збережено: погляньте на 2 поля." in texts(dialog)


def test_the_case_is_opened_as_written(dialog, lane, services, typed):
    opened = []
    dialog.opened.connect(opened.append)
    write(dialog, typed, surname="ЇЖАКЕНКО", given="іван", patronymic="сергійович", born="14.2.91",
          unit="в/ч A1234", event="2026-11-05", applicant="Їжакенко Олена", phone="050 000 00 17")  # fmt: skip
    relation = dialog.form.inputs["relation"].box
    relation.setCurrentIndex(relation.findData(Relation.SPOUSE.value))
    button(dialog, "Відкрити справу").click()
    lane.flush()
    view = services.cases.view(opened[0])
    assert view.name == "Їжакенко Іван Сергійович"
    assert view.born.iso() == "1991-02-14"
    assert view.unit == "А1234"
    assert view.relatives[0].name == "Їжакенко Олена"
    assert view.relatives[0].relation is Relation.SPOUSE
    assert view.relatives[0].phones == ("+380500000017",)
    assert dialog.form.values() == {}


def test_latin_letters_in_a_name_are_replaced_and_told(dialog, typed):
    write(dialog, typed, surname="Iваненко")
    assert dialog.form.line("surname").text() == "Іваненко"
    assert any("Латинські літери замінено" in text for text in texts(dialog))


def test_an_unreadable_date_is_told_beside_the_field(dialog, typed, lane, services):
    write(dialog, typed, surname="Тестенко", given="Іван", born="коли-небудь")
    assert dialog.form.inputs["born"].box.property("err") is True
    button(dialog, "Відкрити справу").click()
    lane.flush()
    assert services.cases.count(CaseFilter()) == 60


def test_somebody_with_the_same_name_is_shown(dialog, typed, lane, services):
    known = services.cases.page(CaseFilter(), None, 1).rows[0]
    write(dialog, typed, surname=known.surname, given=known.given)
    lane.flush()
    entries = dialog._alike.entries
    assert known.name in [entries.index(row).data() for row in range(entries.rowCount())]


def test_escape_hides_the_form_and_keeps_what_is_written(dialog, typed, qtbot):
    write(dialog, typed, surname="Тестенко")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.form.values()["surname"] == "Тестенко"

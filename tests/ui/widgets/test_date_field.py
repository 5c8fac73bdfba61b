"""The date field: what people type becomes a day, empty is allowed, wrong is told and stays."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from ui.widgets.date_field import DateField

TODAY = date(2026, 11, 28)


@pytest.fixture
def field(look, words, qtbot):
    field = DateField(look, words, TODAY)
    qtbot.addWidget(field)
    return field


@pytest.mark.parametrize(
    ("typed_text", "shown"),
    [("5.11.26", "05.11.2026"), ("05112026", "05.11.2026"), ("2026-11-05", "05.11.2026"), ("сьогодні", "28.11.2026"),
     ("+7", "05.12.2026"), ("5 лист", "05.11.2026"), ("", "")],
)  # fmt: skip
def test_a_day_is_rewritten_as_papers_write_it(field, typed, typed_text, shown):
    typed(field, typed_text)
    assert field.judge() == ""
    assert field.text() == shown


def test_a_year_alone_needs_a_field_that_takes_it(field, look, words, qtbot):
    field.setText("1991")
    assert field.judge() != ""
    partial = DateField(look, words, TODAY, partial=True)
    qtbot.addWidget(partial)
    partial.setText("1991")
    assert partial.judge() == ""
    assert partial.value().iso() == "1991"


def test_what_cannot_be_read_is_told_and_stays(field):
    told = []
    field.judged.connect(told.append)
    field.setText("колись")
    field.judge()
    assert told[-1] != ""
    assert field.text() == "колись"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_f4_opens_a_calendar_and_a_pick_fills_the_field(field, qtbot):
    from PySide6.QtCore import QDate
    from PySide6.QtWidgets import QCalendarWidget

    field.show()
    qtbot.keyClick(field, Qt.Key.Key_F4)
    calendar = field.findChild(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2026, 11, 28)
    calendar.clicked.emit(QDate(2026, 12, 5))
    assert field.text() == "05.12.2026"

"""Appointments in the window: made in the case with its cautions, seen in Today and the calendar, settled, carded."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.appointments.appointment import AppointmentDraft, AppointmentKind, Outcome
from app.appointments.service import AppointmentRow
from app.cases.queries import CaseFilter
from db.models.family import Relative
from tests.ui.seen import texts
from ui.appointments.kinds import KINDS
from ui.calendar.page import CalendarPage
from ui.notes.appointment_form import AppointmentDialog
from ui.notes.card_dialog import WantedDialog
from ui.notes.tab import NotesTab
from ui.today.page import TodayPage


@pytest.fixture
def view(services):
    rows = services.cases.page(CaseFilter(), None, 60).rows
    return next(view for row in rows[::-1] if (view := services.cases.view(row.uid)).relatives)


@pytest.fixture
def tab(place, shown, lane, view):
    page = shown(NotesTab(place))
    page.show_case(view)
    lane.flush()
    return page


@pytest.fixture
def court(services, view):
    draft = AppointmentDraft(AppointmentKind.COURT, services.clock.today(), "10:30", relative_uid=view.relatives[0].uid)
    services.record.appointments.add(view.uid, draft)
    return draft


def rows(entries) -> list[str]:
    return [entries.entries.index(row).data() for row in range(entries.entries.rowCount())]


def kept(services, view):
    return services.record.appointments.rows(view.uid)


def test_the_form_heeds_the_chosen_relative_and_puts_the_hour_right(tab, services, view, lane):
    with services.vault.database.write(services.vault.user) as session:
        session.get_one(Relative, view.relatives[0].uid).do_not_call = True
    tab.show_case(services.cases.view(view.uid))
    lane.flush()
    tab.appointments.begin()
    dialog = tab.findChild(AppointmentDialog)
    dialog.form.fill({"kind": "call", "on": "30.11.2026", "at": "9.30", "who": view.relatives[0].uid.hex})
    dialog._heed()
    assert any("не телефонуйте" in text for text in texts(dialog))
    dialog.save()
    lane.flush()
    (row,) = kept(services, view)
    assert (row.says.kind, row.says.at, row.says.relative_uid) == (
        AppointmentKind.CALL, "09:30", view.relatives[0].uid
    )  # fmt: skip


def test_an_hour_that_is_none_is_told_and_nothing_is_lost(tab, services, view, lane):
    tab.appointments.begin()
    dialog = tab.findChild(AppointmentDialog)
    dialog.form.fill({"kind": "visit", "on": "30.11.2026", "at": "вранці", "note": "прийде з сином"})
    dialog.save()
    lane.flush()
    assert any("не година дня" in text for text in texts(dialog))
    assert dialog.form.text("note") == "прийде з сином"
    assert kept(services, view) == ()


def test_it_is_settled_and_taken_back(tab, services, view, lane, operations, court):
    operations.keep_deeds(services.undo)
    tab.appointments.settle(kept(services, view)[0], Outcome.MISSED)
    lane.flush()
    assert kept(services, view)[0].says.state is Outcome.MISSED
    operations.undo()
    lane.flush()
    assert kept(services, view)[0].says.state is Outcome.PLANNED


def test_a_card_that_others_may_read_is_asked_for_twice(tab, services, view, lane, court, tmp_path):
    with services.vault.database.write(services.vault.user) as session:
        session.get_one(Relative, view.relatives[0].uid).may_leave_message = "no"
    path = tmp_path / "card.pdf"
    tab.appointments.write_card(kept(services, view)[0], path)
    lane.flush()
    assert not path.exists()
    tab.findChild(WantedDialog).accept()
    lane.flush()
    assert path.read_bytes().startswith(b"%PDF")


def test_today_shows_it_before_the_tasks_and_enter_opens_the_case(place, shown, words, court, view, qtbot):
    page = shown(TodayPage(place))
    tasks, opened = page.tasks.list, []
    page.opened.connect(opened.append)
    met = [row for row in range(tasks.entries.rowCount()) if isinstance(tasks.subject(row), AppointmentRow)]
    place_of_it = rows(tasks).index(words(KINDS[AppointmentKind.COURT]))
    assert met == list(range(len(met)))
    assert place_of_it in met
    assert tasks.entries.entry(tasks.entries.index(place_of_it)).chip.text == "10:30"
    tasks.setCurrentIndex(tasks.entries.index(place_of_it))
    qtbot.keyClick(tasks, Qt.Key.Key_Return)
    assert opened == [view.uid]


def test_the_calendar_counts_and_lists_it(place, shown, words, court, services):
    page = shown(CalendarPage(place))
    today = services.clock.today()
    assert words(KINDS[AppointmentKind.COURT]) in rows(page.list)
    count = page.grid.model_.count(today)
    assert count.appointments == len(services.record.appointments.between(today, today + timedelta(days=1)))
    said = page.grid.model_.where(today).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "зустріч" in said

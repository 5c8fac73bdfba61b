"""The calendar: walked by keys, its counts agree with its lists, a step moves by key as by dragging, no name leaves."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent

from app.plan.agenda import comes_up
from app.plan.queries import DueRow
from tests.ui.seen import button, texts
from ui.calendar.month import STEP, MonthGrid, month_on, weeks_of
from ui.calendar.page import CalendarPage, Span
from ui.today.bundles import Bundle
from ui.today.later import LaterDialog

TODAY = date(2026, 11, 28)


@pytest.fixture
def page(place, shown, lane, services, operations):
    operations.keep_deeds(services.undo)
    page = shown(CalendarPage(place))
    lane.flush()
    return page


def rows(page) -> list[DueRow]:
    """The steps in the list, those of bundles too."""
    found = dict.fromkeys(one for one in subjects(page) if isinstance(one, DueRow))
    for bundle in (one for one in subjects(page) if isinstance(one, Bundle)):
        found |= dict.fromkeys(bundle.rows)
    return list(found)


def press(qtbot, lane, page, key) -> None:
    qtbot.keyClick(page.grid, key)
    lane.flush()


def test_it_opens_on_today_and_shows_its_steps(page, services):
    assert page.grid.day() == TODAY
    assert [row.step for row in rows(page)] != []
    assert {comes_up(row) for row in rows(page)} == {TODAY}
    assert len(rows(page)) == page.grid.model_.count(TODAY).steps


def test_counts_and_lists_agree_on_every_day_of_the_month(page, services):
    for day in weeks_of(TODAY):
        told = services.plan.agenda(day, day + timedelta(days=1))
        assert page.grid.model_.count(day).steps == len(told)
        assert page.grid.model_.count(day).of_the_law == sum(row.of_the_law for row in told)


def test_arrows_and_page_keys_walk_through_days_and_months(page, lane, qtbot):
    press(qtbot, lane, page, Qt.Key.Key_Right)
    assert page.grid.day() == date(2026, 11, 29)
    press(qtbot, lane, page, Qt.Key.Key_Down)
    assert page.grid.day() == date(2026, 12, 6), "the next month begins in the same grid"
    press(qtbot, lane, page, Qt.Key.Key_PageDown)
    assert page.grid.day() == date(2027, 1, 6)
    assert "Січень 2027" in texts(page)
    press(qtbot, lane, page, Qt.Key.Key_Home)
    assert page.grid.day() == TODAY
    for _ in range(5):
        press(qtbot, lane, page, Qt.Key.Key_Up)
    assert page.grid.day() == date(2026, 10, 24)
    assert "Жовтень 2026" in texts(page)


def test_a_week_and_four_weeks_stand_under_their_days(page, lane):
    page.choose(Span.WEEK)
    lane.flush()
    week = rows(page)
    assert {comes_up(row) for row in week} <= {date(2026, 11, 23) + timedelta(days=n) for n in range(7)}
    page.choose(Span.AHEAD)
    lane.flush()
    assert {row.step for row in rows(page)} > {row.step for row in week if comes_up(row) >= TODAY}
    headings = [page.list.entries.index(n).data() for n in range(page.list.entries.rowCount())
                if page.list.subject(n) is None]  # fmt: skip
    assert headings[0] == "Субота, 28 листопада"


def test_a_day_is_told_to_who_cannot_see_it(page):
    model = page.grid.model_
    said = model.where(TODAY).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("субота, 28 листопада, сьогодні, 12 кроків")
    quiet = next(day for day in weeks_of(TODAY) if not model.count(day).steps)
    assert model.where(quiet).data(Qt.ItemDataRole.AccessibleTextRole).endswith("кроків немає")


def subjects(page) -> list[object]:
    return [page.list.subject(number) for number in range(page.list.entries.rowCount())]


def first_row(page) -> DueRow:
    """The first step that stands by itself, in hand; bundles unfold."""
    for bundle in [one for one in subjects(page) if isinstance(one, Bundle)]:
        page.list.turned.emit(bundle)
    row = next(one for one in subjects(page) if isinstance(one, DueRow))
    page.list.setCurrentIndex(page.list.entries.index(subjects(page).index(row)))
    return row


def drop(grid: MonthGrid, day: date) -> None:
    data = QMimeData()
    data.setData(STEP, b"1")
    spot = QPointF(grid.visualRect(grid.model_.where(day)).center())
    move, left, none = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    grid.dropEvent(QDropEvent(spot, move, data, left, none))


def test_a_step_let_fall_on_a_day_is_put_off_until_then_and_comes_back(page, lane, operations):
    row, day = first_row(page), date(2026, 12, 2)
    drop(page.grid, day)
    lane.flush()
    assert row.step not in {one.step for one in rows(page)}
    page.grid.choose(day)
    lane.flush()
    moved = next(one for one in rows(page) if one.step == row.step)
    assert (moved.due, moved.snoozed_until) == (row.due, day), "the day it is due stands as it was"
    operations.undo()
    lane.flush()
    page.grid.choose(TODAY)
    lane.flush()
    assert row.step in {one.step for one in rows(page)}


def test_a_step_let_fall_on_a_day_that_passed_asks(page, lane, services):
    row = first_row(page)
    drop(page.grid, date(2026, 11, 20))
    lane.flush()
    assert row.step in {one.step for one in services.plan.agenda(TODAY, TODAY + timedelta(days=1))}
    (dialog,) = page.findChildren(LaterDialog)
    assert dialog.day.day() == TODAY + timedelta(days=1)


def test_the_file_for_a_phone_holds_numbers_and_no_name(page, lane, services, tmp_path):
    told = []
    page.said.connect(told.append)
    page.keep_file(tmp_path / "x.ics", TODAY, TODAY + timedelta(days=7))
    lane.flush()
    text = (tmp_path / "x.ics").read_bytes().decode()
    week = TODAY, TODAY + timedelta(days=7)
    found = (*services.plan.agenda(*week), *services.record.appointments.between(*week))
    assert text.count("BEGIN:VEVENT") == len(found) > 0
    for row in found:
        assert f"SUMMARY:Супровід: {row.number}" in text
        assert not any(name in text for name in row.name.split())
    assert not any(row.title.uk in text for row in services.plan.agenda(*week))
    (said,) = told
    assert said.startswith(f"Збережено: {len(found)} запис")


def test_the_button_of_the_month_before(page, lane):
    button(page, "Попередній місяць").click()
    lane.flush()
    assert page.grid.day() == date(2026, 10, 28)


@pytest.mark.parametrize(
    ("day", "months", "seen"),
    [(date(2026, 1, 31), 1, date(2026, 2, 28)), (date(2026, 1, 31), -2, date(2025, 11, 30)),
     (date(2028, 2, 29), 12, date(2029, 2, 28)), (date(2026, 12, 5), 1, date(2027, 1, 5))],
)  # fmt: skip
def test_a_month_on_is_the_same_day_or_the_last(day, months, seen):
    assert month_on(day, months) == seen

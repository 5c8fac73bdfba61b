"""Today: the counters are the services' own, tiles filter, a tick is done and can be taken back."""

import pytest
from PySide6.QtCore import Qt

from app.changes import Changes
from tests.ui.seen import button, texts
from ui.today.page import TodayPage


@pytest.fixture
def page(place, shown):
    return shown(TodayPage(place))


def rows(page) -> list[str]:
    entries = page._tasks.entries
    return [entries.index(row).data() for row in range(entries.rowCount())]


def test_the_counters_are_those_of_the_plan(page, services):
    view = services.plan.today()
    said = texts(page)
    for number in (view.overdue_count, view.today_count, view.week_count, view.active_count):
        assert str(number) in said
    assert view.active_count == 60


def test_the_day_stands_in_words(page):
    assert "субота, 28 листопада 2026 р." in texts(page)


def test_a_tile_shows_its_own_tasks_and_a_second_press_all_again(page, services):
    both = rows(page)
    page._tiles["overdue"].click()
    assert len(rows(page)) == len(services.plan.today().overdue)
    page._tiles["overdue"].click()
    assert rows(page) == both


def test_a_tick_marks_the_step_done_and_undo_takes_it_back(page, services, lane, qtbot, operations):
    operations.keep_deeds(services.undo)
    before = services.plan.today()
    first = (before.overdue + before.today)[0]
    page._tasks.setCurrentIndex(page._tasks.entries.index(0))
    qtbot.keyClick(page._tasks, Qt.Key.Key_Space)
    lane.flush()
    state = {row.uid: row.open for row in services.plan.steps(first.case)}
    assert state[first.step] is False
    operations.undo()
    lane.flush()
    assert {row.uid: row.open for row in services.plan.steps(first.case)}[first.step] is True
    assert services.plan.today().overdue_count == before.overdue_count


def test_enter_opens_the_case(page, services, qtbot):
    view, opened = services.plan.today(), []
    page.opened.connect(opened.append)
    page._tasks.setCurrentIndex(page._tasks.entries.index(0))
    qtbot.keyClick(page._tasks, Qt.Key.Key_Return)
    assert opened == [(view.overdue + view.today)[0].case]


def test_silent_families_are_listed_longest_first(page, services):
    entries = page._silent.entries
    assert [entries.index(row).data() for row in range(entries.rowCount())] == [
        row.name for row in services.plan.today().silent
    ]


def test_a_hidden_page_reads_again_only_when_it_is_seen(page, operations, lane):
    page.hide()
    operations.changed.emit(Changes.STEPS)
    assert lane.waiting == []
    page.show()
    assert lane.waiting != []


def test_what_does_not_concern_it_is_not_read(page, operations, lane):
    operations.changed.emit(Changes.SETTINGS)
    assert lane.waiting == []


def test_active_leads_to_the_list(page, qtbot):
    with qtbot.waitSignal(page.cases_wanted):
        page._tiles["active"].click()


def test_the_actions_ask_for_their_dialogs(page, qtbot):
    with qtbot.waitSignal(page.contact_wanted):
        button(page, "Новий контакт").click()
    with qtbot.waitSignal(page.case_wanted):
        button(page, "Нова справа").click()

"""Today: the counters are the services' own, tiles filter, a tick is done and can be taken back."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.access.teams import Whose
from app.changes import Changes
from app.domain.deadline import Kind
from app.plan.queries import DueRow
from db.models.case_file import CaseFile
from tests.ui.seen import button, texts
from ui.today.bundles import Bundle, bundled
from ui.today.deferring import DeferStepsDialog
from ui.today.later import LaterDialog, LaterMenu, next_monday
from ui.today.page import TodayPage


@pytest.fixture
def page(place, shown):
    return shown(TodayPage(place))


def rows(page) -> list[str]:
    entries = page.tasks.list.entries
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
    assert len(rows(page)) == len(list(bundled(services.plan.today().overdue)))
    page._tiles["overdue"].click()
    assert rows(page) == both


def choose(page, kind) -> object:
    """Choose the first line that speaks of a row, or of a bundle."""
    tasks = page.tasks.list
    row = next(row for row in range(tasks.entries.rowCount()) if isinstance(tasks.subject(row), kind))
    tasks.setCurrentIndex(tasks.entries.index(row))
    return tasks.subject(row)


def awake(services) -> set:
    view = services.plan.today()
    return {row.step for row in view.overdue + view.today}


def test_equal_steps_of_a_day_are_one_line_that_unfolds(page, qtbot):
    before = rows(page)
    bundle = choose(page, Bundle)
    assert any(f"{len(bundle.rows)} справ" in text for text in before)
    qtbot.keyClick(page.tasks.list, Qt.Key.Key_Return)
    assert len(rows(page)) == len(before) + len(bundle.rows)
    assert set(rows(page)) >= {row.name for row in bundle.rows}
    qtbot.keyClick(page.tasks.list, Qt.Key.Key_Space)
    assert rows(page) == before


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("letter", ["d", "в"])
def test_d_puts_off_until_tomorrow_in_either_layout_and_ctrl_z_takes_it_back(
    page, services, lane, operations, typed, letter
):
    operations.keep_deeds(services.undo)
    row = choose(page, DueRow)
    typed(page.tasks.list, letter)
    menu = page.findChild(LaterMenu)
    assert menu.isVisible()
    menu.actions()[0].trigger()
    lane.flush()
    assert row.step not in awake(services)
    assert "Відкладено: 1" in texts(page)
    page.tasks.snoozed.click()
    assert len(rows(page)) == 1
    operations.undo()
    lane.flush()
    assert row.step in awake(services)
    assert page.tasks.list.isVisible(), "nothing is put off any more, so the day is shown again"


def test_another_day_is_asked_for_with_its_reason(page, services, lane):
    row = choose(page, DueRow)
    page.tending.ask_later(row)
    dialog = page.findChild(LaterDialog)
    dialog.day.setText("вчора, здається")
    dialog.save()
    assert services.plan.today().snoozed == ()
    dialog.day.setText("05.12.2026")
    dialog.reason.setText("чекаємо на лист")
    dialog.save()
    lane.flush()
    assert services.plan.today().snoozed[0].snoozed_until == date(2026, 12, 5)
    assert page.findChild(LaterDialog) is None


def test_a_day_gone_by_is_refused_in_the_dialog(page, services, lane):
    page.tending.ask_later(choose(page, DueRow))
    dialog = page.findChild(LaterDialog)
    dialog.day.setText("01.11.2026")
    dialog.save()
    lane.flush()
    assert services.plan.today().snoozed == ()
    assert dialog.isVisible()
    assert any("попереду" in text for text in texts(dialog))


def test_a_passed_term_of_the_law_asks_why_at_once(page, services, lane, typed):
    row = replace(choose(page, DueRow), kind=Kind.STATUTORY, due=date(2026, 11, 1))
    page.tasks.list.put_off.emit(row)
    dialog = page.findChild(LaterDialog)
    assert dialog.isVisible()
    dialog.save()
    lane.flush()
    assert services.plan.today().snoozed == ()


@pytest.mark.parametrize("letter", ["c", "с"])
def test_c_writes_a_contact_of_that_case(page, typed, letter):
    wanted = []
    page.contact_wanted.connect(wanted.append)
    row = choose(page, DueRow)
    typed(page.tasks.list, letter)
    assert wanted == [row.case]


def test_the_line_stays_where_the_work_was(page, services, lane, qtbot):
    choose(page, DueRow)
    first = page.tasks.list.currentIndex().row()
    qtbot.keyClick(page.tasks.list, Qt.Key.Key_Space)
    lane.flush()
    assert page.tasks.list.currentIndex().row() == first


def test_whose_work_is_shown_is_remembered(page, place, services, lane, shown):
    with services.vault.database.write(services.vault.user) as session:
        session.get_one(CaseFile, services.plan.today().overdue[0].case).worker = "Ткач Н."
    page.whose.choose(Whose.MINE)
    lane.flush()
    mine = services.plan.today(workers={services.vault.user})
    assert str(mine.active_count) in texts(page)
    assert mine.active_count < services.plan.today().active_count
    again = shown(TodayPage(place))
    assert again.whose.text() == "Мої"
    again.whose.choose(Whose.OFFICE)
    lane.flush()
    assert shown(TodayPage(place)).whose.whose is Whose.OFFICE


def test_a_team_is_offered_to_who_is_in_one(place, services, shown):
    assert [action.text() for action in shown(TodayPage(place)).whose.menu().actions()] == ["Мої", "Увесь офіс"]
    services.teams.put([services.vault.user], "Північ")
    told = [action.text() for action in shown(TodayPage(place)).whose.menu().actions()]
    assert told == ["Мої", "Моя команда", "Увесь офіс"]


def test_a_bundle_is_put_off_as_one(page, services, lane, operations):
    operations.keep_deeds(services.undo)
    bundle, before = choose(page, Bundle), services.plan.today()
    page.tasks.list.put_off.emit(bundle)
    dialog = page.findChild(DeferStepsDialog)
    dialog.reason.setText("чекаємо на відповідь частини")
    dialog.run()
    lane.flush()
    assert services.plan.today().snoozed_count == before.snoozed_count + len(bundle.rows)
    operations.undo()
    lane.flush()
    assert services.plan.today().snoozed_count == before.snoozed_count


def test_when_all_is_done_it_says_so_warmly(page, services):
    view = services.plan.today()
    page.tasks.show_view(replace(view, overdue=(), today=(), overdue_count=0, today_count=0))
    assert "На сьогодні все зроблено" in texts(page)
    assert not page.tasks.list.isVisible()
    page.tasks.show_view(view)
    assert page.tasks.list.isVisible()


def test_no_row_of_a_list_is_cut(page):
    for one in (page.tasks.list, page._silent, page._recent):
        assert one.viewport().height() % one.sizeHintForRow(0) == 0


def test_the_next_monday_is_never_today():
    assert next_monday(date(2026, 11, 23)) == date(2026, 11, 30)
    assert next_monday(date(2026, 11, 29)) == date(2026, 11, 30)


def test_a_tick_marks_the_step_done_and_undo_takes_it_back(page, services, lane, qtbot, operations):
    operations.keep_deeds(services.undo)
    before = services.plan.today()
    first = choose(page, DueRow)
    qtbot.keyClick(page.tasks.list, Qt.Key.Key_Space)
    lane.flush()
    state = {row.uid: row.open for row in services.plan.steps(first.case)}
    assert state[first.step] is False
    operations.undo()
    lane.flush()
    assert {row.uid: row.open for row in services.plan.steps(first.case)}[first.step] is True
    assert services.plan.today().overdue_count == before.overdue_count


def test_enter_opens_the_case(page, services, qtbot):
    opened = []
    page.opened.connect(opened.append)
    row = choose(page, DueRow)
    qtbot.keyClick(page.tasks.list, Qt.Key.Key_Return)
    assert opened == [row.case]


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

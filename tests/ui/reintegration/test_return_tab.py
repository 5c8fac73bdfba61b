"""The way back in the window: nothing before the return; after it stages, days, a plan and the paper for himself."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from app.cases.queries import CaseFilter
from app.domain.events import Event
from app.domain.fate import ALL_ABSENT, Fate
from app.reintegration.plan import Area, DeedDraft, GoalDraft
from tests.ui.seen import button, texts
from ui.case.page import CasePage
from ui.record.entry_form import EntryDialog
from ui.reintegration.paper_dialog import PlanPaperDialog
from ui.reintegration.words import AREAS, DAYS, SPANS, STAGES


@pytest.fixture
def back(services):
    return services.cases.view(services.cases.page(CaseFilter(fates=frozenset({Fate.RETURNED})), None, 9).rows[-1].uid)


@pytest.fixture
def page(place, shown, lane, back):
    page = shown(CasePage(place))
    page.show_case(back.uid)
    lane.flush()
    return page


@pytest.fixture
def tab(page, lane):
    tab = page.tab("tab_return")
    lane.flush()
    return tab


def lines(section) -> list[str]:
    return [section.list.lines.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
            for row in range(section.list.lines.rowCount())]  # fmt: skip


def test_before_the_return_there_is_nothing_to_fill_in(tab, page, lane, services) -> None:
    away = services.cases.page(CaseFilter(fates=ALL_ABSENT), None, 1).rows[0].uid
    page.show_case(away)
    lane.flush()
    page.tab("tab_return")
    lane.flush()
    told = texts(tab)
    assert any("Того дня не знає ніхто" in text for text in told)
    assert not tab.plan.isVisible()


def test_stages_and_days_stand_side_by_side(tab, services, back) -> None:
    view = services.record.returning.view(back.uid)
    assert any("Повернення в Україну" in text for text in lines(tab.stages) + lines(tab.days))
    assert len(lines(tab.days)) == len(DAYS)
    assert len(lines(tab.contacts)) >= 1
    assert view.released is not None


def test_a_day_that_is_written_down_moves_what_runs_from_it(tab, lane, services, back) -> None:
    day = services.clock.today() - timedelta(days=3)
    row = next(n for n, text in enumerate(lines(tab.days)) if text.startswith("Виписано з лікарні"))
    tab.days.list.setCurrentIndex(tab.days.list.lines.index(row))
    button(tab.days, "Записати день…").click()
    dialog = tab.days.findChildren(EntryDialog)[-1]
    dialog.form.inputs["on"].put(f"{day:%d.%m.%Y}")
    dialog.save()
    lane.flush()
    assert services.record.returning.view(back.uid).days[Event.DISCHARGED_HOSPITAL] == day
    board = next(row for row in services.plan.steps(back.uid) if row.step_id == "MED-05")
    assert (board.counted_from, board.due) == (day, day + timedelta(days=30))
    assert f"{day:%d.%m.%Y}" in lines(tab.days)[row]


def test_a_goal_in_his_own_words_and_a_step_to_it(tab, lane, services, back) -> None:
    before = len(lines(tab.plan))
    button(tab.plan, "Мета").click()
    dialog = tab.plan.findChildren(EntryDialog)[-1]
    dialog.form.inputs["words"].put("Повернутися до риболовлі")
    dialog.form.inputs["agreed_on"].put("")
    dialog.save()
    lane.flush()
    goal = services.record.returning.goals.rows(back.uid)[-1]
    assert (goal.says.words, goal.says.agreed_on, goal.says.area) == ("Повернутися до риболовлі", None, Area.OTHER)
    assert "ще не погоджено" in lines(tab.plan)[-1]
    tab.plan.begin_deed(goal)
    dialog = tab.plan.findChildren(EntryDialog)[-1]
    dialog.form.inputs["text"].put("Купити спінінг")
    dialog.form.inputs["who"].put("брат")
    dialog.save()
    lane.flush()
    assert "Купити спінінг" in lines(tab.plan)[-1]
    assert len(lines(tab.plan)) == before + 2


def test_what_came_after_he_agreed_is_marked_until_it_is_gone_through(tab, page, lane, services, back) -> None:
    returning, today = services.record.returning, services.clock.today()
    returning.goals.add(back.uid, GoalDraft(Area.WORK, "Працювати з деревом", agreed_on=today - timedelta(days=9)))
    goal = returning.goals.rows(back.uid)[-1]
    for row in returning.reviews.rows(back.uid):
        returning.reviews.remove(row.uid)
    returning.deeds.add(back.uid, DeedDraft(goal.uid, None, "Знайти майстерню"))
    page.again()
    lane.flush()
    assert "на папір іще не потрапить" in lines(tab.plan)[-1]
    tab.plan.begin_review()
    dialog = tab.plan.findChildren(EntryDialog)[-1]
    dialog.form.inputs["agreed"].put("yes")
    dialog.save()
    lane.flush()
    assert "на папір іще не потрапить" not in lines(tab.plan)[-1]
    assert any(text.startswith("Переглянуто") for text in texts(tab.plan))


def test_the_paper_is_shown_before_it_is_given(tab, page, lane, services, back) -> None:
    today = services.clock.today()
    services.record.returning.goals.add(back.uid, GoalDraft(Area.CALM, "Спати спокійно", agreed_on=today))
    page.again()
    lane.flush()
    button(tab.plan, "План для самої людини…").click()
    lane.flush()
    dialog = page.window().findChildren(PlanPaperDialog)[-1]
    assert dialog.save.isEnabled()
    assert any("на що людина погодилася" in text for text in texts(dialog))
    dialog.findChildren(QComboBox)[0].setCurrentIndex(1)
    dialog.language.activated.emit(1)
    lane.flush()
    assert dialog.send.isEnabled()


def test_every_code_has_its_words(words) -> None:
    from app.reintegration.stages import DAYS as EVENTS
    from app.reintegration.stages import Span, Stage

    assert set(STAGES) == set(Stage)
    assert set(SPANS) == set(Span)
    assert set(DAYS) == set(EVENTS)
    assert set(AREAS) == set(Area)
    assert all(words(word) for word in (*SPANS.values(), *DAYS.values(), *AREAS.values()))

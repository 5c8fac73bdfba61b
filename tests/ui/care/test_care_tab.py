"""The psychologist's tab: a form entered by digits is scored, urgent ones say what to do now; others see no tab."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.cases.queries import CaseFilter
from app.domain.scales.scale import Tool
from app.wellbeing.sheets import Form, SafetyPlan, Session
from tests.ui.seen import button, texts
from ui.care.result_dialog import ResultDialog
from ui.care.screening_dialog import ScreeningDialog
from ui.care.sheet_dialogs import SafetyPlanDialog, SessionDialog, SetAsideDialog
from ui.case.page import FIRST, CasePage
from ui.case.tabs import TABS

PLACE = len(FIRST) + [tab.key for tab in TABS].index("tab_care")


@pytest.fixture
def case(services):
    rows = services.cases.page(CaseFilter(), None, 60).rows
    return next(view for row in reversed(rows) if (view := services.cases.view(row.uid)).relatives)


@pytest.fixture
def page(place, shown, lane, case, psychologist):
    page = shown(CasePage(replace(place, services=psychologist)))
    page.show_case(case.uid)
    lane.flush()
    return page


@pytest.fixture
def tab(page, lane):
    tab = page.tab("tab_care")
    lane.flush()
    return tab


def enter(tab, tool: Tool, answers: str) -> ScreeningDialog:
    button(tab, "Ввести скринінг").click()
    dialog = tab.findChildren(ScreeningDialog)[-1]
    dialog.tool.setCurrentIndex(dialog.tool.findData(tool.value))
    dialog.tool.activated.emit(dialog.tool.currentIndex())
    for box, answer in zip(dialog.grid.boxes, answers.split(), strict=True):
        box.setText("" if answer == "-" else answer)
        box.textEdited.emit(box.text())
    return dialog


def lines(section) -> list[str]:
    return [section.list.lines.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
            for row in range(section.list.lines.rowCount())]  # fmt: skip


def test_who_has_not_the_right_sees_no_tab(place, shown, lane, case, page):
    assert page.tabs.isTabVisible(PLACE)
    colleague = shown(CasePage(place))
    assert not colleague.tabs.isTabVisible(PLACE)


def test_a_form_is_entered_and_its_result_told(page, tab, lane, case, psychologist):
    enter(tab, Tool.GAD7, "2 2 2 2 2 0 0").save()
    lane.flush()
    told = " ".join(texts(page.window().findChildren(ResultDialog)[-1]))
    assert "10 з 21" in told
    assert "Скринінг, не діагноз" in told
    assert "103" not in told
    assert [said.split(".")[0] for said in lines(tab.screenings)] == ["GAD-7 · 10 з 21"]
    (row,) = psychologist.care.view(case.uid, case.person).screenings
    assert row.screening.answers == (2, 2, 2, 2, 2, 0, 0)


def test_a_thought_of_death_says_what_to_do_now(page, tab, lane):
    enter(tab, Tool.PHQ9, "0 0 0 0 0 0 0 0 1").save()
    lane.flush()
    told = " ".join(texts(page.window().findChildren(ResultDialog)[-1]))
    for word in ("Будьте поруч", "Прямо запитайте", "черговому керівникові", "7333", "план безпеки"):
        assert word in told
    assert "Останні відповіді потребують розмови про безпеку сьогодні." in texts(tab)


def test_an_answer_that_is_not_on_the_form_is_not_kept(tab, lane, case, psychologist):
    dialog = enter(tab, Tool.GAD7, "2 2 2 2 2 0 7")
    dialog.save()
    lane.flush()
    assert any("Такої відповіді на бланку немає" in text for text in texts(dialog))
    assert psychologist.care.view(case.uid, case.person).screenings == ()


def test_blanks_stay_blank(tab, lane, case, psychologist):
    enter(tab, Tool.GAD7, "2 - 2 2 2 0 0").save()
    lane.flush()
    (row,) = psychologist.care.view(case.uid, case.person).screenings
    assert row.screening.answers[1] is None
    assert "бланк неповний" in lines(tab.screenings)[0]


def test_a_digit_goes_on_to_the_next_item(tab, qtbot, lane):
    dialog = enter(tab, Tool.GAD7, "- - - - - - -")
    lane.flush()
    first, second, *_ = dialog.grid.boxes
    first.setFocus()
    qtbot.keyClick(first, "3")
    assert dialog.focusWidget() is second
    qtbot.keyClick(second, "9")
    assert dialog.focusWidget() is second


def test_the_course_is_drawn_and_said(tab, lane, page, case, psychologist):
    for day, answers in ((1, (4,) * 20), (9, (2,) * 20)):
        psychologist.care.screen(case.uid, case.person, Tool.PCL5, date(2026, 9, day), answers)
    psychologist.care.screen(case.uid, case.person, Tool.GAD7, date(2026, 9, 9), (1,) * 7)
    page.again()
    lane.flush()
    assert not tab.trend.isVisible(), "two scales are not one course"
    button(tab, "PCL-5").click()
    assert tab.trend.isVisible()
    assert tab.trend.accessibleName() == "PCL-5: сліди травми: 01.09.2026: 80; 09.09.2026: 40"
    assert "Від минулого разу: краще, і це відчутно" in lines(tab.screenings)[0]


def test_a_relative_has_sheets_of_her_own(tab, lane, case, psychologist):
    enter(tab, Tool.GAD7, "1 1 1 1 1 1 1").save()
    lane.flush()
    tab.who.setCurrentIndex(1)
    tab.who.activated.emit(1)
    lane.flush()
    assert lines(tab.screenings) == []
    button(tab, "Записати зустріч").click()
    dialog = tab.findChildren(SessionDialog)[-1]
    dialog.form.inputs["text"].put("Погано спить.")
    dialog.form.inputs["form"].put(Form.PHONE.value)
    dialog.save()
    lane.flush()
    kept = psychologist.care.view(case.uid, case.relatives[0].person).sessions
    assert [one.sheet for one in kept] == [Session(tab.place.clock.today(), Form.PHONE, "Погано спить.")]


def test_a_new_plan_begins_with_what_the_last_one_says(tab, lane, page, case, psychologist):
    psychologist.care.write(case.uid, case.person, SafetyPlan(date(2026, 11, 2), signs="не спить"))
    page.again()
    lane.flush()
    button(tab, "Пройти план…").click()
    dialog = tab.findChildren(SafetyPlanDialog)[-1]
    assert dialog.form.text("signs") == "не спить"
    dialog.form.inputs["people"].put("сестра")
    dialog.save()
    lane.flush()
    plan = psychologist.care.view(case.uid, case.person).plan
    assert plan == SafetyPlan(tab.place.clock.today(), signs="не спить", people="сестра")


def test_a_sheet_is_set_aside_with_a_reason(tab, lane):
    enter(tab, Tool.GAD7, "1 1 1 1 1 1 1").save()
    lane.flush()
    button(tab, "Відкласти…").click()
    dialog = tab.findChildren(SetAsideDialog)[-1]
    dialog.save()
    lane.flush()
    assert len(lines(tab.screenings)) == 1
    dialog.form.inputs["why"].put("бланк іншої людини")
    dialog.save()
    lane.flush()
    assert lines(tab.screenings) == []


def test_nothing_of_it_is_kept_as_a_draft(tab, lane, services):
    enter(tab, Tool.GAD7, "1 1 1 1 1 1 1")
    lane.flush()
    with services.vault.database.read() as session:
        assert session.connection().exec_driver_sql("SELECT count(*) FROM draft").scalar_one() == 0

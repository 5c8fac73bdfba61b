"""The case page: phones masked until asked for, steps done and not needed, contacts written down."""

import pytest
from PySide6.QtCore import Qt

from app.cases.queries import CaseFilter
from app.domain.fate import ALL_CAPTIVE
from app.domain.step import StepState
from tests.ui.seen import button, texts
from ui.case.page import FAMILY, STEPS, CasePage


@pytest.fixture
def case(services):
    found = services.cases.page(CaseFilter(fates=frozenset(ALL_CAPTIVE)), None, 1).rows[0]
    return services.cases.view(found.uid)


@pytest.fixture
def page(place, shown, lane, case):
    page = shown(CasePage(place))
    page.show_case(case.uid)
    lane.flush()
    return page


def first_open(services, case):
    return next(row for row in services.plan.steps(case.uid) if row.open and row.due)


def state(services, case, step) -> StepState:
    return next(row.state for row in services.plan.steps(case.uid) if row.uid == step.uid)


def test_the_head_says_who_it_is(page, case):
    said = " ".join(texts(page))
    assert case.name in said
    assert case.number in said


def test_phones_are_masked_until_somebody_asks(page, case):
    phone = case.relatives[0].phones[0]
    spaced = f"+380 {phone[4:6]} {phone[6:9]} {phone[9:11]} {phone[11:]}"
    page.tabs.setCurrentIndex(FAMILY)
    assert spaced not in " ".join(texts(page))
    assert phone not in " ".join(texts(page))
    name = f"Телефон: {case.relatives[0].name}"
    button(page._header, f"{name}: Показати").click()
    assert spaced in " ".join(texts(page))
    button(page._header, f"{name}: Сховати").click()
    assert spaced not in " ".join(texts(page))


def test_the_tax_number_never_stands_whole(page, case):
    assert not case.rnokpp or case.rnokpp not in " ".join(texts(page))


def test_a_step_is_done_with_its_day_and_outcome(page, services, case, lane, typed):
    step = first_open(services, case)
    page.tabs.setCurrentIndex(STEPS)
    page.steps.choose(step)
    page.steps.panel._day.setText("27.11.2026")
    typed(page.steps.panel._outcome, "лист № 5")
    button(page.steps.panel, "Виконано").click()
    lane.flush()
    after = next(row for row in services.plan.steps(case.uid) if row.uid == step.uid)
    assert after.state is StepState.DONE
    assert after.done_on.iso() == "2026-11-27"
    assert after.outcome == "лист № 5"


def test_a_day_to_come_is_not_a_day_it_was_done(page, services, case, lane):
    step = first_open(services, case)
    page.steps.choose(step)
    page.steps.panel._day.setText("29.11.2026")
    button(page.steps.panel, "Виконано").click()
    lane.flush()
    assert state(services, case, step).value == step.state.value
    assert "Цей день ще не настав." in texts(page.steps.panel)


def test_not_needed_wants_a_reason(page, services, case, lane, typed):
    step = first_open(services, case)
    page.tabs.setCurrentIndex(STEPS)
    page.steps.choose(step)
    drop = button(page.steps.panel, "Не потрібно")
    drop.click()
    drop.click()
    lane.flush()
    assert "Напишіть причину кількома словами." in texts(page.steps.panel)
    assert state(services, case, step).value == step.state.value
    typed(page.steps.panel._reason, "родина відмовилась")
    drop.click()
    lane.flush()
    assert state(services, case, step) is StepState.NOT_NEEDED


def test_undo_opens_the_step_again(page, services, case, lane, operations):
    operations.keep_deeds(services.undo)
    step = first_open(services, case)
    page.steps.acts.tick(step)
    lane.flush()
    assert state(services, case, step) is StepState.DONE
    assert operations.to_undo().startswith("Виконано: ")
    operations.undo()
    lane.flush()
    assert state(services, case, step) is step.state


def test_ctrl_enter_keeps_a_contact_and_its_promise(page, services, case, lane, qtbot, typed):
    composer = page.overview.composer
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    composer.note.setFocus()
    typed(composer.note, "Говорили з дружиною")
    composer._next.setText("5.12.2026")
    qtbot.keyClick(composer.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    lane.flush()
    assert any(row.text == "Говорили з дружиною" for row in services.record.timeline.rows(case.uid))
    assert any(row.due and row.due.isoformat() == "2026-12-05" for row in services.plan.steps(case.uid))
    assert composer.note.toPlainText() == ""


def test_a_note_that_cannot_be_kept_stays(page, services, case, lane, typed):
    composer = page.overview.composer
    typed(composer.note, "Говорили")
    composer._next.setText("колись")
    composer.save()
    lane.flush()
    assert composer.note.toPlainText() == "Говорили"
    assert not any(row.text == "Говорили" for row in services.record.timeline.rows(case.uid))


def test_the_rule_and_the_law_stand_beside_the_step(page, services, case, lane):
    step = next(row for row in services.plan.steps(case.uid) if row.open and row.definition and row.definition.basis)
    page.tabs.setCurrentIndex(STEPS)
    page.steps.choose(step)
    lane.flush()
    said = " ".join(texts(page.steps.panel))
    assert step.definition.basis[0] in said
    assert "Правило" in said


def test_the_tracks_count_what_is_done(page, services, case):
    steps = [row for row in services.plan.steps(case.uid) if row.track.value == "legal"]
    counted = [row for row in steps if row.state not in {StepState.NOT_NEEDED, StepState.OBSOLETE}]
    done = sum(row.state is StepState.DONE for row in counted)
    assert f"{done}/{len(counted)}" in texts(page.overview)


def test_the_page_and_the_list_say_the_same_fate(services):
    rows = services.cases.page(CaseFilter(), None, 60).rows
    assert [services.cases.view(row.uid).fate for row in rows] == [row.fate for row in rows]

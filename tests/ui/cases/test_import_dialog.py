"""Import in the window: the plan first, the same plan carried out, a stopped import leaves nothing."""

import pytest

from app.cases.queries import CaseFilter
from app.training.workbook import write_messy_workbook
from tests.ui.seen import button, texts
from tests.ui.vault import CLOCK
from ui.cases.import_dialog import DONE, PREVIEW, ImportDialog


@pytest.fixture
def workbook(tmp_path):
    path = tmp_path / "messy.xlsx"
    write_messy_workbook(path, 20, 7, today=CLOCK.today())
    return path


@pytest.fixture
def dialog(place, host, workbook):
    dialog = ImportDialog(place, host)
    dialog.open()
    dialog.read(workbook)
    return dialog


def test_nothing_is_written_before_somebody_says_so(dialog, lane, services):
    lane.flush()
    assert dialog._stack.currentIndex() == PREVIEW
    assert dialog._rows.rowCount() == dialog._plan.counts.all
    assert services.cases.count(CaseFilter()) == 60


def test_the_plan_is_carried_out(dialog, lane, services):
    lane.flush()
    taken = dialog._plan.counts.taken
    dialog._go.click()
    lane.flush()
    assert services.cases.count(CaseFilter()) == 60 + taken
    assert dialog._stack.currentIndex() == DONE


def test_a_stopped_import_leaves_nothing(dialog, lane, services):
    lane.flush()
    dialog._go.click()
    dialog._running.cancel()
    lane.flush()
    assert services.cases.count(CaseFilter()) == 60
    assert "Зупинено. Нічого не записано." in texts(dialog)
    assert dialog._go.isEnabled()


def test_closing_while_it_runs_stops_it_first(dialog, lane, services):
    lane.flush()
    dialog._go.click()
    dialog.reject()
    assert dialog.isVisible()
    lane.flush()
    assert services.cases.count(CaseFilter()) == 60


def test_a_column_put_right_is_remembered(dialog, lane, services, workbook):
    lane.flush()
    heading = next(column.heading for column in dialog._plan.mapping.columns if column.field == "notes")
    dialog._columns._boxes[heading].setCurrentIndex(0)
    dialog._columns.corrected.emit(dialog._columns.mapping())
    lane.flush()
    again = services.imports.plan(workbook)
    assert "notes" not in {str(field) for field in again.mapping.fields}


def test_a_file_that_is_no_workbook_is_told(dialog, lane, tmp_path):
    lane.flush()
    wrong = tmp_path / "picture.xlsx"
    wrong.write_bytes(b"\x89PNG")
    dialog.read(wrong)
    lane.flush()
    assert dialog._wrong.text()
    assert dialog._stack.isEnabled()


def test_filters_show_rows_of_one_outcome(dialog, lane):
    lane.flush()
    counts = dialog._plan.counts
    if counts.with_warnings:
        button(dialog, f"із зауваженнями: {counts.with_warnings}").click()
        assert dialog._rows.rowCount() == counts.with_warnings


@pytest.fixture
def imported(dialog, lane):
    lane.flush()
    dialog._go.click()
    lane.flush()
    return dialog


def test_the_last_state_tells_the_counts(imported):
    counts = imported._plan.counts
    told = " ".join(texts(imported._done))
    assert str(counts.taken) in told
    assert f"із зауваженнями: {counts.with_warnings}" in told
    assert button(imported._done, "Зберегти звіт…").isVisible()


def test_an_import_is_taken_back_after_one_question(imported, lane, services):
    button(imported, "Скасувати цей імпорт").click()
    lane.flush()
    assert services.cases.count(CaseFilter()) == 60 + imported._plan.counts.taken
    button(imported, "Так, скасувати").click()
    lane.flush()
    assert services.cases.count(CaseFilter()) == 60
    assert "Імпорт скасовано." in texts(imported)
    assert "Скасувати цей імпорт" not in {text.strip() for text in texts(imported)}


def test_thinking_better_of_it_lets_the_import_stand(imported, lane, services):
    button(imported, "Скасувати цей імпорт").click()
    button(imported, "Залишити імпорт").click()
    lane.flush()
    assert services.imports.batches()[0].stands
    assert button(imported, "Скасувати цей імпорт").isVisible()


def test_taking_back_can_be_stopped_and_changes_nothing(imported, lane, services):
    button(imported, "Скасувати цей імпорт").click()
    button(imported, "Так, скасувати").click()
    imported.reject()
    lane.flush()
    assert services.imports.batches()[0].stands
    assert "Зупинено. Нічого не змінено." in texts(imported)
    assert button(imported, "Скасувати цей імпорт").isEnabled()


def test_cases_that_were_worked_on_stay_and_it_is_said(imported, lane, services):
    number = max(case["number"] for case in services.cases.dump())
    services.restricting.restrict(services.cases.numbered(number), restricted=True)
    button(imported, "Скасувати цей імпорт").click()
    button(imported, "Так, скасувати").click()
    lane.flush()
    assert number in imported._wrong.text()
    assert services.imports.batches()[0].stands

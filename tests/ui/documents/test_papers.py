"""The way of a paper in the window: its chip, the next move as a button, filters, what the steps need, its file."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from app.documents.intake import Pasted
from app.documents.tracking import MoveDraft
from app.domain.paper_state import Move, Original, PaperState
from tests.ui.seen import button, focusable, texts
from tests.unit.documents.made import picture, saved
from ui.case.page import DOCUMENTS
from ui.documents.bringing import Bringing
from ui.documents.describe_dialog import DescribeDialog
from ui.documents.move_dialog import MoveDialog
from ui.documents.trail_dialog import TrailDialog

TODAY = date(2026, 11, 28)


@pytest.fixture
def needed(services, case, page, lane):
    services.documents.tracking.need(case.uid, ["D-NIB"])
    page.again()
    lane.flush()
    return paper(services, case)


def paper(services, case, kind="D-NIB"):
    return next(row for row in services.documents.rows(case.uid) if row.kind == kind)


def sentence(tab):
    return tab.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)


def move(services, case, *drafts):
    for draft in drafts:
        row = paper(services, case)
        services.documents.tracking.move(row.uid, row.version, draft)


def test_a_needed_paper_is_requested_by_the_button_of_its_next_move(tab, needed, services, case, lane):
    assert sentence(tab).startswith("Лист Національного інформаційного бюро. потрібен")
    button(tab.paper, "Запитано…").click()
    dialog = tab.findChild(MoveDialog)
    dialog.form.inputs["body"].put("NIB")
    dialog.form.line("reference").setText("14/7")
    dialog.form.line("on").setText("20.11.2026")
    dialog.save()
    lane.flush()
    row = paper(services, case)
    assert (row.state, row.trail[0].body, row.trail[0].on) == (PaperState.REQUESTED, "NIB", date(2026, 11, 20))
    assert any("20.11.2026 запитано · Національне інформаційне бюро · № 14/7" in text for text in texts(tab.paper))
    assert button(tab.paper, "Отримано…").isVisible()


def test_an_error_is_kept_word_for_word_and_opens_a_step(tab, needed, services, case, lane, page):
    move(services, case, MoveDraft(Move.RECEIVE, TODAY - timedelta(2)))
    page.again()
    lane.flush()
    next(act for act in tab.paper._menu.actions() if act.text() == "Є помилка…").trigger()
    dialog = tab.findChild(MoveDialog)
    dialog.save()
    lane.flush()
    assert paper(services, case).state is PaperState.RECEIVED, "without its text an error is not kept"
    dialog.form.inputs["text"].put("Рік народження 1919 замість 1991")
    dialog.save()
    lane.flush()
    assert paper(services, case).trail[-1].text == "Рік народження 1919 замість 1991"
    assert any("Помилка: Рік народження 1919 замість 1991" in text for text in texts(tab.paper))
    opened = [one.title.uk for one in services.plan.steps(case.uid) if one.open]
    assert "Просити виправити: Лист Національного інформаційного бюро" in opened


def test_a_move_that_came_too_late_is_told_and_what_was_written_stays(tab, needed, services, case, lane):
    button(tab.paper, "Запитано…").click()
    dialog = tab.findChild(MoveDialog)
    dialog.form.line("reference").setText("77")
    move(services, case, MoveDraft(Move.RECEIVE, TODAY))
    dialog.save()
    lane.flush()
    assert len(paper(services, case).trail) == 1
    assert dialog.form.text("reference") == "77"
    assert dialog.isVisible()


@pytest.mark.parametrize(("typed", "told"), [("29.11.2026", "ще не настав"), ("", "обов’язков")])
def test_a_day_that_cannot_be_is_told_in_words(tab, needed, services, case, lane, typed, told):
    button(tab.paper, "Запитано…").click()
    dialog = tab.findChild(MoveDialog)
    dialog.form.line("on").setText(typed)
    dialog.save()
    lane.flush()
    assert paper(services, case) == needed
    assert any(told in text for text in texts(dialog)), texts(dialog)


def test_what_the_steps_need_is_noted_in_one_press(page, tab, services, case, lane):
    lacking = services.documents.tracking.lacking(case.uid)
    assert lacking
    assert tab._need.isVisible()
    assert str(len(lacking)) in tab._need.text()
    tab._need.click()
    lane.flush()
    assert {row.kind for row in services.documents.rows(case.uid)} == set(lacking)
    assert not tab._need.isVisible()
    assert page.tabs.tabText(DOCUMENTS) == f"Документи ({len(lacking)})"


def test_filters_leave_what_is_missing_wrong_or_expiring(page, tab, needed, services, case, lane):
    services.documents.tracking.need(case.uid, ["D-REG", "D-PASSPORT"])
    row = paper(services, case, "D-PASSPORT")
    until = TODAY + timedelta(7)
    services.documents.tracking.move(
        row.uid, row.version, MoveDraft(Move.RECEIVE, TODAY, original=Original.OFFICE, valid_until=until)
    )
    page.again()
    lane.flush()
    shown = tab.list.documents
    button(tab.filter, "бракує (2)").click()
    assert {shown.row_at(shown.index(at)).kind for at in range(shown.rowCount())} == {"D-NIB", "D-REG"}
    button(tab.filter, "строк дії спливає (1)").click()
    assert shown.rowCount() == 1
    assert "діє ще 7 днів" in sentence(tab)
    button(tab.filter, "строк дії спливає (1)").click()
    assert shown.rowCount() == 3


def test_a_filter_whose_last_paper_went_lists_all_again(page, tab, needed, services, case, lane):
    button(tab.filter, "бракує (1)").click()
    move(services, case, MoveDraft(Move.RECEIVE, TODAY))
    page.again()
    lane.flush()
    assert tab.list.documents.rowCount() == 1


def test_a_lost_original_stands_out_and_is_wanted_anew(page, tab, needed, services, case, lane):
    move(services, case, MoveDraft(Move.RECEIVE, TODAY, original=Original.FAMILY))
    move(services, case, MoveDraft(Move.HAND_OVER, TODAY, who="згоріло", original=Original.LOST))
    page.again()
    lane.flush()
    assert "оригінал втрачено" in sentence(tab)
    assert button(tab.paper, "Запитано…").isVisible()
    assert any("оригінал: втрачено, згоріло, від 28.11.2026" in text for text in texts(tab.paper))


def test_the_file_of_an_awaited_paper_is_added_to_it(tab, needed, services, case, lane, tmp_path, monkeypatch):
    path = tmp_path / "лист.jpg"
    path.write_bytes(saved(picture()))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(path)], ""))
    button(tab, "Додати файл…").click()
    lane.flush()
    (row,) = services.documents.rows(case.uid)
    assert (row.uid, row.state, row.has_file) == (needed.uid, PaperState.RECEIVED, True)


def test_a_broken_file_is_told_in_words_and_the_paper_stays_awaited(
    tab, needed, services, case, lane, tmp_path, monkeypatch
):
    path = tmp_path / "лист.jpg"
    path.write_bytes(b"\xff\xd8\xff not a picture")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(path)], ""))
    button(tab, "Додати файл…").click()
    lane.flush()
    assert services.documents.rows(case.uid) == (needed,)
    assert tab._told.text().startswith("лист.jpg")


def test_a_paper_that_is_not_needed_goes_without_a_destroyer(tab, needed, services, case, lane):
    assert not tab._erase.isVisible()
    button(tab, "Не потрібно").click()
    lane.flush()
    assert services.documents.rows(case.uid) == ()


def test_what_came_takes_the_place_of_what_was_awaited(tab, needed, services, case, lane, page):
    move(services, case, MoveDraft(Move.REQUEST, TODAY, "NIB"))
    services.documents.add(case.uid, [Pasted("інформаційне бюро.jpg", saved(picture()))])
    page.again()
    lane.flush()
    tab.list.choose(next(row.uid for row in services.documents.rows(case.uid) if row.has_file))
    button(tab, "Так, це: Лист Національного інформаційного бюро").click()
    lane.flush()
    (row,) = services.documents.rows(case.uid)
    assert row.has_file
    assert [one.move for one in row.trail] == [Move.REQUEST]


def test_the_whole_way_can_be_read(page, tab, needed, services, case, lane):
    move(services, case, MoveDraft(Move.REQUEST, TODAY, "NIB"), MoveDraft(Move.RECEIVE, TODAY, text="конверт цілий"))
    page.again()
    lane.flush()
    next(act for act in tab.paper._menu.actions() if act.text() == "Шлях документа…").trigger()
    told = texts(tab.findChild(TrailDialog))
    assert any("конверт цілий" in text for text in told)
    assert any(text.startswith("28.11.2026 запитано") for text in told)


def test_several_files_are_pasted_at_once_and_the_broken_ones_told(page, tab, services, case, lane, tmp_path):
    good, broken, empty, large = (tmp_path / name for name in ("добра.jpg", "зламана.jpg", "порожня.pdf", "велика.jpg"))
    good.write_bytes(saved(picture()))
    broken.write_bytes(saved(picture())[:200])
    empty.write_bytes(b"")
    large.write_bytes(b"\xff\xd8\xff" + bytes(10_000_000))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (good, broken, empty, large)])
    QGuiApplication.clipboard().setMimeData(data)
    page.findChild(Bringing).paste()
    lane.flush()
    assert [row.title for row in services.documents.rows(case.uid)] == ["добра"]
    told = tab._told.text()
    assert all(name in told for name in ("зламана.jpg", "порожня.pdf", "велика.jpg"))
    assert "Traceback" not in told
    assert page.tabs.currentIndex() == DOCUMENTS


def test_a_preview_opens_inside_and_a_needed_paper_opens_its_description(tab, needed, lane):
    tab.look_at(needed)
    dialog = tab.findChild(DescribeDialog)
    assert dialog.form.text("title") == "Лист Національного інформаційного бюро"


def test_every_control_of_a_paper_has_a_name(tab, needed):
    assert all(one.accessibleName() for one in focusable(tab) if type(one).__name__ != "QScrollBar")

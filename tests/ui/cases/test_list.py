"""The list: sorting by headings, views, filter chips, columns, many rows at once, preview, copying; all by keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from app.cases import saved_view
from app.cases.case_filter import OVERDUE, CaseFilter
from app.cases.draft import CaseDraft, FateDraft, PersonDraft
from app.cases.queries import Chosen
from app.cases.saved_view import SavedView, share
from app.cases.sorting import Order, Sorting
from app.changes import Changes
from app.domain.fate import ALL_CAPTIVE, Fate
from tests.ui.seen import button, texts
from ui.cases import list_look, views
from ui.cases.bulk_actions import AddStepDialog, PapersDialog
from ui.cases.columns import PARTS, USUAL, Part
from ui.cases.list_look import ListLook
from ui.cases.page import FIRST, CasesPage
from ui.cases.preview import Preview
from ui.cases.tsv import literal, tsv
from ui.handover.dialog import HandOverDialog


@pytest.fixture
def page(place, shown):
    return shown(CasesPage(place))


def rows(page):
    return page._model.rows()


def press(page, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(page._table, key, modifier)


def choose(page, row):
    """Make one row the chosen one, whatever keys other tests left held down."""
    flags = QItemSelectionModel.SelectionFlag
    index = page._table.model().index(row, 0)
    page._table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)


def front(page):
    return next(one for one in page.findChildren(QDialog) if one.isVisible())


def again(place, shown, page, lane):
    page._remember()
    lane.flush()
    return shown(CasesPage(place))


def test_a_heading_sorts_and_once_more_turns_round(page, services, lane):
    header = page._table.horizontalHeader()
    for falling in (False, True):
        header.sectionClicked.emit(PARTS.index(Part.DUE))
        lane.flush()
        assert rows(page) == services.cases.page(CaseFilter(), None, FIRST, Sorting(Order.DUE, falling)).rows
        assert header.sortIndicatorSection() == PARTS.index(Part.DUE)
        assert (header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder) is falling
    assert page._sort.button.text().strip() == "Сортування: строк"
    assert "від кінця" in page._sort.button.accessibleName()


def test_the_menu_sorts_without_a_mouse(page, services, lane):
    page._sort._menu.actions()[list(Order).index(Order.WORKER)].trigger()
    lane.flush()
    assert rows(page) == services.cases.page(CaseFilter(), None, FIRST, Sorting(Order.WORKER)).rows


def test_a_condition_stands_as_a_chip_and_goes_with_it(page, services, lane):
    page.filters._fill()
    due = next(action for action in page.filters._menu.actions() if action.text() == "Строк").menu()
    next(action for action in due.actions() if action.text() == "строк до 30 днів").trigger()
    lane.flush()
    found = services.cases.count(CaseFilter(due_in=30))
    assert len(rows(page)) == found < 60
    button(page, "Прибрати фільтр: строк до 30 днів").click()
    lane.flush()
    assert len(rows(page)) == 60


def test_every_choice_of_the_builder_asks_what_it_says(page, services, lane):
    page.filters._fill()
    tried = 0
    for under in [action.menu() for action in page.filters._menu.actions() if action.menu()]:
        for action in [one for one in under.actions() if one.isCheckable()]:
            page.filters.show_filter(CaseFilter())
            action.trigger()
            lane.flush()
            assert page.filters.any()
            assert len(rows(page)) == min(services.cases.count(page.filters.filter()), FIRST)
            tried += 1
    assert tried > 40


def test_a_view_is_kept_and_shown_by_its_key(page, place, services, shown, lane):
    page.filters._take(CaseFilter(fates=ALL_CAPTIVE))
    page._sort_by(Sorting(Order.DUE))
    page.views._save("Полонені")
    page.clear()
    lane.flush()
    assert len(rows(page)) == 60
    page._table.setFocus()
    press(page, Qt.Key.Key_2)
    lane.flush()
    assert rows(page) == services.cases.page(CaseFilter(fates=ALL_CAPTIVE), None, FIRST, Sorting(Order.DUE)).rows
    assert page.views.button.text().strip() == "Полонені"
    press(page, Qt.Key.Key_1)
    lane.flush()
    assert len(rows(page)) == 60


def test_the_list_opens_as_it_was_left(page, place, shown, lane):
    page.filters._take(CaseFilter(due_in=OVERDUE))
    page._sort_by(Sorting(Order.NUMBER, True))
    page._like(ListLook((Part.PERSON, Part.UNIT, Part.DUE)).drawn(Part.UNIT, 140).with_density(compact=True))
    lane.flush()
    expected = [row.uid for row in rows(page)]
    other = again(place, shown, page, lane)
    assert [row.uid for row in rows(other)] == expected
    table = other._table
    header = table.horizontalHeader()
    assert [part for part in PARTS if not table.isColumnHidden(PARTS.index(part))] == [Part.PERSON, Part.DUE, Part.UNIT]
    assert header.visualIndex(PARTS.index(Part.UNIT)) < header.visualIndex(PARTS.index(Part.DUE))
    assert table.columnWidth(PARTS.index(Part.UNIT)) == 140
    assert table.rowHeight(0) == 36 if rows(other) else True


def test_the_default_view_comes_first(page, place, services, shown, lane):
    page.views._save("Усе")
    kept = replace(page.views._kept.with_view(SavedView("Полонені", CaseFilter(fates=ALL_CAPTIVE))), default="Полонені")
    page.views._keep(kept)
    lane.flush()
    other = again(place, shown, page, lane)
    assert len(rows(other)) == services.cases.count(CaseFilter(fates=ALL_CAPTIVE))


def test_a_view_is_shared_and_taken(page, services, lane, tmp_path, monkeypatch):
    path = tmp_path / "полонені.view.json"
    page.filters._take(CaseFilter(fates=ALL_CAPTIVE, worker="Коваль О."))
    monkeypatch.setattr("ui.cases.views.file_to_save", lambda *_: path)
    monkeypatch.setattr("ui.cases.views.file_to_open", lambda *_: path)
    page.views.share()
    lane.flush()
    assert "Коваль" not in path.read_text("utf-8")
    page.clear()
    page.views.receive()
    lane.flush()
    assert len(rows(page)) == services.cases.count(CaseFilter(fates=ALL_CAPTIVE))
    assert saved_view.from_json(services.preferences.read(views.KEY)).views[0].wanted == CaseFilter(fates=ALL_CAPTIVE)


def test_a_view_of_a_newer_program_is_refused_in_words(page, operations, lane, tmp_path, monkeypatch):
    path = tmp_path / "новий.view.json"
    path.write_bytes(share(SavedView("Новий")).replace(b'"version": 1', b'"version": 2'))
    refused = []
    operations.refused.connect(refused.append)
    monkeypatch.setattr("ui.cases.views.file_to_open", lambda *_: path)
    page.views.receive()
    lane.flush()
    assert [type(error).__name__ for error in refused] == ["FilterFromNewerVersion"]


def test_the_preferences_of_another_version_harm_nothing():
    strange = {"shown": ["mood", "due", "due", "person"], "widths": {"due": "wide", "person": 10**9}, "compact": 1}
    look = list_look.from_json(strange)
    assert look.shown == (Part.DUE, Part.PERSON)
    assert look.width(Part.PERSON) == 900
    assert not look.compact
    assert list_look.from_json({"shown": ["due"]}).shown == USUAL
    assert list_look.from_json(list_look.as_json(look)) == look


def test_ctrl_a_chooses_what_the_filter_leaves_read_or_not(page, services, lane, monkeypatch):
    monkeypatch.setattr("ui.cases.page.FIRST", 20)
    page.clear()
    page.filters._take(CaseFilter(mine=True))
    lane.flush()
    assert len(rows(page)) == 20
    page._table.setFocus()
    press(page, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert "Обрано 60 справ" in texts(page)
    page._model.fetchMore(page._model.index(-1, -1))
    lane.flush()
    assert "Обрано 60 справ" in texts(page)
    press(page, Qt.Key.Key_Space)
    assert "Обрано 59 справ" in texts(page)
    picked = page._table.chosen(page._wanted())
    assert picked.everything == CaseFilter(mine=True)
    assert len(services.cases.chosen(picked)) == 59


def test_space_marks_and_the_arrows_keep_the_marks(page):
    page._table.setFocus()
    choose(page, 0)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space):
        press(page, key)
    picked = page._table.chosen(CaseFilter())
    assert picked == Chosen(frozenset({rows(page)[0].uid, rows(page)[2].uid}))
    press(page, Qt.Key.Key_Escape)
    assert page._table.count(60) == 0
    press(page, Qt.Key.Key_Down)
    assert page._table.chosen(CaseFilter()) == Chosen(frozenset({rows(page)[3].uid}))


def test_shift_chooses_a_stretch(page):
    page._table.setFocus()
    choose(page, 1)
    press(page, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(page, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page._table.count(60) == 3


def test_what_is_chosen_survives_a_change_elsewhere(page, operations, lane):
    page._table.setFocus()
    choose(page, 4)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
        press(page, key)
    before = page._table.chosen(CaseFilter())
    operations.changed.emit(CasesPage.concerns)
    lane.flush()
    assert page._table.chosen(CaseFilter()) == before
    assert page._table.currentIndex().row() == 5


def test_many_go_over_to_a_colleague(page, services, lane, place):
    services.assigning.assign(Chosen(frozenset({rows(page)[0].uid})), "Коваль О.")
    page.choose_all()
    page.assign()
    dialog = front(page)
    assert isinstance(dialog, HandOverDialog)
    dialog.run()
    lane.flush()
    assert any("60 справ уже були в цього працівника." in text for text in texts(dialog))


def test_many_get_a_step(page, services, lane):
    said = []
    page.done.connect(said.append)
    page.choose_all()
    page.add_step()
    dialog = front(page)
    assert isinstance(dialog, AddStepDialog)
    dialog.written.setText("Запит до частини")
    dialog.day.setText("05.12.2026")
    dialog.run()
    lane.flush()
    assert said == ["Крок додано до 60 справ."]
    for row in services.cases.page(CaseFilter()).rows[:5]:
        assert any(step.title.uk == "Запит до частини" for step in services.plan.steps(row.uid))


def test_a_step_with_an_odd_day_is_not_added(page, services, lane):
    page.choose_all()
    page.add_step()
    dialog = front(page)
    dialog.written.setText("Запит")
    dialog.day.setText("колись")
    dialog.run()
    lane.flush()
    assert dialog.isVisible()
    assert not any(step.title.uk == "Запит" for step in services.plan.steps(rows(page)[0].uid))


def test_papers_say_who_was_left_out_and_why(page, services, lane, tmp_path, monkeypatch):
    folder = tmp_path / "папери"
    folder.mkdir()
    monkeypatch.setattr("ui.cases.bulk_actions.folder", lambda *_: folder)
    services.cases.open(CaseDraft(PersonDraft("Бабенко", "Іван"), (FateDraft(Fate.MISSING, None),)))
    page.search.setText("Б")
    page.search.ask()
    lane.flush()
    page.choose_all()
    page.print_papers()
    dialog = front(page)
    assert isinstance(dialog, PapersDialog)
    dialog.run()
    lane.flush()
    written = len(list(folder.iterdir()))
    assert written == len(rows(page)) - 1 > 0
    assert dialog._out.count() == 1
    assert dialog._out.item(0).text().startswith("К-2026-000061 — У справі К-2026-000061 немає")


def test_the_preview_follows_the_row(page, services, lane, qtbot):
    page._table.setFocus()
    choose(page, 2)
    page.toggle_preview()
    page.preview.read()
    lane.flush()
    row = rows(page)[2]
    assert row.name in texts(page.preview)
    step = next(step for step in services.plan.steps(row.uid) if step.open)
    assert step.title.uk in texts(page.preview)
    opened = []
    page.opened.connect(opened.append)
    button(page.preview, "Відкрити справу").click()
    assert opened == [row.uid]
    page.toggle_preview()
    assert not page.findChild(Preview).isVisible()


def test_rows_are_copied_only_where_the_office_lets(page, operations, services, lane):
    refused = []
    operations.refused.connect(refused.append)
    QApplication.clipboard().setText("")
    page._table.setFocus()
    choose(page, 0)
    press(page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lane.flush()
    assert [type(error).__name__ for error in refused] == ["CopyingOff"]
    assert QApplication.clipboard().text() == ""
    services.office.write(replace(services.office.read(), copying=True))
    press(page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lane.flush()
    copied = QApplication.clipboard().text().splitlines()
    assert len(copied) == 2, (copied, page._table.chosen(CaseFilter()))
    head, line = copied
    assert head.startswith("Особа\tСтатус")
    assert line.startswith(rows(page)[0].name)
    QApplication.clipboard().setText("")


def test_two_changes_at_once_leave_the_choice_as_it_was(page, operations, lane):
    page._table.setFocus()
    choose(page, 1)
    before = page._table.chosen(CaseFilter())
    operations.changed.emit(Changes.CASES)
    page.refresh()
    page.refresh()
    lane.flush()
    assert page._table.chosen(CaseFilter()) == before
    assert before.cases


@pytest.mark.parametrize("begin", ["=", "+", "-", "@"])
def test_no_cell_becomes_a_formula(begin):
    assert literal(f"{begin}1+1") == f"'{begin}1+1"
    assert literal(f" \t{begin}1") == f"'{begin}1"
    assert tsv([["а\tб\nв", "г"]]) == "а б в\tг"


def test_a_letter_typed_in_the_list_goes_to_the_search(page, typed):
    page._table.setFocus()
    typed(page._table, "к")
    assert page.search.text() == "к"
    assert page.search.hasFocus() or QApplication.focusWidget() is None


def test_columns_are_chosen_by_keyboard(page, qtbot):
    page.choose_columns()
    dialog = front(page)
    dialog.parts.setCurrentRow(1)
    dialog.parts.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert page._table.isColumnHidden(PARTS.index(Part.STATUS))
    dialog.parts.setCurrentRow(3)
    dialog.move_by(-1)
    assert page._liked.shown[:3] == (Part.PERSON, Part.DUE, Part.NEXT)
    dialog.reset()
    assert page._liked.shown == USUAL
    dialog.close()


def test_who_may_see_no_case_is_told_so(place, services, shown):
    auditor = replace(services.access, rights=frozenset())
    blind = replace(place, services=replace(services, access=auditor))
    page = shown(CasesPage(blind))
    assert "Справи не входять до вашої ролі" in texts(page)

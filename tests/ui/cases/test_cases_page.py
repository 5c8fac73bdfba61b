"""Cases: search while typing in either alphabet, chips, pages by key, keyboard, empty states."""

import pytest
from PySide6.QtCore import Qt

from app.cases.queries import CaseFilter
from app.domain.fate import ALL_CAPTIVE
from app.domain.translit import transliterate
from tests.ui.seen import button, texts
from ui.cases.page import FIRST, CasesPage


@pytest.fixture
def page(place, shown):
    return shown(CasesPage(place))


def names(page) -> list[str]:
    return [row.name for row in page._model.rows()]


def search(page, lane, typed, text):
    page.search.clear()
    typed(page.search, text)
    page.search.ask()
    lane.flush()


def test_the_first_page_is_there_in_ukrainian_order(page, services):
    expected = services.cases.page(CaseFilter(), None, FIRST).rows
    assert page._model.rows()[:FIRST] == expected
    assert "60 справ" in texts(page)


def test_who_types_before_the_list_is_there_is_told_of_how_many(place, qtbot, lane, services):
    page = CasesPage(place)
    qtbot.addWidget(page)
    page.search.setText(services.cases.page(CaseFilter(), None, 1).rows[0].number)
    page.show()
    lane.flush()
    assert page.beside.text() == "1 із 60"


def test_typing_a_name_finds_it_in_either_alphabet(page, services, lane, typed):
    wanted = services.cases.page(CaseFilter(), None, 1).rows[0]
    search(page, lane, typed, wanted.surname.lower())
    assert wanted.name in names(page)
    assert len(names(page)) < 60
    search(page, lane, typed, transliterate(wanted.surname))
    assert wanted.name in names(page)


def test_a_number_finds_its_case(page, services, lane, typed):
    wanted = services.cases.page(CaseFilter(), None, 5).rows[4]
    search(page, lane, typed, wanted.number)
    assert names(page) == [wanted.name]


def test_typing_waits_for_a_pause(page, lane, typed):
    typed(page.search, "ко")
    assert lane.waiting == []


def test_nothing_found_says_so_and_clears(page, lane, typed):
    search(page, lane, typed, "щщщщщщ")
    assert "Нічого не знайдено" in texts(page)
    button(page, "Очистити пошук і фільтри").click()
    lane.flush()
    assert len(names(page)) == 60


def test_a_chip_filters_and_the_count_says_of_how_many(page, services, lane):
    found = services.cases.count(CaseFilter(fates=frozenset(ALL_CAPTIVE)))
    button(page, "У полоні").click()
    lane.flush()
    assert len(names(page)) == found
    assert f"{found} із 60" in texts(page)


def test_enter_in_the_search_goes_down_and_enter_opens(page, qtbot):
    opened = []
    page.opened.connect(opened.append)
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page._table.currentIndex().row() == 0
    qtbot.keyClick(page._table, Qt.Key.Key_Return)
    assert opened == [page._model.rows()[0].uid]


def test_a_screen_reader_hears_the_whole_row(page):
    said = page._model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    row = page._model.rows()[0]
    assert row.name in said
    assert row.number in said
    assert "Статус" in said

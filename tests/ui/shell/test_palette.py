"""The palette: everything in one box, by keyboard alone, and only the newest question is answered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from app.cases.queries import CaseFilter, CaseRow
from app.documents.intake import Pasted
from app.finding.service import FoundDocument, FoundRelative
from app.i18n import Words
from tests.unit.documents.made import picture, saved
from ui.actions import ACTIONS, CASE, CASES, TODAY, ActionDef
from ui.case.page import DOCUMENTS, FAMILY
from ui.shell.offers import OFTEN, USUAL, answers, often


@pytest.fixture
def palette(inside, lane):
    inside.commands.run("palette")
    lane.flush()
    return inside.palette_box


@pytest.fixture
def ask(palette, lane, typed):
    """Type into the box, wait for the answer, and see what is offered."""

    def offered(text: str) -> list:
        palette._box.clear()
        typed(palette._box, text)
        palette._ask()
        lane.flush()
        return [offer.subject for offer in palette._list.offers.offers]

    return offered


def subjects(palette) -> list:
    return [offer.subject for offer in palette._list.offers.offers]


def keys(found: list) -> set[str]:
    return {one.key for one in found if isinstance(one, ActionDef)}


def test_an_empty_box_offers_recent_cases_and_usual_commands(palette, services):
    rows = [one.uid for one in subjects(palette) if isinstance(one, CaseRow)]
    assert rows == [row.uid for row in services.cases.recent(5)]
    assert {"new_case", "contact"} <= keys(subjects(palette))


def test_a_name_brings_cases_and_relatives(ask, services):
    relative = next(one for row in services.cases.recent(20) for one in services.cases.relatives(row.uid))
    found = ask(f"{relative.surname} {relative.given}")
    assert relative.name in {one.name for one in found if isinstance(one, FoundRelative)}


def test_a_number_sign_looks_for_numbers_only(ask, services):
    row = services.cases.page(CaseFilter(), None, 1).rows[0]
    assert [one.uid for one in ask("#" + row.number[-3:].lstrip("0"))] == [row.uid]


def test_more_than_looks_for_commands_only(ask):
    found = ask(">")
    assert found == keys_in_order(found)
    assert keys(ask(">темна")) == {"theme_dark"}
    assert keys(ask(">ТЕМ тем")) == {"theme_dark"}


def keys_in_order(found: list) -> list:
    return [one for one in found if isinstance(one, ActionDef)]


def test_what_cannot_be_done_here_is_not_offered(ask, inside, lane, case):
    assert "print" not in keys(ask(">друк"))
    inside.palette_box.leave()
    inside.open_case(case)
    inside.commands.run("palette")
    assert "print" in keys(ask(">друк"))


def test_enter_opens_the_case(ask, palette, inside, services, qtbot, lane):
    row = services.cases.page(CaseFilter(), None, 1).rows[0]
    ask(row.number)
    qtbot.keyClick(palette._box, Qt.Key.Key_Return)
    lane.flush()
    assert (inside.current(), inside.case.case) == (CASE, row.uid)
    assert not palette.isVisible()


def test_a_relative_leads_to_the_family_and_a_document_to_itself(inside, services, ask, palette, qtbot, lane):
    row = services.cases.page(CaseFilter(), None, 1).rows[0]
    pictures = [Pasted("Перша.jpg", saved(picture())), Pasted("Зразок.jpg", saved(picture(70, 50)))]
    added = services.documents.add(row.uid, pictures)
    relative = services.cases.relatives(row.uid)[0]
    found = ask(relative.name)
    of_the_case = [n for n, one in enumerate(found) if isinstance(one, FoundRelative) and one.case == row.uid]
    palette._list.choose(of_the_case[0])
    qtbot.keyClick(palette._box, Qt.Key.Key_Return)
    lane.flush()
    assert (inside.case.case, inside.case.tabs.currentIndex()) == (row.uid, FAMILY)
    inside.commands.run("palette")
    found = ask("перша")
    assert [one.document for one in found if isinstance(one, FoundDocument)] == [added.documents[0]]
    qtbot.keyClick(palette._box, Qt.Key.Key_Return)
    lane.flush()
    assert inside.case.tabs.currentIndex() == DOCUMENTS
    assert inside.case.documents.list.current().uid == added.documents[0]


def test_a_command_is_given_and_counted(ask, palette, inside, services, qtbot, lane):
    ask(">налаштування")
    qtbot.keyClick(palette._box, Qt.Key.Key_Return)
    lane.flush()
    assert inside.current() == "settings"
    assert services.preferences.read("commands") == {"settings": 1}


def test_the_arrows_go_round(palette, qtbot):
    last = palette._list.offers.rowCount() - 1
    qtbot.keyClick(palette._box, Qt.Key.Key_Up)
    assert palette._list.currentIndex().row() == last
    qtbot.keyClick(palette._box, Qt.Key.Key_Down)
    assert palette._list.currentIndex().row() == 0
    qtbot.keyClick(palette._box, Qt.Key.Key_Tab)
    assert palette._list.currentIndex().row() == 1
    assert palette._box.hasFocus()


def test_only_the_newest_question_is_answered(palette, services, typed, lane):
    first, second = services.cases.page(CaseFilter(), None, 2).rows
    typed(palette._box, first.number)
    palette._ask()
    palette._box.clear()
    typed(palette._box, second.number)
    palette._ask()
    lane.flush()
    assert [one.uid for one in subjects(palette) if isinstance(one, CaseRow)] == [second.uid]


def test_enter_pressed_before_the_answer_opens_what_was_meant(palette, inside, services, typed, qtbot, lane):
    """What stands in the list from the question before must never be opened instead."""
    wanted = services.cases.page(CaseFilter(), None, 3).rows[2]
    typed(palette._box, wanted.number)
    qtbot.keyClick(palette._box, Qt.Key.Key_Return)
    assert inside.current() == TODAY
    lane.flush()
    assert inside.case.case == wanted.uid


def test_esc_gives_the_keyboard_back(inside, palette, qtbot, lane):
    palette.leave()
    inside.seek()
    inside.commands.run("palette")
    assert palette._box.hasFocus()
    qtbot.keyClick(palette._box, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert inside.cases.search.hasFocus()
    assert inside.current() == CASES


def test_nothing_found_is_said(ask, palette):
    assert ask("щщщщ") == []
    assert palette._told.text() == "Нічого не знайдено"


def test_nobody_reads_names_in_a_palette_that_was_closed(palette):
    palette.leave()
    assert subjects(palette) == []


def test_another_command_closes_it(inside, palette, lane):
    inside.commands.run("new_case")
    assert not palette.isVisible()
    next(one for one in inside.findChildren(QDialog) if one.isVisible()).hide()


def test_words_answer_by_their_beginnings():
    assert answers("Друк пам’ятки для родини…", "памят др")
    assert answers("Тема", "")
    assert not answers("Друк пам’ятки", "рук")


def test_what_is_given_most_comes_first():
    order = [one.key for one in often(ACTIONS, {"about": 3, "keys": 9, "lock": "?"})]
    assert order[:2] == ["keys", "about"]
    assert order[2:] == list(USUAL[: OFTEN - 2])


def test_every_line_is_said_whole(palette):
    index = palette._list.offers.index(palette._list.offers.rowCount() - 1)
    offer = palette._list.offers.offers[index.row()]
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"{offer.text}. {offer.keys}"
    assert palette._box.accessibleName()
    assert palette._list.accessibleName() == Words("uk")("Found")

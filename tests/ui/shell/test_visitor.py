"""The visitor's view: one family's case, no other name, no way elsewhere, and only the same key leads back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.cases.queries import CaseFilter
from app.cases.view import NoCase
from app.domain.family_access import may_hear
from app.domain.fate import Fate
from app.people.family import RelativeDetails
from app.people.person import Correction
from tests.ui.seen import button, texts
from ui.actions import CASE, CASES, TODAY
from ui.shell.shell import Shell


@pytest.fixture
def case(services):
    """A case whose family is not parted, and whose man is away."""
    rows = services.cases.page(CaseFilter(fates=frozenset({Fate.MISSING})), None, 60).rows
    return next(row.uid for row in reversed(rows) if _in_peace(services.cases.relatives(row.uid)))


def _in_peace(family):
    return bool(family) and not any(one.apart_from for one in family)


@pytest.fixture
def visited(inside, lane, case):
    inside.commands.run("palette")
    lane.flush()
    inside.palette_box.leave()
    inside.open_case(case)
    lane.flush()
    inside.commands.run("pin")
    lane.flush()
    inside.commands.run("visitor")
    lane.flush()
    return inside


def test_no_other_name_is_seen(visited, services, case):
    seen = " ".join(texts(visited))
    assert services.cases.view(case).name in seen
    others = [row.name for row in services.cases.page(CaseFilter(), None, 60).rows if row.uid != case]
    assert [name for name in others if name in seen] == []
    assert not visited._side.isVisible()
    assert not visited._status.isVisible()


def test_no_way_leads_elsewhere(visited, services, lane, case, qtbot):
    other = services.cases.page(CaseFilter(), None, 2).rows[1].uid
    visited.go(TODAY)
    visited.open_case(other)
    visited.seek()
    visited.case.left.emit()
    for key in ("today", "cases", "settings", "back", "palette", "menu", "new_case", "import", "keys", "contact"):
        visited.commands.run(key)
    for key, modifier in (
        (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier), (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    ):  # fmt: skip
        qtbot.keyClick(visited, key, modifier)
    lane.flush()
    assert (visited.current(), visited.case.case) == (CASE, case)
    assert not visited.palette_box.isVisible()
    assert not any(one.isVisible() for one in (visited.case._header, visited.case.tabs, visited.case.overview))


def test_what_the_program_says_of_others_is_not_said(visited, operations):
    operations.refused.emit(NoCase(number="К-2026-999999"))
    assert not visited._toast.isVisible()
    visited.commands.run("visitor")
    operations.refused.emit(NoCase(number="К-2026-999999"))
    assert visited._toast.isVisible()


def test_the_same_key_leads_back(visited, qtbot, lane):
    qtbot.waitUntil(visited.isActiveWindow)
    qtbot.keyClick(visited.case.first, Qt.Key.Key_F7)
    lane.flush()
    assert visited._side.isVisible()
    assert visited._status.isVisible()
    visited.go(CASES)
    assert visited.current() == CASES


def test_the_cover_works_there_and_leads_back_into_it(visited):
    visited.commands.run("cover")
    assert not visited._inside.isVisible()
    visited.commands.run("cover")
    assert visited._inside.isVisible()
    assert not visited._side.isVisible()


def test_another_language_and_a_lock_show_no_more_than_before(visited, place, shown, lane):
    memory = visited.memory()
    assert memory.visitor
    from ui.shell.memory import at

    for kept in (memory, at(memory.place())):
        again = shown(Shell(place, training=False))
        again.recall(kept)
        lane.flush()
        assert again.current() == CASE
        assert not again._side.isVisible()
        assert not again._status.isVisible()


def test_without_a_case_there_is_nothing_to_show(inside, lane):
    inside.show_visitor()
    assert inside._side.isVisible()


def test_what_is_shown_is_the_paper_of_today_and_no_note_of_ours(visited, services, case):
    assert [one for one in visited.case._visitor._sheet.findChildren(QLabel) if not one.pixmap().isNull()]
    seen = " ".join(texts(visited))
    assert not any(row.text and row.text in seen for row in services.record.timeline.rows(case))
    assert not any(relative.name in seen for relative in services.cases.relatives(case))


def test_the_page_is_gone_once_the_family_has_left(visited, lane):
    visited.commands.run("visitor")
    lane.flush()
    assert visited.case.overview.isVisible()
    assert not visited.case._visitor._sheet.findChildren(QLabel)


def _page(inside):
    return [one for one in inside.case._visitor._sheet.findChildren(QLabel) if not one.pixmap().isNull()]


def test_in_a_parted_family_nothing_is_shown_before_somebody_says_who_is_here(inside, services, case, lane):
    first = services.family.read(services.cases.relatives(case)[0].uid)
    services.family.edit(first, replace(first.details, branch="дружини"))
    services.family.add(case, RelativeDetails(Correction("Їжак", "Марія"), branch="матері"))
    inside.open_case(case)
    lane.flush()
    inside.commands.run("visitor")
    lane.flush()
    assert _page(inside) == []
    assert [text for text in texts(inside) if text.startswith("У цій справі важливо, хто саме дивиться.")]
    inside.commands.run("visitor")
    inside.commands.run("tab_family")
    lane.flush()
    button(inside, "Показати сторінку для відвідувача Їжак Марія").click()
    lane.flush()
    assert _page(inside)
    assert not inside._side.isVisible()
    inside.commands.run("visitor")
    inside.commands.run("visitor")
    lane.flush()
    assert _page(inside) == []


def test_who_is_back_and_said_nothing_is_not_spoken_of_and_nothing_hints_at_why(inside, services, lane):
    back = services.cases.page(CaseFilter(fates=frozenset({Fate.RETURNED})), None, 60).rows
    case, kin = next(
        (row.uid, one) for row in back for one in services.cases.relatives(row.uid) if not may_hear(one.hears)
    )
    inside.open_case(case)
    inside.commands.run("tab_family")
    lane.flush()
    button(inside, f"Показати сторінку для відвідувача {kin.name}").click()
    lane.flush()
    seen = " ".join(texts(inside))
    assert _page(inside) == []
    assert "Сьогодні сторінки немає." in seen
    assert "поверну" not in seen
    assert services.cases.view(case).name not in seen

"""The tab of the person: what is written in its forms stands in its lists, and can be taken back."""

import pytest
from PySide6.QtCore import Qt

from app.cases.queries import CaseFilter
from app.people.marks import MarkDraft, MarkKind
from tests.ui.seen import button
from ui.case.page import CasePage
from ui.record.entry_form import EntryDialog


@pytest.fixture
def case(services):
    return services.cases.view(services.cases.page(CaseFilter(), None, 60).rows[-1].uid)


@pytest.fixture
def page(place, shown, lane, case, services, operations):
    operations.keep_deeds(services.undo)
    page = shown(CasePage(place))
    page.show_case(case.uid)
    lane.flush()
    return page


@pytest.fixture
def tab(page, lane):
    tab = page.tab("tab_person")
    lane.flush()
    return tab


def test_a_mark_is_written_put_right_and_taken_out(page, tab, services, case, lane, qtbot, operations):
    button(tab, "Додати прикмету").click()
    dialog = page.findChildren(EntryDialog)[-1]
    dialog.form.line("place").setText("ліве передпліччя")
    dialog.form.inputs["text"].put("якір")
    dialog.save()
    lane.flush()
    (row,) = services.record.marks.rows(case.person)
    assert row.says == MarkDraft(MarkKind.TATTOO, "ліве передпліччя", "якір")
    shown = tab.marks.list
    assert shown.lines.line(shown.currentIndex()).sentence() == "татуювання. ліве передпліччя. якір"
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    again = page.findChildren(EntryDialog)[-1]
    again.form.inputs["text"].put("якір і троянда")
    again.save()
    lane.flush()
    assert services.record.marks.rows(case.person)[0].says.text == "якір і троянда"
    qtbot.keyClick(shown, Qt.Key.Key_Delete)
    lane.flush()
    assert services.record.marks.rows(case.person) == ()
    operations.undo()
    lane.flush()
    assert [row.says.text for row in services.record.marks.rows(case.person)] == ["якір і троянда"]


def test_a_tab_is_built_when_it_is_looked_at_and_shows_the_case_in_view(page, place, lane, services, case):
    other = services.cases.view(services.cases.page(CaseFilter(), None, 60).rows[-2].uid)
    services.record.marks.add(other.person, MarkDraft(MarkKind.SCAR, "", "на брові"))
    tab = page.tab("tab_person")
    lane.flush()
    assert tab.marks.list.lines.rowCount() == 0
    page.show_case(other.uid)
    lane.flush()
    assert page.tab("tab_person") is tab
    lane.flush()
    assert tab.marks.list.lines.rowCount() == 1

"""What to mind in a family: said once at each opening, always in the head, before a talk and before printing."""

from datetime import date, timedelta

import pytest

from app.cases.queries import CaseFilter
from app.search.flags import FlagDraft, FlagKind
from tests.ui.seen import button
from ui.case.page import CasePage
from ui.case.print_dialog import PrintDialog

TODAY = date(2026, 11, 28)
PRESS = FlagDraft(FlagKind.PRESS, TODAY - timedelta(2), "дзвонять із каналу")
SAID = "Зважте: цікавиться преса: дзвонять із каналу."


@pytest.fixture
def case(services):
    """A case that is not told in full, with one thing to mind."""
    uid = services.cases.page(CaseFilter(), None, 60).rows[-1].uid
    services.record.search.flags.add(uid, PRESS)
    return uid


@pytest.fixture
def page(place, shown, lane, case):
    page = shown(CasePage(place))
    page.show_case(case)
    lane.flush()
    return page


def test_it_is_said_until_it_is_understood_once_for_each_opening(page, case, lane):
    assert page.minding.isVisible()
    assert page.minding.sentence.text() == SAID
    button(page.minding, "Зрозуміло").click()
    assert not page.minding.isVisible()
    page.again()
    lane.flush()
    assert not page.minding.isVisible()
    assert page._header._minded.isVisible()
    assert page._header._minded.accessibleName() == SAID
    page.show_case(case)
    lane.flush()
    assert page.minding.isVisible()


def test_what_is_new_is_said_again(page, services, case, lane):
    button(page.minding, "Зрозуміло").click()
    services.record.search.flags.add(case, FlagDraft(FlagKind.CARE, TODAY))
    page.again()
    lane.flush()
    assert page.minding.isVisible()
    assert "потрібна турбота психолога" in page.minding.sentence.text()


def test_another_case_without_flags_says_nothing(page, services, case, lane):
    page.show_case(services.cases.page(CaseFilter(), None, 60).rows[-2].uid)
    lane.flush()
    assert not page.minding.isVisible()
    assert not page._header._minded.isVisible()


def test_the_family_itself_does_not_see_it(page, lane):
    page.show_visitor(visitor=True)
    page.again()
    lane.flush()
    assert not page.minding.isVisible()
    page.show_visitor(visitor=False)
    assert page.minding.isVisible()


def test_it_is_said_when_a_contact_is_begun(page, lane):
    line = page.overview.composer._minding
    assert not line.isVisible()
    page.overview.composer.note.setPlainText("говорили про листи")
    lane.flush()
    assert line.isVisible()
    assert line.sentence.text() == SAID


def test_it_is_said_before_printing(place, host, lane, case):
    dialog = PrintDialog(place, host, case)
    dialog.show()
    lane.flush()
    assert dialog._minding.isVisible()
    assert dialog._minding.sentence.text() == SAID

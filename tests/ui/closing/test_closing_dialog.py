"""A case is closed from its page, over a check list in sight, and opened again."""

import pytest

from app.cases.queries import CaseFilter
from tests.ui.seen import texts
from ui.case.page import CasePage
from ui.closing.dialog import CloseDialog, ReopenDialog


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


def test_it_is_closed_with_a_reason_and_opened_again(page, services, case, lane, operations):
    page.acts()["close_case"]()
    lane.flush()
    dialog = page.findChildren(CloseDialog)[-1]
    checks = dialog.checks.lines
    assert checks.line(checks.index(0)).headline == "Кожен крок має відповідь"
    assert checks.line(checks.index(0)).beside
    dialog.save()
    lane.flush()
    assert any("У справі ще лишилося відкритого" in text for text in texts(dialog))
    dialog.form.inputs["left_why"].put("далі веде інший офіс")
    dialog.save()
    lane.flush()
    assert services.cases.view(case.uid).closed == services.clock.today()
    page.again()
    lane.flush()
    page.acts()["close_case"]()
    again = page.findChildren(ReopenDialog)[-1]
    again.form.inputs["why"].put("родина знову написала")
    again.save()
    lane.flush()
    assert services.cases.view(case.uid).closed is None


def test_closing_is_taken_back_by_ctrl_z(page, services, case, lane, operations):
    page.acts()["close_case"]()
    lane.flush()
    dialog = page.findChildren(CloseDialog)[-1]
    dialog.form.inputs["left_why"].put("усе передано")
    dialog.save()
    lane.flush()
    assert services.cases.view(case.uid).closed is not None
    operations.undo()
    lane.flush()
    assert services.cases.view(case.uid).closed is None

"""Reports: chart and table say the same, the period is chosen, small numbers stay, the load leads to lists."""

import csv
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from PySide6.QtCore import Qt

from app.access.access import Access
from app.cases.case_filter import OVERDUE, CaseFilter
from app.domain.role import Right
from app.services import Services
from tests.ui.seen import button, texts
from ui.handover.dialog import HandOverDialog
from ui.reports.chart import scale_top
from ui.reports.page import STEPS, WORKLOAD, ReportsPage
from ui.reports.words import Period, days_of


@pytest.fixture
def page(place, shown):
    return shown(ReportsPage(place))


def cells(table) -> list[list[str]]:
    model = table.model()
    return [[model.index(row, column).data() for column in range(model.columnCount())]
            for row in range(model.rowCount())]  # fmt: skip


def test_the_table_twin_says_what_the_chart_shows(page, services):
    found = services.overview.statistics.steps(*days_of(Period.YEAR, services.clock.today()))
    rows = cells(page.twin)
    assert [[int(cell) for cell in row[1:]] for row in rows] == [
        [tally.done, tally.otherwise, tally.open_, tally.overdue] for tally in found.months.values()
    ]  # fmt: skip
    november = found.months[date(2026, 11, 1)]
    assert f"листопад 2026: строк ще не настав {november.open_}, прострочено {november.overdue}" in (
        page.chart.accessibleName()
    )


def test_alt_t_turns_to_the_table_and_back(page, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    assert page.twin.isVisible()
    assert not page.chart.isVisible()
    page.turn.click()
    assert page.chart.isVisible()


def test_another_period_counts_other_months(page, lane):
    page.count(Period.QUARTER)
    lane.flush()
    assert [row[0] for row in cells(page.twin)] == ["жовтень 2026", "листопад 2026", "грудень 2026"]
    assert "01.10.2026 – 31.12.2026" in texts(page)


@pytest.mark.parametrize(
    ("period", "since", "until"),
    [
        (Period.MONTH, date(2026, 2, 1), date(2026, 2, 28)), (Period.QUARTER, date(2026, 1, 1), date(2026, 3, 31)),
        (Period.YEAR, date(2026, 1, 1), date(2026, 12, 31)), (Period.TWELVE, date(2025, 3, 1), date(2026, 2, 28)),
    ],
)  # fmt: skip
def test_periods_are_whole_months(period, since, until):
    assert days_of(period, date(2026, 2, 15)) == (since, until)


@pytest.mark.parametrize(("most", "top"), [(0, 2), (1, 2), (3, 4), (5, 10), (11, 20), (250, 400), (1001, 2000)])
def test_the_scale_ends_at_a_round_number(most, top):
    assert scale_top(most) == top


def test_what_is_saved_hides_small_numbers_and_says_so(page, lane, tmp_path):
    told = []
    page.said.connect(told.append)
    page.keep_file(tmp_path / "x.csv")
    lane.flush()
    rows = list(csv.reader(StringIO((tmp_path / "x.csv").read_bytes().decode("utf-8-sig")), delimiter=";"))
    assert not {cell for row in rows[1:] for cell in row[1:5]} & {"1", "2", "3", "4"}
    assert "<5" in told[0]


def test_the_load_opens_the_list_of_what_waits(page, services, qtbot):
    page.choose(WORKLOAD)
    with qtbot.waitSignal(page.cases_wanted) as wanted:
        button(page, "Прострочені справи").click()
    assert wanted.args == [CaseFilter(worker=services.vault.user, due_in=OVERDUE)]


def test_the_load_hands_over_what_is_overdue(page, services, lane):
    page.choose(WORKLOAD)
    button(page, "Передати прострочені…").click()
    lane.flush()
    dialog = page.findChild(HandOverDialog)
    assert len(services.cases.chosen(dialog.picked)) == services.cases.count(
        CaseFilter(worker=services.vault.user, due_in=OVERDUE)
    )


def test_who_sees_his_own_cases_is_not_offered_the_load(place, shown, monkeypatch):
    services = place.services
    his = Access(services.vault.user, frozenset({Right.CASES_OWN}), alone=False)
    monkeypatch.setattr("app.services.access_of", lambda *_: his)
    page = shown(ReportsPage(replace(place, services=Services.of(services.vault, services.clock))))
    assert "Хто що веде" not in texts(page)
    assert cells(page.twin)
    assert page.views.currentIndex() == STEPS

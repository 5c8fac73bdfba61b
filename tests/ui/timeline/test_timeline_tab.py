"""The timeline: kinds, words, silences between the days, and the program's noise folded."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from app.cases.queries import CaseFilter
from app.contacts.service import ContactDraft
from app.domain.partial_date import of_day
from app.domain.silence import Silence
from app.i18n import Words
from app.timeline.row import Moment, TimelineRow
from app.timeline.service import Chronicle, Fold
from tests.ui.seen import button
from ui.case.page import CasePage
from ui.history.dialog import HistoryDialog
from ui.timeline.lines import lines

UK = Words("uk")
TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)


def talk(on: date, text: str) -> TimelineRow:
    return TimelineRow(Moment.CONTACT, of_day(on), AT, None, "phone", text, "Олена")


def noise(minute: int) -> TimelineRow:
    at = AT + timedelta(minutes=minute)
    return TimelineRow(Moment.DATA, None, at, None, "people", "", "Олена", quiet=True, count=3)


TOLD = Chronicle(
    (talk(date(2026, 11, 20), "друга розмова"), noise(2), noise(1), talk(date(2026, 10, 6), "перша розмова")),
    (Silence(date(2026, 10, 6), date(2026, 11, 20)),),
)


def headlines(kinds=frozenset(), sought="", unfolded=frozenset(), told=TOLD):
    return [line.headline for line in lines(UK, told, kinds, sought, unfolded)]


def test_a_silence_stands_between_the_days_that_it_parts():
    assert headlines() == ["Дзвінок", "45 днів без контакту", "6 змін даних", "Дзвінок"]


def test_noise_unfolds():
    fold = Fold((noise(2), noise(1)))
    found = headlines(unfolded={fold})
    assert found[2:5] == ["6 змін даних", "Люди й рідні", "Люди й рідні"]


def test_what_is_sought_or_not_a_contact_marks_no_silence():
    assert headlines(sought="друга РОЗМОВА") == ["Дзвінок"]
    assert headlines(kinds={Moment.DATA}) == ["6 змін даних"]
    assert "45 днів без контакту" in headlines(kinds={Moment.CONTACT})


def test_a_silence_that_lasts_stands_first():
    lasting = Chronicle((talk(date(2026, 10, 6), "розмова"),), (Silence(date(2026, 10, 6), TODAY, lasts=True),))
    first = next(iter(lines(UK, lasting, frozenset(), "", frozenset())))
    assert (first.headline, [chip.text for chip in first.chips]) == ("48 днів без контакту", ["триває"])


@pytest.fixture
def case(services):
    return services.cases.view(services.cases.page(CaseFilter(), None, 60).rows[-1].uid)


@pytest.fixture
def tab(place, shown, lane, case, services):
    page = shown(CasePage(place))
    page.show_case(case.uid)
    lane.flush()
    tab = page.tab("tab_timeline")
    lane.flush()
    return tab


def test_the_tab_filters_seeks_and_unfolds(tab, services, case, lane, qtbot):
    services.contacts.log(ContactDraft(case.uid, services.clock.today(), "visit", "Приходила сестра"))
    tab.show_case(services.cases.view(case.uid))
    lane.flush()
    everything = tab.list.lines.rowCount()
    button(tab, "Контакти").click()
    assert 0 < tab.list.lines.rowCount() < everything
    button(tab, "Усе").click()
    tab.search.setText("приходила")
    tab.search.ask()
    assert tab.list.lines.rowCount() == 1
    tab.search.setText("")
    tab.search.ask()
    rows = range(tab.list.lines.rowCount())
    fold = next(row for row in rows if isinstance(tab.list.lines.line(tab.list.lines.index(row)).subject, Fold))
    tab.list.setCurrentIndex(tab.list.lines.index(fold))
    qtbot.keyClick(tab.list, Qt.Key.Key_Return)
    assert tab.list.lines.rowCount() > everything
    tab.acts()["case_history"]()
    lane.flush()
    assert tab.findChildren(HistoryDialog)

"""The tab of the status: nothing disappears from it, what bodies say is kept by its forms, what cannot be is listed."""

import pytest

from app.cases.queries import CaseFilter
from app.domain.confirming import Fact
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.fates.change import FateDraft
from app.fates.confirmations import ConfirmationDraft
from app.fates.standing import ServiceDraft, ServiceState
from tests.ui.seen import button, lines, texts
from tests.ui.vault import CLOCK
from ui.record.entry_form import EntryDialog
from ui.status.episode_words import BeginDialog

TAB = "tab_status"


@pytest.fixture
def case(services):
    rows = services.cases.page(CaseFilter(fates=frozenset({Fate.MISSING})), None, 60).rows
    return services.cases.view(rows[-1].uid)


def test_a_reversed_status_stays_faint_and_says_so(tab, page, services, case, lane):
    services.fates.record(case.uid, FateDraft(Fate.CAPTIVE_CONFIRMED, None, ("D-NIB",), source_type="NIB_OFFICIAL"))
    services.fates.record(case.uid, FateDraft(Fate.MISSING, None, ("D-NIB",), comment="лист відкликано"))
    page.again()
    lane.flush()
    back, captive, *first = lines(tab.history)
    assert [line.faint for line in (back, captive, *first)] == [False, True, *[False] * len(first)]
    assert "скасовано (запис збережено)" in [chip.text for chip in captive.chips]
    assert "A1" in [chip.text for chip in captive.chips]
    assert any("скасовує: У полоні (підтверджено)" in text for text in back.details)
    assert any("Лист Національного інформаційного бюро" in text for text in captive.details)


def test_a_confirmation_is_written_by_its_form_and_the_head_says_by_whom(tab, page, services, case, lane):
    services.fates.record(case.uid, FateDraft(Fate.CAPTIVE_CONFIRMED, None, ("D-NIB",)))
    button(tab, "Додати підтвердження").click()
    dialog = tab.findChildren(EntryDialog)[-1]
    dialog.form.inputs["body"].put("ICRC")
    dialog.form.line("number").setText("№ 5")
    dialog.save()
    lane.flush()
    (row,) = services.record.standing.confirmations.rows(case.uid)
    assert row.says == ConfirmationDraft("ICRC", Fact.CAPTIVITY, number="№ 5")
    assert page._header._confirmed.isVisibleTo(page)
    assert "Червоного Хреста" in page._header._confirmed.toolTip()
    services.record.standing.confirmations.edit(row, ConfirmationDraft("UNIT", Fact.CAPTIVITY))
    page.again()
    lane.flush()
    (line,) = lines(tab.confirmations)
    assert "Полон вважається підтвердженим лише за словом НІБ або МКЧХ." in line.details


def test_an_entry_whose_date_cannot_be_is_kept_only_when_it_is_meant(tab, page, services, case, lane):
    button(tab, "Додати підтвердження").click()
    dialog = tab.findChildren(EntryDialog)[-1]
    dialog.form.inputs["on"].put("01.01.1950")
    dialog.save()
    lane.flush()
    assert any("Перевірте дати" in text for text in texts(dialog))
    assert services.record.standing.confirmations.rows(case.uid) == ()
    dialog.save()
    lane.flush()
    assert len(services.record.standing.confirmations.rows(case.uid)) == 1
    assert lines(tab.doubts)
    assert all(any("Виправити" in text for text in line.details) for line in lines(tab.doubts))
    page.tabs.setCurrentIndex(0)
    lane.flush()
    assert page.overview._doubts.isVisibleTo(page)


def test_the_newest_row_of_the_units_list_holds_and_the_earlier_ones_are_faint(tab, page, services, case, lane):
    service = services.record.standing.service
    service.add(case.uid, ServiceDraft(ServiceState.AWOL_SUSPECTED, PartialDate(2026, 9, 1), "UNIT"))
    service.add(case.uid, ServiceDraft(ServiceState.ON_LIST, PartialDate(2026, 8, 1), "UNIT"))
    page.again()
    lane.flush()
    now, before = lines(tab.service)
    assert (now.faint, before.faint) == (False, True)
    assert [chip.text for chip in now.chips] == ["зараз", "не для родини"]


def test_what_each_relative_was_told_stands_beside_the_name(tab, page, services, case, lane):
    first = case.relatives[0]
    services.fates.tell(case.uid, first.uid, Fate.MISSING, CLOCK.today(), "in_pair", "Мельник І.")
    page.again()
    lane.flush()
    line = lines(tab.told)[0]
    assert line.headline == first.name
    assert any("разом із: Мельник І." in text for text in line.details)


def test_he_is_gone_again_only_once_he_was_home(tab, page, services, case, lane):
    assert not tab.episodes._adding.isVisibleTo(tab)
    services.fates.record(case.uid, FateDraft(Fate.RETURNED, None, ("exchange_list",)))
    page.again()
    lane.flush()
    button(tab, "Зник знову…").click()
    dialog = tab.findChildren(BeginDialog)[-1]
    dialog.form.inputs["fate"].put(Fate.MISSING.value)
    dialog.save()
    lane.flush()
    assert any("Сповіщення" in text for text in texts(dialog)), "what is missing is named"
    dialog.form.inputs["paper"].put("D-NOTICE")
    dialog.save()
    lane.flush()
    assert [line.headline for line in lines(tab.episodes)] == ["Зникнення 2", "Зникнення 1"]
    assert services.cases.view(case.uid).fate is Fate.MISSING

"""The information tab: items are written, filtered, compared; a source that must not be named waits to be asked for."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.cases.case_filter import CaseFilter
from app.documents.intake import Pasted
from app.domain.fate import ALL_CAPTIVE, Fate
from app.domain.information import EventKind
from app.domain.partial_date import PartialDate
from app.information.items import Credibility, ItemDraft, Reliability
from tests.ui.seen import button, texts
from tests.unit.documents.made import picture, saved
from ui.information.compare import CompareDialog
from ui.information.filters import Among
from ui.information.item_form import ItemDialog
from ui.models.lines import Line
from ui.record.entry_form import EntryDialog

TAB = "tab_information"

SEEN = ItemDraft(
    EventKind.SEEN, "бачив у червні", "RETURNEE", Reliability.B, Credibility.POSSIBLE, starts=PartialDate(2026, 6, 2),
    received=date(2026, 9, 1), place="Приклад", source="R-2026-9157", protected=True, witnesses="побратим Сокіл",
)  # fmt: skip


@pytest.fixture
def case(services):
    return services.cases.view(services.cases.page(CaseFilter(fates=ALL_CAPTIVE), None, 60).rows[-1].uid)


@pytest.fixture
def ledger(services):
    return services.record.information


@pytest.fixture
def filled(page, ledger, case, lane):
    ledger.add(case.uid, SEEN)
    body = replace(SEEN, kind=EventKind.BODY, starts=PartialDate(2026, 5, 1), source_type="DNA", source="",
                   protected=False, text="збіг ДНК", witnesses="")  # fmt: skip
    ledger.add(case.uid, body)
    tab = page.tab("tab_information")
    lane.flush()
    page.refresh()
    lane.flush()
    return tab


def lines(tab) -> list[Line]:
    shown = tab.items.list.lines
    return [shown.line(shown.index(row)) for row in range(shown.rowCount())]


def test_a_returnee_gets_a_grade_and_a_pseudonym_of_his_own(page, tab, ledger, case, lane):
    page.acts()["information"]()
    dialog = page.findChildren(ItemDialog)[-1]
    choice = dialog.form.inputs["source_type"]
    choice.put("RETURNEE")
    lane.flush()
    assert (dialog.form.text("reliability"), dialog.form.text("credibility")) == ("B", "3")
    assert dialog.form.text("source") == ledger.next_pseudonym()
    assert dialog.form.flag("protected")
    dialog.form.put("text", "бачив у червні")
    dialog.form.inputs["starts"].put("06.2026")
    dialog.form.put("kind", "seen")
    dialog.save()
    lane.flush()
    (row,) = ledger.ledger(case.uid)
    assert (row.says.kind, row.says.starts, str(row.says.grade)) == (EventKind.SEEN, PartialDate(2026, 6), "B3")
    assert [line.headline for line in lines(tab)] == ["Бачили в полоні"]


def test_a_name_is_refused_and_what_is_written_stays(page, tab, ledger, case, lane):
    page.acts()["information"]()
    dialog = page.findChildren(ItemDialog)[-1]
    dialog.form.inputs["source_type"].put("RETURNEE")
    lane.flush()
    dialog.form.put("source", "Іваненко Іван")
    dialog.form.put("text", "я" * 30_000)
    dialog.save()
    lane.flush()
    assert any("псевдонім" in text for text in texts(dialog))
    dialog.form.put("source", "R-2026-0001")
    dialog.save()
    lane.flush()
    assert any("20000" in text for text in texts(dialog))
    assert len(dialog.form.text("text")) == 30_000
    assert ledger.ledger(case.uid) == ()
    dialog.form.put("text", "коротко")
    dialog.save()
    lane.flush()
    assert len(ledger.ledger(case.uid)) == 1


def test_a_source_stands_in_no_list_and_waits_to_be_asked_for(filled, lane):
    tab = filled
    assert all("R-2026" not in line.sentence() + line.tip() for line in lines(tab))
    assert not any("R-2026" in text or "Сокіл" in text for text in texts(tab))
    show = button(tab, "Показати джерело")
    show.click()
    lane.flush()
    assert any("R-2026-9157" in text for text in texts(tab))
    assert any("Сокіл" in text for text in texts(tab))
    tab.items.list.setCurrentIndex(tab.items.list.lines.index(1))
    lane.flush()
    assert not any("R-2026" in text for text in texts(tab))
    tab.items.list.setCurrentIndex(tab.items.list.lines.index(0))
    lane.flush()
    assert not any("R-2026" in text for text in texts(tab)), "veiled again"


def test_a_grade_is_said_in_words(filled):
    seen = lines(filled)[0]
    assert [chip.text for chip in seen.chips] == ["B3", "Ознака життя", "Суперечить"]
    assert "джерело зазвичай надійне" in seen.sentence()
    shown = filled.items.list.lines
    assert "можливо" in shown.data(shown.index(0), Qt.ItemDataRole.ToolTipRole)


def test_a_sensitive_item_tells_nothing_in_the_list(filled, ledger, case, page, lane):
    row = next(row for row in ledger.ledger(case.uid) if row.says.kind is EventKind.SEEN)
    ledger.edit(row.kept, replace(SEEN, sensitive=True))
    page.refresh()
    lane.flush()
    assert not any("бачив у червні" in line.sentence() for line in lines(filled))


def test_filters_leave_what_is_looked_for(filled, ledger, case, page, lane):
    letter = replace(SEEN, kind=EventKind.LETTER, starts=PartialDate(2026, 4, 1), credibility=Credibility.DOUBTFUL)
    ledger.add(case.uid, letter)
    page.refresh()
    lane.flush()
    found = {}
    for among, chip in filled.filters.chips.items():
        chip.click()
        found[among] = [line.headline for line in lines(filled)]
    assert found == {
        Among.ALL: ["Бачили в полоні", "Тіло", "Лист"], Among.LIFE: ["Бачили в полоні"],
        Among.DISAGREE: ["Бачили в полоні", "Тіло"], Among.NOT_PASSED: ["Бачили в полоні", "Тіло", "Лист"],
    }  # fmt: skip
    kinds = filled.filters.kinds
    kinds.setCurrentIndex(kinds.findText("Лист"))
    kinds.activated.emit(kinds.currentIndex())
    assert [line.headline for line in lines(filled)] == ["Лист"]


def test_what_disagrees_lies_side_by_side_without_its_source(filled):
    button(filled, "Порівняти поруч…").click()
    (dialog,) = filled.findChildren(CompareDialog)
    said = texts(dialog)
    assert {"02.06.2026", "01.05.2026", "бачив у червні", "збіг ДНК"} <= set(said)
    assert not any("R-2026" in text for text in said)
    dialog.accept()


def test_an_item_is_passed_on_and_taken_out_and_brought_back(filled, ledger, case, lane, operations, qtbot):
    button(filled, "Передано…").click()
    dialog = filled.findChildren(EntryDialog)[-1]
    dialog.form.inputs["body"].put("KSHPPV")
    dialog.form.inputs["on"].put("02.09.2026")
    dialog.form.put("reference", "вих. 12")
    dialog.save()
    lane.flush()
    top = ledger.ledger(case.uid)[0]
    assert [one.says.body for one in top.passed] == ["KSHPPV"]
    assert "не передано" not in lines(filled)[0].sentence()
    qtbot.keyClick(filled.items.list, Qt.Key.Key_Delete)
    lane.flush()
    assert [line.headline for line in lines(filled)] == ["Тіло"]
    operations.undo()
    lane.flush()
    assert [line.headline for line in lines(filled)] == ["Бачили в полоні", "Тіло"]
    assert [one.says.body for one in ledger.ledger(case.uid)[0].passed] == ["KSHPPV"]


def test_a_proof_is_added_and_checked(filled, ledger, case, services, page, lane):
    scan = services.documents.add(case.uid, [Pasted("лист.jpg", saved(picture()))]).documents[0]
    page.refresh()
    lane.flush()
    button(filled, "Додати передання").click()
    dialog = filled.findChildren(EntryDialog)[-1]
    dialog.form.put("document", str(scan))
    dialog.form.inputs["on"].put("02.09.2026")
    dialog.form.put("from_whom", "побратим Сокіл")
    dialog.form.put("to_whom", "сейф офісу")
    dialog.save()
    lane.flush()
    assert not any("Сокіл" in text for text in texts(filled))
    shown = filled.hands.list.lines
    assert "від кого: не можна називати" in shown.line(shown.index(0)).sentence()
    (hand,) = ledger.ledger(case.uid)[0].hands
    assert (hand.says.document_uid, len(hand.says.sha256)) == (scan, 64)
    button(filled, "Перевірити докази").click()
    lane.flush()
    assert filled.found.text() == "лист: без змін, такий самий, як у кожних руках"


def test_what_the_items_are_enough_for_is_told_until_the_status_says_it(page, tab, ledger, services, lane):
    missing = services.cases.page(CaseFilter(fates=frozenset({Fate.MISSING})), None, 60).rows[-1].uid
    page.show_case(missing)
    lane.flush()
    ledger.add(missing, SEEN)
    page.refresh()
    lane.flush()
    tab = page.tab("tab_information")
    lane.flush()
    assert tab.allowed.text() == ""
    ledger.add(missing, replace(SEEN, source="R-2026-9158"))
    page.refresh()
    lane.flush()
    assert "Імовірно, у полоні" in tab.allowed.text()
    ledger.add(missing, replace(SEEN, kind=EventKind.LETTER, source_type="POW_LETTER", source=""))
    page.refresh()
    lane.flush()
    assert "підтвердило полон" in tab.allowed.text()


def test_the_head_counts_the_days_only_while_a_family_waits(page, filled, services, lane):
    assert any(text.startswith("179 днів від останньої ознаки життя") for text in texts(page))
    home = services.cases.page(CaseFilter(fates=frozenset({Fate.RETURNED})), None, 60).rows[-1].uid
    services.record.information.add(home, SEEN)
    page.show_case(home)
    lane.flush()
    assert not any("ознаки життя" in text for text in texts(page))

"""The tab of notes: what is written in its forms stands in its lists, filtered, answered, and can be taken back."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.cases.queries import CaseFilter
from app.contacts.service import ContactDraft
from app.domain.readers import Readers
from app.notes.note import NoteDraft
from app.promises.service import PromiseDraft, PromiseState
from tests.ui.seen import button, lines, texts
from ui.history.dialog import HistoryDialog
from ui.record.entry_form import EntryDialog

TAB = "tab_notes"


@pytest.fixture
def case(services):
    return services.cases.view(services.cases.page(CaseFilter(), None, 60).rows[-1].uid)


def test_a_note_is_written_for_its_readers_and_taken_out(page, tab, services, case, lane, qtbot, operations):
    before = len(lines(tab.log))
    page.acts()["note"]()
    dialog = page.findChildren(EntryDialog)[-1]
    dialog.form.inputs["text"].put("Говорити лише з донькою.")
    dialog.form.inputs["audience"].put(Readers.LEAD.value)
    dialog.save()
    lane.flush()
    (row,) = services.record.notes.rows(case.uid)
    assert (row.says.text, row.says.audience, row.says.on) == (
        "Говорити лише з донькою.", Readers.LEAD, services.clock.today(),
    )
    newest = lines(tab.log)[0]
    assert newest.details == ("Говорити лише з донькою.",)
    assert [chip.text for chip in newest.chips] == ["лише керівник"]
    tab.log.list.choose(row)
    qtbot.keyClick(tab.log.list, Qt.Key.Key_Delete)
    lane.flush()
    assert len(lines(tab.log)) == before
    operations.undo()
    lane.flush()
    assert len(services.record.notes.rows(case.uid)) == 1


def test_the_log_is_filtered_by_kind_and_readers(tab, services, case, lane, page):
    today = services.clock.today()
    services.record.notes.add(case.uid, NoteDraft(Readers.FAMILY, None, today, "для родини"))
    services.contacts.log(ContactDraft(case.uid, today, "visit", "зустріч"))
    page.again()
    lane.flush()
    button(tab, "Контакти").click()
    shown = lines(tab.log)
    assert shown
    assert all(line.headline != "Нотатка" for line in shown)
    button(tab, "також родина").click()
    assert [line.details for line in lines(tab.log)] == [("для родини",)]


def test_a_contact_is_put_right_and_its_history_says_so(page, tab, services, case, lane):
    services.contacts.log(ContactDraft(case.uid, services.clock.today(), "phone", "говорили з сусідом"))
    page.again()
    lane.flush()
    row = next(row for row in services.contacts.rows(case.uid) if row.says.summary == "говорили з сусідом")
    tab.log.correct(row)
    dialog = page.findChildren(EntryDialog)[-1]
    dialog.form.inputs["summary"].put("говорили з сусідкою")
    dialog.save()
    lane.flush()
    tab.log.tell_history(row)
    lane.flush()
    told = page.findChildren(HistoryDialog)[-1].list.lines
    assert told.line(told.index(0)).details == ("говорили з сусідом → говорили з сусідкою",)


def test_an_overdue_promise_stands_out_and_is_answered(page, tab, services, case, lane):
    late = services.clock.today() - timedelta(3)
    services.record.promises.add(case.uid, PromiseDraft("Надіслати копію", due=late))
    page.again()
    lane.flush()
    (line,) = lines(tab.promises)
    assert [chip.text for chip in line.chips] == ["прострочено 3 дні"]
    button(tab.promises, "Не виконано…").click()
    dialog = page.findChildren(EntryDialog)[-1]
    dialog.form.inputs["why"].put("орган не відповів")
    dialog.save()
    lane.flush()
    (row,) = services.record.promises.rows(case.uid)
    assert (row.state, row.why) == (PromiseState.NOT_KEPT, "орган не відповів")
    assert "не виконано" in [chip.text for chip in lines(tab.promises)[0].chips]
    tab.promises.list.choose(lines(tab.promises)[0].subject)
    button(tab.promises, "Знову чинна").click()
    lane.flush()
    assert services.record.promises.rows(case.uid)[0].state is PromiseState.OPEN


def test_a_promise_is_written_down(page, tab, services, case, lane):
    page.acts()["promise"]()
    dialog = page.findChildren(EntryDialog)[-1]
    dialog.form.line("what").setText("Зателефонувати матері")
    dialog.form.line("due").setText("+7")
    dialog.save()
    lane.flush()
    (row,) = services.record.promises.rows(case.uid)
    assert (row.what, row.due) == ("Зателефонувати матері", services.clock.today() + timedelta(7))
    assert "Виконано" in texts(tab.promises)

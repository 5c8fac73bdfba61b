"""The search for a person in the window: what is written stands in its lists with the rule, the ground, the gaps."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from app.cases.queries import CaseFilter
from app.domain.dna import Method, Profile, Sample
from app.domain.readers import Readers
from app.domain.reply import Ask
from app.domain.role import Right
from app.search.advice import Agreed
from app.search.donors import DonorDraft
from app.search.flags import FlagDraft, FlagKind
from app.search.requests import Answer, RequestDraft
from app.search.service import Search
from tests.ui.seen import button, focusable, texts
from ui.forms.plain import YES
from ui.record.entry_form import EntryDialog

TAB = "tab_search"

TODAY = date(2026, 11, 28)


@pytest.fixture
def case(services):
    """A case that is not told in full, with a family."""
    rows = services.cases.page(CaseFilter(), None, 60).rows
    views = (services.cases.view(row.uid) for row in reversed(rows))
    return next(view for view in views if view.relatives)


def said(section) -> list[str]:
    lines = section.list.lines
    return [lines.line(lines.index(at)).sentence() for at in range(lines.rowCount())]


def asked(page):
    return page.findChildren(EntryDialog)[-1]


def test_an_empty_search_says_what_is_wanted_and_where_nobody_asked_yet(tab):
    assert tab.rule.text().startswith("Зразків ще немає.")
    assert "правило МВС від лютого 2026 року" in tab.rule.text()
    assert "Національне інформаційне бюро" in texts(tab.matrix)


def test_a_sample_is_written_and_weighed(page, tab, services, case, lane):
    button(tab, "Додати зразок").click()
    dialog = asked(page)
    dialog.form.inputs["relative"].put(str(case.relatives[0].uid))
    dialog.form.inputs["str"].put(YES)
    dialog.form.line("taken_on").setText("01.11.2026")
    dialog.form.inputs["body"].put("POLICE")
    dialog.save()
    lane.flush()
    (row,) = services.record.search.donors.rows(case.uid)
    assert (row.says.relative_uid, row.says.methods, row.says.taken_on, row.says.body) == (
        case.relatives[0].uid, (Method.STR,), date(2026, 11, 1), "POLICE"
    )  # fmt: skip
    assert case.relatives[0].name in said(tab.donors)[0]
    assert "1 профіль ще не в реєстрі" in tab.rule.text()
    qtbot_enter(tab.donors.list)
    again = asked(page)
    assert again.form.flag("str")
    again.form.inputs["lifetime"].put(YES)
    again.form.inputs["profile"].put(Profile.ENTERED.value)
    again.save()
    lane.flush()
    (row,) = services.record.search.donors.rows(case.uid)
    assert (row.says.lifetime, row.says.relative_uid, row.says.sample) == (True, None, Sample.TAKEN)
    assert tab.rule.text().startswith("Достатньо: є його власний прижиттєвий зразок")


def qtbot_enter(widget) -> None:
    widget.opened.emit(widget.subject())


def test_a_sample_of_nobody_is_refused_in_words_and_what_was_written_stays(page, tab, services, case, lane):
    button(tab, "Додати зразок").click()
    dialog = asked(page)
    dialog.form.line("place").setText("Приклад")
    dialog.save()
    lane.flush()
    assert services.record.search.donors.rows(case.uid) == ()
    assert any("Не сказано, хто здав зразок" in text for text in texts(dialog))
    assert dialog.form.text("place") == "Приклад"


def test_a_request_tells_the_day_of_its_answer_and_the_ground(page, tab, services, case, lane, operations):
    button(tab, "Додати звернення").click()
    dialog = asked(page)
    dialog.form.inputs["body"].put("KSHPPV")
    dialog.form.line("filed_on").setText("12.10.2026")
    dialog.save()
    lane.flush()
    (line,) = said(tab.requests)
    assert "відповідь запізнюється" in line
    assert "до 12.11.2026: Закон «Про звернення громадян» № 393/96-ВР" in line
    assert any(one.title.uk.startswith("Відповідь: Координаційний") for one in services.plan.steps(case.uid))
    tab.requests.unwanted.emit(tab.requests.list.subject())
    lane.flush()
    assert said(tab.requests) == []
    operations.undo()
    lane.flush()
    assert len(said(tab.requests)) == 1


def test_an_answer_before_the_request_is_told_and_the_answer_then_kept(page, tab, services, case, lane):
    services.record.search.requests.add(case.uid, RequestDraft("NIB", Ask.APPEAL, TODAY - timedelta(10)))
    tab.show_case(case)
    lane.flush()
    qtbot_enter(tab.requests.list)
    dialog = asked(page)
    dialog.form.inputs["answer"].put(Answer.REFUSED.value)
    dialog.form.line("answered_on").setText("01.11.2026")
    dialog.form.inputs["answer_text"].put("відмовлено: немає повноважень")
    dialog.save()
    lane.flush()
    assert any("Відповідь раніша за звернення" in text for text in texts(dialog))
    dialog.form.line("answered_on").setText("20.11.2026")
    dialog.save()
    lane.flush()
    (line,) = said(tab.requests)
    assert "відмова" in line or "відмовлено" in line
    assert "Відповіли 20.11.2026: відмовлено: немає повноважень" in line


def test_a_body_is_required_in_words(page, tab, services, case, lane):
    tab.acts()["request"]()
    dialog = asked(page)
    dialog.save()
    lane.flush()
    assert services.record.search.requests.rows(case.uid) == ()
    assert any("до якого органу" in text for text in texts(dialog))


def test_the_matrix_shows_the_latest_request_to_each_body(tab, services, case, lane):
    for filed in (TODAY - timedelta(90), TODAY - timedelta(3)):
        services.record.search.requests.add(case.uid, RequestDraft("NIB", Ask.APPEAL, filed))
    services.record.search.requests.add(case.uid, RequestDraft("DMS", Ask.OTHER, TODAY))
    tab.show_case(case)
    lane.flush()
    told = texts(tab.matrix)
    assert "25.11.2026" in told
    assert "30.08.2026" not in told
    assert "Міграційна служба або ЦНАП" in told


def test_violence_at_home_is_kept_for_clinical_eyes_whatever_is_chosen(page, tab, services, case, lane):
    tab.flags.begin()
    dialog = asked(page)
    dialog.form.inputs["kind"].put(FlagKind.VIOLENCE.value)
    dialog.save()
    lane.flush()
    search = services.record.search
    assert said(tab.flags) == [], "the founder reads no clinical notes"
    assert search.minded(case.uid) == ()
    clinical = replace(search.access, rights=search.access.rights | {Right.CLINICAL})
    (row,) = Search.of(search.database, search.catalogue, search.clock, clinical).minded(case.uid)
    assert (row.says.kind, row.says.audience) == (FlagKind.VIOLENCE, Readers.PSYCHOLOGIST)


def test_a_flag_that_is_over_stands_back(tab, services, case, lane):
    over = FlagDraft(FlagKind.PRESS, TODAY - timedelta(9), "", TODAY - timedelta(1), Readers.LEAD)
    services.record.search.flags.add(case.uid, over)
    tab.show_case(case)
    lane.flush()
    line = tab.flags.list.lines.line(tab.flags.list.currentIndex())
    assert line.faint
    assert "лише керівник" in line.sentence()


def test_advice_is_ticked_from_the_short_list(page, tab, services, case, lane):
    button(tab, "Додати розмову").click()
    dialog = asked(page)
    dialog.form.inputs["relative"].put(str(case.relatives[0].uid))
    dialog.form.inputs["NO_PAYING"].put(YES)
    dialog.form.inputs["agreed"].put(Agreed.THINKING.value)
    dialog.save()
    lane.flush()
    (row,) = services.record.search.advice.rows(case.uid)
    assert (row.says.advised, row.says.agreed, row.says.by, row.says.on) == (
        ("NO_PAYING",), Agreed.THINKING, "Коваль О.", TODAY
    )  # fmt: skip
    assert "Не платити" in said(tab.advice)[0]


def test_everything_has_a_name_for_the_screen_reader(tab):
    assert all(one.accessibleName() for one in focusable(tab) if type(one).__name__ != "QScrollBar")
    assert tab.donors.list.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_sample_keeps_the_name_of_a_relative_who_was_let_go(tab, lane, services, case, page):
    one = case.relatives[-1]
    services.record.search.donors.add(case.uid, DonorDraft(relative_uid=one.uid))
    services.family.remove(one.uid, one.version, "більше не спілкується")
    page.show_case(case.uid)
    lane.flush()
    assert any(one.name in line for line in said(tab.donors))

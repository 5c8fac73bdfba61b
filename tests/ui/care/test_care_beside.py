"""Beside the scales: violence at home, a child's sheet, what was told of ill-treatment, groups, who is on duty."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.cases.queries import CaseFilter
from app.domain.fate import Fate
from app.domain.relation import Relation
from app.domain.scales.scale import Tool
from app.groups.service import GroupDraft, Groups, Standing
from app.office.duty import OnDuty
from app.wellbeing.sheets import Answer, ChildSheet, Disclosure, Listener, Violence
from tests.ui.care.test_care_tab import enter, lines
from tests.ui.seen import button, texts
from ui.care.child import ChildDialog
from ui.care.disclosure import DisclosureDialog, DisclosureReader
from ui.care.group_forms import GroupDialog, InviteDialog, MeetingDialog
from ui.care.groups_dialog import GroupsDialog
from ui.care.result_dialog import ResultDialog
from ui.care.violence import ViolenceDialog
from ui.case.page import CasePage
from ui.record.entry_form import EntryDialog

CANARY = "НіКомуНіЗащо"


@pytest.fixture
def case(services):
    rows = services.cases.page(CaseFilter(fates=frozenset({Fate.MISSING})), None, 60).rows
    return next(view for row in reversed(rows) if (view := services.cases.view(row.uid)).relatives)


@pytest.fixture
def page(place, shown, lane, case, psychologist):
    page = shown(CasePage(replace(place, services=psychologist)))
    page.show_case(case.uid)
    lane.flush()
    return page


@pytest.fixture
def tab(page, lane):
    tab = page.tab("tab_care")
    lane.flush()
    tab.who.setCurrentIndex(1)
    tab.who.activated.emit(1)
    lane.flush()
    return tab


def test_violence_at_home_stands_over_the_page_with_whom_to_call(tab, lane, case, psychologist) -> None:
    button(tab, "Насильство вдома…").click()
    dialog = tab.findChildren(ViolenceDialog)[-1]
    told = " ".join(texts(dialog))
    for number in ("102", "15 47", "116 123"):
        assert number in told
    dialog.form.inputs["now"].put("yes")
    dialog.form.inputs["safe"].put("лише вдень")
    dialog.save()
    lane.flush()
    (said,) = (text for text in texts(tab) if text.startswith("Насильство вдома:"))
    assert "Як безпечно зв’язатися: лише вдень." in said
    assert psychologist.care.view(case.uid, case.relatives[0].person).violence == Violence(
        tab.place.clock.today(), now=True, safe="лише вдень"
    )
    tab.who.setCurrentIndex(0)
    tab.who.activated.emit(0)
    lane.flush()
    assert not any(text.startswith("Насильство вдома:") for text in texts(tab)), "it is hers alone"


def test_a_childs_sheet_is_for_children(tab, page, lane, case, psychologist) -> None:
    person = case.relatives[0].person
    assert tab.child.isVisible() == (psychologist.care.view(case.uid, person).minor is True
                                     or case.relatives[0].relation is Relation.CHILD)  # fmt: skip
    psychologist.care.write(case.uid, person, ChildSheet(date(2026, 11, 2), "ліцей", trusted="бабуся"))
    page.again()
    lane.flush()
    assert any("Дорослий, якому дитина довіряє: бабуся" in text for text in texts(tab))
    tab.renew_child()
    dialog = tab.findChildren(ChildDialog)[-1]
    assert dialog.form.text("school") == "ліцей"
    dialog.form.inputs["guardian"].put("мати")
    dialog.save()
    lane.flush()
    assert psychologist.care.view(case.uid, person).child == ChildSheet(
        tab.place.clock.today(), "ліцей", trusted="бабуся", guardian="мати"
    )


def test_a_disclosure_is_read_only_after_its_note(tab, page, lane, case, psychologist) -> None:
    button(tab, "Що сказано").click()
    dialog = tab.findChildren(DisclosureDialog)[-1]
    dialog.form.inputs["told"].put("doctor prosecutor")
    dialog.form.inputs["prosecutor"].put(Answer.NO.value)
    dialog.form.inputs["words"].put(CANARY)
    dialog.save()
    lane.flush()
    (kept,) = psychologist.care.view(case.uid, case.relatives[0].person).disclosures
    told = (Listener.DOCTOR, Listener.PROSECUTOR)
    assert kept.sheet == Disclosure(tab.place.clock.today(), told, words=CANARY, prosecutor=Answer.NO)
    (line,) = lines(tab.disclosures)
    assert "Уже розповідали: лікар, прокурор. Не розпитуйте знову." in line
    assert "лікар: не питали" in line
    assert "прокурор: незгода" in line
    assert CANARY not in line
    button(tab.disclosures, "Прочитати…").click()
    reader = page.window().findChildren(DisclosureReader)[-1]
    assert CANARY not in " ".join(texts(reader))
    reader.read.click()
    assert CANARY in " ".join(texts(reader))


def test_a_relative_is_invited_and_a_meeting_written_down(tab, page, lane, case, psychologist) -> None:
    groups = psychologist.groups
    groups.open(GroupDraft("Чекаємо разом", "Психолог"))
    page.again()
    lane.flush()
    button(tab.groups, "Запросити").click()
    tab.findChildren(InviteDialog)[-1].save()
    lane.flush()
    assert "Чекаємо разом" in lines(tab.groups)[0]
    (group,) = groups.rows()
    (member,) = groups.members(group.uid)
    groups.answer(member.uid, Standing.COMES, tab.place.clock.today())
    tab.show_groups()
    lane.flush()
    dialog = page.window().findChildren(GroupsDialog)[-1]
    assert case.number in lines(dialog.members)[0]
    dialog.meet()
    meeting = dialog.findChildren(MeetingDialog)[-1]
    meeting.form.inputs["note"].put("чай і тиша")
    meeting.save()
    lane.flush()
    (met,) = groups.meetings(group.uid)
    assert ([row.uid for row in met.came], met.note) == ([member.uid], "чай і тиша")
    assert "прийшли: 1 з 1" in lines(dialog.meetings)[0]
    button(dialog.members, "Більше не приходить").click()
    lane.flush()
    assert "вже не в групі" in lines(dialog.members)[0]


def test_a_group_is_not_named_after_grief(tab, page, lane, psychologist) -> None:
    tab.show_groups()
    lane.flush()
    dialog = page.window().findChildren(GroupsDialog)[-1]
    dialog.begin()
    form = dialog.findChildren(GroupDialog)[-1]
    form.form.inputs["name"].put("Група горя")
    form.save()
    lane.flush()
    assert any("ніколи не називається за горем" in text for text in texts(form))
    assert Groups(psychologist.wellbeing, psychologist.catalogue).rows() == ()


def test_who_is_on_duty_stands_where_somebody_is_in_danger(tab, page, lane, psychologist) -> None:
    today = tab.place.clock.today()
    button(tab, "Чергового не записано.").click()
    dialog = tab.findChildren(EntryDialog)[-1]
    dialog.form.inputs["name"].put("Оксана Коваль")
    dialog.form.inputs["phone"].put("+380000000009")
    dialog.save()
    lane.flush()
    assert psychologist.duty.now() == OnDuty(today, "Оксана Коваль", "+380000000009")
    enter(tab, Tool.PHQ9, "0 0 0 0 0 0 0 0 1").save()
    lane.flush()
    told = " ".join(texts(page.window().findChildren(ResultDialog)[-1]))
    assert "черговому керівникові: Оксана Коваль, +380000000009." in told
    psychologist.duty.write(OnDuty(today - timedelta(9), "Хтось інший", "+380000000008", today - timedelta(1)))
    assert psychologist.duty.now() == OnDuty(today, "Оксана Коваль", "+380000000009")

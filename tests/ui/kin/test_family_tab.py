"""The family tab: roles, answers and his wish are written there, and what the law gives follows at once."""

import pytest

from app.cases.queries import CaseFilter
from app.domain.fate import Fate
from app.domain.kin import Fact, KinRole, PayWish
from app.kin.entries import FactDraft, RoleDraft, WishDraft
from tests.ui.seen import button, focusable, texts
from ui.case.page import FAMILY, CasePage
from ui.kin.details import KinDialog
from ui.record.entry_form import EntryDialog
from ui.widgets.chip import ChipLabel


@pytest.fixture
def case(services):
    rows = services.cases.page(CaseFilter(fates=frozenset({Fate.MISSING})), None, 60).rows
    views = (services.cases.view(row.uid) for row in reversed(rows))
    return next(view for view in views if len(view.relatives) > 1)


@pytest.fixture
def page(place, shown, lane, case, services, operations):
    operations.keep_deeds(services.undo)
    page = shown(CasePage(place))
    page.show_case(case.uid)
    page.tabs.setCurrentIndex(FAMILY)
    lane.flush()
    return page


@pytest.fixture
def dialog(page, lane, case):
    button(page, f"Права, ролі, відповіді… {case.relatives[0].name}").click()
    lane.flush()
    return page.findChildren(KinDialog)[-1]


def form_of(widget, lane) -> EntryDialog:
    lane.flush()
    return widget.findChildren(EntryDialog)[-1]


def test_a_role_is_written_and_stands_on_the_card(page, dialog, services, case, lane):
    button(dialog, "Додати роль").click()
    form = form_of(dialog, lane)
    form.form.inputs["role"].put(KinRole.PAY_RECIPIENT.value)
    form.form.inputs["share"].put("33,33 %")
    form.save()
    lane.flush()
    (row,) = services.record.kin.roles.rows(case.uid)
    assert row.says == RoleDraft(case.relatives[0].uid, KinRole.PAY_RECIPIENT, share=3333)
    page.again()
    lane.flush()
    assert "отримує його виплати 33,33 %" in [chip.accessibleName() for chip in page.findChildren(ChipLabel)]


def test_a_share_that_is_no_number_is_refused_in_words(dialog, services, case, lane):
    button(dialog, "Додати роль").click()
    form = form_of(dialog, lane)
    form.form.inputs["role"].put(KinRole.PAY_RECIPIENT.value)
    form.form.inputs["share"].put("половина")
    form.save()
    lane.flush()
    assert [text for text in texts(form) if text.startswith("Частка більша за 0")]
    assert services.record.kin.roles.rows(case.uid) == ()


def test_an_answer_is_written_and_the_right_follows(dialog, services, case, lane):
    before = [line.sentence() for line in lines(dialog.rights)]
    assert any("ще не ясно" in one for one in before)
    button(dialog, "Додати відповідь").click()
    form = form_of(dialog, lane)
    form.form.inputs["fact"].put(Fact.CONVICTED.value)
    form.form.inputs["holds"].put("yes")
    form.save()
    lane.flush()
    (row,) = services.record.kin.facts.rows(case.uid)
    assert row.says == FactDraft(case.relatives[0].uid, Fact.CONVICTED)
    pay = next(line for line in lines(dialog.rights) if line.headline.startswith("Грошове забезпечення"))
    assert "права немає" in pay.sentence()


def test_every_right_names_whom_to_ask_and_on_which_act_it_rests(dialog):
    assert len(lines(dialog.rights)) >= 4
    for line in lines(dialog.rights):
        assert "Перевірте:" in line.sentence()
        assert line.chips[0].text in ("за записом має право", "права немає", "ще не ясно")


def test_that_there_is_no_disposition_is_written_down(page, services, case, lane):
    tab = page.family
    button(tab.wishes, "Записати").click()
    form = form_of(tab, lane)
    form.form.inputs["wish"].put(PayWish.NONE.value)
    form.save()
    lane.flush()
    assert [row.says for row in services.record.kin.wishes.rows(case.uid)] == [WishDraft(PayWish.NONE)]


def test_every_widget_has_a_name(dialog):
    assert all(widget.accessibleName() for widget in focusable(dialog))


def lines(section):
    model = section.list.lines
    return [model.line(model.index(row)) for row in range(model.rowCount())]

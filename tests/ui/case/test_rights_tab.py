"""The tab of rights: consents are written, proven and withdrawn; requests answered; holds and erasing asked for."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pypdf import PdfReader

from app.cases.case_filter import CaseFilter
from app.consents.draft import ConsentChannel, ConsentDraft, GivenBy, RecipientKind
from app.domain.consent import Purpose, Standing, Topic
from app.domain.fate import Fate
from app.retention.groups import Group
from app.rights.requests import Outcome, RequestDraft, RequestKind
from tests.ui.seen import button
from ui.consents import keeping
from ui.record.entry_form import EntryDialog

TAB = "tab_rights"


@pytest.fixture
def case(services):
    rows = services.cases.page(CaseFilter(fates=frozenset({Fate.MISSING})), None, 60).rows
    return next(view for row in rows[::-1] if (view := services.cases.view(row.uid)).relatives)


def newest(page):
    return page.findChildren(EntryDialog)[-1]


def said(section):
    return " ".join(section.list.lines.line(section.list.lines.index(row)).sentence()
                    for row in range(section.list.lines.rowCount()))  # fmt: skip


def her_yes(case, today):
    return ConsentDraft(
        Purpose.TRANSFER, GivenBy.RELATIVE, RecipientKind.COORDINATOR, ConsentChannel.PAPER, today - timedelta(days=9),
        today + timedelta(days=6), giver_uid=case.relatives[0].uid, topics=(Topic.NAME,), text="Ми передаємо справу…",
    )  # fmt: skip


def test_a_consent_is_written_down_with_our_words_and_their_version(page, tab, services, case, lane):
    button(tab, "Записати згоду").click()
    dialog = newest(page)
    dialog.form.inputs["topics"].put("full_name letters")
    dialog.save()
    lane.flush()
    (row,) = services.record.consents.rows(case.uid)
    assert (row.says.purpose, row.says.giver_uid) == (Purpose.CASEWORK, case.relatives[0].uid)
    assert row.says.topics == (Topic.NAME, Topic.LETTERS)
    assert row.says.text.startswith("Ми записуємо те")
    assert row.says.text_version
    assert "ведення справи" in said(tab.consents)


def test_how_a_consent_stands_is_said_and_it_is_withdrawn(page, tab, services, case, lane):
    services.record.consents.add(case.uid, her_yes(case, services.clock.today()))
    page.refresh()
    lane.flush()
    assert "лишилося 6 днів" in said(tab.consents)
    button(tab.consents, "Відкликати…").click()
    dialog = newest(page)
    dialog.form.inputs["how"].put("подзвонила")
    dialog.save()
    lane.flush()
    assert services.record.consents.rows(case.uid)[0].standing is Standing.WITHDRAWN
    assert "подзвонила" in said(tab.consents)
    assert not button(tab.consents, "Відкликати…").isVisible()


def test_a_consent_changed_behind_the_program_is_told_loudly(page, tab, services, case, lane):
    services.record.consents.add(case.uid, her_yes(case, services.clock.today()))
    page.refresh()
    lane.flush()
    button(tab.consents, "Звірити з відбитком").click()
    lane.flush()
    assert tab.consents.told.text().startswith("Збігається")
    with services.vault.database.write("хтось") as session:
        session.connection().exec_driver_sql("UPDATE consent SET text = text || ' '")
    button(tab.consents, "Звірити з відбитком").click()
    lane.flush()
    assert tab.consents.told.text().startswith("НЕ збігається")


def test_a_request_is_answered_where_its_clock_runs(page, tab, services, case, lane):
    today = services.clock.today()
    asked = RequestDraft(RequestKind.ERASURE, "адвокат", today - timedelta(days=12), ConsentChannel.EMAIL, "Стерти все")
    services.record.requests.add(case.uid, asked)
    page.refresh()
    lane.flush()
    assert "прострочено 2 дні" in said(tab.requests)
    assert "потребує перевірки юриста" in said(tab.requests)
    button(tab.requests, "Відповісти…").click()
    dialog = newest(page)
    dialog.form.inputs["outcome"].put(Outcome.PARTLY.value)
    dialog.form.inputs["answer"].put("Стерто нотатки, решту треба зберегти.")
    dialog.save()
    lane.flush()
    assert "виконано частково" in said(tab.requests)
    assert services.record.requests.waiting() == tuple(
        one for one in services.record.requests.waiting() if one.case != case.uid
    )


def test_a_paper_printed_here_stands_in_the_register(page, tab, services, case, lane):
    services.papers.given(case.uid, str(case.relatives[0].uid))
    page.refresh()
    lane.flush()
    assert case.relatives[0].name in said(tab.papers)
    assert "пам’ятка для родини" in said(tab.papers)


def test_a_hold_takes_the_erasing_away_until_it_ends(page, tab, services, case, lane):
    tab.keeping.holding.click()
    dialog = newest(page)
    dialog.form.line("who").setText("слідчий")
    dialog.form.inputs["why"].put("справа в суді")
    dialog.save()
    lane.flush()
    assert services.record.retention.of(case.uid).held
    assert "справа в суді" in said(tab.keeping)
    assert not tab.keeping.erasing.isVisible()
    tab.keeping.releasing.click()
    lane.flush()
    assert tab.keeping.erasing.isVisible()
    assert not services.record.retention.of(case.uid).held


def test_chosen_data_are_erased_and_certified(page, tab, services, case, lane, tmp_path, monkeypatch):
    pdf = tmp_path / "certificate.pdf"
    monkeypatch.setattr(keeping, "file_to_save", lambda *_told: pdf)
    tab.keeping.anonymising.click()
    dialog = newest(page)
    dialog.form.inputs["groups"].put(f"{Group.NAMES} {Group.CONTACTS}")
    dialog.form.inputs["reason"].put("родина попросила")
    dialog.save()
    lane.flush()
    view = services.cases.view(case.uid)
    assert (view.name, view.relatives[0].phones) == ("", ())
    assert "Стерто: імена й дати народження, телефони" in said(tab.keeping)
    button(tab.keeping, "Зберегти свідчення…").click()
    lane.flush()
    assert case.number in PdfReader(pdf).pages[0].extract_text()


def test_a_case_erased_in_the_window_is_left(page, tab, services, case, lane):
    left = []
    page.left.connect(lambda: left.append(page.case))
    tab.keeping.erasing.click()
    dialog = newest(page)
    dialog.form.inputs["reason"].put("родина попросила")
    dialog.save()
    lane.flush()
    found = services.cases.page(CaseFilter(), None, 90).rows
    assert case.uid not in {row.uid for row in found}
    assert left == [None]


def test_a_refused_consent_does_not_offer_to_be_withdrawn(page, tab, services, case, lane):
    no = replace(her_yes(case, services.clock.today()), refused=True, until=None)
    services.record.consents.add(case.uid, no)
    page.refresh()
    lane.flush()
    assert "відмова" in said(tab.consents)
    assert not button(tab.consents, "Відкликати…").isVisible()

"""The week in the window: opens by itself once a week, leads to a case, prints without a name."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from app.cases.case_filter import CaseFilter
from app.i18n import Words
from app.plan.steps import StepSays
from app.promises.service import PromiseDraft
from ui.digest.dialog import DigestDialog
from ui.digest.words import paper_parts, parts
from ui.shell.shell import Shell
from ui.shell.ways import greet


@pytest.fixture
def dialog(place, host, shown, lane):
    return shown(DigestDialog(place, host))


def lines(dialog) -> list[str]:
    entries = dialog.list.entries
    return [entries.index(row).data() for row in range(entries.rowCount())]


def test_every_list_has_its_heading_and_says_when_it_is_empty(dialog):
    assert "Тиждень 23.11.2026 – 29.11.2026" in dialog._heading.text()
    said = lines(dialog)
    for heading in ("Зроблено минулого тижня", "Досі прострочено", "Без контакту 30 днів", "Згоди, що спливають"):
        assert heading in said
    assert "Жоден документ скоро не спливає." in said


def test_enter_opens_the_case(dialog, services, qtbot):
    opened = []
    dialog.opened.connect(opened.append)
    row = lines(dialog).index("Досі прострочено") + 1
    dialog.list.setCurrentIndex(dialog.list.entries.index(row))
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert opened == [services.overview.digest.week().overdue[0].case]


def test_no_name_stands_on_its_paper(dialog, services, lane, tmp_path):
    dialog.keep_file(tmp_path / "week.pdf")
    lane.flush()
    pages = PdfReader(BytesIO((tmp_path / "week.pdf").read_bytes())).pages
    said = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "Внутрішнє. Не для родин." in said
    assert "НАВЧАЛЬНІ ДАНІ" in said
    rows = services.cases.page(CaseFilter(), None, 60).rows
    assert any(row.number in said for row in rows)
    assert not [row.name for row in rows if row.name in said]


def test_what_somebody_worded_himself_is_on_the_screen_alone(services):
    case = services.cases.page(CaseFilter(), None, 60).rows[-1].uid
    canary, digest = "Галочка", services.overview.digest
    services.record.steps.add(case, StepSays(f"Подзвонити: {canary}", due=date(2026, 11, 26)))
    services.record.promises.add(case, PromiseDraft(f"написати: {canary}", None, date(2026, 11, 27)))
    words = Words("uk")
    week = parts(words, digest.week(), services.catalogue, services.clock)
    assert any(canary in one.title for part in week for one in part.told)
    on_paper = [line for part in paper_parts(words, week) for line, _number in part.lines]
    assert {"Власний крок", "Обіцянка"} <= set(on_paper)
    assert not [line for line in on_paper if canary in line]


def test_it_greets_in_a_week_that_was_not_looked_at(place, services, shown, lane):
    shell = shown(Shell(place, training=True))
    greet(shell)
    lane.flush()
    assert shell.findChild(DigestDialog) is None, "the first week"
    services.preferences.write("digest", {"week": "2026-11-16"})
    greet(shell)
    lane.flush()
    assert shell.findChild(DigestDialog) is not None
    assert not services.overview.digest.unseen()

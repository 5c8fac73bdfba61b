"""The paper before printing: real pages for the chosen person; what is saved is logged."""

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from app.cases.queries import CaseFilter
from app.domain.fate import ALL_CAPTIVE
from ui.case.print_dialog import PrintDialog


@pytest.fixture
def case(services):
    return services.cases.page(CaseFilter(fates=frozenset(ALL_CAPTIVE)), None, 1).rows[0]


@pytest.fixture
def dialog(place, host, lane, case):
    dialog = PrintDialog(place, host, case.uid)
    dialog.open()
    lane.flush()
    return dialog


def pages(dialog) -> int:
    return sum(not label.pixmap().isNull() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_the_recipients_of_the_case_are_offered(dialog, services, case):
    expected = [one.key for one in services.papers.recipients(case.uid)]
    assert [dialog._who.itemData(row) for row in range(dialog._who.count())] == expected


def test_both_languages_make_more_pages(dialog, lane):
    first = pages(dialog)
    assert first >= 1
    dialog._language.setCurrentIndex(2)
    dialog._language.activated.emit(2)
    lane.flush()
    assert pages(dialog) > first


def test_a_saved_paper_is_the_one_shown(dialog, lane, tmp_path, monkeypatch):
    target = tmp_path / "paper.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    dialog._save.click()
    lane.flush()
    assert target.read_bytes() == dialog._pdf
    assert target.read_bytes().startswith(b"%PDF")


def test_the_offered_name_holds_no_name(dialog, case, monkeypatch):
    offered = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: offered.append(args[2]) or ("", ""))
    dialog._save.click()
    assert case.number in offered[0]
    assert case.surname not in offered[0]

"""The history in the window: filtered by user, kind and days; no name of a family in it."""

import pytest

from app.cases.queries import CaseFilter
from app.subject import Subject
from tests.ui.vault import USER
from ui.journal_words import subject_word
from ui.settings.journal import CASE, WHAT, WHO, JournalSection


@pytest.fixture
def journal(section) -> JournalSection:
    return section("journal")


def column(journal, number) -> set[str]:
    model = journal._model
    return {model.index(row, number).data() for row in range(model.rowCount())}


def pick(box, answer, lane):
    box.setCurrentIndex(box.findData(answer))
    box.activated.emit(box.currentIndex())
    lane.flush()


def test_the_chain_is_told_above_and_every_row_says_who(journal, services):
    assert str(services.journal.state().entries) in journal._state.text()
    assert column(journal, WHO) == {USER}


def test_no_family_is_named(journal, services):
    told = " ".join(column(journal, WHAT) | column(journal, CASE))
    for row in services.cases.page(CaseFilter(), None, 20).rows:
        assert row.name.split()[0] not in told


def test_a_kind_is_picked_and_taken_back(journal, words, lane):
    pick(journal._subject, Subject.CONTACTS, lane)
    assert journal._model.rowCount()
    assert {text.split(":")[0] for text in column(journal, WHAT)} == {subject_word(words, Subject.CONTACTS)}
    journal._clear.click()
    lane.flush()
    assert {text.split(":")[0] for text in column(journal, WHAT)} > {subject_word(words, Subject.RIGHTS)}


def test_scrolling_reads_on_by_key(journal, lane):
    before = journal._model.rowCount()
    journal._model.fetchMore(journal._model.index(-1, -1))
    lane.flush()
    assert journal._model.rowCount() > before


def test_days_without_an_entry_are_told(journal, lane):
    journal.first.setText("01.01.2001")
    journal.last.setText("02.01.2001")
    journal.last.judge()
    lane.flush()
    assert journal._model.rowCount() == 0
    assert journal._nothing.isVisible()


def test_a_day_that_is_none_is_told_and_asks_nothing(journal, lane):
    said = []
    journal.said.connect(said.append)
    before = journal._model.rowCount()
    journal.first.setText("колись")
    journal.first.judge()
    lane.flush()
    assert said
    assert journal._model.rowCount() == before

"""The dialog of a hand-over: a word stands with its case, and the page names what hurts."""

import pytest

from app.cases.draft import CaseDraft, FateDraft, PersonDraft
from app.cases.queries import CaseFilter, Chosen
from app.domain.fate import Fate
from app.handover.brief import Brief
from app.promises.service import PromiseDraft
from ui.handover.dialog import HandOverDialog
from ui.handover.words import page


@pytest.fixture
def rows(services):
    return services.cases.page(CaseFilter(), None, 60).rows[-2:]


def test_each_word_becomes_the_note_of_its_case(place, lane, services, rows, host):
    picked = Chosen(frozenset(row.uid for row in rows))
    other = CaseDraft(PersonDraft("Ґудзь", "Ілля", "Тарасович"), (FateDraft(Fate.MISSING, None),), worker="Бойко Т.")
    services.cases.open(other)
    services.record.promises.add(rows[0].uid, PromiseDraft("Надіслати копію"))
    dialog = HandOverDialog(place, host, picked, 2, services.assigning.workers())
    dialog.open()
    lane.flush()
    model = dialog.cases.lines
    briefs = [model.line(model.index(row)).subject for row in range(model.rowCount())]
    assert {brief.case for brief in briefs} == {row.uid for row in rows}
    for brief in briefs:
        dialog.cases.choose(brief)
        dialog.note.setPlainText(f"слово про {brief.number}")
    text = page(place.words, briefs, dialog.notes, "Передача")
    assert "Надіслати копію" in text
    assert f"слово про {rows[0].number}" in text
    dialog.who.choose("Бойко Т.")
    dialog.run()
    lane.flush()
    for row in rows:
        assert [note.says.text for note in services.record.notes.rows(row.uid)] == [f"слово про {row.number}"]
    assert isinstance(briefs[0], Brief)

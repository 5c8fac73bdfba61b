"""Entries are written down, put right, taken out, brought back, and kept from whom they do not concern."""

from dataclasses import replace

import pytest

from app.access.access import Access, NotYourCase
from app.cases.draft import CaseDraft
from app.domain.role import Role, rights
from app.journal.service import JournalFilter
from app.meanwhile import CorrectedMeanwhile
from app.people.marks import MarkDraft, MarkKind, NothingDescribed
from app.records.shape import LONGEST, TextTooLong
from app.services import Services
from app.subject import Subject
from db.refusals import StaleEdit

ANCHOR = MarkDraft(MarkKind.TATTOO, "ліве передпліччя", "якір")


@pytest.fixture
def person(services: Services, missing: CaseDraft):
    return services.cases.view(services.cases.open(missing)[0]).person


def test_an_entry_is_read_as_it_was_written(services: Services, person) -> None:
    services.record.marks.add(person, ANCHOR)
    services.record.marks.add(person, replace(ANCHOR, kind=MarkKind.SCAR, text="  шрам\udc80 "))
    first, second = services.record.marks.rows(person)
    assert (first.says, first.by, first.at) == (ANCHOR, "Олена", services.clock.now())
    assert second.says == MarkDraft(MarkKind.SCAR, "ліве передпліччя", "шрам?")


def test_an_entry_is_put_right_and_its_old_words_stay_in_the_journal(services: Services, person) -> None:
    services.record.marks.add(person, ANCHOR)
    (was,) = services.record.marks.rows(person)
    services.record.marks.edit(was, replace(ANCHOR, text="якір і троянда"))
    (now,) = services.record.marks.rows(person)
    assert (now.uid, now.says.text) == (was.uid, "якір і троянда")


def test_who_writes_on_an_old_copy_is_shown_what_stands_there_now(services: Services, person) -> None:
    services.record.marks.add(person, ANCHOR)
    (was,) = services.record.marks.rows(person)
    services.record.marks.edit(was, replace(ANCHOR, text="якір і троянда"))
    with pytest.raises(CorrectedMeanwhile) as refused:
        services.record.marks.edit(was, replace(ANCHOR, text="лише якір"))
    assert refused.value.now == services.record.marks.rows(person)[0]
    assert refused.value.touches["text"].by == "Олена"


def test_an_entry_taken_out_can_be_brought_back(services: Services, person) -> None:
    services.record.marks.add(person, ANCHOR)
    (was,) = services.record.marks.rows(person)
    mark = services.undo.mark()
    services.record.marks.remove(was.uid)
    assert services.record.marks.rows(person) == ()
    with pytest.raises(StaleEdit):
        services.record.marks.remove(was.uid)
    with pytest.raises(StaleEdit):
        services.record.marks.edit(was, ANCHOR)
    unit = services.undo.since(mark)
    assert unit is not None
    services.undo.undo(unit)
    assert services.record.marks.rows(person) == (was,)


def test_what_is_wrong_with_a_draft_is_said_and_nothing_is_kept(services: Services, person) -> None:
    with pytest.raises(NothingDescribed):
        services.record.marks.add(person, replace(ANCHOR, text=" "))
    with pytest.raises(TextTooLong):
        services.record.marks.add(person, replace(ANCHOR, text="я" * (LONGEST + 1)))
    assert services.record.marks.rows(person) == ()


def test_a_colleague_whose_case_it_is_not_reads_and_writes_nothing(services: Services, person) -> None:
    services.record.marks.add(person, ANCHOR)
    (was,) = services.record.marks.rows(person)
    stranger = replace(services.record.marks, access=Access("Ірина", rights([Role.CASEWORKER])))
    for deed in (
        lambda: stranger.rows(person),
        lambda: stranger.add(person, ANCHOR),
        lambda: stranger.edit(was, ANCHOR),
        lambda: stranger.remove(was.uid),
    ):
        with pytest.raises(NotYourCase):
            deed()
    assert services.record.marks.rows(person) == (was,)


def test_the_journal_names_what_it_is_about(services: Services, person) -> None:
    services.record.marks.add(person, ANCHOR)
    newest = services.journal.page(JournalFilter()).rows[0]
    assert newest.subject is Subject.PEOPLE

"""What is written for some readers is for nobody else: every service, one test per cell."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from app.access.access import Access
from app.cases.draft import CaseDraft
from app.cases.dump import dump
from app.contacts.service import ContactDraft
from app.domain.day_to_come import DayToCome
from app.domain.readers import Readers
from app.domain.role import Role, rights
from app.exchange import records
from app.journal.field_history import FieldHistory
from app.notes.note import NoteDraft, NothingNoted
from app.records.keeping import NotForYou
from app.services import Services

DAY = date(2026, 11, 20)
SAID = {one: f"сказано для {one.value}" for one in Readers}
READS = {
    Role.CASEWORKER: {Readers.OFFICE, Readers.FAMILY},
    Role.PSYCHOLOGIST: {Readers.OFFICE, Readers.FAMILY, Readers.PSYCHOLOGIST},
    Role.LEAD: {Readers.OFFICE, Readers.FAMILY, Readers.LEAD},
}
CELLS = [(role, readers) for role in READS for readers in Readers]


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    uid, _ = services.cases.open(replace(missing, worker="Ірина"))
    for readers, text in SAID.items():
        services.record.notes.add(uid, NoteDraft(readers, None, DAY, text))
        services.contacts.log(ContactDraft(uid, DAY, "phone", f"розмова, {text}", audience=readers))
    return uid


def seen_by(services: Services, role: Role, case: UUID) -> dict[str, str]:
    """Everything that each service shows of the case to somebody of this role."""
    who = Access("Ірина", rights([role]))
    notes = replace(services.record.notes, access=who)
    talks = replace(services.contacts, access=who, talks=replace(services.contacts.talks, access=who))
    timeline, cases = replace(services.record.timeline, access=who), replace(services.cases, access=who)
    return {
        "notes": repr(notes.rows(case)),
        "contacts": repr(talks.rows(case)),
        "timeline": repr(timeline.rows(case)),
        "chronicle": repr(timeline.chronicle(case).rows),
        "glance": repr(cases.glance(case)),
        "history": repr(FieldHistory(services.vault.database, who).of_case(case)),
    }


@pytest.mark.parametrize(("role", "readers"), CELLS, ids=lambda one: one.value)
def test_nobody_but_the_readers_sees_it_anywhere(services: Services, case: UUID, role: Role, readers: Readers) -> None:
    for row in services.contacts.talks.rows(case) + services.record.notes.rows(case):
        assert row.says.audience is not Readers.PSYCHOLOGIST, "the founder of the vault is no psychologist"
    found = seen_by(services, role, case)
    shown = readers in READS[role]
    for where in ("notes", "contacts", "timeline", "chronicle"):
        assert (SAID[readers] in found[where]) is shown, where
    for where in ("glance", "history"):
        assert shown or SAID[readers] not in found[where], where


@pytest.mark.parametrize("readers", list(Readers))
def test_an_entry_for_others_is_neither_put_right_nor_taken_out(
    services: Services, case: UUID, readers: Readers
) -> None:
    everything = Access("Олена", rights(Role))
    was = next(
        row for row in replace(services.record.notes, access=everything).rows(case) if row.says.audience is readers
    )
    mine = replace(services.record.notes, access=Access("Ірина", rights([Role.CASEWORKER])))
    now = replace(was.says, text="інше")
    if readers in READS[Role.CASEWORKER]:
        mine.edit(was, now)
        return
    with pytest.raises(NotForYou):
        mine.edit(was, now)
    with pytest.raises(NotForYou):
        mine.remove(was.uid)


def test_only_what_is_for_the_whole_office_leaves_for_the_coordinating_office(services: Services, case: UUID) -> None:
    with services.vault.database.read() as session:
        package = b"".join(records.lines(session, services.catalogue.redaction)).decode()
    assert package.count('"channel":"phone"') == sum(one in READS[Role.CASEWORKER] for one in Readers)
    assert not any(text in package for text in SAID.values())


def test_neither_search_nor_dump_knows_what_is_written(services: Services, case: UUID) -> None:
    found = services.finding.find("сказано")
    assert not found.cases
    assert not found.relatives
    with services.vault.database.read() as session:
        assert not any(text in repr(list(dump(session))) for text in SAID.values())


def test_what_was_once_for_the_lead_alone_is_in_no_history_of_others(services: Services, case: UUID) -> None:
    notes = services.record.notes
    was = next(row for row in notes.rows(case) if row.says.audience is Readers.LEAD)
    notes.edit(was, replace(was.says, audience=Readers.OFFICE, text="тепер для всіх"))
    colleague = FieldHistory(services.vault.database, Access("Ірина", rights([Role.CASEWORKER])))
    assert colleague.of_row(was.uid) == ()
    assert SAID[Readers.LEAD] not in repr(colleague.of_case(case))
    lead = FieldHistory(services.vault.database, services.access)
    assert SAID[Readers.LEAD] in repr(lead.of_row(was.uid))


def test_an_empty_note_and_one_of_tomorrow_are_refused(services: Services, case: UUID) -> None:
    with pytest.raises(NothingNoted):
        services.record.notes.add(case, NoteDraft(Readers.OFFICE, None, DAY, " "))
    with pytest.raises(DayToCome):
        services.record.notes.add(case, NoteDraft(Readers.OFFICE, None, date(2026, 11, 24), "завтра"))


def test_a_promise_of_a_talk_for_few_does_not_tell_what_it_was_about(services: Services, case: UUID) -> None:
    draft = ContactDraft(case, DAY, "visit", "про насильство", None, date(2026, 11, 25), "дзвінок без чоловіка",
                         Readers.LEAD)  # fmt: skip
    services.contacts.log(draft)
    assert "дзвінок без чоловіка" not in repr(services.plan.steps(case))

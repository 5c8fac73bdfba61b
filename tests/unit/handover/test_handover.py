"""A hand-over tells the colleague what is open, promised and sensitive, and nothing that is for fewer than all."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from app.cases.draft import CaseDraft
from app.cases.queries import Chosen
from app.domain.partial_date import of_day
from app.domain.readers import Readers
from app.handover.brief import PointKind
from app.many.assigning import NoSuchWorker
from app.many.papers import FolderRefused
from app.promises.service import PromiseDraft
from app.records.shape import LONGEST, TextTooLong
from app.search.flags import FlagDraft, FlagKind
from app.services import Services
from db.models.change import Change

TODAY = date(2026, 11, 23)


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    return services.cases.open(missing)[0]


def test_the_page_tells_steps_promises_and_sensitive_points(services: Services, case: UUID) -> None:
    services.record.promises.add(case, PromiseDraft("Надіслати копію", due=TODAY))
    services.record.promises.add(case, PromiseDraft("Виконана обіцянка"))
    kept = next(row for row in services.record.promises.rows(case) if row.what == "Виконана обіцянка")
    services.record.promises.keep(kept.uid, kept.version, of_day(TODAY))
    services.restricting.restrict(case, restricted=True)
    flags = services.record.search.flags
    flags.add(case, FlagDraft(FlagKind.PRESS, TODAY, "журналіст телефонує"))
    flags.add(case, FlagDraft(FlagKind.OTHER, TODAY, "лише для керівника", audience=Readers.LEAD))
    (brief,) = services.handover.briefs(Chosen(frozenset({case})))
    with services.vault.database.read() as session:
        assert session.scalar(select(Change.actor).where(Change.row == case, Change.column == "@read")) == "Олена"
    assert [row.what for row in brief.promises] == ["Надіслати копію"]
    open_ones = {row.uid for row in services.plan.steps(case) if row.open}
    assert {row.uid for row in brief.steps} == open_ones - {row.uid for row in brief.promises}
    kinds = {point.kind for point in brief.points}
    assert {PointKind.RESTRICTED, PointKind.FLAG} <= kinds
    assert "журналіст телефонує" in repr(brief)
    assert "лише для керівника" not in repr(brief)


def test_the_word_about_a_case_becomes_its_note_and_all_is_taken_back_together(
    services: Services, case: UUID, missing: CaseDraft
) -> None:
    other, _ = services.cases.open(replace(missing, worker="Коваль О."))
    mark = services.undo.mark()
    done = services.handover.hand_over(Chosen(frozenset({case, other})), "Олена", {case: " Дзвонити доньці. "})
    assert done.done == 2
    assert {services.cases.view(one).worker for one in (case, other)} == {"Олена"}
    assert [row.says.text for row in services.record.notes.rows(case)] == ["Дзвонити доньці."]
    assert services.record.notes.rows(other) == ()
    unit = services.undo.since(mark)
    assert unit is not None
    services.undo.undo(unit)
    assert services.record.notes.rows(case) == ()
    assert services.cases.view(case).worker == "Коваль О."


def test_nobody_unknown_and_no_endless_word(services: Services, case: UUID) -> None:
    picked = Chosen(frozenset({case}))
    with pytest.raises(NoSuchWorker):
        services.handover.hand_over(picked, "Невідома", {case: "слово"})
    with pytest.raises(TextTooLong):
        services.handover.hand_over(picked, "Олена", {case: "я" * (LONGEST + 1)})
    assert services.cases.view(case).worker == "Коваль О."
    assert services.record.notes.rows(case) == ()


def test_a_page_that_leaves_is_kept_in_the_timeline_and_one_that_did_not_is_not(
    services: Services, case: UUID, tmp_path
) -> None:
    with pytest.raises(FolderRefused):
        services.handover.write_out([case], "сторінка", tmp_path / "нема" / "такої.txt")
    assert "handover" not in {row.detail for row in services.record.timeline.rows(case)}
    services.handover.write_out([case], "сторінка", tmp_path / "page.txt")
    assert (tmp_path / "page.txt").read_text("utf-8") == "сторінка"
    assert "handover" in {row.detail for row in services.record.timeline.rows(case)}

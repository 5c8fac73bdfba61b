"""A case is closed with what is left open said, and opened again as it was."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from app.access.access import Access, NotYourCase
from app.cases.case_filter import CaseFilter
from app.cases.draft import CaseDraft
from app.closing.checks import CheckKind
from app.closing.service import (
    ClosedAlready,
    ClosingDraft,
    ClosingReason,
    NotClosed,
    ReopeningUnsaid,
    StillOpen,
)
from app.domain.role import Role, rights
from app.domain.step import StepState
from app.promises.service import PromiseDraft, PromiseState
from app.services import Services
from app.timeline.row import Moment
from db.models.step import Step

TODAY = date(2026, 11, 23)
ALL_THE_SAME = ClosingDraft(ClosingReason.MOVED, "Передано до Дніпра.", "далі веде інший офіс")


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    return services.cases.open(missing)[0]


def open_things(services: Services, case: UUID) -> dict[CheckKind, int]:
    return {check.kind: len(check.open) for check in services.record.closing.review(case)}


def test_the_check_list_names_what_is_open(services: Services, case: UUID) -> None:
    services.record.promises.add(case, PromiseDraft("Подзвонити"))
    found = open_things(services, case)
    steps = sum(row.open for row in services.plan.steps(case))
    assert (found[CheckKind.STEPS], found[CheckKind.PROMISES]) == (steps - 1, 1)
    assert set(found) == set(CheckKind)


def test_it_is_not_closed_over_open_things_without_a_word(services: Services, case: UUID) -> None:
    with pytest.raises(StillOpen):
        services.record.closing.close(case, ClosingDraft(ClosingReason.SETTLED))
    assert services.cases.view(case).closed is None


def test_a_closed_case_leaves_today_and_the_counts(services: Services, case: UUID) -> None:
    services.record.promises.add(case, PromiseDraft("Подзвонити", due=TODAY))
    assert services.plan.today().active_count == 1
    assert services.plan.today().today_count > 0
    services.record.closing.close(case, ALL_THE_SAME)
    now = services.plan.today(silent_days=-1)
    assert (now.active_count, now.today_count, now.overdue_count, now.silent_count) == (0, 0, 0, 0)
    assert services.plan.today(silent_days=-1).silent == ()
    assert services.cases.view(case).closed == TODAY
    (row,) = services.cases.page(CaseFilter(closed=True)).rows
    assert (row.closed, row.next_due) == (TODAY, None)
    assert services.cases.count(CaseFilter(closed=False)) == 0
    with pytest.raises(ClosedAlready):
        services.record.closing.close(case, ALL_THE_SAME)


def test_it_is_opened_again_as_it_was_with_a_log(services: Services, case: UUID) -> None:
    services.record.promises.add(case, PromiseDraft("Подзвонити", due=TODAY))
    before = {row.uid: row.state for row in services.plan.steps(case)}
    services.record.closing.close(case, ALL_THE_SAME)
    assert StepState.OPEN not in {row.state for row in services.plan.steps(case)}
    with pytest.raises(ReopeningUnsaid):
        services.record.closing.reopen(case, " ")
    services.record.closing.reopen(case, "родина знову звернулася")
    assert {row.uid: row.state for row in services.plan.steps(case)} == before
    assert services.record.promises.rows(case)[0].state is PromiseState.OPEN
    (once,) = services.record.closing.history(case)
    assert (once.on, once.reason, once.reopened_on, once.reopened_why) == (
        TODAY, ClosingReason.MOVED, TODAY, "родина знову звернулася",
    )
    assert len(once.left_open) == sum(open_things(services, case).values())
    kinds = [row.kind for row in services.record.timeline.rows(case)]
    assert {Moment.CLOSED, Moment.REOPENED} <= set(kinds)
    with pytest.raises(NotClosed):
        services.record.closing.reopen(case, "ще раз")


def test_a_step_that_waited_for_an_answer_waits_again(services: Services, case: UUID) -> None:
    waits = next(row.uid for row in services.plan.steps(case) if row.open)
    with services.vault.database.write("Олена") as session:
        session.get_one(Step, waits).state = StepState.WAITING.value
    services.record.closing.close(case, ALL_THE_SAME)
    services.record.closing.reopen(case, "родина знову звернулася")
    assert {row.uid: row.state for row in services.plan.steps(case)}[waits] is StepState.WAITING


def test_closing_can_be_taken_back(services: Services, case: UUID) -> None:
    before = {row.uid: row.state for row in services.plan.steps(case)}
    mark = services.undo.mark()
    services.record.closing.close(case, ALL_THE_SAME)
    unit = services.undo.since(mark)
    assert unit is not None
    services.undo.undo(unit)
    assert services.cases.view(case).closed is None
    assert services.record.closing.history(case) == ()
    assert {row.uid: row.state for row in services.plan.steps(case)} == before


def test_a_strangers_case_is_neither_looked_at_nor_closed(services: Services, case: UUID) -> None:
    stranger = replace(services.record.closing, access=Access("Ірина", rights([Role.CASEWORKER])))
    for deed in (
        lambda: stranger.review(case), lambda: stranger.close(case, ALL_THE_SAME), lambda: stranger.reopen(case, "х"),
    ):
        with pytest.raises(NotYourCase):
            deed()

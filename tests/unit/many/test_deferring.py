"""Many steps put off at once: one unit of work, one way back, terms of the law with a reason, never others’ cases."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from app.access.access import Access, NotAllowed
from app.cases.case_filter import CaseFilter
from app.cases.draft import CaseDraft
from app.cases.queries import Chosen
from app.cases.service import Cases
from app.domain.partial_date import PartialDate
from app.domain.role import Right
from app.many.adding import StepDraft
from app.many.deferring import Delay
from app.many.outcome import LeftOut
from app.plan.service import SnoozePast
from app.progress import Cancelled, Progress
from app.services import Services

UNTIL = date(2026, 11, 30)
EVERYTHING = Chosen(everything=CaseFilter())


@pytest.fixture
def two(services: Services, missing: CaseDraft) -> list[UUID]:
    """Two cases with terms of the law and steps of our own; each worker keeps one."""
    dated = replace(missing, events=dict(missing.events) | {"BODY_RECEIVED_APPLICATION": PartialDate(2026, 10, 1)})
    found = [services.cases.open(dated)[0], services.cases.open(replace(dated, worker="Ткач Н."))[0]]
    services.adding.add(EVERYTHING, StepDraft(title="Написати до частини", due=date(2026, 11, 20)))
    return found


def told(services: Services) -> list[tuple[UUID, date | None]]:
    view = services.plan.today(size=500)
    return [(row.step, row.snoozed_until) for row in (*view.overdue, *view.today, *view.week, *view.snoozed)]


def asleep(services: Services) -> set[UUID]:
    return {row.step for row in services.plan.today(size=500).snoozed}


def test_what_comes_up_waits_and_terms_of_the_law_stay_without_a_reason(services: Services, two: list[UUID]) -> None:
    view = services.plan.today(size=500)
    near = [row for row in (*view.overdue, *view.today, *view.week) if row.due < UNTIL]
    legal = {row.step for row in near if row.of_the_law}
    assert legal
    outcome = services.deferring.in_cases(EVERYTHING, Delay(UNTIL))
    assert asleep(services) == {row.step for row in near} - legal
    assert outcome.done == len(near) - len(legal)
    assert outcome.reasons() == {LeftOut.TERM_OF_THE_LAW: len(legal)}
    again = services.deferring.in_cases(EVERYTHING, Delay(UNTIL, "чекаємо на відповідь"))
    assert again.done == len(legal)
    assert asleep(services) == {row.step for row in near}
    assert {row.due for row in near} == {row.due for row in services.plan.today(size=500).snoozed}, "days stand"


def test_one_unit_of_work_comes_back_whole(services: Services, two: list[UUID]) -> None:
    before, mark = told(services), services.undo.mark()
    services.deferring.in_cases(EVERYTHING, Delay(UNTIL, "чекаємо"))
    unit = services.undo.since(mark)
    assert unit is not None
    assert told(services) != before
    services.undo.undo(unit)
    assert told(services) == before


def test_only_the_named_steps_wait(services: Services, two: list[UUID]) -> None:
    by_hand = [row.step for row in services.plan.today(size=500).overdue if not row.step_id]
    assert services.deferring.steps(by_hand[:1], Delay(UNTIL)).done == 1
    assert asleep(services) == set(by_hand[:1])
    assert services.deferring.steps(by_hand, Delay(UNTIL)).done == 1, "who sleeps until then already is left alone"


def test_a_colleague_s_cases_are_not_touched(services: Services, two: list[UUID]) -> None:
    access = Access("Ткач Н.", frozenset({Right.CASES_OWN}), alone=False)
    cases = Cases(services.vault.database, services.catalogue, services.clock, access)
    his = replace(services.deferring, cases=cases, access=access)
    theirs = [row.step for row in services.plan.today(size=500).overdue if row.case == two[0]]
    assert his.steps(theirs, Delay(UNTIL, "чекаємо")).done == 0
    his.in_cases(Chosen(frozenset(two)), Delay(UNTIL, "чекаємо"))
    assert {row.case for row in services.plan.today(size=500).snoozed} == {two[1]}
    with pytest.raises(NotAllowed):
        replace(his, access=Access("Аудитор", frozenset({Right.AUDIT}))).steps(theirs, Delay(UNTIL))


def test_only_to_a_day_to_come_and_stopped_as_a_whole(services: Services, two: list[UUID]) -> None:
    with pytest.raises(SnoozePast):
        services.deferring.in_cases(EVERYTHING, Delay(date(2026, 11, 23)))
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        services.deferring.in_cases(EVERYTHING, Delay(UNTIL, "чекаємо"), progress)
    assert not asleep(services)

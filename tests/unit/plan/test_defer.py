"""A step that is put off leaves Today until its day; its due day stays, and a passed term of the law asks why."""

from dataclasses import replace
from datetime import date

import pytest

from app.cases.draft import CaseDraft
from app.clock import FixedClock
from app.domain.partial_date import PartialDate
from app.plan.queries import DueRow
from app.plan.service import SnoozeMissing, SnoozePast
from app.services import Services
from db.refusals import StaleEdit

TODAY, LATER = date(2026, 11, 23), date(2026, 11, 26)


@pytest.fixture
def dated(missing: CaseDraft) -> CaseDraft:
    return replace(missing, events=dict(missing.events) | {"BODY_RECEIVED_APPLICATION": PartialDate(2026, 10, 1)})


@pytest.fixture
def own(services: Services, dated: CaseDraft) -> DueRow:
    services.cases.open(dated)
    return next(row for row in services.plan.today().today if not row.of_the_law)


def test_what_is_put_off_is_asleep_until_its_day_and_keeps_its_due_day(services: Services, own: DueRow) -> None:
    before = services.plan.today()
    services.plan.defer(own.step, own.version, LATER)
    view = services.plan.today()
    assert own.step not in {row.step for row in view.today}
    assert view.today_count == before.today_count - 1
    assert [(row.step, row.due, row.snoozed_until) for row in view.snoozed] == [(own.step, own.due, LATER)]
    assert view.snoozed_count == 1
    step = next(row for row in services.plan.steps(own.case) if row.uid == own.step)
    assert step.due == own.due
    assert own.step in {row.step for row in services.plan.due(LATER)}, "the terminal and papers see it as ever"


def test_it_is_back_on_its_day(services: Services, own: DueRow) -> None:
    services.plan.defer(own.step, own.version, LATER)
    now = services.clock.now()
    on_the_day = replace(services.plan, clock=FixedClock(now.replace(day=26)))
    day_before = replace(services.plan, clock=FixedClock(now.replace(day=25)))
    assert own.step not in {row.step for row in day_before.today().overdue}
    assert own.step in {row.step for row in on_the_day.today().overdue}


def test_only_to_a_day_to_come(services: Services, own: DueRow) -> None:
    with pytest.raises(SnoozePast):
        services.plan.defer(own.step, own.version, TODAY)


def test_a_passed_term_of_the_law_asks_why(services: Services, dated: CaseDraft) -> None:
    services.cases.open(dated)
    legal = services.plan.today().overdue[0]
    assert legal.of_the_law
    with pytest.raises(SnoozeMissing):
        services.plan.defer(legal.step, legal.version, LATER, "  ")
    assert services.plan.today().snoozed == ()
    services.plan.defer(legal.step, legal.version, LATER, "чекаємо на лист із частини")
    assert services.plan.today().snoozed[0].due == legal.due


def test_somebody_elses_edit_is_not_written_over(services: Services, own: DueRow) -> None:
    services.plan.defer(own.step, own.version, LATER)
    with pytest.raises(StaleEdit):
        services.plan.defer(own.step, own.version, LATER)


def test_it_can_be_taken_back_and_is_in_the_journal(services: Services, own: DueRow) -> None:
    mark = services.undo.mark()
    services.plan.defer(own.step, own.version, LATER)
    unit = services.undo.since(mark)
    assert unit is not None
    services.undo.undo(unit)
    assert own.step in {row.step for row in services.plan.today().today}


def test_done_wakes_it(services: Services, own: DueRow) -> None:
    services.plan.defer(own.step, own.version, LATER)
    asleep = services.plan.today().snoozed[0]
    services.plan.done(asleep.step, asleep.version, None)
    done = next(row for row in services.plan.steps(own.case) if row.uid == own.step)
    services.plan.reopen(done.uid, done.version)
    assert own.step in {row.step for row in services.plan.today().today}

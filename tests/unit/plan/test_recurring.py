"""What comes back comes back once: on its day, for its person, as long as it applies, and not if the end was no end."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from app.cases.draft import CaseDraft, PersonDraft, RelativeDraft
from app.clock import FixedClock
from app.domain.calendar import CalendarMode, last_working_day
from app.domain.deadline import Unit
from app.domain.fate import Fate
from app.domain.partial_date import of_day
from app.domain.recurrence import Gap
from app.domain.relation import Relation
from app.domain.step import StepState
from app.plan.queries import StepRow
from app.services import Services
from app.vault.vault import OpenVault
from db.models.case_file import CaseFile

CALL = "PSY-03"
"""Comes back each month three times, then each third."""


@pytest.fixture
def case(services: Services, missing: CaseDraft):
    return services.cases.open(missing)[0]


def turns(services: Services, case, step_id: str = CALL) -> list[StepRow]:
    return sorted((row for row in services.plan.steps(case) if row.step_id == step_id), key=lambda row: row.turn)


def shared_by_two(services: Services, missing: CaseDraft) -> tuple[UUID, UUID, UUID]:
    """A case with a wife and a mother."""
    mother = RelativeDraft(PersonDraft("Ґудзь", "Марія", "Петрівна"), Relation.PARENT)
    case = services.cases.open(replace(missing, relatives=(*missing.relatives, mother)))[0]
    wife, hers = (relative.uid for relative in services.cases.relatives(case))
    return case, wife, hers


def on(vault: OpenVault, day: date) -> Services:
    return Services.of(vault, FixedClock(datetime(day.year, day.month, day.day, 8, tzinfo=UTC)))


def test_the_next_turn_is_written_when_one_is_done(services: Services, case) -> None:
    (first,) = turns(services, case)
    services.plan.done(first.uid, first.version, of_day(date(2026, 11, 23)))
    done, following = turns(services, case)
    assert (done.state, done.turn) == (StepState.DONE, 1)
    assert (following.state, following.turn, following.due) == (StepState.OPEN, 2, date(2027, 1, 22))
    assert following.counted_from == first.counted_from == date(2026, 11, 23)


def test_what_is_not_needed_does_not_come_back(services: Services, case) -> None:
    (first,) = turns(services, case)
    services.plan.not_needed(first.uid, first.version, "родина просить не дзвонити")
    assert len(turns(services, case)) == 1


def test_reopening_takes_the_turn_away_that_the_end_had_brought(services: Services, case) -> None:
    (first,) = turns(services, case)
    services.plan.done(first.uid, first.version, None)
    services.plan.reopen(first.uid, first.version + 1)
    assert [(row.uid, row.state, row.due) for row in turns(services, case)] == [
        (first.uid, StepState.OPEN, first.due)
    ]


def test_a_turn_that_was_worked_on_stays_when_the_one_before_is_reopened(services: Services, case) -> None:
    (first,) = turns(services, case)
    services.plan.done(first.uid, first.version, None)
    following = turns(services, case)[1]
    services.plan.defer(following.uid, following.version, date(2027, 2, 1))
    services.plan.reopen(first.uid, first.version + 1)
    assert len(turns(services, case)) == 2
    again = turns(services, case)[0]
    services.plan.done(again.uid, again.version, None)
    assert len(turns(services, case)) == 2, "one that stands open is not doubled"


def test_a_turn_that_was_only_counted_anew_goes_when_the_one_before_is_reopened(services: Services, case) -> None:
    for step_id, day in (("FIN-03", date(2026, 8, 3)), ("LEG-07", date(2026, 11, 10))):
        (row,) = turns(services, case, step_id)
        services.plan.done(row.uid, row.version, of_day(day))
    (first,) = turns(services, case, "FIN-04")
    services.plan.done(first.uid, first.version, of_day(date(2026, 11, 20)))
    following = turns(services, case, "FIN-04")[1]
    (decision,) = turns(services, case, "FIN-03")
    services.plan.reopen(decision.uid, decision.version)
    services.plan.done(decision.uid, decision.version + 1, of_day(date(2026, 8, 10)))
    first, again = turns(services, case, "FIN-04")
    assert again.version > following.version, "its term was counted anew"
    services.plan.reopen(first.uid, first.version)
    assert [row.uid for row in turns(services, case, "FIN-04")] == [first.uid], "not doubled"


def test_what_was_shared_among_relatives_is_not_lost_when_the_turn_before_is_reopened(
    services: Services, missing: CaseDraft
) -> None:
    case, wife, mother = shared_by_two(services, missing)
    (first,) = turns(services, case)
    services.plan.done(first.uid, first.version, None)
    following = turns(services, case)[1]
    services.record.steps.share(following.uid, following.version, (wife, mother))
    services.plan.reopen(first.uid, first.version + 1)
    assert {row.relative for row in turns(services, case)} == {None, wife, mother}


def test_a_turn_that_was_given_to_a_relative_is_not_doubled(services: Services, missing: CaseDraft) -> None:
    case, wife, _ = shared_by_two(services, missing)
    (first,) = turns(services, case)
    services.plan.done(first.uid, first.version, None)
    was = services.record.steps.says(turns(services, case)[1].uid)
    services.record.steps.edit(was, replace(was.says, relative_uid=wife))
    services.plan.reopen(first.uid, first.version + 1)
    services.plan.done(first.uid, first.version + 2, None)
    assert [row.turn for row in turns(services, case)] == [1, 2]


def test_a_turn_that_brought_the_next_one_stays(services: Services, case) -> None:
    for turn in range(2):
        row = turns(services, case)[turn]
        services.plan.done(row.uid, row.version, None)
    third = turns(services, case)[2]
    services.plan.defer(third.uid, third.version, date(2027, 4, 1))
    for turn in (1, 0):
        row = turns(services, case)[turn]
        services.plan.reopen(row.uid, row.version)
    assert [row.turn for row in turns(services, case) if row.open] == [1, 2, 3]


def test_what_no_longer_applies_does_not_come_back(services: Services, case) -> None:
    (first,) = turns(services, case)
    with services.vault.database.write("Олена") as session:
        session.get_one(CaseFile, case).fate = Fate.RETURNED.value
    services.plan.done(first.uid, first.version, None)
    assert len(turns(services, case)) == 1


def test_undoing_the_end_takes_the_turn_along(services: Services, case) -> None:
    (first,) = turns(services, case)
    mark = services.undo.mark()
    services.plan.done(first.uid, first.version, None)
    unit = services.undo.since(mark)
    assert unit is not None
    services.undo.undo(unit)
    assert [(row.uid, row.state) for row in turns(services, case)] == [(first.uid, StepState.OPEN)]


def test_two_years_day_by_day_miss_no_turn_and_double_none(vault: OpenVault, missing: CaseDraft) -> None:
    """Whoever opens Today every morning and does what is due that day."""
    start = date(2026, 11, 23)
    case = on(vault, start).cases.open(replace(missing, relatives=()))[0]
    done: list[date] = []
    for number in range(730):
        day = start + timedelta(days=number)
        services = on(vault, day)
        open_now = [row for row in turns(services, case) if row.state is StepState.OPEN]
        assert len(open_now) == 1
        if open_now[0].due is not None and open_now[0].due <= day:
            services.plan.done(open_now[0].uid, open_now[0].version, of_day(day))
            done.append(day)
    months = (1, 2, 3, 6, 9, 12, 15, 18, 21)
    counted = [Gap(many, Unit.MONTH).after(start) for many in months]
    assert done == [last_working_day(day, CalendarMode.MARTIAL_LAW) for day in counted]

"""A turn whose day comes is neither lost nor doubled, whether the one before is done, open, or could not be done."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.cases.draft import CaseDraft, PersonDraft, RelativeDraft
from app.catalogue.load import ukraine
from app.changes import Changes
from app.clock import FixedClock
from app.domain.deadline import shift
from app.domain.partial_date import PartialDate, of_day
from app.domain.recurrence import next_turn, passed
from app.domain.relation import Relation
from app.domain.step import StepState
from app.plan.opening import Answer
from app.plan.queries import StepRow
from app.plan.schedule import Schedule
from app.services import Services
from db.models.case_file import CaseFile

RECURRING = [step for step in ukraine().steps.values() if step.repeat and not step.repeat.occasion]


def on(services: Services, day: date) -> Services:
    clock = FixedClock(datetime.combine(day, services.clock.now().timetz()))
    schedule = replace(services.record.schedule, clock=clock)
    record = replace(services.record, schedule=schedule)
    return replace(services, clock=clock, plan=replace(services.plan, clock=clock), record=record)


def turns(services: Services, case: UUID, step_id: str) -> list[StepRow]:
    found = [step for step in services.plan.steps(case) if step.step_id == step_id]
    return sorted(found, key=lambda step: step.turn)


@pytest.fixture
def paid(services: Services, missing: CaseDraft) -> UUID:
    """A family that is paid since August; the monthly checks were done before the case came to us."""
    answers = {
        "FIN-03": Answer(StepState.DONE, PartialDate(2026, 8, 3)),
        "FIN-04": Answer(StepState.DONE, PartialDate(2026, 11, 16)),
    }
    return services.cases.open(replace(missing, answers=answers))[0]


def test_a_step_that_the_law_dropped_touches_no_case(services: Services, paid: UUID) -> None:
    then = on(services, date(2026, 12, 2))
    steps = {**services.catalogue.steps, "FIN-04": replace(services.catalogue.steps["FIN-04"], retired=True)}
    dropped = replace(then.record.schedule, catalogue=replace(services.catalogue, steps=steps))
    assert dropped.run() is Changes.NOTHING
    assert then.record.schedule.run(), "it would have come back"


def test_a_step_that_two_relatives_share_comes_back_to_each(services: Services, missing: CaseDraft) -> None:
    mother = RelativeDraft(PersonDraft("Ґудзь", "Марія", "Петрівна"), Relation.PARENT)
    case = services.cases.open(replace(missing, relatives=(*missing.relatives, mother)))[0]
    both = [relative.uid for relative in services.cases.relatives(case)]
    (call,) = turns(services, case, "PSY-03")
    services.record.steps.share(call.uid, call.version, both)
    hers, other = turns(services, case, "PSY-03")
    services.plan.done(hers.uid, hers.version, of_day(date(2026, 11, 23)))
    services.plan.not_executable(other.uid, other.version, "не бере слухавки")
    assert on(services, date(2027, 1, 15)).record.schedule.run()
    assert {step.relative for step in turns(services, case, "PSY-03") if step.open} == set(both)
    assert on(services, date(2027, 1, 16)).record.schedule.run() is Changes.NOTHING, "not doubled"


def test_a_chain_that_came_from_elsewhere_goes_on_before_its_day(services: Services, paid: UUID) -> None:
    assert len(turns(services, paid, "FIN-04")) == 1
    before = date(2026, 12, 16) - timedelta(days=15)
    assert on(services, before).record.schedule.run() is Changes.NOTHING
    assert len(turns(services, paid, "FIN-04")) == 1
    assert on(services, date(2026, 12, 2)).record.schedule.run()
    second = turns(services, paid, "FIN-04")[-1]
    assert (second.turn, second.due, second.open) == (2, date(2026, 12, 16), True)
    assert on(services, date(2026, 12, 3)).record.schedule.run() is Changes.NOTHING, "not doubled"


def test_what_could_not_be_done_this_month_comes_again(services: Services, paid: UUID) -> None:
    on(services, date(2026, 12, 2)).record.schedule.run()
    check = turns(services, paid, "FIN-04")[-1]
    later = on(services, date(2027, 1, 4))
    later.plan.not_executable(check.uid, check.version, "частина не відповідає")
    assert later.record.schedule.run()
    assert [step.due for step in turns(later, paid, "FIN-04") if step.open] == [date(2027, 1, 15)], "not on a Saturday"
    third = turns(later, paid, "FIN-04")[-1]
    later.plan.not_needed(third.uid, third.version, "виплату передано йому")
    assert on(services, date(2027, 6, 1)).record.schedule.run() is Changes.NOTHING, "said to be needed no more"


def test_an_open_check_counts_the_months_it_covers(services: Services, paid: UUID) -> None:
    on(services, date(2026, 12, 2)).record.schedule.run()
    for day, missed in ((date(2026, 12, 16), 0), (date(2027, 1, 16), 1), (date(2027, 4, 20), 4)):
        late = on(services, day)
        late.record.schedule.run()
        (check,) = (step for step in turns(late, paid, "FIN-04") if step.open)
        assert (check.due, check.missed) == (date(2026, 12, 16), missed), "one row, however late"
    late.plan.done(check.uid, check.version, of_day(day))
    (following,) = (step for step in turns(late, paid, "FIN-04") if step.open)
    assert (following.turn, following.due) == (check.turn + 1, date(2027, 5, 20)), "nobody knows the beginning"


def test_a_year_of_days_neither_loses_nor_doubles_a_turn() -> None:
    """The calendar of every recurring step, closed on whatever days: each turn is done, covered or still to come."""

    @settings(max_examples=60, deadline=None)
    @given(st.sampled_from(range(len(RECURRING))), st.lists(st.integers(0, 70), min_size=1, max_size=12))
    def office(which: int, delays: list[int]) -> None:
        repeat, term, event = RECURRING[which].repeat, RECURRING[which].due.term, date(2026, 1, 5)
        assert repeat is not None
        turn, due = 1, repeat.distances[0].after(event) if repeat.distances else shift(event, term.qty or 0, term.unit)
        for delay in delays:
            done = due + timedelta(days=delay)
            following = next_turn(repeat, term, event, turn, done)
            if following is None:
                return
            assert following.day > done
            assert following.number > turn, "no turn twice"
            if repeat.distances or (repeat.every is not None and repeat.every.unit != "day"):
                assert following.number - turn - 1 == passed(repeat, term, event, turn, due, done), "done, or covered"
            turn, due = following.number, following.day

    office()


def test_a_child_who_comes_of_age_brings_the_proof_of_study_in_time(services: Services, missing: CaseDraft) -> None:
    son = RelativeDraft(PersonDraft("Ґудзь", "Тарас", "Ілліч", PartialDate(2009, 3, 1)), Relation.CHILD)
    case, _ = services.cases.open(replace(missing, relatives=(*missing.relatives, son)))
    assert on(services, date(2026, 11, 30)).record.schedule.run() is Changes.NOTHING, "more than the lead away"
    soon = on(services, date(2026, 12, 2))
    assert soon.record.schedule.run()
    (proof,) = turns(soon, case, "FIN-10")
    assert (proof.trigger, proof.trigger_on, proof.due) == ("CHILD_TURNS_18", date(2027, 3, 1), date(2027, 4, 1))
    assert soon.record.schedule.run() is Changes.NOTHING


def test_a_closed_case_is_left_in_peace(services: Services, paid: UUID) -> None:
    schedule: Schedule = on(services, date(2027, 6, 1)).record.schedule
    with services.vault.database.write("Олена") as session:
        session.get_one(CaseFile, paid).closed_on = date(2026, 12, 1)
    assert schedule.run() is Changes.NOTHING

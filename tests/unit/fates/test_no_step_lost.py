"""No step is lost by a status and its reversal; recurring money is asked about; what stops that day is listed."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.cases.draft import CaseDraft
from app.cases.draft import FateDraft as FateDraftOfCase
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.step import StepState
from app.fates.change import FateDraft
from app.fates.episodes import EpisodeDraft
from app.fates.paying import Paying
from app.fates.steps import consequences
from app.plan.opening import Answer
from app.plan.queries import StepRow
from app.plan.steps import StepSays
from app.services import Services

SEPTEMBER, NOVEMBER = PartialDate(2026, 9, 12), PartialDate(2026, 11, 20)


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    paid = {"FIN-03": Answer(StepState.DONE, PartialDate(2026, 8, 3)), "LEG-07": Answer(StepState.DONE, SEPTEMBER)}
    return services.cases.open(replace(missing, answers=paid))[0]


def steps(services: Services, case: UUID) -> dict[UUID, tuple[object, ...]]:
    return {
        step.uid: (step.step_id, step.state, step.due, step.act_by, step.trigger, step.trigger_on, step.outcome)
        for step in services.plan.steps(case)
    }


def row(services: Services, case: UUID, step_id: str) -> StepRow:
    return next(step for step in services.plan.steps(case) if step.step_id == step_id)


@pytest.mark.parametrize("state", [StepState.OPEN, StepState.STARTED, StepState.WAITING, StepState.TO_CHECK])
def test_a_reversal_restores_each_step_in_the_state_it_had(services: Services, case: UUID, state: StepState) -> None:
    form = row(services, case, "LEG-15")
    if state is StepState.STARTED:
        services.record.steps.begin(form.uid, form.version)
    if state is StepState.WAITING:
        services.record.steps.wait(form.uid, form.version, "REG", SEPTEMBER.first)
    before = steps(services, case)
    services.fates.record(case, FateDraft(Fate.BODY_UNIDENTIFIED, NOVEMBER, ("body_number",)))
    assert row(services, case, "LEG-15").state is StepState.OBSOLETE
    assert set(before) <= set(steps(services, case)), "closed, never deleted"
    services.fates.record(case, FateDraft(Fate.MISSING, NOVEMBER, ("D-DNA negative",)))
    after = steps(services, case)
    assert {uid: after[uid] for uid in before} == before


def test_no_sequence_of_changes_and_reversals_loses_a_step(services: Services, case: UUID) -> None:
    own = StepSays(title="Подзвонити до школи")
    services.record.steps.add(case, own)

    @settings(max_examples=4, deadline=None)
    @given(st.lists(st.sampled_from(["LEG-09", "LEG-15", "FIN-02", "PSY-01", "OFF-04"]), max_size=3, unique=True))
    def there_and_back(worked_on: list[str]) -> None:
        for step_id in worked_on:
            step = row(services, case, step_id)
            if step.open:
                services.record.steps.begin(step.uid, step.version)
        before = steps(services, case)
        services.fates.record(case, FateDraft(Fate.BODY_UNIDENTIFIED, NOVEMBER, ("body_number",)))
        services.fates.record(case, FateDraft(Fate.MISSING, NOVEMBER, ("D-DNA negative",)))
        after = steps(services, case)
        assert {uid: after[uid] for uid in before} == before

    there_and_back()


@pytest.mark.parametrize("asked", [{}, {"FIN-04": Paying.GO_ON}], ids=["asked", "goes-on"])
def test_what_a_reversal_brings_back_is_told_before(
    services: Services, case: UUID, asked: dict[str, Paying]
) -> None:
    back = FateDraft(Fate.MISSING, NOVEMBER, ("D-DNA negative",))
    for draft in (FateDraft(Fate.BODY_UNIDENTIFIED, NOVEMBER, ("body_number",), paying=tuple(asked.items())), back):
        with services.vault.database.read() as session:
            told = consequences(session, case, draft.fate, services.catalogue, services.clock)
        before = {step.uid for step in services.plan.steps(case) if step.open}
        services.fates.record(case, draft)
        after = {step.uid for step in services.plan.steps(case) if step.open and step.carried != Paying.ASK}
        if draft is back:
            assert (told.opens, told.at_once, told.closes) == (len(after - before),) * 2 + (len(before - after),)
    assert told.opens > 20


def test_what_the_wrong_status_brought_is_closed_and_comes_back_with_it(services: Services, case: UUID) -> None:
    body = FateDraft(Fate.BODY_UNIDENTIFIED, NOVEMBER, ("body_number",))
    services.fates.record(case, body)
    brought = row(services, case, "LEG-40")
    services.fates.record(case, FateDraft(Fate.MISSING, NOVEMBER, ("D-DNA negative",)))
    assert row(services, case, "LEG-40").state is StepState.OBSOLETE
    services.fates.record(case, body)
    assert row(services, case, "LEG-40").uid == brought.uid
    assert row(services, case, "LEG-40").open


def test_a_step_that_a_person_closed_stays_closed(services: Services, case: UUID) -> None:
    form = row(services, case, "LEG-15")
    services.plan.not_needed(form.uid, form.version, "родина подала сама")
    services.fates.record(case, FateDraft(Fate.BODY_UNIDENTIFIED, NOVEMBER, ("body_number",)))
    services.fates.record(case, FateDraft(Fate.MISSING, NOVEMBER, ("D-DNA negative",)))
    assert row(services, case, "LEG-15").state is StepState.NOT_NEEDED


@pytest.mark.parametrize("answer", [*Paying, None])
def test_recurring_money_goes_on_stops_or_is_asked_about(
    services: Services, case: UUID, answer: Paying | None
) -> None:
    check = row(services, case, "FIN-04")
    body = FateDraft(Fate.BODY_UNIDENTIFIED, NOVEMBER, ("body_number",))
    assert "FIN-04" in services.fates.consequences(case, body.fate).paid
    before = steps(services, case)
    services.fates.record(case, replace(body, paying=(("FIN-04", answer),) if answer else ()))
    found = [step for step in services.plan.steps(case) if step.step_id == "FIN-04"]
    first = next(step for step in found if step.uid == check.uid)
    asking = [step for step in found if step.uid != check.uid]
    if answer is Paying.GO_ON:
        assert (first.state, asking) == (StepState.OPEN, [])
        services.plan.done(first.uid, first.version, NOVEMBER)
        assert sum(step.step_id == "FIN-04" and step.open for step in services.plan.steps(case)) == 1, "it comes back"
        return
    assert first.state is StepState.OBSOLETE
    assert [step.state for step in asking] == ([] if answer is Paying.STOP else [StepState.TO_CHECK])
    services.fates.record(case, FateDraft(Fate.MISSING, NOVEMBER, ("D-DNA negative",)))
    after = steps(services, case)
    assert {uid: after[uid] for uid in before} == before
    assert sum(step.step_id == "FIN-04" and step.open for step in services.plan.steps(case)) == 1


def test_a_pension_that_was_granted_is_asked_about_though_its_step_is_done(services: Services, case: UUID) -> None:
    pension = row(services, case, "FIN-09")
    services.plan.done(pension.uid, pension.version, NOVEMBER)
    assert "FIN-09" in services.fates.consequences(case, Fate.RETURNED).paid
    assert "FIN-09" not in services.fates.consequences(case, Fate.CAPTIVE_CONFIRMED).paid, "it is paid then too"


def test_what_stops_that_day_is_listed_with_its_source(services: Services, case: UUID) -> None:
    stops = {stop.code: stop for stop in services.fates.consequences(case, Fate.RETURNED).stops}
    assert {"pay_home", "survivor_pension", "deferral_relatives"} <= set(stops)
    assert "annual_aid" not in stops, "he was never known to be captive"
    assert all(stop.basis and stop.sources and stop.confidence for stop in stops.values())


def test_what_is_foreseen_is_what_happens(services: Services, case: UUID) -> None:
    told = services.fates.consequences(case, Fate.BODY_UNIDENTIFIED)
    before = {step.uid: step for step in services.plan.steps(case)}
    stop = tuple((step, Paying.STOP) for step in told.paid)
    services.fates.record(case, FateDraft(Fate.BODY_UNIDENTIFIED, NOVEMBER, ("body_number",), paying=stop))
    after = services.plan.steps(case)
    assert sum(step.uid not in before for step in after) == told.opens
    closed = [step for step in after if step.state is StepState.OBSOLETE and before[step.uid].open]
    assert len(closed) == told.closes


def test_a_second_disappearance_gets_its_steps_anew(services: Services, missing: CaseDraft) -> None:
    served = (FateDraftOfCase(Fate.RETURNED, SEPTEMBER), FateDraftOfCase(Fate.IN_SERVICE_AFTER, SEPTEMBER))
    reported = {"LEG-01": Answer(StepState.DONE, SEPTEMBER)}
    case, _ = services.cases.open(replace(missing, fates=(*missing.fates, *served), answers=reported))
    services.record.episodes.begin(case, EpisodeDraft(NOVEMBER), Fate.NO_CONTACT, (), "")
    again = [step for step in services.plan.steps(case) if step.step_id == "LEG-01"]
    assert sorted(step.open for step in again) == [False, True]

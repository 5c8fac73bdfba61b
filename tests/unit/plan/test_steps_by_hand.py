"""What somebody says of a step: his own, whose it is, whom it waits for, a refusal and the term a lawyer picks."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from app.access.access import Access, NotYourCase
from app.belonging import OfAnotherCase
from app.cases.draft import CaseDraft, PersonDraft, RelativeDraft
from app.domain.day_to_come import DayToCome
from app.domain.partial_date import PartialDate
from app.domain.relation import Relation
from app.domain.role import Role, rights
from app.domain.step import StepState, Track
from app.meanwhile import CorrectedMeanwhile
from app.plan.events import EventDay
from app.plan.queries import StepRow
from app.plan.service import OpenStill, OverAlready, ReasonMissing
from app.plan.steps import BodyUnknown, NoSuchTerm, PaperOfAnotherCase, Steps, StepSays, StepUnnamed
from app.services import Services
from db.refusals import StaleEdit

FRIDAY = date(2026, 11, 20)


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    mother = RelativeDraft(PersonDraft("Ґудзь", "Марія", "Петрівна"), Relation.PARENT)
    return services.cases.open(replace(missing, relatives=(*missing.relatives, mother)))[0]


@pytest.fixture
def steps(services: Services) -> Steps:
    return services.record.steps


def row(services: Services, case: UUID, step_id: str, which: int = 0) -> StepRow:
    return [step for step in services.plan.steps(case) if step.step_id == step_id][which]


def test_a_step_of_our_own_stands_beside_those_of_the_catalogue(services: Services, steps: Steps, case: UUID) -> None:
    wife = services.cases.relatives(case)[0].uid
    with pytest.raises(StepUnnamed):
        steps.add(case, StepSays("  "))
    steps.add(case, StepSays("Подати на путівку", Track.FINANCIAL, FRIDAY, wife, "Коваль О.", "PFU", note="до свят"))
    own = row(services, case, "")
    assert (own.title.uk, own.track, own.due, own.act_by) == ("Подати на путівку", Track.FINANCIAL, FRIDAY, FRIDAY)
    assert (own.person, own.worker, own.body, own.note) == ("Ґудзь Олена", "Коваль О.", "PFU", "до свят")
    was = steps.says(own.uid)
    steps.edit(was, replace(was.says, due=None, track=Track.LEGAL))
    assert (row(services, case, "").due, row(services, case, "").track) == (None, Track.LEGAL)
    with pytest.raises(CorrectedMeanwhile):
        steps.edit(was, replace(was.says, note="інше"))


def test_the_rule_of_the_catalogue_is_not_written_over(services: Services, steps: Steps, case: UUID) -> None:
    before = row(services, case, "LEG-09")
    was = steps.says(before.uid)
    steps.edit(was, replace(was.says, title="інша назва", due=FRIDAY, worker="Мельник І.", note="уточнити"))
    after = row(services, case, "LEG-09")
    assert (after.title, after.due, after.track) == (before.title, before.due, before.track)
    assert (after.worker, after.note) == ("Мельник І.", "уточнити")


def test_what_does_not_belong_is_refused(services: Services, steps: Steps, case: UUID) -> None:
    with pytest.raises(OfAnotherCase):
        steps.add(case, StepSays("Крок", relative_uid=uuid4()))
    with pytest.raises(BodyUnknown):
        steps.add(case, StepSays("Крок", body="NOBODY"))
    with pytest.raises(PaperOfAnotherCase):
        steps.add(case, StepSays("Крок", document_uid=uuid4()))
    step = row(services, case, "LEG-09")
    with pytest.raises(DayToCome):
        steps.wait(step.uid, step.version, "NIB", date(2026, 11, 24))


def test_a_step_for_the_wife_is_not_one_for_the_mother(services: Services, steps: Steps, case: UUID) -> None:
    wife, mother = (relative.uid for relative in services.cases.relatives(case))
    sample = row(services, case, "LEG-09")
    steps.share(sample.uid, sample.version, (wife, mother))
    both = [step for step in services.plan.steps(case) if step.step_id == "LEG-09"]
    assert {step.person for step in both} == {"Ґудзь Олена", "Ґудзь Марія"}
    assert len({(step.due, step.trigger, step.counted_from) for step in both}) == 1
    first = next(step for step in both if step.person == "Ґудзь Олена")
    services.plan.done(first.uid, first.version, None)
    assert sum(step.open for step in services.plan.steps(case) if step.step_id == "LEG-09") == 1


def test_each_of_a_shared_step_keeps_the_day_its_term_runs_from(services: Services, steps: Steps, case: UUID) -> None:
    wife, mother = (relative.uid for relative in services.cases.relatives(case))
    decision, events = row(services, case, "FIN-03"), services.record.events
    events.add(case, EventDay("BODY_RECEIVED_APPLICATION", PartialDate(2026, 11, 6), decision.uid))
    steps.share(decision.uid, row(services, case, "FIN-03").version, (wife, mother))
    hers, others = (next(one for one in services.plan.steps(case) if one.step_id == "FIN-03" and one.relative == uid)
                    for uid in (wife, mother))  # fmt: skip
    assert hers.due == others.due == date(2026, 11, 23)
    (entered,) = events.of_step(hers.uid)
    events.edit(entered, replace(entered.says, on=PartialDate(2026, 11, 9)))
    (entered,) = events.of_step(others.uid)
    after = {one.uid: one.due for one in services.plan.steps(case)}
    assert (after[hers.uid], after[others.uid]) == (date(2026, 11, 24), date(2026, 11, 23))
    assert entered.says.on == PartialDate(2026, 11, 6)


def test_a_step_waits_for_a_body_since_a_day_and_is_still_to_be_done(
    services: Services, steps: Steps, case: UUID
) -> None:
    step = row(services, case, "LEG-09")
    steps.begin(step.uid, step.version)
    begun = row(services, case, "LEG-09")
    assert (begun.state, begun.since) == (StepState.STARTED, date(2026, 11, 23))
    steps.wait(begun.uid, begun.version, "", FRIDAY)
    waiting = row(services, case, "LEG-09")
    assert (waiting.state, waiting.since, waiting.body, waiting.due) == (StepState.WAITING, FRIDAY, "NIB", step.due)
    with pytest.raises(StaleEdit):
        steps.begin(begun.uid, begun.version)
    services.plan.not_needed(waiting.uid, waiting.version, "родина подала сама")
    with pytest.raises(OverAlready):
        steps.begin(waiting.uid, row(services, case, "LEG-09").version)


def test_a_refusal_opens_nothing_that_waits_and_offers_its_appeal(services: Services, case: UUID) -> None:
    extract = row(services, case, "LEG-07")
    before = {step.uid for step in services.plan.steps(case)}
    with pytest.raises(ReasonMissing):
        services.plan.refused(extract.uid, extract.version, PartialDate(2026, 11, 20), " ")
    services.plan.refused(extract.uid, extract.version, PartialDate(2026, 11, 20), "лист 44 від 19.11")
    refused, appeal = row(services, case, "LEG-07"), row(services, case, "LEG-30")
    assert (refused.state, refused.refused, refused.reason) == (StepState.DONE, True, "лист 44 від 19.11")
    assert (appeal.trigger, appeal.trigger_on, appeal.due) == ("REFUSAL_RECEIVED", FRIDAY, date(2026, 11, 30))
    assert "LEG-24" not in {step.step_id for step in services.plan.steps(case)}
    services.plan.reopen(refused.uid, refused.version)
    assert {step.uid for step in services.plan.steps(case)} == before
    assert services.record.events.of_step(appeal.uid) == ()


def test_the_shortest_term_shows_until_a_lawyer_picks_one(services: Services, steps: Steps, case: UUID) -> None:
    extract = row(services, case, "LEG-07")
    services.plan.refused(extract.uid, extract.version, PartialDate(2026, 11, 20), "відмовили")
    appeal = row(services, case, "LEG-30")
    shortest = min(one.term.qty or 0 for one in services.catalogue.steps["LEG-30"].due.choose if one.term.unit == "day")
    assert appeal.due == date(2026, 11, 30) == date(2026, 11, 20 + shortest)
    steps.choose(appeal.uid, appeal.version, 2)
    picked = row(services, case, "LEG-30")
    assert (picked.choice, picked.due) == (2, date(2027, 5, 20))
    entered = services.record.events.of_step(picked.uid)[0]
    services.record.events.edit(entered, EventDay(entered.says.event, PartialDate(2026, 11, 19), picked.uid))
    assert row(services, case, "LEG-30").due == date(2027, 5, 19), "the pick stays when the day is put right"
    with pytest.raises(NoSuchTerm):
        steps.choose(picked.uid, row(services, case, "LEG-30").version, 7)


def test_a_term_is_picked_among_those_of_the_rule_that_the_step_follows(
    services: Services, steps: Steps, case: UUID
) -> None:
    extract, rule = row(services, case, "LEG-07"), services.catalogue.steps["LEG-30"]
    services.plan.refused(extract.uid, extract.version, PartialDate(2026, 11, 20), "відмовили")
    turned = replace(rule.due, choose=rule.due.choose[::-1])
    newer = replace(rule, due=turned, before=rule, ruled_since=rule.law + 1, law=rule.law + 1)
    catalogue = replace(services.catalogue, steps={**services.catalogue.steps, "LEG-30": newer})
    appeal = row(services, case, "LEG-30")
    replace(steps, catalogue=catalogue).choose(appeal.uid, appeal.version, 2)
    assert row(services, case, "LEG-30").due == date(2027, 5, 20)


def test_what_is_over_is_not_over_a_second_time(services: Services, steps: Steps, case: UUID) -> None:
    step = row(services, case, "PSY-08")
    with pytest.raises(OpenStill):
        services.plan.reopen(step.uid, step.version)
    steps.wait(step.uid, step.version, "NIB", FRIDAY)
    waiting = row(services, case, "PSY-08")
    with pytest.raises(OpenStill):
        services.plan.reopen(waiting.uid, waiting.version)
    services.plan.done(waiting.uid, waiting.version, PartialDate(2026, 11, 20))
    before = services.plan.steps(case)
    done = next(one for one in before if one.uid == step.uid)
    plan = services.plan
    for again in (
        lambda: plan.done(done.uid, done.version, None), lambda: plan.not_needed(done.uid, done.version, "так"),
        lambda: plan.refused(done.uid, done.version, None, "ні"),
        lambda: plan.not_executable(done.uid, done.version, "ні"),
        lambda: plan.defer(done.uid, done.version, date(2027, 1, 4)),
    ):  # fmt: skip
        with pytest.raises(OverAlready):
            again()
    assert plan.steps(case) == before, "no turn is doubled, and nothing that it brought is left behind"


def test_the_day_of_a_refusal_is_put_right_and_its_appeal_stays(services: Services, case: UUID) -> None:
    extract = row(services, case, "LEG-07")
    services.plan.refused(extract.uid, extract.version, PartialDate(2026, 11, 20), "відмовили")
    appeal = row(services, case, "LEG-30")
    entered = services.record.events.of_step(appeal.uid)[0]
    services.record.events.edit(entered, EventDay(entered.says.event, PartialDate(2026, 11, 12), appeal.uid))
    assert row(services, case, "LEG-30").due == date(2026, 11, 23), "Sunday, so to Monday"


def test_the_day_of_a_colleagues_refusal_is_not_read_by_its_step(services: Services, case: UUID) -> None:
    extract = row(services, case, "LEG-07")
    services.plan.refused(extract.uid, extract.version, PartialDate(2026, 11, 20), "відмовили")
    stranger = Access("Чужа", rights([Role.CASEWORKER]), alone=False)
    with pytest.raises(NotYourCase):
        replace(services.record.events, access=stranger).of_step(row(services, case, "LEG-30").uid)


def test_an_appeal_that_is_refused_offers_no_second_one(services: Services, case: UUID) -> None:
    extract = row(services, case, "LEG-07")
    services.plan.refused(extract.uid, extract.version, None, "відмовили")
    appeal = row(services, case, "LEG-30")
    services.plan.refused(appeal.uid, appeal.version, None, "суд відмовив")
    assert sum(step.step_id == "LEG-30" for step in services.plan.steps(case)) == 1

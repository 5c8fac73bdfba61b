from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from app.cases.draft import CaseDraft
from app.domain.day_to_come import DayToCome
from app.domain.evidence import TWO_PERSON, Need
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.step import StepState
from app.domain.transition import TransitionNotAllowed, TransitionRefused
from app.fates.change import FateDraft, NoSuchChange
from app.fates.service import HardNewsInPerson, NotInTheRecord, SecondNotNamed, TakenBackSince
from app.services import Services
from app.timeline.row import Moment
from db.models.case_file import FateEvent

SEPTEMBER = PartialDate(2026, 9, 12)


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    return services.cases.open(missing)[0]


def history(services: Services, case: UUID) -> list[FateEvent]:
    with services.vault.database.read() as session:
        return list(session.scalars(select(FateEvent).where(FateEvent.case_uid == case).order_by(FateEvent.uid)))


def states(services: Services, case: UUID) -> dict[str, StepState]:
    return {step.step_id: step.state for step in services.plan.steps(case)}


def test_captivity_needs_a_confirming_letter(services: Services, case: UUID) -> None:
    with pytest.raises(TransitionRefused) as caught:
        services.fates.record(case, FateDraft(Fate.CAPTIVE_CONFIRMED, SEPTEMBER, ("D-NOTICE",)))
    assert "Національного інформаційного бюро" in caught.value.facts["missing_words"].uk  # type: ignore[attr-defined]
    assert services.cases.view(case).fate is Fate.MISSING
    services.fates.record(case, FateDraft(Fate.CAPTIVE_CONFIRMED, SEPTEMBER, ("D-NIB",)))
    assert services.cases.view(case).fate is Fate.CAPTIVE_CONFIRMED


def test_the_old_fate_stays_and_the_new_one_names_what_it_reverses(services: Services, case: UUID) -> None:
    services.fates.record(case, FateDraft(Fate.BODY_UNIDENTIFIED, SEPTEMBER, ("body_number",)))
    services.fates.record(case, FateDraft(Fate.MISSING, PartialDate(2026, 11), ("D-DNA negative",)))
    events = history(services, case)
    assert [event.fate for event in events] == ["MISSING", "BODY_UNIDENTIFIED", "MISSING"]
    assert events[2].reverses_uid == events[1].uid


def test_a_jump_that_the_table_does_not_know_says_what_may_follow(services: Services, case: UUID) -> None:
    with pytest.raises(TransitionNotAllowed) as caught:
        services.fates.record(case, FateDraft(Fate.DISCHARGED_AFTER, SEPTEMBER, ("D-DISCHARGE-ORDER",)))
    assert Fate.RETURNED in caught.value.allowed
    assert Fate.RETURNED in services.fates.next(case)


def test_the_same_status_again_is_no_change(services: Services, case: UUID) -> None:
    with pytest.raises(NoSuchChange):
        services.fates.record(case, FateDraft(Fate.MISSING, SEPTEMBER, ("D-NOTICE",)))


def test_a_change_opens_its_steps_and_closes_what_no_longer_applies(services: Services, case: UUID) -> None:
    before = states(services, case)
    services.fates.record(case, FateDraft(Fate.CAPTIVE_CONFIRMED, SEPTEMBER, ("D-ICRC",)))
    after = states(services, case)
    assert set(before) <= set(after), "nothing disappears"
    assert after["LEG-29"] is StepState.OPEN
    assert after["LEG-15"] is StepState.OBSOLETE
    letter = next(step for step in services.plan.steps(case) if step.step_id == "LEG-29")
    assert (letter.trigger, letter.trigger_on) == ("CAPTIVITY_CONFIRMED", date(2026, 9, 12))
    assert letter.counted_from == date(2026, 11, 23), "our own standard starts when we learned of it"


def test_hard_news_is_told_in_person(services: Services, case: UUID) -> None:
    wife = services.cases.relatives(case)[0]
    services.fates.record(case, FateDraft(Fate.BODY_UNIDENTIFIED, SEPTEMBER, ("body_number",)))
    for how in ("phone", "paper"):
        with pytest.raises(HardNewsInPerson):
            services.fates.tell(case, wife.uid, Fate.BODY_UNIDENTIFIED, date(2026, 11, 23), how)
    with pytest.raises(SecondNotNamed):
        services.fates.tell(case, wife.uid, Fate.BODY_UNIDENTIFIED, date(2026, 11, 23), "in_pair", second="  ")
    assert services.cases.relatives(case)[0].last_told is None
    services.fates.tell(case, wife.uid, Fate.BODY_UNIDENTIFIED, date(2026, 11, 23), "in_pair", second="Ірина")
    assert services.cases.relatives(case)[0].last_told is Fate.BODY_UNIDENTIFIED


def test_what_may_follow_says_what_it_needs(services: Services, case: UUID) -> None:
    following = {one.fate: one.ways for one in services.fates.following(case)}
    assert tuple(following) == services.fates.next(case)
    assert following[Fate.CAPTIVE_CONFIRMED] == ((Need(("D-NIB", "D-ICRC")),),)
    assert Need((TWO_PERSON,)) in following[Fate.DECEASED_IDENTIFIED][0]
    assert Need((TWO_PERSON,)) not in following[Fate.RETURNED][0]


def test_a_way_back_is_offered_beside_the_way_by_name(services: Services, case: UUID) -> None:
    services.fates.record(case, FateDraft(Fate.RETURNED, SEPTEMBER, ("exchange_list",)))
    following = {one.fate: one.ways for one in services.fates.following(case)}
    assert following[Fate.MISSING] == ((Need(("reason",)), Need((TWO_PERSON,))),)


def test_the_known_statuses_are_those_of_the_history_the_present_one_first(services: Services, case: UUID) -> None:
    services.fates.record(case, FateDraft(Fate.BODY_UNIDENTIFIED, SEPTEMBER, ("body_number",)))
    services.fates.record(case, FateDraft(Fate.MISSING, SEPTEMBER, ("D-DNA negative",)))
    assert services.fates.known(case) == (Fate.MISSING, Fate.BODY_UNIDENTIFIED)


def test_nobody_is_told_what_the_record_does_not_say(services: Services, case: UUID) -> None:
    wife = services.cases.relatives(case)[0]
    with pytest.raises(NotInTheRecord):
        services.fates.tell(case, wife.uid, Fate.RETURNED, date(2026, 11, 23), "in_person")
    assert services.cases.relatives(case)[0].last_told is None


def test_hard_news_that_was_taken_back_is_told_no_more(services: Services, case: UUID) -> None:
    wife = services.cases.relatives(case)[0].uid
    services.fates.record(case, FateDraft(Fate.BODY_UNIDENTIFIED, SEPTEMBER, ("body_number",)))
    services.fates.record(case, FateDraft(Fate.MISSING, None, ("D-DNA negative",)))
    with services.vault.database.write("Олена") as session:
        back = session.get_one(FateEvent, history(services, case)[-1].uid)
        back.recorded_at -= timedelta(days=7)
    with pytest.raises(TakenBackSince):
        services.fates.tell(case, wife, Fate.BODY_UNIDENTIFIED, date(2026, 11, 20), "in_person")
    services.fates.tell(case, wife, Fate.BODY_UNIDENTIFIED, date(2026, 11, 1), "in_person")
    assert [row.on for row in services.fates.told(case)] == [date(2026, 11, 1)]


def test_a_day_to_come_is_neither_a_change_nor_a_talk(services: Services, case: UUID) -> None:
    wife = services.cases.relatives(case)[0]
    with pytest.raises(DayToCome):
        services.fates.tell(case, wife.uid, Fate.MISSING, date(2026, 11, 24), "phone")
    with pytest.raises(DayToCome):
        services.fates.record(case, FateDraft(Fate.CAPTIVE_CONFIRMED, PartialDate(2026, 12), ("D-NIB",)))
    assert services.cases.view(case).fate is Fate.MISSING


def test_what_was_told_stands_in_the_timeline_and_beside_the_relative(services: Services, case: UUID) -> None:
    wife = services.cases.relatives(case)[0]
    services.fates.tell(case, wife.uid, Fate.MISSING, date(2026, 11, 20), "phone")
    row = next(row for row in services.record.timeline.rows(case) if row.kind is Moment.TOLD)
    assert (row.on, row.detail, row.text) == (PartialDate(2026, 11, 20), "phone", "Ґудзь Олена")
    assert services.cases.relatives(case)[0].last_told_on == date(2026, 11, 20)

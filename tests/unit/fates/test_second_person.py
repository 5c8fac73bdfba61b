"""A death, to or from, waits for a second person's yes to that very change; who works alone waits a day."""

from dataclasses import replace
from uuid import UUID

import pytest

from app.approvals.service import AnotherMustAgree, ComeBackLater, Kind
from app.cases.draft import CaseDraft
from app.domain.evidence import Need
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.transition import TransitionRefused
from app.fates.change import FateDraft
from app.services import Services
from tests.unit.agreeing import LEAD, agree, next_day, with_lead

OCTOBER = PartialDate(2026, 10, 1)
DEATH = FateDraft(Fate.DECEASED_IDENTIFIED, OCTOBER, ("D-DNA", "D-DEATH-CERT"), comment="звірено два папери")


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    return services.cases.open(missing)[0]


def test_a_death_is_recorded_after_the_yes_and_names_who_gave_it(services: Services, case: UUID) -> None:
    office = with_lead(services)
    for _ in range(2):
        with pytest.raises(AnotherMustAgree):
            office.fates.record(case, DEATH)
    (row,) = office.approvals.about(case)
    assert (row.kind, row.shown["to"], row.shown["on"]) == (Kind.FATE, "DECEASED_IDENTIFIED", "2026-10-01")
    assert office.cases.view(case).fate is Fate.MISSING
    agree(office)
    office.fates.record(case, DEATH)
    assert office.fates.history(case)[0].approver == LEAD
    assert office.approvals.about(case) == ()


@pytest.mark.parametrize(
    "other",
    [
        replace(DEATH, effective=PartialDate(2026, 10, 2)),
        replace(DEATH, evidence=("D-DNA", "D-DEATH-CERT", "visual identification")),
        replace(DEATH, source="лист № 5"),
        replace(DEATH, comment="інше"),
        FateDraft(Fate.DECLARED_DEAD_COURT, OCTOBER, ("D-COURT in force",), comment="звірено два папери"),
    ],
)
def test_a_yes_is_good_for_nothing_else(services: Services, case: UUID, other: FateDraft) -> None:
    office = with_lead(services)
    with pytest.raises(AnotherMustAgree):
        office.fates.record(case, DEATH)
    agree(office)
    with pytest.raises(AnotherMustAgree):
        office.fates.record(case, other)
    assert office.cases.view(case).fate is Fate.MISSING


def test_a_yes_lapses_when_the_record_went_on(services: Services, case: UUID) -> None:
    office = with_lead(services)
    with pytest.raises(AnotherMustAgree):
        office.fates.record(case, DEATH)
    agree(office)
    office.fates.record(case, FateDraft(Fate.CAPTIVE_CONFIRMED, OCTOBER, ("D-NIB",)))
    office.fates.record(case, FateDraft(Fate.MISSING, OCTOBER, ("D-NIB",), comment="лист відкликано"))
    with pytest.raises(AnotherMustAgree):
        office.fates.record(case, DEATH)


def test_who_works_alone_waits_a_day(services: Services, case: UUID) -> None:
    with pytest.raises(ComeBackLater):
        services.fates.record(case, DEATH)
    with pytest.raises(ComeBackLater):
        services.fates.record(case, DEATH)
    tomorrow = next_day(services)
    tomorrow.fates.record(case, DEATH)
    assert tomorrow.fates.history(case)[0].approver == ""


def test_a_request_needs_its_reason_before_anything_is_asked(services: Services, case: UUID) -> None:
    with pytest.raises(TransitionRefused) as caught:
        services.fates.record(case, replace(DEATH, comment=" "))
    assert Need(("reason",)) in caught.value.missing
    assert services.approvals.list() == ()


def test_the_papers_come_before_the_second_person(services: Services, case: UUID) -> None:
    with pytest.raises(TransitionRefused) as caught:
        services.fates.record(case, replace(DEATH, evidence=("D-DNA",)))
    assert caught.value.missing == (Need(("D-DEATH-CERT",)),)
    assert services.approvals.list() == ()


def test_the_way_back_from_a_death_needs_the_yes_too(services: Services, case: UUID) -> None:
    office = with_lead(services)
    with pytest.raises(AnotherMustAgree):
        office.fates.record(case, DEATH)
    agree(office)
    office.fates.record(case, DEATH)
    alive = FateDraft(Fate.RETURNED, PartialDate(2026, 11, 5), ("D-JC-SSU",), comment="повернувся з обміну")
    with pytest.raises(AnotherMustAgree):
        office.fates.record(case, alive)
    agree(office)
    office.fates.record(case, alive)
    newest, death, _ = office.fates.history(case)
    assert (newest.fate, newest.reverses) == (Fate.RETURNED, Fate.DECEASED_IDENTIFIED)
    assert death.reversed_by == newest.uid


def test_an_ordinary_change_waits_for_nobody(services: Services, case: UUID) -> None:
    with_lead(services).fates.record(case, FateDraft(Fate.CAPTIVE_CONFIRMED, OCTOBER, ("D-NIB",)))
    assert services.cases.view(case).fate is Fate.CAPTIVE_CONFIRMED
    assert services.approvals.list() == ()

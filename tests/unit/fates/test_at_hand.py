"""What the record holds is evidence without a tick; a paper that may say no is none until somebody read it."""

from uuid import UUID

import pytest

from app.cases.draft import CaseDraft
from app.domain.confirming import Fact
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.transition import TransitionRefused
from app.fates.change import FateDraft, NoSuchSourceType
from app.fates.confirmations import ConfirmationDraft
from app.services import Services
from db.models.base import new_uid
from db.models.step import Document

OCTOBER = PartialDate(2026, 10, 1)
CAPTIVE = FateDraft(Fate.CAPTIVE_CONFIRMED, OCTOBER, ())


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    return services.cases.open(missing)[0]


def paper(services: Services, case: UUID, kind: str, **more: object) -> None:
    with services.vault.database.write("Олена") as session:
        session.add(Document(uid=new_uid(), case_uid=case, kind=kind, **more))


def refused(services: Services, case: UUID, draft: FateDraft) -> bool:
    try:
        services.fates.record(case, draft)
    except TransitionRefused:
        return True
    return False


def test_a_paper_in_the_case_is_evidence(services: Services, case: UUID) -> None:
    home = FateDraft(Fate.RETURNED, OCTOBER, ())
    paper(services, case, "D-JC-SSU", state="requested")
    assert refused(services, case, home), "asked for is not there yet"
    paper(services, case, "D-JC-SSU")
    assert not refused(services, case, home)
    assert services.fates.history(case)[0].evidence == ("D-JC-SSU",)


def test_a_paper_of_a_relative_shows_nothing_of_the_man(services: Services, case: UUID) -> None:
    paper(services, case, "D-JC-SSU", relative_uid=services.cases.relatives(case)[0].uid)
    assert refused(services, case, FateDraft(Fate.RETURNED, OCTOBER, ()))


@pytest.mark.parametrize("kind", ["D-NIB", "D-ICRC", "D-LETTER"])
def test_a_letter_that_may_say_no_confirms_nothing_by_lying_there(services: Services, case: UUID, kind: str) -> None:
    paper(services, case, kind)
    assert refused(services, case, CAPTIVE)


@pytest.mark.parametrize(
    ("body", "fact", "confirmed"),
    [
        ("NIB", Fact.CAPTIVITY, True),
        ("ICRC", Fact.CAPTIVITY, True),
        ("UNIT", Fact.CAPTIVITY, False),
        ("KSHPPV", Fact.CAPTIVITY, False),
        ("NIB", Fact.MISSING, False),
    ],
)
def test_captivity_is_confirmed_by_who_can_confirm_it(
    services: Services, case: UUID, body: str, fact: Fact, confirmed: bool
) -> None:
    services.record.standing.confirmations.add(case, ConfirmationDraft(body, fact, OCTOBER))
    assert refused(services, case, CAPTIVE) is not confirmed


def test_a_word_that_was_withdrawn_confirms_nothing(services: Services, case: UUID) -> None:
    withdrawn = ConfirmationDraft("NIB", Fact.CAPTIVITY, OCTOBER, withdrawn_on=OCTOBER, withdrawn_why="помилка")
    services.record.standing.confirmations.add(case, withdrawn)
    assert refused(services, case, CAPTIVE)


def test_a_source_that_confirms_is_enough_and_gives_its_grade(services: Services, case: UUID) -> None:
    for source, enough in (("RETURNEE", False), ("RU_LIST", False), ("ICRC_OFFICIAL", True)):
        draft = FateDraft(Fate.CAPTIVE_CONFIRMED, OCTOBER, (), source_type=source)
        assert refused(services, case, draft) is not enough
    newest = services.fates.history(case)[0]
    assert (newest.evidence, newest.grade) == (("D-ICRC",), "A1")


def test_an_unknown_type_of_source_is_refused(services: Services, case: UUID) -> None:
    with pytest.raises(NoSuchSourceType):
        services.fates.record(case, FateDraft(Fate.RETURNED, OCTOBER, ("exchange_list",), source_type="ЧУТКИ"))


def test_what_is_known_of_the_first_time_shows_nothing_for_the_second(services: Services, case: UUID) -> None:
    services.record.standing.confirmations.add(case, ConfirmationDraft("NIB", Fact.CAPTIVITY, OCTOBER))
    paper(services, case, "D-NOTICE")
    for fate, evidence in (
        (Fate.RETURNED, ("exchange_list",)), (Fate.IN_SERVICE_AFTER, ("choice recorded",)),
    ):  # fmt: skip
        services.fates.record(case, FateDraft(fate, OCTOBER, evidence))
    again = FateDraft(Fate.MISSING, PartialDate(2026, 11), ())
    assert refused(services, case, again), "the notification is of the first time"
    services.fates.record(case, FateDraft(Fate.MISSING, PartialDate(2026, 11), ("D-NOTICE",)))
    assert refused(services, case, CAPTIVE)
    assert [row.episode for row in services.fates.history(case)] == [2, 1, 1, 1]
    services.record.standing.confirmations.add(case, ConfirmationDraft("ICRC", Fact.CAPTIVITY, None))
    assert not refused(services, case, CAPTIVE)

"""What the records of a case give to a family's paper: this episode, and nobody who must not be contacted."""

from datetime import date
from uuid import UUID

import pytest

from app.cases.draft import CaseDraft
from app.domain.fate import Fate
from app.domain.kin import KinRole
from app.domain.partial_date import PartialDate, of_day
from app.fates.change import FateDraft
from app.kin.entries import RoleDraft
from app.paper.family_facts import PaperUnsafe
from app.services import Services

TODAY = date(2026, 11, 23)


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    return services.cases.open(missing)[0]


def test_nobody_who_must_not_be_contacted_gets_a_paper(services: Services, case: UUID) -> None:
    wife = services.cases.relatives(case)[0].uid
    assert services.papers.family_paper(case)
    services.record.kin.roles.add(case, RoleDraft(wife, KinRole.DO_NOT_CONTACT, since=of_day(TODAY)))
    with pytest.raises(PaperUnsafe):
        services.papers.family_paper(case)


def test_the_notice_of_the_first_disappearance_confirms_no_second_one(services: Services, case: UUID) -> None:
    assert services.papers.facts(case).source == "D-NOTICE"
    for fate, day, paper in (
        (Fate.RETURNED, 5, "exchange_list"),
        (Fate.IN_SERVICE_AFTER, 6, "choice recorded"),
        (Fate.MISSING, 20, "D-NOTICE"),
    ):
        services.fates.record(case, FateDraft(fate, PartialDate(2026, 9, day), (paper,)))
    facts = services.papers.facts(case)
    assert (facts.fate, facts.source, facts.source_on) == (Fate.MISSING, "", None)


def test_the_last_told_is_what_was_told_on_the_latest_day(services: Services, case: UUID) -> None:
    wife = services.cases.relatives(case)[0].uid
    services.fates.record(case, FateDraft(Fate.CAPTIVE_CONFIRMED, PartialDate(2026, 9, 12), ("D-NIB",)))
    services.fates.tell(case, wife, Fate.CAPTIVE_CONFIRMED, date(2026, 9, 13), "phone")
    services.fates.tell(case, wife, Fate.MISSING, date(2026, 6, 16), "phone")
    assert services.cases.relatives(case)[0].last_told is Fate.CAPTIVE_CONFIRMED
    assert services.papers.facts(case).fate is Fate.CAPTIVE_CONFIRMED
    (waiting,) = services.exchange_day.families(TODAY)
    assert waiting.contact is not None
    assert waiting.contact.told is Fate.CAPTIVE_CONFIRMED

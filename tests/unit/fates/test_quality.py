"""What cannot be is said before it is kept and listed after; what was taken back is no contradiction any more."""

from uuid import UUID

import pytest

from app.cases.draft import CaseDraft
from app.domain.confirming import Fact
from app.domain.fate import Fate
from app.domain.partial_date import PartialDate
from app.domain.plausible import Part, Rule
from app.fates.change import FateDraft
from app.fates.confirmations import ConfirmationDraft
from app.fates.standing import CivilDraft, CivilState
from app.services import Services

MAY, SEPTEMBER = PartialDate(2026, 5, 1), PartialDate(2026, 9, 12)


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    return services.cases.open(missing)[0]


def rules(services: Services, case: UUID) -> list[Rule]:
    return [finding.rule for finding in services.quality.findings(case)]


def test_a_wrong_day_warns_is_kept_and_listed(services: Services, case: UUID) -> None:
    early = FateDraft(Fate.CAPTIVE_CONFIRMED, MAY, ("D-NIB",))
    assert [one.rule for one in services.quality.of_change(case, early)] == [Rule.OLDER_THAN_PREVIOUS]
    assert rules(services, case) == [], "asking keeps nothing"
    services.fates.record(case, early)
    (found,) = services.quality.findings(case)
    assert (found.rule, found.wrong.part) == (Rule.OLDER_THAN_PREVIOUS, Part.FATE)
    assert found.wrong.code == "CAPTIVE_CONFIRMED"


def test_a_right_day_warns_of_nothing(services: Services, case: UUID) -> None:
    assert services.quality.of_change(case, FateDraft(Fate.CAPTIVE_CONFIRMED, SEPTEMBER, ("D-NIB",))) == ()
    assert services.quality.of_change(case, FateDraft(Fate.CAPTIVE_CONFIRMED, None, ("D-NIB",))) == ()


def test_what_was_taken_back_contradicts_nothing(services: Services, case: UUID) -> None:
    services.fates.record(case, FateDraft(Fate.CAPTIVE_UNCONFIRMED, MAY, ("info_item grade B2",)))
    assert rules(services, case) == [Rule.OLDER_THAN_PREVIOUS]
    services.fates.record(case, FateDraft(Fate.MISSING, PartialDate(2026, 6, 15), (), comment="неправда"))
    assert rules(services, case) == []


def test_entries_beside_the_status_are_looked_at_too(services: Services, case: UUID) -> None:
    standing = services.record.standing
    word, civil = ConfirmationDraft("NIB", Fact.CAPTIVITY, MAY), CivilDraft(CivilState.MISSING_ENTRY, PartialDate(1980))
    assert [one.rule for one in services.quality.of_entry(case, word)] == [Rule.CONFIRMED_BEFORE_EVENT]
    assert [one.rule for one in services.quality.of_entry(case, civil)] == [Rule.BEFORE_BIRTH]
    standing.confirmations.add(case, word)
    standing.civil.add(case, civil)
    assert set(rules(services, case)) == {Rule.CONFIRMED_BEFORE_EVENT, Rule.BEFORE_BIRTH}
    (kept,) = standing.confirmations.rows(case)
    standing.confirmations.remove(kept.uid)
    assert rules(services, case) == [Rule.BEFORE_BIRTH]

"""Donors, flags and advice of a search: what is kept, who sees it, what is refused."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from app.access.access import Access, NotYourCase
from app.belonging import OfAnotherCase
from app.catalogue.bodies import UnknownBody
from app.domain.day_to_come import DayToCome
from app.domain.dna import Method, Profile, Sample, Verdict
from app.domain.readers import Readers
from app.domain.reply import Ask
from app.domain.role import Right, Role, rights
from app.records.keeping import NotForYou
from app.search.advice import AdviceDraft, Agreed, NothingAdvised
from app.search.donors import DonorDraft, NoDonor, NotTakenYet
from app.search.flags import EndsBeforeItBegins, FlagDraft, FlagKind, FlagSaysNothing, FlagTooOpen
from app.search.requests import RequestDraft
from app.search.service import Search
from app.services import Services
from db.models.base import new_uid

TODAY = date(2026, 11, 23)
PRESS = FlagDraft(FlagKind.PRESS, TODAY - timedelta(3), "дзвонять із телебачення")
VIOLENCE = FlagDraft(FlagKind.VIOLENCE, TODAY, audience=Readers.PSYCHOLOGIST)
OWN = DonorDraft(lifetime=True, sample=Sample.TAKEN)


def as_reader(search: Search, *given: Right) -> Search:
    """The same search as somebody with these rights sees it."""
    access = replace(search.access, rights=frozenset({Right.CASES_OWN, Right.CASES_ALL, *given}))
    return Search.of(search.database, search.catalogue, search.clock, access)


def test_samples_are_kept_and_weighed(services: Services, search: Search, case: UUID) -> None:
    wife = services.cases.relatives(case)[0].uid
    assert search.view(case).dna.verdict is Verdict.NO_DONOR
    search.donors.add(case, DonorDraft(relative_uid=wife, sample=Sample.TAKEN, methods=(Method.STR, Method.OTHER)))
    assert search.view(case).dna.verdict is Verdict.NOT_CLOSE
    search.donors.add(case, OWN)
    view = search.view(case)
    assert [one.says.methods for one in view.donors] == [(Method.STR, Method.OTHER), ()]
    assert view.dna.verdict is Verdict.LIFETIME


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        (DonorDraft(), NoDonor),
        (replace(OWN, sample=Sample.PLANNED, profile=Profile.ENTERED), NotTakenYet),
        (replace(OWN, sample=Sample.PLANNED, taken_on=TODAY), NotTakenYet),
        (replace(OWN, taken_on=TODAY + timedelta(1)), DayToCome),
        (replace(OWN, body="МАРС"), UnknownBody),
        (DonorDraft(relative_uid=new_uid()), OfAnotherCase),
    ],
)
def test_a_sample_that_cannot_be_is_refused(
    search: Search, case: UUID, draft: DonorDraft, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        search.donors.add(case, draft)
    assert search.donors.rows(case) == ()


@pytest.mark.parametrize(
    ("since", "until", "stands"),
    [(0, None, True), (-3, -1, False), (-3, 0, True), (-3, 5, True)],
)
def test_a_flag_is_minded_until_its_last_day(
    search: Search, case: UUID, since: int, until: int | None, stands: bool
) -> None:
    ends = TODAY + timedelta(until) if until is not None else None
    search.flags.add(case, replace(PRESS, since=TODAY + timedelta(since), until=ends))
    assert len(search.flags.rows(case)) == 1
    assert bool(search.minded(case)) == stands


def test_violence_at_home_is_for_clinical_eyes_only(search: Search, case: UUID) -> None:
    search.flags.add(case, VIOLENCE)
    search.flags.add(case, PRESS)
    worker, psychologist = as_reader(search), as_reader(search, Right.CLINICAL)
    for seen in (worker.minded(case), worker.flags.rows(case), worker.view(case).flags):
        assert [one.says.kind for one in seen] == [FlagKind.PRESS]
    (hidden, _) = psychologist.minded(case)
    assert hidden.says.kind is FlagKind.VIOLENCE
    with pytest.raises(NotForYou):
        worker.flags.remove(hidden.uid)


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        (replace(VIOLENCE, audience=Readers.OFFICE), FlagTooOpen),
        (FlagDraft(FlagKind.DO_NOT_MENTION, TODAY, "  "), FlagSaysNothing),
        (replace(PRESS, since=TODAY + timedelta(1)), DayToCome),
        (replace(PRESS, until=PRESS.since - timedelta(1)), EndsBeforeItBegins),
    ],
)
def test_a_flag_that_cannot_be_is_refused(
    search: Search, case: UUID, draft: FlagDraft, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        search.flags.add(case, draft)
    assert search.flags.rows(case) == ()


def test_advice_is_kept_with_what_the_relative_made_of_it(services: Services, search: Search, case: UUID) -> None:
    wife = services.cases.relatives(case)[0].uid
    draft = AdviceDraft(TODAY, ("NO_SERVICE", "NO_PAYING"), "Коваль О.", wife, Agreed.THINKING, "сторінка сина")
    search.advice.add(case, draft)
    assert search.view(case).advice[0].says == draft


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        (AdviceDraft(TODAY, (), "Коваль О."), NothingAdvised),
        (AdviceDraft(TODAY + timedelta(1), ("NO_PAYING",), "Коваль О."), DayToCome),
        (AdviceDraft(TODAY, ("NO_PAYING",), "Коваль О.", new_uid()), OfAnotherCase),
    ],
)
def test_advice_that_cannot_be_is_refused(
    search: Search, case: UUID, draft: AdviceDraft, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        search.advice.add(case, draft)
    assert search.advice.rows(case) == ()


def test_a_stranger_sees_and_writes_nothing(search: Search, case: UUID) -> None:
    access = Access("Ірина", rights([Role.CASEWORKER]))
    stranger = Search.of(search.database, search.catalogue, search.clock, access)
    for deed in (
        lambda: stranger.view(case),
        lambda: stranger.minded(case),
        lambda: stranger.requests.rows(case),
        lambda: stranger.donors.add(case, OWN),
        lambda: stranger.flags.add(case, PRESS),
        lambda: stranger.requests.add(case, RequestDraft("NIB", Ask.APPEAL, TODAY)),
    ):
        with pytest.raises(NotYourCase):
            deed()

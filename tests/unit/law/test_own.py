"""The office's own steps: beside the law, never in its name, and there after every law pack."""

from dataclasses import replace

import pytest

from app.access.access import NotAllowed
from app.catalogue.definitions import Print
from app.domain.deadline import Kind, Unit
from app.domain.fate import Fate
from app.domain.role import Role
from app.domain.step import Track
from app.law.own import (
    HalfWording,
    OwnStepDraft,
    OwnStepForNobody,
    OwnStepTooLong,
    OwnStepUnnamed,
    OwnTermImpossible,
)
from app.meanwhile import CorrectedMeanwhile
from tests.unit.law.conftest import LONGER, texts_of

CALL = OwnStepDraft("Зателефонувати до волонтерів", Track.LEGAL, (Fate.MISSING,), qty=5, offered=True)


def test_a_step_of_the_office_comes_with_its_status_as_its_own_standard(services, missing, renewed):
    services.law.own.add(None, CALL)
    now = renewed()
    case, _ = now.cases.open(missing)
    (row,) = [row for row in now.plan.steps(case) if row.step_id == "OWN-001"]
    assert (row.title.uk, row.title.en) == (CALL.title_uk, CALL.title_uk)
    assert (row.kind, row.definition.basis, row.definition.print) == (Kind.OFFICE, (), Print.NEVER)
    assert row.due is not None


def test_it_stays_through_law_packs_and_going_back(trusting, missing, issuer, renewed):
    trusting.law.own.add(None, CALL)
    case, _ = renewed().cases.open(missing)
    due = {row.uid: row.due for row in renewed().plan.steps(case) if row.step_id == "OWN-001"}
    renewed().law.take(issuer.pack(2, LONGER))
    assert "OWN-001" in renewed().catalogue.steps
    renewed().law.back()
    assert {row.uid: row.due for row in renewed().plan.steps(case) if row.step_id == "OWN-001"} == due


def test_what_is_offered_no_more_keeps_its_name_where_it_is(services, missing, renewed):
    services.law.own.add(None, CALL)
    case, _ = renewed().cases.open(missing)
    (kept,) = services.law.own.rows()
    services.law.own.remove(kept.uid)
    assert services.law.own.rows() == ()
    now = renewed()
    assert CALL.title_uk in {row.title.uk for row in now.plan.steps(case)}
    other, _ = now.cases.open(missing)
    assert CALL.title_uk not in {row.title.uk for row in now.plan.steps(other)}
    services.law.own.add(None, CALL)
    assert "OWN-002" in renewed().catalogue.steps, "a code is never given twice"


@pytest.mark.parametrize(
    ("draft", "error"),
    [
        (replace(CALL, title_uk="  "), OwnStepUnnamed),
        (replace(CALL, title_en="a" * 201), OwnStepTooLong),
        (replace(CALL, fates=()), OwnStepForNobody),
        (replace(CALL, qty=-1), OwnTermImpossible),
        (replace(CALL, qty=4000, unit=Unit.YEAR), OwnTermImpossible),
        (replace(CALL, family_uk="Дзвінок"), HalfWording),
    ],
)
def test_what_cannot_be_a_step_is_refused(services, draft, error):
    with pytest.raises(error):
        services.law.own.add(None, draft)
    services.law.own.add(None, CALL)
    (kept,) = services.law.own.rows()
    with pytest.raises(error):
        services.law.own.edit(kept, draft)
    assert [row.says for row in services.law.own.rows()] == [CALL]


def test_a_family_reads_it_in_the_office_s_own_words_only(services, renewed):
    services.law.own.add(None, replace(CALL, family_uk="Дзвінок волонтерам", family_en="A call to volunteers"))
    step = renewed().catalogue.steps["OWN-001"]
    assert (step.print, step.family.en) == (Print.FAMILY, "A call to volunteers")


def test_two_who_correct_it_at_once_see_both(services):
    services.law.own.add(None, CALL)
    (kept,) = services.law.own.rows()
    services.law.own.edit(kept, replace(CALL, qty=7))
    with pytest.raises(CorrectedMeanwhile):
        services.law.own.edit(kept, replace(CALL, qty=9))


def test_only_who_answers_for_the_law_pack_may(services, missing, issuer, renewed):
    services.users.set_roles(services.vault.user, [Role.CASEWORKER, Role.LEAD])
    modest = renewed()
    for asked in (
        lambda: modest.law.own.add(None, CALL), lambda: modest.law.trust(issuer.card), modest.law.back,
        lambda: modest.law.preview(issuer.put(issuer.signed(texts_of(2)))),
    ):  # fmt: skip
        with pytest.raises(NotAllowed):
            asked()

"""Roles, facts and his wish: kept, judged, and what follows from them for each of the family."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.belonging import OfAnotherCase
from app.clock import FixedClock
from app.contacts.service import ContactDraft
from app.domain.coming_of_age import Turning
from app.domain.entitlement import Because, Purpose, Standing
from app.domain.kin import Fact, KinRole, PayWish
from app.domain.partial_date import PartialDate
from app.domain.relation import Relation
from app.kin.entries import (
    EndsBeforeItBegins,
    FactDraft,
    NobodyBeside,
    NoSuchShare,
    RoleDraft,
    ToWhomUnknown,
    WishDraft,
)
from app.people.family import RelativeDetails
from app.people.person import Correction
from app.services import Services
from app.timeline.row import Moment

NO = dict.fromkeys((Fact.ALIMONY_FROM_HIM, Fact.TIES_TO_AGGRESSOR, Fact.CONVICTED), False)


def answer(services, case, relative, **answers: bool) -> None:
    for fact, holds in answers.items():
        services.record.kin.facts.add(case, FactDraft(relative, Fact(fact), holds))


def pay_of(services, case, relative):
    return next(one for one in services.record.kin.family(case).of(relative).verdicts if one.purpose is Purpose.PAY)


def test_roles_are_many_and_dated(services, case, wife, daughter):
    roles = services.record.kin.roles
    roles.add(case, RoleDraft(wife, KinRole.PAY_RECIPIENT, PartialDate(2026, 8, 1), share=2500, text="рішення 12"))
    roles.add(case, RoleDraft(daughter, KinRole.PAY_RECIPIENT, PartialDate(2026, 8, 1), share=2500))
    roles.add(case, RoleDraft(wife, KinRole.GUARDIAN_OF, other_uid=daughter))
    roles.add(case, RoleDraft(wife, KinRole.PAY_RECIPIENT, PartialDate(2026, 1), PartialDate(2026, 7), share=5000))
    family = services.record.kin.family(case)
    assert [row.says.role for row in family.of(wife).roles] == [
        KinRole.PAY_RECIPIENT, KinRole.GUARDIAN_OF, KinRole.PAY_RECIPIENT,
    ]  # fmt: skip
    assert family.shares == 5000
    assert family.of(daughter).guardians == (wife,)
    assert family.of(wife).guardians is None


def test_a_guardian_may_be_named_at_the_child(services, case, wife, daughter):
    assert services.record.kin.family(case).of(daughter).guardians == ()
    services.record.kin.roles.add(case, RoleDraft(daughter, KinRole.CHILD_OF, other_uid=wife))
    assert services.record.kin.family(case).of(daughter).guardians == (wife,)


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"role": KinRole.GUARDIAN_OF}, NobodyBeside),
        ({"role": KinRole.PAY_RECIPIENT, "share": 10_001}, NoSuchShare),
        ({"role": KinRole.PAY_RECIPIENT, "share": 0}, NoSuchShare),
        ({"role": KinRole.LAWYER, "since": PartialDate(2026, 5), "until": PartialDate(2026, 4)}, EndsBeforeItBegins),
    ],
)
def test_a_role_that_cannot_be_is_refused(services, case, wife, more, error):
    with pytest.raises(error):
        services.record.kin.roles.add(case, RoleDraft(wife, **more))
    assert services.record.kin.roles.rows(case) == ()


def test_nobody_is_in_conflict_with_himself_or_with_another_case(services: Services, case, wife, missing):
    with pytest.raises(NobodyBeside):
        services.record.kin.roles.add(case, RoleDraft(wife, KinRole.IN_CONFLICT_WITH, other_uid=wife))
    stranger = services.cases.relatives(services.cases.open(missing)[0])[0].uid
    with pytest.raises(OfAnotherCase):
        services.record.kin.roles.add(case, RoleDraft(wife, KinRole.IN_CONFLICT_WITH, other_uid=stranger))
    with pytest.raises(OfAnotherCase):
        services.record.kin.facts.add(case, FactDraft(stranger, Fact.DIVORCED))


def test_a_disposition_says_to_whom(services, case, wife):
    with pytest.raises(ToWhomUnknown):
        services.record.kin.wishes.add(case, WishDraft(PayWish.NAMES, share=5000))
    with pytest.raises(NoSuchShare):
        services.record.kin.wishes.add(case, WishDraft(PayWish.NAMES, wife, share=20_000))
    services.record.kin.wishes.add(case, WishDraft(PayWish.NAMES, to_whom="тітка Марія", share=5000))
    assert pay_of(services, case, wife).because is Because.OTHERS_NAMED


def test_the_answers_make_a_yes(services, case, wife, daughter):
    assert pay_of(services, case, wife).standing is Standing.UNCLEAR
    services.record.kin.wishes.add(case, WishDraft(PayWish.NONE, source="довідка частини"))
    answer(services, case, wife, divorced=False, **NO)
    verdict = pay_of(services, case, wife)
    assert (verdict.standing, verdict.share) == (Standing.ENTITLED, 2500)


def test_what_began_last_counts_and_a_yes_that_ended_is_a_no(services, case, wife):
    kin = services.record.kin
    kin.wishes.add(case, WishDraft(PayWish.NONE))
    answer(services, case, wife, **NO)
    kin.facts.add(case, FactDraft(wife, Fact.DIVORCED, True, PartialDate(2020, 9, 1), PartialDate(2022, 1, 1)))
    assert pay_of(services, case, wife).standing is Standing.ENTITLED
    kin.facts.add(case, FactDraft(wife, Fact.DIVORCED, False, PartialDate(2022, 1, 2)))
    kin.facts.add(case, FactDraft(wife, Fact.DIVORCED, True, PartialDate(2026, 9, 1)))
    assert pay_of(services, case, wife).because is Because.EXCLUDED
    kin.facts.add(case, FactDraft(wife, Fact.DIVORCED, False))
    assert pay_of(services, case, wife).because is Because.EXCLUDED


def test_a_missing_mans_family_is_not_asked_about_a_pension(services, case, wife):
    purposes = {one.purpose for one in services.record.kin.family(case).of(wife).verdicts}
    assert Purpose.PENSION not in purposes
    assert Purpose.DEATH_PAYMENT not in purposes
    assert {Purpose.PAY, Purpose.DEFERRAL, Purpose.DNA} <= purposes


def test_who_comes_of_age_is_told_once_and_in_time(services, case, daughter):
    assert services.record.kin.turning() == ()
    for given, born in (("Назар", PartialDate(2008, 12, 5)), ("Ярослав", PartialDate(2009, 1, 7))):
        services.family.add(case, RelativeDetails(Correction("Ґудзь", given, born=born), Relation.CHILD))
    first, second = services.record.kin.turning()
    assert (first.name, first.turning) == ("Ґудзь Назар", Turning(18, date(2026, 12, 5), sure=True))
    assert second.name == "Ґудзь Ярослав"
    assert services.record.kin.turning(workers=["Коваль О."]) == (first, second)
    assert services.record.kin.turning(workers=["Хтось інший"]) == ()


def test_twenty_three_is_told_of_students_alone(services, case):
    details = RelativeDetails(Correction("Ґудзь", "Тарас", born=PartialDate(2003, 12, 5)), Relation.CHILD)
    services.family.add(case, details)
    son = services.cases.relatives(case)[-1].uid
    assert services.record.kin.turning() == ()
    services.record.kin.facts.add(case, FactDraft(son, Fact.FULL_TIME_STUDENT))
    assert [row.turning.age for row in services.record.kin.turning()] == [23]
    assert services.record.kin.family(case).of(son).turning.age == 23


def test_a_wife_of_eighteen_is_no_alarm(services, case):
    details = RelativeDetails(Correction("Ґудзь", "Анна", born=PartialDate(2008, 12, 5)), Relation.SPOUSE)
    services.family.add(case, details)
    assert services.record.kin.turning() == ()


def test_the_clock_of_the_vault_is_the_one_that_counts(vault, services, case, daughter):
    later = Services.of(vault, FixedClock(datetime(2029, 4, 1, tzinfo=UTC)))
    assert [row.turning.on for row in later.record.kin.turning()] == [date(2029, 5, 6)]


def talks(services, case):
    return [(row.text, row.branch) for row in services.record.timeline.rows(case) if row.kind is Moment.CONTACT]


def test_a_talk_in_a_parted_family_says_whose_branch_it_concerns(services, case, wife, daughter):
    today = services.clock.today()
    services.contacts.log(ContactDraft(case, today, "phone", "питала про виплати", wife))
    assert talks(services, case) == [("питала про виплати", "")]
    was = services.family.read(wife)
    services.family.edit(was, replace(was.details, branch="дружини"))
    assert talks(services, case) == [("питала про виплати", "дружини")]
    assert services.cases.relatives(case)[0].apart_from == {daughter}


def test_who_is_paid_and_no_longer_entitled_is_pointed_out(services, case, wife):
    kin = services.record.kin
    kin.roles.add(case, RoleDraft(wife, KinRole.PAY_RECIPIENT, share=5000))
    assert not kin.family(case).of(wife).paid_without_right
    answer(services, case, wife, divorced=True)
    assert kin.family(case).of(wife).paid_without_right
    (row,) = kin.roles.rows(case)
    kin.roles.edit(row, replace(row.says, until=PartialDate(2026, 10)))
    assert not kin.family(case).of(wife).paid_without_right

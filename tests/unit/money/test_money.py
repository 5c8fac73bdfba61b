"""Lines of money: kept, judged, walled; shares proposed with old and new, and written only when somebody says so."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from app.approvals.service import ComeBackLater
from app.belonging import OfAnotherCase
from app.cases.draft import FateDraft
from app.catalogue.bodies import UnknownBody
from app.clock import FixedClock
from app.domain.benefit import IMPORTED
from app.domain.day_to_come import DayToCome
from app.domain.entitlement import Ask
from app.domain.fate import Fate
from app.domain.kin import Fact, KinRole
from app.domain.money import SumTooLarge, UnreadableMoney
from app.domain.partial_date import PartialDate
from app.domain.payments import Month, PayState, RepayState
from app.domain.redaction import Audience, Visibility
from app.domain.step import StepState
from app.exchange.records import leaving
from app.kin.entries import FactDraft, RoleDraft
from app.money.entries import (
    ClaimDraft,
    DecidedBeforeClaimed,
    DecisionDraft,
    EndsTooSoon,
    MonthMissing,
    NoClaim,
    NothingCame,
    Outcome,
    OverpaidDraft,
    PaymentDraft,
    RefusedYetPaid,
    ShareTooLarge,
    StopDraft,
    SumMissing,
    UnknownPayment,
    masked,
)
from app.money.service import NoRefusal, SharesMoved
from app.money.sharing import paid_on
from app.retention.groups import Group
from app.services import Services
from app.timeline.row import Moment
from app.vault.audit import audit
from db.models.money import MoneyClaim, MoneyDecision, MoneyOverpaid, MoneyPayment, MoneyStop

JULY, SEPTEMBER = date(2026, 7, 6), date(2026, 9, 1)


def claimed(services, case, whose, kind="pay", filed=JULY):
    services.record.money.claims.add(case, ClaimDraft(whose, kind, filed, "TCC", "вх. 14"))
    return services.record.money.claims.rows(case)[-1].uid


def decided(services, case, claim, outcome=Outcome.GRANTED, **more):
    said = {"decided_on": date(2026, 7, 20), "amount": 2_500_000, "since": date(2026, 8, 1), **more}
    services.record.money.decisions.add(case, DecisionDraft(claim, outcome, **said))
    return services.record.money.decisions.rows(case)[-1].uid


def shares(services, case):
    return services.record.money.view(case).shares


def test_months_of_a_decided_payment_without_a_line_are_told_until_they_are_written(services, case, family):
    wife = family[0]
    decided(services, case, claimed(services, case, wife))
    money = services.record.money
    assert [gap.month for gap in money.view(case).gaps] == [Month(2026, 8), Month(2026, 9), Month(2026, 10)]
    money.payments.add(case, PaymentDraft(wife, "pay", PartialDate(2026, 8), 2_500_000, 2_500_000))
    money.stops.add(case, StopDraft(wife, "pay", SEPTEMBER, until=date(2026, 9, 30)))
    (gap,) = money.view(case).gaps
    assert (gap.relative, gap.kind, gap.month, gap.amount) == (wife, "pay", Month(2026, 10), 2_500_000)


def test_a_payment_says_itself_what_became_of_it(services, case, family):
    month = PartialDate(2026, 8)
    states = [
        PaymentDraft(family[0], "pay", month, expected, received).state
        for expected, received in ((100, None), (100, 0), (100, 99), (100, 100), (None, 5))
    ]
    assert states == [
        PayState.EXPECTED, PayState.NOT_RECEIVED, PayState.LESS, PayState.RECEIVED, PayState.RECEIVED,
    ]  # fmt: skip


def test_totals_add_up_by_month_to_the_kopeck(services, case, family):
    wife, _, mother = family
    payments = services.record.money.payments
    payments.add(case, PaymentDraft(wife, "pay", PartialDate(2026, 8, 3), 1_666_667, 1_666_666))
    payments.add(case, PaymentDraft(mother, "pay", PartialDate(2026, 8), 1_666_667, 1_666_667))
    payments.add(case, PaymentDraft(mother, "pay", PartialDate(2026, 9), 1_666_667))
    september, august = services.record.money.view(case).totals
    assert (august.month, august.expected, august.received, august.short) == (Month(2026, 8), 3_333_334, 3_333_333, 1)
    assert (september.expected, september.received, september.short) == (1_666_667, 0, 0)


def test_no_more_of_an_account_is_written_than_its_last_digits(services, case, family):
    payments = services.record.money.payments
    payments.add(case, PaymentDraft(family[0], "pay", PartialDate(2026, 8), 1, 1, account="UA21 3223 1300 9999"))
    (row,) = payments.rows(case)
    assert row.says.account == "•••• 9999"
    payments.edit(row, replace(row.says, account="UA21 3223 1300 8888"))
    assert payments.rows(case)[0].says.account == "•••• 8888"
    assert masked("готівкою") == "готівкою"


@pytest.mark.parametrize(
    ("draft", "error"),
    [
        (PaymentDraft(None, "pay", PartialDate(2026), 100), MonthMissing),
        (PaymentDraft(None, "pay", PartialDate(2026, 8)), SumMissing),
        (PaymentDraft(None, "pay", PartialDate(2026, 8), 100, received_on=SEPTEMBER), NothingCame),
        (PaymentDraft(None, "gold", PartialDate(2026, 8), 100), UnknownPayment),
        (PaymentDraft(None, "pay", PartialDate(2026, 8), 100, body="NOBODY"), UnknownBody),
        (PaymentDraft(None, "pay", PartialDate(2026, 8), -100), UnreadableMoney),
        (PaymentDraft(None, "pay", PartialDate(2026, 8), 10**17), SumTooLarge),
        (PaymentDraft(None, "pay", PartialDate(2026, 8), 1, 1, date(2027, 1, 1)), DayToCome),
        (StopDraft(None, "pay", SEPTEMBER, until=JULY), EndsTooSoon),
        (OverpaidDraft(None, "pay", SEPTEMBER, 0), SumMissing),
        (OverpaidDraft(None, "pay", SEPTEMBER, 5, returned_on=SEPTEMBER), NothingCame),
        (OverpaidDraft(None, "pay", SEPTEMBER, 10**17), SumTooLarge),
        (ClaimDraft(None, "pay", date(2027, 1, 1)), DayToCome),
    ],
)
def test_a_line_that_cannot_be_is_refused_and_nothing_is_written(services, case, draft, error):
    money = services.record.money
    kept = {PaymentDraft: money.payments, StopDraft: money.stops, OverpaidDraft: money.overpaid}
    keeping = kept.get(type(draft), money.claims)
    with pytest.raises(error):
        keeping.add(case, draft)
    assert keeping.rows(case) == ()


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"outcome": Outcome.REFUSED}, RefusedYetPaid),
        ({"decided_on": date(2026, 7, 5)}, DecidedBeforeClaimed),
        ({"decided_on": date(2027, 7, 5)}, DayToCome),
        ({"share": 10_001}, ShareTooLarge),
        ({"amount": 10**17}, SumTooLarge),
    ],
)
def test_a_decision_that_cannot_be_is_refused(services, case, family, more, error):
    claim = claimed(services, case, family[0])
    with pytest.raises(error):
        decided(services, case, claim, **more)
    assert services.record.money.decisions.rows(case) == ()


def test_a_line_belongs_to_its_own_case(services, case, family, missing):
    other = services.cases.open(replace(missing, person=replace(missing.person, given="Тарас", rnokpp="")))[0]
    with pytest.raises(OfAnotherCase):
        claimed(services, other, family[0])
    claim = claimed(services, case, family[0])
    with pytest.raises(NoClaim):
        decided(services, other, claim)


def test_a_refusal_opens_one_appeal_with_its_clock_for_its_recipient(services, case, family):
    money, mother = services.record.money, family[2]
    claim = claimed(services, case, mother)
    granted = decided(services, case, claim)
    with pytest.raises(NoRefusal):
        money.appeal(granted)
    refused = decided(services, case, claim, Outcome.REFUSED, amount=None, decided_on=date(2026, 11, 20))
    money.appeal(refused)
    money.appeal(refused)
    (step,) = [row for row in services.plan.steps(case) if row.step_id == "LEG-30"]
    assert step.state is StepState.OPEN
    assert step.due == date(2026, 11, 30)


def test_a_month_that_did_not_come_opens_its_check_once(services, case, family):
    decided(services, case, claimed(services, case, family[0]))
    money = services.record.money
    before = [row.step_id for row in services.plan.steps(case)].count("FIN-04")
    gap = money.view(case).gaps[-1]
    money.check_gap(case, gap)
    money.check_gap(case, gap)
    assert [row.step_id for row in services.plan.steps(case)].count("FIN-04") == before + 1
    with pytest.raises(OfAnotherCase):
        money.check_gap(case, replace(gap, relative=uuid4()))


def test_a_later_decision_ends_the_one_before(services, case, family):
    claim = claimed(services, case, family[0])
    decided(services, case, claim)
    decided(services, case, claim, Outcome.REFUSED, amount=None, since=None, decided_on=date(2026, 10, 1))
    view = services.record.money.view(case)
    assert [gap.month for gap in view.gaps] == [Month(2026, 8), Month(2026, 9)]
    assert view.claims[0].decided.says.outcome is Outcome.REFUSED


def test_an_overpayment_tells_how_far_it_is():
    line = OverpaidDraft(None, "pay", SEPTEMBER, 500)
    further = [
        line, replace(line, asked_on=SEPTEMBER), replace(line, asked_on=SEPTEMBER, agreed="по 100 на місяць"),
        replace(line, asked_on=SEPTEMBER, agreed="по 100", returned=499), replace(line, returned=500),
    ]  # fmt: skip
    assert [one.state for one in further] == [
        RepayState.FOUND, RepayState.ASKED_BACK, RepayState.AGREED, RepayState.AGREED, RepayState.RETURNED,
    ]  # fmt: skip


def test_money_of_one_branch_never_shows_on_the_other_side(services, case, family):
    wife, daughter, mother = family
    money = services.record.money
    for whose in (wife, daughter, mother, None):
        decided(services, case, claimed(services, case, whose))
        money.payments.add(case, PaymentDraft(whose, "pay", PartialDate(2026, 8), 100, 100))
        money.stops.add(case, StopDraft(whose, "pay", SEPTEMBER, until=date(2026, 9, 30)))
        money.overpaid.add(case, OverpaidDraft(whose, "pay", SEPTEMBER, 100))
        if whose:
            services.record.kin.roles.add(case, RoleDraft(whose, KinRole.PAY_RECIPIENT, share=100))
    for reader, sees in ((wife, {wife, daughter}), (mother, {mother})):
        view = money.view(case, reader)
        lines = [row.claim.says for row in view.claims]
        lines += [row.says for part in (view.payments, view.stops, view.overpaid, view.shares.written) for row in part]
        assert {says.relative_uid for says in lines} == sees
        assert view.totals[0].received == 100 * len(sees)
        assert {gap.relative for gap in view.gaps} == sees
        assert (view.shares.now, view.shares.counted.parts, view.shares.past, view.shares.proposal) == (0, (), (), None)
    assert money.view(case).branches == {wife: "дружини", daughter: "дружини", mother: "матері"}


def test_shares_are_proposed_with_old_and_new_and_written_only_when_accepted(services, case, family):
    wife, daughter, mother = family
    kin, money = services.record.kin, services.record.money
    kin.roles.add(case, RoleDraft(wife, KinRole.PAY_RECIPIENT, PartialDate(2026, 8, 1), share=2_500))
    kin.roles.add(case, RoleDraft(mother, KinRole.PAY_RECIPIENT, PartialDate(2026, 8, 1), share=2_500))
    proposal = shares(services, case).proposal
    assert [(one.relative, one.old, one.new) for one in proposal.changes] == [
        (wife, 2_500, 1_666), (mother, 2_500, 1_666), (daughter, 0, 1_666),
    ]  # fmt: skip
    assert len(kin.roles.rows(case)) == 2, "nothing is written silently"
    money.recount(case, proposal.day)
    assert [row.due for row in services.plan.steps(case) if row.step_id == "FIN-05"] == [date(2026, 12, 23)]
    mark = services.undo.mark()
    money.accept(case, proposal)
    after = shares(services, case)
    assert (after.now, after.deposited, after.proposal) == (4_998, 5_002, None)
    old = [row.says for row in kin.roles.rows(case) if row.says.share == 2_500]
    assert {says.until for says in old} == {PartialDate(2026, 11, 22)}, "the history of shares stays"
    with pytest.raises(SharesMoved):
        money.accept(case, proposal)
    services.undo.undo(services.undo.since(mark))
    assert shares(services, case).proposal == proposal, "one undo takes the whole of it back"


def test_a_birthday_refusal_alimony_or_death_moves_the_shares(services, case, family):
    wife, daughter, mother = family
    money, kin = services.record.money, services.record.kin
    money.accept(case, shares(services, case).proposal)
    coming = shares(services, case).coming
    assert coming.day == date(2027, 1, 6)
    assert [(one.relative, one.old, one.new) for one in coming.changes] == [
        (wife, 1_666, 2_500), (daughter, 1_666, 0), (mother, 1_666, 2_500),
    ]  # fmt: skip
    news = {mother: 0, wife: 2_500, daughter: 2_500}
    for fact in (Fact.ALIMONY_FROM_HIM, Fact.REFUSED_PAY, Fact.DIED):
        kin.facts.add(case, FactDraft(mother, fact, True, PartialDate(2026, 11, 10)))
        assert {one.relative: one.new for one in shares(services, case).proposal.changes} == news
        kin.facts.remove(kin.facts.rows(case)[-1].uid)
        assert shares(services, case).proposal is None


def test_shares_of_a_later_day_written_first_never_stand_beside_those_of_today(services, case, family):
    wife, daughter, mother = family
    money, birthday = services.record.money, date(2027, 1, 6)
    money.accept(case, shares(services, case).coming)
    money.accept(case, shares(services, case).proposal)
    money.accept(case, shares(services, case).coming)
    written = shares(services, case).written
    for day, expected in (
        (date(2027, 1, 5), {wife: 1_666, daughter: 1_666, mother: 1_666}), (birthday, {wife: 2_500, mother: 2_500}),
    ):  # fmt: skip
        standing = paid_on(written, day)
        assert {row.says.relative_uid: row.says.share for row in standing} == expected
        assert len(standing) == len(expected), "nobody has two shares on one day"
    assert (shares(services, case).proposal, shares(services, case).coming) == (None, None)


def test_what_is_not_known_is_told_instead_of_a_number(services, case, family):
    wife = family[0]
    services.record.kin.roles.add(case, RoleDraft(wife, KinRole.PAY_RECIPIENT, share=2_500))
    fact = next(row for row in services.record.kin.facts.rows(case) if row.says.fact is Fact.DIVORCED)
    services.record.kin.facts.remove(fact.uid)
    told = shares(services, case)
    assert (told.counted.missing, told.counted.parts, told.proposal) == (((str(wife), Fact.DIVORCED),), (), None)
    services.record.kin.wishes.remove(services.record.kin.wishes.rows(case)[0].uid)
    assert shares(services, case).counted.missing[0] == ("", Ask.DISPOSITION)


def test_a_returned_mans_pay_is_shared_by_nobody(services, case, missing):
    assert shares(services, case) is not None
    home = replace(missing, person=replace(missing.person, given="Тарас", rnokpp=""), fates=(FateDraft(Fate.RETURNED),))
    assert shares(services, services.cases.open(home)[0]) is None


def test_a_daughter_who_came_of_age_is_out_on_her_birthday(vault, services, case, family):
    later = Services.of(vault, FixedClock(datetime(2027, 1, 6, 9, tzinfo=UTC)))
    parts = shares(later, case).counted.parts
    assert [part.key for part in parts] == [str(family[0]), str(family[2])]


def test_the_timeline_tells_whose_branch_a_line_concerns_and_never_a_sum(services, case, family):
    wife, _, mother = family
    decided(services, case, claimed(services, case, wife))
    services.record.money.payments.add(case, PaymentDraft(mother, "pay", PartialDate(2026, 8), 100, 100, SEPTEMBER))
    told = [row for row in services.record.timeline.rows(case) if row.kind is Moment.MONEY]
    assert [(row.day, row.detail, row.branch) for row in told] == [
        (SEPTEMBER, "money_payment", "матері"), (date(2026, 7, 20), "money_decision", "дружини"),
        (JULY, "money_claim", "дружини"),
    ]  # fmt: skip
    assert {row.text for row in told} == {""}


def test_what_a_workbook_said_of_money_is_kept_as_a_claim_without_a_day(services, missing):
    case = services.cases.open(replace(missing, money=("884: 50 %",)))[0]
    (row,) = services.record.money.view(case).claims
    assert (row.claim.says.kind, row.claim.says.text, row.claim.says.filed_on) == (IMPORTED, "884: 50 %", None)
    assert not [one for one in services.record.timeline.rows(case) if one.kind is Moment.MONEY]


def test_money_can_be_erased_alone_and_the_case_stays(vault, services, case, family):
    money, wife = services.record.money, family[0]
    decided(services, case, claimed(services, case, wife), text="причина-канарка")
    money.payments.add(case, PaymentDraft(wife, "pay", PartialDate(2026, 8), 100, 100))
    money.stops.add(case, StopDraft(wife, "pay", SEPTEMBER))
    money.overpaid.add(case, OverpaidDraft(wife, "pay", SEPTEMBER, 100))
    tomorrow = Services.of(vault, FixedClock(datetime(2026, 11, 24, 9, tzinfo=UTC)))
    with pytest.raises(ComeBackLater):
        services.record.retention.anonymise(case, [Group.MONEY], "строк минув")
    tomorrow.record.retention.anonymise(case, [Group.MONEY], "строк минув")
    view = tomorrow.record.money.view(case)
    assert (view.claims, view.payments, view.stops, view.overpaid, view.totals) == ((), (), (), (), ())
    assert audit(vault.database, deep=True).whole
    assert tomorrow.cases.view(case).name


def test_no_sum_reaches_a_familys_paper_and_no_account_the_coordinating_office(services):
    matrix = services.catalogue.redaction
    for model in (MoneyClaim, MoneyDecision, MoneyPayment, MoneyStop, MoneyOverpaid):
        fields = {column.name: column.info["field"] for column in model.__table__.columns}
        for audience in (Audience.FAMILY_AUTHORISED, Audience.FAMILY_OTHER, Audience.REPRESENTATIVE):
            shown = {name for name, field in fields.items() if matrix.visibility(field, audience) is Visibility.FULL}
            assert shown == set(), (model.__tablename__, audience)
    assert {"expected", "received"} <= set(leaving(MoneyPayment, matrix))
    assert not {"account", "text"} & set(leaving(MoneyPayment, matrix))


def test_the_appeal_of_a_refused_payment_keeps_its_day_when_another_refusal_is_put_right(services, case, family):
    claim = claimed(services, case, family[0])
    services.record.money.appeal(decided(services, case, claim, Outcome.REFUSED, amount=None))
    mine = next(row for row in services.plan.steps(case) if row.step_id == "LEG-30")
    assert mine.due is not None
    other = next(row for row in services.plan.steps(case) if row.step_id == "LEG-09")
    services.plan.refused(other.uid, other.version, PartialDate(2026, 11, 20), "ні")
    appeal = next(row for row in services.plan.steps(case) if row.step_id == "LEG-30" and row.uid != mine.uid)
    events = services.record.events
    (entered,) = events.of_step(appeal.uid)
    events.edit(entered, replace(entered.says, on=PartialDate(2026, 11, 19)))
    after = next(row for row in services.plan.steps(case) if row.uid == mine.uid)
    assert (after.due, after.act_by, after.trigger_on) == (mine.due, mine.act_by, mine.trigger_on)

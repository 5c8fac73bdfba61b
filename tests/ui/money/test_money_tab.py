"""The money tab: lines are written, shares accepted with one press, one side of a family shown alone, sums counted."""

from dataclasses import replace
from datetime import date

import pytest

from app.cases.case_filter import CaseFilter
from app.domain.fate import Fate
from app.domain.kin import Fact, KinRole, PayWish
from app.domain.partial_date import PartialDate
from app.domain.relation import Relation
from app.kin.entries import FactDraft, RoleDraft, WishDraft
from app.money.entries import ClaimDraft, DecisionDraft, Outcome, PaymentDraft
from app.money.sharing import Proposal
from app.money.view import Gap
from tests.ui.seen import button, lines, texts
from ui.money.count_dialog import CountDialog
from ui.record.entry_form import EntryDialog

TAB = "tab_money"

_ASKED = (
    Fact.ALIMONY_FROM_HIM, Fact.TIES_TO_AGGRESSOR, Fact.CONVICTED, Fact.DIVORCED, Fact.DEPRIVED_OF_RIGHTS,
    Fact.DISABLED_SINCE_CHILDHOOD,
)  # fmt: skip


@pytest.fixture
def case(services):
    rows = services.cases.page(CaseFilter(fates=frozenset({Fate.MISSING})), None, 60).rows
    views = (services.cases.view(row.uid) for row in reversed(rows))
    told = {Relation.SPOUSE, Relation.PARENT, Relation.SIBLING}
    return next(view for view in views if len(view.relatives) > 1 and {one.relation for one in view.relatives} <= told)


@pytest.fixture
def money(services):
    return services.record.money


def dialog(tab, lane) -> EntryDialog:
    lane.flush()
    return tab.findChildren(EntryDialog)[-1]


def again(page, lane) -> None:
    page.again()
    lane.flush()


def test_a_claim_a_refusal_and_its_appeal(page, tab, money, services, case, lane):
    tab.claims.begin()
    form = dialog(tab, lane)
    form.form.inputs["filed_on"].put("02.11.2026")
    form.form.inputs["number"].put("77")
    form.save()
    lane.flush()
    (claim,) = money.claims.rows(case.uid)
    assert (claim.says.relative_uid, claim.says.kind, claim.says.number) == (case.relatives[0].uid, "pay", "77")
    again(page, lane)
    assert not tab._is_refused(claim)
    tab.decide(claim)
    form = dialog(tab, lane)
    form.form.inputs["outcome"].put(Outcome.REFUSED.value)
    form.form.inputs["decided_on"].put("20.11.2026")
    form.save()
    lane.flush()
    again(page, lane)
    assert [chip.text for chip in lines(tab.claims)[0].chips] == ["відмовлено"]
    tab.appeal(claim)
    lane.flush()
    assert "LEG-30" in [step.step_id for step in services.plan.steps(case.uid)]


def test_a_payment_is_written_in_hryvnias_and_kopecks(page, tab, money, case, lane):
    tab.payments.begin()
    form = dialog(tab, lane)
    form.form.inputs["month"].put("10.2026")
    form.form.inputs["expected"].put("12 500,50")
    form.form.inputs["received"].put("12000")
    form.form.inputs["account"].put("UA21 3223 1300 0000 9999")
    form.save()
    lane.flush()
    (row,) = money.payments.rows(case.uid)
    assert (row.says.expected, row.says.received, row.says.account) == (1_250_050, 1_200_000, "•••• 9999")
    again(page, lane)
    (line,) = lines(tab.payments)
    assert [chip.text for chip in line.chips] == ["менше, ніж мало бути"]
    assert "12\u00a0000\u00a0₴ · із 12\u00a0500,50\u00a0₴" in line.details[1]
    assert lines(tab.months)[0].headline == "10.2026"


@pytest.mark.parametrize("typed", ["-5", "сто", "1000000000000000"])
def test_a_hostile_sum_is_refused_at_its_field_and_nothing_is_written(tab, money, case, lane, typed):
    tab.payments.begin()
    form = dialog(tab, lane)
    form.form.inputs["month"].put("10.2026")
    form.form.inputs["expected"].put(typed)
    form.save()
    lane.flush()
    assert money.payments.rows(case.uid) == ()
    assert not form.form.inputs["expected"].judge()


def test_a_month_without_a_line_is_filled_or_reminded_of(page, tab, money, services, case, lane):
    wife = case.relatives[0].uid
    money.claims.add(case.uid, ClaimDraft(wife, "pay", date(2026, 9, 1)))
    claim = money.claims.rows(case.uid)[0].uid
    money.decisions.add(case.uid, DecisionDraft(claim, Outcome.GRANTED, date(2026, 9, 9), amount=2_500_000))
    again(page, lane)
    (september, october) = [line.subject for line in lines(tab.months) if isinstance(line.subject, Gap)]
    tab.check_gap(october)
    lane.flush()
    assert "FIN-04" in [step.step_id for step in services.plan.steps(case.uid)]
    tab.fill_gap(september)
    form = dialog(tab, lane)
    form.form.inputs["received"].put("25000")
    form.save()
    lane.flush()
    (row,) = money.payments.rows(case.uid)
    assert (row.says.month, row.says.relative_uid) == (PartialDate(2026, 9), wife)


def answered(services, case) -> None:
    for one in case.relatives:
        for fact in _ASKED:
            services.record.kin.facts.add(case.uid, FactDraft(one.uid, fact, holds=False))
    services.record.kin.wishes.add(case.uid, WishDraft(PayWish.NONE))


def test_shares_are_accepted_with_one_press_and_taken_back_with_another(page, tab, services, case, lane, operations):
    roles = services.record.kin.roles
    before = len(roles.rows(case.uid))
    answered(services, case)
    again(page, lane)
    proposal = next(line.subject for line in lines(tab.shares) if isinstance(line.subject, Proposal))
    tab.accept(proposal)
    lane.flush()
    written = [row.says.share for row in roles.rows(case.uid) if row.says.role is KinRole.PAY_RECIPIENT]
    assert len(written) > 0
    assert sum(share or 0 for share in written) <= 5_000
    again(page, lane)
    assert "пропозиція" not in [chip.text for line in lines(tab.shares)[:-1] for chip in line.chips]
    operations.undo()
    lane.flush()
    assert len(roles.rows(case.uid)) == before


def test_what_is_missing_is_said_instead_of_a_number(tab):
    said = " ".join(detail for line in lines(tab.shares) for detail in line.details)
    assert "Щоб порахувати, спершу спитайте" in said
    assert "Перевірте: ТЦК та СП" in said


def test_one_side_alone_shows_nothing_of_the_other(page, tab, money, services, case, lane):
    wife, other = case.relatives[0], case.relatives[-1]
    for one, branch in ((wife, "дружини"), (other, "матері")):
        was = services.family.read(one.uid)
        services.family.edit(was, replace(was.details, branch=branch))
        money.payments.add(case.uid, PaymentDraft(one.uid, "pay", PartialDate(2026, 8), 100, 100))
        services.record.kin.roles.add(case.uid, RoleDraft(one.uid, KinRole.PAY_RECIPIENT, share=1_000))
    again(page, lane)
    assert len(lines(tab.payments)) == 2
    tab.side.setCurrentIndex(tab.side.findData(wife.uid.hex))
    tab.side.activated.emit(tab.side.currentIndex())
    lane.flush()
    shown = [*lines(tab.payments), *lines(tab.shares), *lines(tab.claims), *lines(tab.months)]
    said = " ".join((*(line.sentence() for line in shown), *texts(tab)))
    assert wife.given in said
    assert other.given not in said


def test_a_sum_is_counted_with_its_law_and_nothing_of_the_fallen_is_offered(tab, services, case, lane):
    answered(services, case)
    tab.count()
    counting = tab.findChildren(CountDialog)[-1]
    counting.form.put("total", "100 000,01")
    button(counting, "Порахувати").click()
    lane.flush()
    told = counting.told.text()
    assert "Депонують для нього: 50\u00a0000,0" in told
    assert "Перевірте: ТЦК та СП" in told
    offered = [words for _, words in tab._asked.kinds]
    assert not [words for words in (*offered, *texts(counting)) if "загибл" in words]

"""The money of a training case told in full: a claim, what was decided, a month that came and one that came short."""

from datetime import timedelta

from app.cases.view import CaseView
from app.domain.fate import ALL_CAPTIVE
from app.domain.partial_date import PartialDate
from app.money.entries import ClaimDraft, DecisionDraft, Outcome, PaymentDraft
from app.services import Services

SUM, SHORT = 2_512_550, 2_000_000
"""Kopecks a month: decided, and what came once."""
_AGO = timedelta(days=125)


def tell(services: Services, case: CaseView) -> None:
    """Write it down for a captive with a family."""
    if not case.relatives or case.fate not in ALL_CAPTIVE:
        return
    wife, money = case.relatives[0].uid, services.record.money
    filed = services.clock.today() - _AGO
    money.claims.add(case.uid, ClaimDraft(wife, "pay", filed, "TCC", "214", "КМУ № 884"))
    claim = money.claims.rows(case.uid)[-1].uid
    begun = (filed.replace(day=1) + timedelta(days=32)).replace(day=1)
    decided = filed + timedelta(days=12)
    money.decisions.add(
        case.uid,
        DecisionDraft(claim, Outcome.GRANTED, decided, "14", SUM, since=begun, share=2_500),
    )
    after = (begun + timedelta(days=32)).replace(day=1)
    for month, came in ((begun, SUM), (after, SHORT)):
        draft = PaymentDraft(wife, "pay", PartialDate(month.year, month.month), SUM, came, body="UNIT", account="4417")
        money.payments.add(case.uid, draft)

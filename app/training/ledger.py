"""A training case's ledger: a last contact, a returnee's word, a list, and two items that disagree."""

from datetime import date, timedelta

from app.cases.view import CaseView
from app.domain.fate import ALL_ABSENT, ALL_CAPTIVE
from app.domain.information import EventKind, Precision
from app.domain.partial_date import PartialDate, of_day
from app.information.items import Credibility, ItemDraft, Reliability
from app.information.passing import PassDraft
from app.services import Services

DONETSK, LUHANSK = "UA14000000000091971", "UA44000000000018893"


def tell(services: Services, case: CaseView) -> None:
    """Write down what became known of a man who is absent; nothing of the others."""
    if case.fate not in ALL_ABSENT | ALL_CAPTIVE:
        return
    ledger, today = services.record.information, services.clock.today()
    for draft in (_last_contact(today), _capture(today), _seen(today, ledger.next_pseudonym()), _listed(today)):
        ledger.add(case.uid, draft)
    oldest = ledger.ledger(case.uid)[-1]
    ledger.passes.add(case.uid, PassDraft(oldest.uid, "POLICE", oldest.says.received or today, "вх. 1204"))


def _last_contact(today: date) -> ItemDraft:
    day = today - timedelta(days=320)
    return ItemDraft(
        EventKind.LAST_CONTACT, "Подзвонив увечері, сказав, що вранці виходять на позицію.", "FAMILY", Reliability.B,
        Credibility.PROBABLE, starts=of_day(day), received=day + timedelta(days=9), source="дружина",
    )  # fmt: skip


def _capture(today: date) -> ItemDraft:
    day = today - timedelta(days=301)
    return ItemDraft(
        EventKind.CAPTURE, "За наказом командира: групу оточено, зв’язок утрачено о 06:40.", "UNIT_ORDER",
        Reliability.B, Credibility.PROBABLE, starts=of_day(day), received=day + timedelta(days=21),
        place="с. Приклад", oblast=DONETSK, precision=Precision.SETTLEMENT, evacuation="дві спроби, без успіху",
    )  # fmt: skip


def _seen(today: date, pseudonym: str) -> ItemDraft:
    month = today - timedelta(days=214)
    return ItemDraft(
        EventKind.SEEN, "Був в одній камері три тижні. Рука загоїлася, тримається добре.", "RETURNEE", Reliability.B,
        Credibility.POSSIBLE, starts=PartialDate(month.year, month.month), received=today - timedelta(days=40),
        place="СІЗО", oblast=LUHANSK, precision=Precision.SETTLEMENT, source=pseudonym, protected=True,
        obtained_by="психолог центру", sensitive=True,
    )  # fmt: skip


def _listed(today: date) -> ItemDraft:
    day = today - timedelta(days=60)
    return ItemDraft(
        EventKind.CAPTURE, "У списку в каналі вказано іншу дату й область.", "RU_LIST", Reliability.E,
        Credibility.DOUBTFUL, starts=of_day(today - timedelta(days=280)), received=day, oblast=LUHANSK,
        precision=Precision.OBLAST,
    )  # fmt: skip

"""What bodies say of a few synthetic men: confirmations, civil and service status."""

from app.cases.view import CaseView
from app.domain.confirming import Fact
from app.domain.fate import ALL_CAPTIVE, Fate
from app.domain.partial_date import PartialDate
from app.fates.confirmations import ConfirmationDraft
from app.fates.standing import CivilDraft, CivilState, ServiceDraft, ServiceState
from app.services import Services


def tell(services: Services, case: CaseView) -> None:
    """A word of the unit on everybody, of the NIB on who is held; the register and the unit's list."""
    standing, since = services.record.standing, case.fate_since
    month = PartialDate(since.year, since.month) if since else None
    if case.fate in ALL_CAPTIVE:
        word = Fact.CAPTIVITY
        body = "NIB" if case.fate is Fate.CAPTIVE_CONFIRMED else "UNIT"
        paper = "D-NIB" if body == "NIB" else "D-UNIT-ORDER"
    else:
        word, body, paper = Fact.MISSING, "UNIT", "D-UNIT-ORDER"
    standing.confirmations.add(case.uid, ConfirmationDraft(body, word, month, paper, "№ 000/5"))
    standing.civil.add(case.uid, CivilDraft(CivilState.MISSING_ENTRY, month, "REG", "000000"))
    standing.service.add(case.uid, ServiceDraft(ServiceState.AT_DISPOSAL, month, "UNIT", "наказ № 00"))

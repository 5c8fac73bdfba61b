"""Consents, requests and papers of a training case, so that the tab of rights has something to show."""

from datetime import timedelta

from app.cases.view import CaseView
from app.consents.draft import ConsentChannel, ConsentDraft, GivenBy, RecipientKind
from app.domain.consent import Purpose, Topic
from app.domain.fate import ALL_RETURNED
from app.paper.consent_texts import consent_text, text_version
from app.rights.requests import RequestDraft, RequestKind
from app.services import Services


def tell(services: Services, case: CaseView) -> None:
    """A consent that ends soon, one by the law, a request with its clock, and a paper handed out."""
    if not case.relatives:
        return
    record, first, today = services.record, case.relatives[0], services.clock.today()
    told, version = consent_text(Purpose.CASEWORK, "uk"), text_version("uk")
    record.consents.add(
        case.uid,
        ConsentDraft(
            Purpose.CASEWORK, GivenBy.RELATIVE, RecipientKind.OFFICE, ConsentChannel.PAPER,
            today - timedelta(days=340), today + timedelta(days=25), giver_uid=first.uid,
            text=told, text_version=version,
        ),
    )  # fmt: skip
    if case.fate in ALL_RETURNED:
        his = consent_text(Purpose.FAMILY_INFORMATION, "uk")
        record.consents.add(
            case.uid,
            ConsentDraft(
                Purpose.FAMILY_INFORMATION, GivenBy.HIMSELF, RecipientKind.RELATIVE, ConsentChannel.SPOKEN,
                today - timedelta(days=12), relative_uid=first.uid,
                topics=(Topic.NAME, Topic.STATUS, Topic.PAPERS, Topic.STEPS), text=his, text_version=version,
            ),
        )  # fmt: skip
        return
    asked = "Просить показати, що про неї записано."
    on = today - timedelta(days=11)
    record.requests.add(
        case.uid, RequestDraft(RequestKind.ACCESS, "", on, ConsentChannel.PAPER, asked, relative_uid=first.uid)
    )

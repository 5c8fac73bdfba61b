"""A relative is shown what is held about her, nothing of anybody else, and that she was told is kept."""

from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from pypdf import PdfReader

from app.answers.held import ACCESS_ANSWER
from app.belonging import OfAnotherCase
from app.cases.draft import CaseDraft
from app.consents.draft import ConsentChannel, ConsentDraft, GivenBy, RecipientKind
from app.domain.consent import Purpose
from app.services import Services
from db.models.office import Disclosure
from tests.unit.conftest import MONDAY


def test_her_own_data_and_only_hers_stand_on_the_paper(services: Services, missing: CaseDraft) -> None:
    case = services.cases.open(missing)[0]
    wife = services.cases.relatives(case)[0].uid
    today = MONDAY.today()
    services.record.consents.add(
        case,
        ConsentDraft(
            Purpose.MEDIA, GivenBy.RELATIVE, RecipientKind.MEDIA, ConsentChannel.PAPER, today - timedelta(days=3),
            giver_uid=wife, recipient="Газета",
        ),
    )  # fmt: skip
    services.papers.given(case, str(wife))
    pdf = services.record.held.answer(case, wife, ("uk", "en"))
    told = " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())
    for hers in ("Ґудзь Олена Іванівна", "000 000 00 17", "розмова з медіа", "talking to the media", "23.11.2026"):
        assert hers in told
    for his in ("Ілля", "6000000116", "А0012", "12026000000000001", "Приклад"):
        assert his not in told
    with services.vault.database.read() as session:
        assert session.query(Disclosure).filter_by(kind=ACCESS_ANSWER, relative_uid=wife).count() == 1
    with pytest.raises(OfAnotherCase):
        services.record.held.answer(case, uuid4())

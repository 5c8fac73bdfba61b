"""Nobody of another family is named beside a case."""

from dataclasses import replace
from datetime import date

import pytest

from app.belonging import OfAnotherCase
from app.cases.draft import CaseDraft
from app.contacts.service import ContactDraft
from app.documents.service import DocumentDraft
from app.domain.fate import Fate
from app.services import Services
from db.models.base import new_uid
from db.models.step import Document


@pytest.mark.parametrize("doing", ["contact", "told", "added", "described", "given", "logged"])
def test_a_relative_of_another_case_is_refused(services: Services, missing: CaseDraft, doing: str) -> None:
    case, _ = services.cases.open(missing)
    other, _ = services.cases.open(replace(missing, worker="Олена"))
    theirs = services.cases.relatives(other)[0].uid
    paper = new_uid()
    with services.vault.database.write("Олена") as session:
        session.add(Document(uid=paper, case_uid=case, kind="", title="Довідка"))
    day = date(2026, 11, 20)
    doings = {
        "contact": lambda of: services.contacts.log(ContactDraft(case, day, "phone", "Розмова.", of)),
        "told": lambda of: services.fates.tell(case, of, Fate.MISSING, day, "phone"),
        "added": lambda of: services.documents.add(case, [], relative=of),
        "described": lambda of: services.documents.describe(paper, 1, DocumentDraft("Довідка", relative=of)),
        "given": lambda of: services.papers.given(case, str(of)),
        "logged": lambda of: services.disclosures.log("family_paper", case=case, relative=of),
    }
    with pytest.raises(OfAnotherCase):
        doings[doing](theirs)
    doings[doing](services.cases.relatives(case)[0].uid)

"""What became known never reaches a family's paper, and a source never leaves the vault."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from app.cases.draft import CaseDraft
from app.domain.information import EventKind, Precision
from app.domain.partial_date import PartialDate
from app.exchange.records import lines
from app.information.custody import HandDraft
from app.information.items import Credibility, ItemDraft, Reliability
from app.information.passing import PassDraft
from app.services import Services

TOLD = {
    "text": "кнрктекст", "place": "кнркмісце", "unit": "кнркчастина", "obtained_by": "кнркздобув",
    "photo_video": "кнркфото", "witnesses": "кнрксвідок", "evacuation": "кнркевакуація",
}  # fmt: skip
SECRET = ("кнркздобув", "кнрксвідок", "R-2026-9157")
ITEM = ItemDraft(
    EventKind.SEEN, source_type="RETURNEE", reliability=Reliability.B, credibility=Credibility.POSSIBLE,
    starts=PartialDate(2026, 6), received=date(2026, 9, 1), oblast="UA44000000000018893",
    precision=Precision.SETTLEMENT, source="R-2026-9157", protected=True, **TOLD,
)  # fmt: skip


@pytest.fixture
def case(services: Services, missing: CaseDraft) -> UUID:
    case, _ = services.cases.open(missing)
    ledger = services.record.information
    ledger.add(case, ITEM)
    (row,) = ledger.ledger(case)
    ledger.passes.add(case, PassDraft(row.uid, "KSHPPV", date(2026, 9, 2), "кнрквихідний", "кнркнотатка"))
    ledger.hands.add(case, HandDraft(row.uid, None, date(2026, 9, 3), "кнрквідкого", "кнрккому", "кнркде"))
    return case


def test_nothing_of_the_ledger_stands_on_a_familys_paper(services: Services, case: UUID) -> None:
    for relative in (None, str(services.cases.relatives(case)[0].uid)):
        pdf = services.papers.family_paper(case, relative, ("uk", "en"))
        said = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
        assert "Ґудзь" in said, "the scan sees the paper"
        for word in ("кнрк", "R-2026-9157", "Луганськ", "Luhansk"):
            assert word not in said


def test_no_source_leaves_in_a_package_and_no_item_that_was_taken_out(services: Services, case: UUID) -> None:
    ledger = services.record.information
    ledger.add(case, replace(ITEM, text="вилученевідомість"))
    ledger.remove(next(row.uid for row in ledger.ledger(case) if "вилучене" in row.says.text))
    with services.vault.database.read() as session:
        said = b"".join(lines(session, services.catalogue.redaction)).decode()
    assert "кнрктекст" in said, "the coordinating office sees items in full"
    for word in (*SECRET, "вилученевідомість", "кнрквідкого", "кнркнотатка"):
        assert word not in said


def test_nothing_of_the_ledger_stands_in_a_dump_or_a_preview(services: Services, case: UUID) -> None:
    said = str(list(services.cases.dump())) + str(services.cases.glance(case)) + str(services.finding.find("кнрктекст"))
    assert "кнрк" not in said
    assert "R-2026-9157" not in said


def test_the_timeline_tells_no_source_no_place_and_no_text_of_what_is_sensitive(services: Services, case: UUID) -> None:
    said = str(services.record.timeline.rows(case))
    assert "кнрктекст" in said
    for word in (*SECRET, "кнркмісце", "кнрквідкого", "кнркде"):
        assert word not in said
    (row,) = services.record.information.ledger(case)
    services.record.information.edit(row.kept, replace(ITEM, sensitive=True))
    assert "кнрктекст" not in str(services.record.timeline.rows(case))


def test_the_view_of_a_case_counts_from_the_last_sign_only_while_a_family_waits(
    services: Services, case: UUID
) -> None:
    assert services.cases.view(case).last_sign == PartialDate(2026, 6)
    ledger = services.record.information
    ledger.add(case, replace(ITEM, kind=EventKind.CALL, starts=PartialDate(2026, 8), credibility=Credibility.UNKNOWN))
    ledger.add(case, replace(ITEM, kind=EventKind.LISTED, starts=PartialDate(2026, 8)))
    assert services.cases.view(case).last_sign == PartialDate(2026, 6), "neither counts"
    ledger.add(case, replace(ITEM, kind=EventKind.LETTER, starts=PartialDate(2026, 7, 4)))
    assert services.cases.view(case).last_sign == PartialDate(2026, 7, 4)
    ledger.remove(next(row.uid for row in ledger.ledger(case) if row.says.kind is EventKind.LETTER))
    assert services.cases.view(case).last_sign == PartialDate(2026, 6)


def test_the_last_contact_that_opened_a_case_counts(services: Services, missing: CaseDraft) -> None:
    known = replace(missing, events={**missing.events, "LAST_CONTACT": PartialDate(2026, 6, 14)})
    case, _ = services.cases.open(known)
    assert services.cases.view(case).last_sign == PartialDate(2026, 6, 14)


def test_nobody_waits_for_a_sign_of_a_man_who_is_dead_or_home(services: Services, missing: CaseDraft) -> None:
    for fate in ("RETURNED", "DECEASED_IDENTIFIED", "BODY_UNIDENTIFIED"):
        fates = (replace(missing.fates[0], fate=type(missing.fates[0].fate)(fate)),)
        person = replace(missing.person, rnokpp="")
        case, _ = services.cases.open(replace(missing, fates=fates, person=person))
        services.record.information.add(case, ITEM)
        assert services.cases.view(case).last_sign is None

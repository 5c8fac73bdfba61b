"""A family that looks on sees nothing of the ledger of information."""

from datetime import date

from app.domain.information import EventKind
from app.domain.partial_date import PartialDate
from app.information.items import Credibility, ItemDraft, Reliability
from tests.ui.seen import texts


def test_nothing_that_became_known_is_seen(inside, services, case, lane):
    services.record.information.add(
        case,
        ItemDraft(
            EventKind.SEEN, "кнрктекст", "RETURNEE", Reliability.B, Credibility.POSSIBLE, PartialDate(2026, 6),
            received=date(2026, 9, 1), place="кнркмісце", source="R-2026-9157", witnesses="кнрксвідок",
        ),
    )  # fmt: skip
    inside.open_case(case)
    lane.flush()
    inside.case.tab("tab_information")
    lane.flush()
    assert any("кнрк" in text for text in texts(inside)), "the office sees it"
    inside.commands.run("visitor")
    lane.flush()
    seen = [text for text in texts(inside) if "кнрк" in text or "R-2026-9157" in text or "ознаки життя" in text]
    assert seen == []
    inside.commands.run("information")
    lane.flush()
    assert not any("кнрк" in text for text in texts(inside))

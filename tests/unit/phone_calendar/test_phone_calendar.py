"""The file for a phone's calendar: as RFC 5545 wants it, logged before it is written, whole or not at all."""

from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from app.cases.draft import CaseDraft
from app.domain.deadline import Kind
from app.domain.fate import Fate
from app.domain.text import Text
from app.phone_calendar.icalendar import calendar
from app.phone_calendar.service import CalendarNotSaved
from app.plan.queries import DueRow
from app.services import Services
from db.models.office import Disclosure

AT = datetime(2026, 11, 23, 8, 0, 5, tzinfo=UTC)
ROW = DueRow(
    UUID(int=7), 1, UUID(int=8), "К-2026-000045", "Ґудзь Ілля", Fate.MISSING, "LEG-04", Text("Заява", "Report"),
    Kind.STATUTORY, date(2026, 12, 31), None, "",
)  # fmt: skip


def test_an_event_lasts_the_whole_day_and_keeps_its_identity() -> None:
    assert calendar([ROW], "Супровід", AT).decode().split("\r\n") == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Suprovid//Suprovid//UK", "METHOD:PUBLISH", "BEGIN:VEVENT",
        "UID:00000000-0000-0000-0000-000000000007@suprovid", "DTSTAMP:20261123T080005Z",
        "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101", "SUMMARY:Супровід: К-2026-000045",
        "CLASS:PRIVATE", "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR", "",
    ]  # fmt: skip


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=200))
def test_a_long_title_is_folded_within_75_octets_and_unfolds_as_it_was(title: str) -> None:
    lines = calendar([ROW], title, AT).split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    unfolded = b"\r\n".join(lines).replace(b"\r\n ", b"").decode()
    escaped = title.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    assert f"SUMMARY:{escaped}: К-2026-000045" in unfolded


def test_it_is_logged_and_written_whole(services: Services, missing: CaseDraft, tmp_path: Path) -> None:
    services.cases.open(missing)
    path = tmp_path / "steps.ics"
    many = services.calendar_files.save(path, date(2026, 11, 23), date(2027, 11, 23), "Супровід")
    assert path.read_bytes().count(b"BEGIN:VEVENT") == many > 0
    with services.vault.database.read() as session:
        assert session.scalars(select(Disclosure.kind)).all() == ["calendar"]


def test_a_place_that_cannot_be_written_is_told(services: Services, missing: CaseDraft, tmp_path: Path) -> None:
    services.cases.open(missing)
    with pytest.raises(CalendarNotSaved):
        services.calendar_files.save(tmp_path / "none" / "x.ics", date(2026, 11, 23), date(2027, 1, 1), "Супровід")

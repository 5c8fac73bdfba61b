"""Steps as an iCalendar file (RFC 5545), for a phone or a desktop calendar: case numbers only, never a name."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from app.plan.agenda import comes_up
from app.plan.queries import DueRow

PRODUCT = "-//Suprovid//Suprovid//UK"
_OCTETS = 75
_BREAK = "\r\n"


def calendar(rows: Iterable[DueRow], title: str, at: datetime) -> bytes:
    """The file: an all-day event for each step, on the day it comes up. `title` is said of every case's number.

    `at` is the moment of making, in UTC. The same steps keep their identity, so that a later file renews them.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "METHOD:PUBLISH"]
    for row in rows:
        lines.extend(_event(row, title, at))
    lines.append("END:VCALENDAR")
    return "".join(f"{part}{_BREAK}" for line in lines for part in _folded(line)).encode()


def _event(row: DueRow, title: str, at: datetime) -> Iterator[str]:
    day = comes_up(row)
    yield "BEGIN:VEVENT"
    yield f"UID:{row.step}@suprovid"
    yield f"DTSTAMP:{at:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(f'{title}: {row.number}')}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """RFC 5545, 3.3.11."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line in parts of at most 75 octets, never within a letter; all but the first begin with a space."""
    part, used = "", 0
    for letter in line:
        size = len(letter.encode())
        if used + size > _OCTETS:
            yield part
            part, used = " ", 1
        part, used = part + letter, used + size
    yield part

"""Steps as an iCalendar file (RFC 5545), for a phone or a desktop calendar: case numbers only, never a name."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from app.appointments.service import AppointmentRow
from app.clock import KYIV
from app.plan.agenda import comes_up
from app.plan.queries import DueRow

PRODUCT = "-//Suprovid//Suprovid//UK"
_OCTETS = 75
_BREAK = "\r\n"


def calendar(
    rows: Iterable[DueRow], title: str, at: datetime, appointments: Iterable[AppointmentRow] = ()
) -> bytes:
    """The file: an all-day event for each step, on the day it comes up; for an appointment an hour, if one is agreed.

    `title` is said of every case's number, and nothing else: no name, no place, no kind. `at` is the moment of making,
    in UTC. The same steps and appointments keep their identity, so that a later file renews them.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "METHOD:PUBLISH"]
    for row in rows:
        day = comes_up(row)
        lines.extend(_event(row.step, row.number, _whole_day(day), title, at))
    for met in appointments:
        when = _hour(met.says.on, met.says.at) if met.says.at else _whole_day(met.says.on)
        lines.extend(_event(met.uid, met.number, when, title, at, busy=bool(met.says.at)))
    lines.append("END:VCALENDAR")
    return "".join(f"{part}{_BREAK}" for line in lines for part in _folded(line)).encode()


def _event(
    uid: UUID, number: str, when: tuple[str, str], title: str, at: datetime, *, busy: bool = False
) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}@suprovid"
    yield f"DTSTAMP:{at:%Y%m%dT%H%M%SZ}"
    yield from when
    yield f"SUMMARY:{_escaped(f'{title}: {number}')}"
    yield "CLASS:PRIVATE"
    yield f"TRANSP:{'OPAQUE' if busy else 'TRANSPARENT'}"
    yield "END:VEVENT"


def _whole_day(day: date) -> tuple[str, str]:
    return f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"


def _hour(day: date, hour: str) -> tuple[str, str]:
    """An hour from that of Kyiv on, told in UTC: a phone needs no table of time zones then."""
    begins = datetime.combine(day, time.fromisoformat(hour), KYIV).astimezone(UTC)
    return f"DTSTART:{begins:%Y%m%dT%H%M%SZ}", f"DTEND:{begins + timedelta(hours=1):%Y%m%dT%H%M%SZ}"


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

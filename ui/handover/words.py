"""The page of a hand-over in words: one case after the other, the sensitive points first."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from app.domain.errors import N_
from app.handover.brief import Brief, Point, PointKind
from app.i18n import Words
from app.search.flags import FlagKind
from ui.fate_chip import fate_chip
from ui.models.lines import Line
from ui.models.roles import Chip
from ui.notes.promise_states import promised_words
from ui.search.words import MINDED
from ui.step_words import step_title

_POINTS: Mapping[PointKind, str] = {
    PointKind.NEWS: N_("not told yet what the record says"),
    PointKind.DO_NOT_CALL: N_("do not call"),
    PointKind.HOURS: N_("call only at"),
    PointKind.CONFLICT: N_("in conflict with others of the family"),
    PointKind.RESTRICTED: N_("every reading of the case is kept"),
}
NEXT = 4


def point_words(words: Words, point: Point) -> str:
    """A sensitive point in one phrase."""
    if point.kind is PointKind.FLAG:
        known = point.code in [one.value for one in FlagKind]
        said = words(MINDED[FlagKind(point.code)][0]) if known else ""
        return ": ".join(filter(None, (said, point.text)))
    said = " ".join(filter(None, (words(_POINTS[point.kind]), point.text)))
    return f"{point.who} — {said}" if point.who else said


def brief_line(words: Words, brief: Brief, today: date) -> Line:
    """A case on the page, as a line: how much is open, and what is to be minded."""
    details = [point_words(words, point) for point in brief.points]
    overdue = sum(row.overdue(today) for row in brief.promises)
    chips = [fate_chip(words, brief.fate)]
    if overdue:
        chips.append(Chip(words.count("{n} promise overdue", "{n} promises overdue", overdue), "missing", "handshake"))
    counted = words.count("{n} open step", "{n} open steps", len(brief.steps))
    name = brief.name or words("Name unknown")
    return Line(name, tuple(details), tuple(chips), "folder", f"{brief.number} · {counted}", subject=brief)


def page(words: Words, briefs: Sequence[Brief], notes: Mapping[UUID, str], title: str) -> str:
    """The whole page as plain text."""
    return "\n".join([title, "", *(line for brief in briefs for line in _case(words, brief, notes))])


def _case(words: Words, brief: Brief, notes: Mapping[UUID, str]) -> Iterator[str]:
    yield f"{brief.number}  {brief.name or words('Name unknown')}  {fate_chip(words, brief.fate).text}"
    if note := notes.get(brief.case, "").strip():
        yield f"  {note}"
    for point in brief.points:
        yield f"  ! {point_words(words, point)}"
    for row in brief.promises:
        due = f" — {words.date(row.due)}" if row.due else ""
        yield f"  {words('Promised to the family')}: {promised_words(words, row.what)}{due} {row.name}".rstrip()
    for step in brief.steps[:NEXT]:
        due = words.date(step.due) if step.due else "—"
        yield f"  {due}  {step_title(words, step.title)}"
    if (more := len(brief.steps) - NEXT) > 0:
        yield "  " + words.count("and {n} open step more", "and {n} open steps more", more)
    yield ""

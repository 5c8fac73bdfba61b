"""The rows of a timeline as moments to be painted."""

from app.clock import KYIV
from app.i18n import Words
from app.timeline.row import Moment as Kind
from app.timeline.row import TimelineRow
from ui.case.fate_words import gently
from ui.case.told_words import how_word
from ui.cases.columns import partial_words
from ui.channel_words import channel_icon, channel_word
from ui.information.words import moment_icon, moment_words
from ui.models.moments import Moment
from ui.step_words import step_title

_ICONS = {
    Kind.OPENED: "folder-plus",
    Kind.FATE: "refresh-cw",
    Kind.STEP: "circle-check",
    Kind.DOCUMENT: "file-text",
    Kind.TOLD: "message-square",
}


def moment(words: Words, row: TimelineRow) -> Moment:
    """One row of the timeline, worded."""
    recorded = row.recorded.astimezone(KYIV) if row.recorded else None
    day = partial_words(words, row.on) if row.on else words.date(recorded.date()) if recorded else ""
    same_day = recorded is not None and row.on is not None and row.on.exact == recorded.date()
    hour = f"{recorded:%H:%M}" if recorded and (same_day or row.on is None) else ""
    title, body = _told(words, row)
    icon = _icon(row)
    return Moment(day, hour, title, body, row.by, icon, row.kind.value)


def _icon(row: TimelineRow) -> str:
    match row.kind:
        case Kind.CONTACT:
            return channel_icon(row.detail)
        case Kind.INFORMATION:
            return moment_icon(row.detail)
    return _ICONS[row.kind]


def _told(words: Words, row: TimelineRow) -> tuple[str, str]:
    name = gently(words, row.fate) or (step_title(words, row.title) if row.title else "")
    match row.kind:
        case Kind.OPENED:
            return words("Case opened"), row.detail
        case Kind.FATE:
            return words("Status: {status}", status=name), _joined(row.detail, row.text)
        case Kind.CONTACT:
            return channel_word(words, row.detail), row.text
        case Kind.STEP:
            return words("Step done"), _joined(name, row.detail, row.text)
        case Kind.DOCUMENT:
            return words("Document added"), _joined(name, row.detail, row.text)
        case Kind.INFORMATION:
            return moment_words(words, row.detail), _joined(name, row.text)
        case Kind.TOLD:
            return words("The family was told"), _joined(name, how_word(words, row.detail), row.text)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)

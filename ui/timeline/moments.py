"""The rows of a timeline as moments to be painted."""

from app.i18n import Words
from app.timeline.row import Moment as Kind
from app.timeline.row import TimelineRow
from ui.channel_words import channel_icon
from ui.information.words import moment_icon
from ui.models.moments import Moment
from ui.timeline.said import said, when

_ICONS = {
    Kind.OPENED: "folder-plus",
    Kind.FATE: "refresh-cw",
    Kind.STEP: "circle-check",
    Kind.DOCUMENT: "file-text",
    Kind.DOCUMENT_MOVE: "file-text",
    Kind.TOLD: "message-square",
    Kind.NOTE: "notebook-pen",
    Kind.PROMISE: "handshake",
    Kind.PROMISE_KEPT: "handshake",
    Kind.FAMILY: "users",
    Kind.HANDED: "printer",
    Kind.SEARCH: "search",
    Kind.RIGHTS: "shield",
    Kind.STATUS_FACTS: "badge-check",
    Kind.MONEY: "banknote",
    Kind.CLOSED: "archive",
    Kind.REOPENED: "archive-restore",
    Kind.DATA: "history",
}


def moment(words: Words, row: TimelineRow) -> Moment:
    """One row of the timeline, worded."""
    return Moment(*when(words, row), *said(words, row), row.by, _icon(row), row.kind.value)


def _icon(row: TimelineRow) -> str:
    match row.kind:
        case Kind.CONTACT:
            return channel_icon(row.detail)
        case Kind.INFORMATION:
            return moment_icon(row.detail)
    return _ICONS[row.kind]

"""How a step and its state are said."""

from collections.abc import Mapping

from app.contacts.service import CALL_AGAIN
from app.domain.errors import N_
from app.domain.step import StepState, Track
from app.domain.text import Text
from app.i18n import Words
from app.plan.queries import StepRow
from ui.models.roles import Chip

_TRACKS: Mapping[Track, str] = {
    Track.LEGAL: N_("Legal"),
    Track.FINANCIAL: N_("Financial"),
    Track.PSYCHOLOGICAL: N_("Psychological"),
    Track.REINTEGRATION: N_("Reintegration"),
    Track.OFFICE: N_("Work of the office"),
}


def step_title(words: Words, title: Text) -> str:
    """The name of a step; a promise without words is a call."""
    return words("Call the family") if title.uk == CALL_AGAIN else title.in_(words.language)


def track_word(words: Words, track: Track) -> str:
    """The name of a track."""
    return words(_TRACKS[track])


def state_chip(words: Words, step: StepRow) -> Chip | None:
    """What became of a step; None while it is simply open."""
    match step.state:
        case StepState.OPEN:
            return None
        case StepState.STARTED:
            return Chip(words("started"), "info")
        case StepState.WAITING:
            return Chip(words("waiting for an answer"), "info")
        case StepState.TO_CHECK:
            return Chip(words("to check"), "missing", "circle-question-mark")
        case StepState.DONE:
            return Chip(words("done"), "returned", "check")
        case StepState.NOT_NEEDED:
            return Chip(words("not needed"), "closed")
        case StepState.NOT_EXECUTABLE:
            return Chip(words("cannot be done"), "closed")
        case StepState.OBSOLETE:
            return Chip(words("no longer applies"), "closed")

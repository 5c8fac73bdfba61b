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

_CARRIED: Mapping[str, str] = {
    "go_on": N_("the money goes on"),
    "stop": N_("the money stops"),
    "ask": N_("who pays is asked first"),
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
        case StepState.DONE if step.refused:
            return Chip(words("refused"), "captive", "ban")
        case StepState.DONE:
            return Chip(words("done"), "returned", "check")
        case StepState.NOT_NEEDED:
            return Chip(words("not needed"), "closed")
        case StepState.NOT_EXECUTABLE:
            return Chip(words("cannot be done"), "closed")
        case StepState.OBSOLETE:
            return Chip(words("no longer applies"), "closed")


def review_chip(words: Words, step: StepRow) -> Chip | None:
    """Whether a lawyer has still to look at the rule of the step."""
    if step.definition is None or not (step.definition.confidence == "low" or step.definition.questions):
        return None
    return Chip(words("a lawyer must check"), "missing", "circle-question-mark")


def paper_words(words: Words, name: str, *, held: bool) -> str:
    """A paper that a step needs, and whether the case has it."""
    return words("✓ {paper} (in the case)", paper=name) if held else words("– {paper} (not in the case)", paper=name)


def carried_words(words: Words, step: StepRow) -> str:
    """What was decided about a payment when the status changed; empty if nothing was."""
    return words(_CARRIED[step.carried]) if step.carried in _CARRIED else ""


def paying_words(words: Words, answer: str) -> str:
    """What may be decided about a payment."""
    return words(_CARRIED[answer])

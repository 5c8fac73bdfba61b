"""What became of a promise, in words: as its word, the tone of its chip, its icon."""

from collections.abc import Mapping

from app.contacts.service import CALL_AGAIN
from app.domain.errors import N_
from app.i18n import Words
from app.promises.service import PromiseState

STATES: Mapping[PromiseState, tuple[str, str, str]] = {
    PromiseState.OPEN: (N_("promised"), "info", "clock"),
    PromiseState.KEPT: (N_("kept"), "returned", "check"),
    PromiseState.NOT_KEPT: (N_("not kept"), "missing", "circle-alert"),
    PromiseState.WITHDRAWN: (N_("withdrawn"), "closed", "x"),
}


def promised_words(words: Words, what: str) -> str:
    """What was promised; the quick entry's own words in the language of the window."""
    return words("Speak to the family again") if what == CALL_AGAIN else what

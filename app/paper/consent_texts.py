"""The words shown before a yes or a no, by purpose, with their version."""

from app.domain.consent import Purpose
from app.paper.letter import letter

_DOTS = "…"


def consent_text(purpose: Purpose, language: str, *, recipient: str = "", topics: str = "") -> str:
    """What a person is told before he answers, in `language`."""
    words = letter("consents")
    return words.say(purpose.value, language, recipient=recipient or _DOTS, topics=topics or _DOTS)


def text_version(language: str) -> str:
    """Which version of the words stands now."""
    return letter("consents").say("version", language)

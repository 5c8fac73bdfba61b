"""From when to when an event lasted, as precise as it is known."""

from app.domain.partial_date import PartialDate
from app.i18n import Words
from ui.date_words import partial_words


def span_words(words: Words, starts: PartialDate | None, ends: PartialDate | None) -> str:
    """From when to when, as precise as it is known; empty if nothing is."""
    if starts and ends and starts != ends:
        return f"{partial_words(words, starts)} – {partial_words(words, ends)}"
    if starts:
        return partial_words(words, starts)
    return words("not later than {date}", date=partial_words(words, ends)) if ends else ""

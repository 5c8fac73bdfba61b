"""How a family was told: in person, in a pair, by phone, on paper."""

from collections.abc import Mapping

from app.domain.errors import N_
from app.i18n import Words

_HOW: Mapping[str, str] = {
    "in_person": N_("in person"),
    "in_pair": N_("in person, two of us"),
    "phone": N_("by phone"),
    "paper": N_("on paper"),
}


def how_word(words: Words, how: str) -> str:
    """The way in the language of the window; an unknown code stays."""
    return words(_HOW[how]) if how in _HOW else how

"""How a fate looks on a chip: icon, colour and the grade of knowledge («Полон?» is not «Полон»)."""

from collections.abc import Mapping
from functools import lru_cache

from app.domain.fate import Fate
from app.i18n import Words
from ui.models.roles import Chip

_FACES: Mapping[Fate, tuple[str, str]] = {
    Fate.NO_CONTACT: ("missing", "circle-question-mark"),
    Fate.MISSING: ("missing", "circle-question-mark"),
    Fate.CAPTIVE_UNCONFIRMED: ("captive", "lock"),
    Fate.CAPTIVE_CONFIRMED: ("captive", "lock"),
    Fate.INTERNED_NEUTRAL: ("info", "landmark"),
    Fate.CIVIL_DETAINEE: ("captive", "lock"),
    Fate.RETURNED: ("returned", "house"),
    Fate.IN_SERVICE_AFTER: ("returned", "house"),
    Fate.DISCHARGED_AFTER: ("returned", "house"),
    Fate.BODY_UNIDENTIFIED: ("deceased", "flower"),
    Fate.DECEASED_IDENTIFIED: ("deceased", "flower"),
    Fate.DIED_IN_CAPTIVITY: ("deceased", "flower"),
    Fate.DECLARED_DEAD_COURT: ("deceased", "flower"),
    Fate.FOUND_ALIVE: ("returned", "house"),
    Fate.CLOSED: ("closed", "archive"),
}


@lru_cache(maxsize=64)
def fate_chip(words: Words, fate: Fate) -> Chip:
    """The chip of `fate`: as short as a list needs, no surer than what is known."""
    tone, icon = _FACES[fate]
    return Chip(_short(words)[fate], tone, icon)


def _short(words: Words) -> Mapping[Fate, str]:
    return {
        Fate.NO_CONTACT: words.context("fate", "Contact lost"),
        Fate.MISSING: words.context("fate", "Missing"),
        Fate.CAPTIVE_UNCONFIRMED: words.context("fate", "Captive?"),
        Fate.CAPTIVE_CONFIRMED: words.context("fate", "Captive"),
        Fate.INTERNED_NEUTRAL: words.context("fate", "Interned"),
        Fate.CIVIL_DETAINEE: words.context("fate", "Civilian captive"),
        Fate.RETURNED: words.context("fate", "Returned"),
        Fate.IN_SERVICE_AFTER: words.context("fate", "In service"),
        Fate.DISCHARGED_AFTER: words.context("fate", "Discharged"),
        Fate.BODY_UNIDENTIFIED: words.context("fate", "Identification"),
        Fate.DECEASED_IDENTIFIED: words.context("fate", "Fallen"),
        Fate.DIED_IN_CAPTIVITY: words.context("fate", "Died in captivity"),
        Fate.DECLARED_DEAD_COURT: words.context("fate", "Court decision"),
        Fate.FOUND_ALIVE: words.context("fate", "Found alive"),
        Fate.CLOSED: words.context("fate", "Closed"),
    }

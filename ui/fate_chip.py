"""How a fate looks on a chip: icon, colour and the grade of knowledge («Полон?» is not «Полон»)."""

from collections.abc import Mapping

from app.catalogue.definitions import StatusDef
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


def fate_chip(statuses: Mapping[Fate, StatusDef], words: Words, fate: Fate) -> Chip:
    """The chip of `fate` in the short words of the catalogue."""
    tone, icon = _FACES[fate]
    return Chip(statuses[fate].short.in_(words.language), tone, icon)

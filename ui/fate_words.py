"""A status said in full and gently: beside a name at the desk no word of death is louder than the record needs."""

from collections.abc import Mapping

from app.catalogue.definitions import Catalogue
from app.domain.errors import N_
from app.domain.fate import Fate
from app.domain.sex import Sex
from app.i18n import Words

_GENTLY: Mapping[Fate, str] = {
    Fate.BODY_UNIDENTIFIED: N_("Identification goes on, death not confirmed"),
    Fate.DECEASED_IDENTIFIED: N_("Identity established, death registered"),
    Fate.DIED_IN_CAPTIVITY: N_("Death in captivity established"),
    Fate.DECLARED_DEAD_COURT: N_("Court decision under article 46 of the Civil Code"),
}


def gently(words: Words, fate: Fate | None) -> str:
    """The gentle words for a status that has them; an empty text for every other."""
    return words(_GENTLY[fate]) if fate is not None and fate in _GENTLY else ""


def fate_words(words: Words, catalogue: Catalogue, fate: Fate, sex: str = "") -> str:
    """The status in the language of the window; `sex` F gives the feminine form of Ukrainian."""
    if fate in _GENTLY:
        return gently(words, fate)
    status = catalogue.statuses[fate]
    feminine = sex == Sex.F and words.language == "uk"
    return status.feminine_uk if feminine else status.name.in_(words.language)

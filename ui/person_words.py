"""How names, numbers and services are said, in the window and on a terminal."""

from collections.abc import Mapping

from app.catalogue.definitions import Catalogue
from app.domain.errors import N_
from app.domain.identifier import Absent, Doubt, IdentifierKind
from app.i18n import Words
from app.people.naming import NameKind
from app.people.serving import ServiceRole

NUMBERS: Mapping[IdentifierKind, str] = {
    IdentifierKind.TAX_NUMBER: N_("Tax number"),
    IdentifierKind.RECORD_NUMBER: N_("Record number (УНЗР)"),
    IdentifierKind.ID_CARD: N_("ID card"),
    IdentifierKind.PASSPORT: N_("Passport booklet"),
    IdentifierKind.TRAVEL_PASSPORT: N_("Travel passport"),
    IdentifierKind.BIRTH: N_("Birth certificate"),
    IdentifierKind.MARRIAGE: N_("Marriage certificate"),
    IdentifierKind.DEATH: N_("Death certificate"),
    IdentifierKind.MILITARY_TICKET: N_("Military ticket"),
    IdentifierKind.MILITARY_ID: N_("Military ID card"),
    IdentifierKind.COMBATANT: N_("Combatant’s certificate"),
    IdentifierKind.TAG: N_("Identification tag"),
    IdentifierKind.PERSONAL_NUMBER: N_("Personal number"),
    IdentifierKind.IBAN: N_("Bank account (IBAN)"),
    IdentifierKind.OTHER: N_("Another number"),
}
DOUBTS: Mapping[Doubt, str] = {
    Doubt.FOLDED: N_("Letters of the other alphabet were put right. Compare it with the paper."),
    Doubt.CHECK_DIGIT: N_("The check digit does not agree. Compare it with the paper."),
    Doubt.BORN_DIFFERS: N_("By this number the birth date is another one."),
    Doubt.SEX_DIFFERS: N_("By this number it is a person of the other sex."),
    Doubt.FUTURE: N_("By this number the person is not born yet."),
    Doubt.TOO_YOUNG: N_("By this number the person is too young to serve."),
    Doubt.TOO_OLD: N_("By this number the person is older than 110."),
    Doubt.NO_SUCH_DAY: N_("The first eight digits should be a birth date, and there is no such day."),
    Doubt.UNUSUAL: N_("Such numbers are usually written otherwise; it is kept as it stands."),
}
ABSENT: Mapping[Absent, str] = {
    Absent.PRESENT: N_("there is a number"),
    Absent.RELIGIOUS: N_("none, for religious reasons"),
    Absent.FOREIGNER: N_("none: a foreigner"),
    Absent.UNDER_AGE: N_("none yet: a child"),
    Absent.NOT_ISSUED: N_("never issued"),
}
NAMES: Mapping[NameKind, str] = {
    NameKind.PREVIOUS: N_("earlier name"),
    NameKind.MAIDEN: N_("maiden name"),
    NameKind.LATIN: N_("another Latin spelling"),
    NameKind.LIST: N_("as met in a list"),
    NameKind.RUSSIAN: N_("Russian spelling"),
}
ROLES: Mapping[ServiceRole, str] = {
    ServiceRole.AT_EVENT: N_("unit of the event"),
    ServiceRole.HOLDS_FILE: N_("holds the file"),
    ServiceRole.EARLIER: N_("served earlier"),
}


def rank_words(words: Words, catalogue: Catalogue, rank: str) -> str:
    """A rank in the language of the window; a special rank as it is written."""
    return catalogue.ranks.named(rank).in_(words.language) if rank else ""

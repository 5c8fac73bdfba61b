"""Who somebody is to the serviceman, and the words in which workbooks say it."""

import re
from enum import StrEnum

from app.domain.name import canonical, straighten


class Relation(StrEnum):
    """Kinship or role of a contact person, as the entitlement rules need it (reference 2.1)."""

    SPOUSE = "spouse"
    PARTNER = "partner"
    PARENT = "parent"
    CHILD = "child"
    SIBLING = "sibling"
    GRANDPARENT = "grandparent"
    GRANDCHILD = "grandchild"
    GUARDIAN = "guardian"
    OTHER_RELATIVE = "other_relative"
    REPRESENTATIVE = "representative"
    FRIEND = "friend"
    UNKNOWN = "unknown"


_WORDS = {
    Relation.SPOUSE: """дружина дружини дружині дружиною друж чоловік чоловіка чоловіком чол подружжя жена муж
        wife husband spouse""",
    Relation.PARTNER: """партнер партнерка співмешканка співмешканець сожительница сожитель наречена наречений
        цивдружина цивчоловік partner fiancé fiancée""",
    Relation.PARENT: """мати мама матір матері матуся ненька батько тато батька батьки татусь мать отец папа
        усиновлювач усиновителька mother father parent mom dad""",
    Relation.CHILD: """син сина донька дочка доня дочки доньки дитина діти сын дочь ребенок son daughter child""",
    Relation.SIBLING: """брат брата братик сестра сестри сестричка brother sister sibling""",
    Relation.GRANDPARENT: """бабуся баба бабця бабушка дід дідусь дедушка дед прабабуся прадід
        grandmother grandfather grandparent""",
    Relation.GRANDCHILD: """внук внучка онук онука онучка правнук правнучка grandson granddaughter grandchild""",
    Relation.GUARDIAN: """опікун опікунка піклувальник піклувальниця опекун guardian""",
    Relation.REPRESENTATIVE: """адвокат адвокатка юрист юристка представник представниця довірена уповноважений
        уповноважена повірений lawyer representative attorney""",
    Relation.FRIEND: """друг подруга товариш товаришка побратим посестра знайомий знайома сусід сусідка
        сослуживець friend""",
    Relation.OTHER_RELATIVE: """тітка тьотя дядько дядя племінник племінниця небіж небога теща тесть свекруха
        свекор невістка зять швагер кум кума хрещена хрещений мачуха вітчим пасинок падчерка родич родичка кузен
        кузина aunt uncle nephew niece cousin stepmother stepfather relative""",
}
_KNOWN = {word: relation for relation, words in _WORDS.items() for word in words.split()}
_UNMARRIED = re.compile(r"\b(?:цив|цивільн\w*|гражд\w*|громадянськ\w*|фактичн\w*|незареєстр\w*|неофіційн\w*)\b")
_FORMER = re.compile(r"\b(?:кол|колишн\w*|екс|бывш\w*|розлучен\w*|ex|former)\b")
_DISTANT = re.compile(r"\b(?:двоюрідн\w*|троюрідн\w*|зведен\w*|хрещен\w*|двоюродн\w*)\b")
_WORD = re.compile(r"[^\W\d_]+")


def parse(text: str) -> Relation:
    """The relation that the first known word names; UNKNOWN if no word is known.

    дружина is a spouse, цив. дружина a partner, колишня дружина and двоюрідний брат are other relatives.
    """
    plain = straighten(canonical(text)).lower()
    named = next((_KNOWN[word] for word in _WORD.findall(plain) if word in _KNOWN), Relation.UNKNOWN)
    if named is Relation.SPOUSE and _UNMARRIED.search(plain):
        return Relation.PARTNER
    if named in {Relation.SPOUSE, Relation.PARTNER} and _FORMER.search(plain):
        return Relation.OTHER_RELATIVE
    if named in {Relation.SIBLING, Relation.PARENT} and _DISTANT.search(plain):
        return Relation.OTHER_RELATIVE
    return named

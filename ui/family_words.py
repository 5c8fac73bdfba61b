"""How relatives are said: their relation, and a phone with its middle hidden."""

from collections.abc import Mapping

from app.domain.errors import N_
from app.domain.relation import Relation
from app.domain.sex import Sex, of_patronymic
from app.i18n import Words

_RELATIONS: Mapping[Relation, str] = {
    Relation.SPOUSE: N_("wife or husband"),
    Relation.PARTNER: N_("partner"),
    Relation.PARENT: N_("mother or father"),
    Relation.CHILD: N_("daughter or son"),
    Relation.SIBLING: N_("sister or brother"),
    Relation.GRANDPARENT: N_("grandmother or grandfather"),
    Relation.GRANDCHILD: N_("grandchild"),
    Relation.GUARDIAN: N_("guardian"),
    Relation.OTHER_RELATIVE: N_("other relative"),
    Relation.REPRESENTATIVE: N_("authorised representative"),
    Relation.FRIEND: N_("friend"),
    Relation.UNKNOWN: N_("relation unknown"),
}
_OF_HER: Mapping[Relation, str] = {
    Relation.SPOUSE: N_("wife"),
    Relation.PARENT: N_("mother"),
    Relation.CHILD: N_("daughter"),
    Relation.SIBLING: N_("sister"),
    Relation.GRANDPARENT: N_("grandmother"),
    Relation.GRANDCHILD: N_("granddaughter"),
}
_OF_HIM: Mapping[Relation, str] = {
    Relation.SPOUSE: N_("husband"),
    Relation.PARENT: N_("father"),
    Relation.CHILD: N_("son"),
    Relation.SIBLING: N_("brother"),
    Relation.GRANDPARENT: N_("grandfather"),
    Relation.GRANDCHILD: N_("grandson"),
}
_BY_SEX = {Sex.F: _OF_HER, Sex.M: _OF_HIM}


def relation_word(words: Words, relation: Relation, patronymic: str = "") -> str:
    """The relation in the language of the window: wife or husband where the patronymic tells which."""
    sex = of_patronymic(patronymic)
    known = _BY_SEX[sex].get(relation) if sex else None
    return words(known or _RELATIONS[relation])


def masked(phone: str) -> str:
    """A phone that only its owner would recognise: +380 ** *** ** 17."""
    return f"{phone[:4]} ** *** ** {phone[-2:]}" if len(phone) > 8 else "** **"


def shown(phone: str) -> str:
    """A phone as it is dialled: +380 50 123 45 67."""
    if phone.startswith("+380") and len(phone) == 13:
        return f"+380 {phone[4:6]} {phone[6:9]} {phone[9:11]} {phone[11:]}"
    return phone

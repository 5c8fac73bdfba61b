"""How a recipient of a paper is said in a list."""

from app.domain.relation import Relation
from app.i18n import Words
from app.paper.family_facts import HIMSELF
from app.paper.service import Recipient
from ui.family_words import relation_word


def recipient_words(words: Words, one: Recipient) -> str:
    """Name and relation, and whether his identity was checked."""
    if one.relation == HIMSELF:
        return words("{name} (himself)", name=one.name)
    known = one.relation in {relation.value for relation in Relation}
    told = f"{one.name} ({relation_word(words, Relation(one.relation))})" if known else one.name
    return told if one.verified else words("{who}: not verified", who=told)

"""After his return the person is the data subject: his family hears about him again only by his own word."""

from collections.abc import Set as AbstractSet

from app.domain.consent import Topic
from app.domain.fate import ALL_RETURNED, Fate


def hears(fate: Fate, granted: AbstractSet[str]) -> frozenset[str] | None:
    """What one relative may hear of him, as topics of his consent; None while he is away: his family's case goes on.

    `granted`: the topics of the consents to this relative that hold today.
    """
    return frozenset(granted) if fate in ALL_RETURNED else None


def may_hear(heard: AbstractSet[str] | None, topic: Topic = Topic.STATUS) -> bool:
    """Whether somebody who hears so much may be told of `topic`."""
    return heard is None or topic.value in heard

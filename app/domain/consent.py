"""How a consent stands on a day: given, running out, expired, withdrawn, refused, or never asked for.

A consent holds through its last day; from the day it is withdrawn it holds no more.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

WARNINGS = (30, 7, 1)
"""How many days before its end a consent is spoken of: early, soon, and last."""


class Purpose(StrEnum):
    """What a consent is for. `FAMILY_INFORMATION`: he who is back lets one relative hear about him.

    `TRANSFER`: the package for the coordinating office. `REFERRAL`: to one organisation named.
    """

    CASEWORK = "casework"
    FAMILY_INFORMATION = "family_information"
    TRANSFER = "transfer"
    REFERRAL = "referral"
    CLINICAL = "clinical"
    PHOTO = "photo"
    PUBLICITY = "publicity"
    MEDIA = "media"
    RESEARCH = "research"


class Topic(StrEnum):
    """What may be spoken of; each is named as its field in redaction.yaml."""

    NAME = "full_name"
    STATUS = "fate_status"
    PAPERS = "confirmations_official"
    STEPS = "steps_own"
    DOCUMENTS = "documents_held"
    HEALTH = "health_in_captivity"
    INFORMATION = "information_items"
    LETTERS = "letters"
    PHOTOS = "photos"
    ADDRESS = "address"
    MONEY = "deposited_money"
    SCALES = "scale_scores"


class Standing(StrEnum):
    """Where a consent stands."""

    NOT_ASKED = "not_asked"
    REFUSED = "refused"
    TO_COME = "to_come"
    GIVEN = "given"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"

    @property
    def allows(self) -> bool:
        """Whether what was agreed to may be done."""
        return self in (Standing.GIVEN, Standing.EXPIRING)

    @property
    def stops(self) -> bool:
        """Whether somebody said no, or his yes has ended: nothing may be shared on the strength of it."""
        return self in (Standing.REFUSED, Standing.EXPIRED, Standing.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Word:
    """Somebody's yes or no: from which day, until which (both included), withdrawn from which day on, about what."""

    since: date
    until: date | None = None
    withdrawn_on: date | None = None
    refused: bool = False
    topics: frozenset[str] = frozenset()


def standing(word: Word | None, day: date) -> Standing:
    """Where `word` stands on `day`; without a word nobody was asked."""
    if word is None:
        return Standing.NOT_ASKED
    if word.refused:
        return Standing.REFUSED
    if word.withdrawn_on is not None and word.withdrawn_on <= day:
        return Standing.WITHDRAWN
    if day < word.since:
        return Standing.TO_COME
    left = days_left(word, day)
    if left is None:
        return Standing.GIVEN
    if left < 0:
        return Standing.EXPIRED
    return Standing.EXPIRING if left <= WARNINGS[0] else Standing.GIVEN


def days_left(word: Word, day: date) -> int | None:
    """Days until the last one, 0 on it, negative after it; None where it has no end."""
    return None if word.until is None else (word.until - day).days


def warning(word: Word, day: date) -> int | None:
    """Which of `WARNINGS` is reached on `day`, the most urgent; None if none, or if the word does not hold."""
    left = days_left(word, day)
    if left is None or not standing(word, day).allows:
        return None
    return min((mark for mark in WARNINGS if left <= mark), default=None)


def open_topics(words: Iterable[Word], day: date) -> frozenset[str]:
    """What may be spoken of on `day`, of several words in the order they were given: a later no closes its topics.

    A refusal that names no topic closes all.
    """
    found: frozenset[str] = frozenset()
    for word in words:
        if word.refused and word.since <= day:
            found = found - word.topics if word.topics else frozenset()
        elif standing(word, day).allows:
            found |= word.topics
    return found


def last_standing(words: Iterable[Word], day: date) -> Standing:
    """How matters stand on `day`, of several words about the same in the order they were given.

    A yes that holds outweighs an older one that ended; a later no outweighs it.
    """
    found = Standing.NOT_ASKED
    for word in words:
        now = standing(word, day)
        if now.allows or word.refused or not found.allows:
            found = now
    return found

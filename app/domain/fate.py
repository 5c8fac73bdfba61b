"""What we believe happened to the person: the one status of an episode (reference 1.2)."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType


class Fate(StrEnum):
    """One current value per episode, with its history; the names are the codes of statuses.yaml."""

    NO_CONTACT = "NO_CONTACT"
    MISSING = "MISSING"
    CAPTIVE_UNCONFIRMED = "CAPTIVE_UNCONFIRMED"
    CAPTIVE_CONFIRMED = "CAPTIVE_CONFIRMED"
    INTERNED_NEUTRAL = "INTERNED_NEUTRAL"
    CIVIL_DETAINEE = "CIVIL_DETAINEE"
    RETURNED = "RETURNED"
    IN_SERVICE_AFTER = "IN_SERVICE_AFTER"
    DISCHARGED_AFTER = "DISCHARGED_AFTER"
    BODY_UNIDENTIFIED = "BODY_UNIDENTIFIED"
    DECEASED_IDENTIFIED = "DECEASED_IDENTIFIED"
    DIED_IN_CAPTIVITY = "DIED_IN_CAPTIVITY"
    DECLARED_DEAD_COURT = "DECLARED_DEAD_COURT"
    FOUND_ALIVE = "FOUND_ALIVE"
    CLOSED = "CLOSED"


ALL_ABSENT = frozenset(
    {Fate.MISSING, Fate.CAPTIVE_UNCONFIRMED, Fate.CAPTIVE_CONFIRMED, Fate.INTERNED_NEUTRAL}
)
ALL_CAPTIVE = frozenset(
    {Fate.CAPTIVE_UNCONFIRMED, Fate.CAPTIVE_CONFIRMED, Fate.INTERNED_NEUTRAL, Fate.CIVIL_DETAINEE}
)
ALL_RETURNED = frozenset({Fate.RETURNED, Fate.IN_SERVICE_AFTER, Fate.DISCHARGED_AFTER})
ALL_DEAD = frozenset({Fate.DECEASED_IDENTIFIED, Fate.DIED_IN_CAPTIVITY, Fate.DECLARED_DEAD_COURT})
HARD_NEWS = ALL_DEAD | {Fate.BODY_UNIDENTIFIED}
"""Hidden from every family output until that very person was told officially."""

GROUPS: Mapping[str, frozenset[Fate]] = MappingProxyType(
    {
        "ALL": frozenset(Fate),
        "ALL_ABSENT": ALL_ABSENT,
        "ALL_CAPTIVE": ALL_CAPTIVE,
        "ALL_RETURNED": ALL_RETURNED,
        "ALL_DEAD": ALL_DEAD,
    }
)


def expand(names: Iterable[str]) -> frozenset[Fate]:
    """The fates that an `applies_to` list means, groups spelled out; ValueError for an unknown name."""
    fates: set[Fate] = set()
    for name in names:
        fates |= GROUPS.get(name) or {Fate(name)}
    return frozenset(fates)

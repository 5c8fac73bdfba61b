"""Walls between branches of one family: whom output made for one relative may know of.

Whoever is not surely on the same side is behind a wall: of two mistakes, silence is the one that can be mended.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Side:
    """Where one relative stands. `branch`: a short label, or none; `against`: keys of those he is in conflict with.

    `in_conflict`: it is known that there is a conflict, not with whom.
    """

    key: str
    branch: str = ""
    in_conflict: bool = False
    against: frozenset[str] = frozenset()


def known_to(family: Sequence[Side], reader: str) -> frozenset[str]:
    """The keys of those whom output for `reader` may know of, himself among them; empty for a stranger."""
    whose = next((one for one in family if one.key == reader), None)
    if whose is None:
        return frozenset()
    parted = any(one.branch for one in family)
    return frozenset(one.key for one in family if one is whose or not _walled(whose, one, parted=parted))


def in_conflict(family: Sequence[Side]) -> bool:
    """Whether a wall stands anywhere in this family."""
    everybody = {one.key for one in family}
    return any(known_to(family, one.key) != everybody for one in family)


def _walled(one: Side, other: Side, *, parted: bool) -> bool:
    if one.branch != other.branch or other.key in one.against or one.key in other.against:
        return True
    return not one.branch and (parted or one.in_conflict or other.in_conflict)

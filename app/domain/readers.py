"""For whom something is written down, and who of the office may therefore read it."""

from collections.abc import Collection
from enum import StrEnum

from app.domain.role import Right


class Readers(StrEnum):
    """`FAMILY`: everybody of the office reads it, and the relative whom it concerns may be given it."""

    OFFICE = "office"
    PSYCHOLOGIST = "psychologist"
    LEAD = "lead"
    FAMILY = "family"


_NEEDS = {Readers.PSYCHOLOGIST: Right.CLINICAL, Readers.LEAD: Right.APPROVE}
"""Which right makes somebody one of the readers; whoever sees the case is one of the others."""


def may_read(readers: Readers, rights: Collection[Right]) -> bool:
    """Whether somebody with these rights is among the readers."""
    needed = _NEEDS.get(readers)
    return needed is None or needed in rights


def closed_to(rights: Collection[Right]) -> tuple[str, ...]:
    """The codes of the readers among whom somebody with these rights is not."""
    return tuple(readers.value for readers in Readers if not may_read(readers, rights))

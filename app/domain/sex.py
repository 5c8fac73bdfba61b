"""Male or female, as tax numbers and patronymics tell it; the words on paper follow it."""

from enum import StrEnum

from app.domain.name import fold

_MALE = ("ич", "іч", "огли", "оглу")
_FEMALE = ("вна", "чна", "кизи")


class Sex(StrEnum):
    """M or F."""

    M = "M"
    F = "F"


def of_patronymic(patronymic: str) -> Sex | None:
    """What the ending says: -ович male, -івна female; None where it says nothing."""
    folded = fold(patronymic)
    if folded.endswith(_FEMALE):
        return Sex.F
    return Sex.M if folded.endswith(_MALE) else None

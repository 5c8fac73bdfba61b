"""Who may see which field and how much of it: the matrix of redaction.yaml; unlisted means hidden."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from app.domain import iban, record_number, tax_number
from app.domain.name import fold

SMALLEST_COUNT = 5


class Audience(StrEnum):
    """For whom something is printed or exported."""

    FAMILY_AUTHORISED = "FAMILY_AUTHORISED"
    FAMILY_OTHER = "FAMILY_OTHER"
    REPRESENTATIVE = "REPRESENTATIVE"
    LAWYER = "LAWYER"
    PSYCHOLOGIST = "PSYCHOLOGIST"
    COORDINATOR = "COORDINATOR"
    RETURNEE_SELF = "RETURNEE_SELF"
    STATISTICS = "STATISTICS"


class Visibility(StrEnum):
    """How much is shown; `TITLE` only that it exists, `ASK` nothing unless ticked for this one print."""

    FULL = "full"
    MASK = "mask"
    TITLE = "title"
    HIDE = "hide"
    ASK = "ask"


class RedactionMatrix:
    """The rows of redaction.yaml; ValueError for a row without a field of its own or an unknown visibility."""

    __slots__ = ("_seen",)

    def __init__(self, rows: Iterable[Mapping[str, object]]) -> None:
        self._seen: dict[str, dict[Audience, Visibility]] = {}
        for row in rows:
            field = row.get("field")
            if not isinstance(field, str) or field in self._seen:
                raise ValueError(f"a row needs a field of its own: {field!r}")
            self._seen[field] = {
                audience: Visibility(str(row[audience])) for audience in Audience if audience in row
            }

    @property
    def fields(self) -> frozenset[str]:
        """The fields that the matrix names."""
        return frozenset(self._seen)

    def visibility(self, field: str | None, audience: Audience) -> Visibility:
        """How much of `field` the audience sees; a field that is None or not listed is hidden from all."""
        return self._seen.get(field or "", {}).get(audience, Visibility.HIDE)


MASKS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "rnokpp": tax_number.mask,
        "passport_unzr": record_number.mask,
        "date_of_birth": lambda iso: iso[:4],
        "iban_and_bank": iban.mask,
    }
)
"""How a field is shown in part; a place needs `oblast_of`, any other field shows nothing."""


def masked(field: str, value: str) -> str:
    """`value` as far as its mask shows it; "" for a field without a mask. Dates come as ISO text."""
    return MASKS[field](value) if field in MASKS else ""


def oblast_of(place: str, oblasts: Iterable[str]) -> str | None:
    """The one of `oblasts` (Ukrainian names as in oblasts.yaml) that a place text names; None if it names none.

    "с. Приклад, Донецької обл." gives "Донецька". Nothing finer than the oblast ever leaves this function.
    """
    words = [fold(word) for word in place.replace(",", " ").replace(".", " ").split()]
    for oblast in oblasts:
        name = oblast.removeprefix("м. ")
        stem = fold(name.removesuffix("а").split()[-1])
        whole = name != oblast or " " in name
        if any(word == stem if whole else word.startswith(stem) for word in words):
            return oblast
    return None


def small_cell(count: int) -> int | None:
    """A count as statistics may tell it: None from 1 to 4, where it could point at a person."""
    return None if 0 < count < SMALLEST_COUNT else count

"""What a form asks: its fields as data, in sections."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What is written in a field; `ui/forms/kinds.py` says which widget serves it."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NAME = "name"
    LATIN = "latin"
    DATE = "date"
    DAY = "day"
    PHONES = "phones"
    TAX_NUMBER = "tax_number"
    UNIT = "unit"
    IDENTIFIER = "identifier"
    RANK = "rank"
    WHOLE = "whole"
    PLACE = "place"
    CHOICE = "choice"
    MONEY = "money"
    YES_NO = "yes_no"
    TICKS = "ticks"


@dataclass(frozen=True, slots=True)
class FieldDef:
    """One field. `label` and `hint` are message ids; a hint of many facts comes ready.

    `choices`: of a choice or of ticks, each as its code and its words. `source`: the field whose name a Latin spelling
    follows, or whose day a tax number is compared with, or which says of what kind an identifier is. `future`: whether
    a day to come may stand.
    """

    key: str
    kind: Kind
    label: str
    hint: str = ""
    required: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    source: str = ""
    future: bool = False


@dataclass(frozen=True, slots=True)
class SectionDef:
    """Fields under one heading, a message id; empty for none."""

    title: str
    fields: tuple[FieldDef, ...]


def fields(sections: Iterable[SectionDef]) -> Iterator[FieldDef]:
    """Every field, in the order it is asked."""
    for section in sections:
        yield from section.fields

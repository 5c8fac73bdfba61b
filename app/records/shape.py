"""A frozen draft and the columns of its row say the same: the one translation between the two."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import StrEnum
from functools import lru_cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from app.domain.legible import TextTooLong as TextTooLong
from app.domain.legible import legible
from db.models.base import Row

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

D = TypeVar("D", bound="DataclassInstance")
Read = Callable[[Any], Any]

LONGEST = 20_000
"""Characters of one text."""
BETWEEN = "\n"
"""Between several codes or texts in one column."""


def columns_of(draft: "DataclassInstance") -> dict[str, Any]:
    """What a frozen `draft` says, as the columns of the same names hold it. Raises `TextTooLong`."""
    return {field.name: _stored(getattr(draft, field.name)) for field in fields(draft)}


def draft_of(row: Row, kind: type[D]) -> D:
    """What the columns of `row` say, as a frozen draft of this kind."""
    return kind(**{name: read(getattr(row, name)) for name, read in _readers(kind).items()})


def _stored(value: object) -> object:
    match value:
        case StrEnum():
            return value.value
        case str():
            text = legible(value).strip()
            if len(text) > LONGEST:
                raise TextTooLong(most=LONGEST)
            return text
        case tuple():
            return BETWEEN.join(str(_stored(one)) for one in value)
        case _:
            return value


@lru_cache
def _readers(kind: type) -> Mapping[str, Read]:
    return {name: _reader(hint) for name, hint in get_type_hints(kind).items()}


def _reader(hint: Any) -> Read:
    if get_origin(hint) in (Union, UnionType):
        wanted = next(one for one in get_args(hint) if one is not NoneType)
        read = _reader(wanted)
        return lambda value: None if value is None or value == "" else read(value)
    if get_origin(hint) is tuple:
        one = _reader(get_args(hint)[0])
        return lambda value: tuple(one(part) for part in value.split(BETWEEN)) if value else ()
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    return lambda value: value

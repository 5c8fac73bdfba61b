"""A table's columns as the file stores them: how a value becomes what the driver takes, and its text in the journal."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any

from sqlalchemy import Boolean, Dialect, LargeBinary, inspect
from sqlalchemy.types import TypeEngine

from db.chain import ERASED
from db.models.base import Base, Uid

_DIGEST_DIGITS = 32
_spelled = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True, slots=True)
class StoredColumn:
    """One column: its attribute, its name in the file, whether the journal keeps it.

    `stored` turns a value into what the driver takes: text, number, bytes or None.
    """

    key: str
    name: str
    journaled: bool
    stored: Callable[[Any], Any]


@lru_cache
def columns(model: type[Base], dialect: Dialect) -> tuple[StoredColumn, ...]:
    """Every column of a table, in the table's order."""
    return tuple(
        StoredColumn(
            attribute.key,
            column.name,
            not column.info.get("derived") and attribute.key != "version",
            _conversion(column.type, dialect),
        )
        for attribute in inspect(model).column_attrs
        for column in attribute.columns[:1]
    )


def _conversion(kind: TypeEngine[Any], dialect: Dialect) -> Callable[[Any], Any]:
    if isinstance(kind, Uid):
        return lambda uid: None if uid is None else uid.bytes
    if isinstance(kind, Boolean):
        return lambda truth: None if truth is None else int(truth)
    process = kind.dialect_impl(dialect).bind_processor(dialect)
    if process is None or isinstance(kind, LargeBinary):
        return lambda value: value
    return lambda value: None if value is None else process(value)


def as_text(stored: Any) -> str | None:
    """A stored value as JSON text; bytes in hex, None stays None."""
    match stored:
        case None:
            return None
        case bytes():
            return f'"{stored.hex()}"'
        case int():
            return str(stored)
        case _:
            return _spelled(stored)


def parsed(model: type[Base], key: str, told: str | None, dialect: Dialect) -> Any:
    """The value of a column again, from its text in the journal; None for what was erased there."""
    if told is None or told == ERASED:
        return None
    stored = json.loads(told)
    kind = inspect(model).columns[key].type
    if isinstance(kind, Boolean):
        return bool(stored)
    implementation = kind.dialect_impl(dialect)
    if isinstance(implementation, LargeBinary) or isinstance(getattr(implementation, "impl", None), LargeBinary):
        stored = bytes.fromhex(stored)
    process = implementation.result_processor(dialect, None)
    return stored if process is None else process(stored)


def digest(texts: Iterable[str | None]) -> str:
    """The digest of a row's journaled values as texts: a birth keeps it, so that a hidden change is noticed."""
    return _hashed(f"[{', '.join('null' if text is None else text for text in texts)}]")


def digest_of(values: Iterable[Any]) -> str:
    """The same digest straight from stored values, spelled at once."""
    return _hashed(_spelled([value.hex() if isinstance(value, bytes) else value for value in values]))


def _hashed(told: str) -> str:
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST_DIGITS]

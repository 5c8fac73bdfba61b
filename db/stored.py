"""A table's columns as the file stores them: how a value becomes what the driver takes, and its text in the journal."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any

from sqlalchemy import Dialect, inspect

from db.models.base import Base

_DIGEST_DIGITS = 32


@dataclass(frozen=True, slots=True)
class StoredColumn:
    """One column: its attribute, its name in the file, whether the journal keeps it."""

    key: str
    name: str
    journaled: bool
    _convert: Callable[[Any], Any] | None

    def stored(self, value: Any) -> Any:
        """`value` as the driver takes it: text, number, bytes or None."""
        if value is None:
            return None
        plain = self._convert(value) if self._convert else value
        match plain:
            case bool():
                return int(plain)
            case memoryview():
                return plain.tobytes()
            case _:
                return plain


@lru_cache
def columns(model: type[Base], dialect: Dialect) -> tuple[StoredColumn, ...]:
    """Every column of a table, in the table's order."""
    return tuple(
        StoredColumn(
            attribute.key,
            column.name,
            not column.info.get("derived") and attribute.key != "version",
            column.type.dialect_impl(dialect).bind_processor(dialect),
        )
        for attribute in inspect(model).column_attrs
        for column in attribute.columns[:1]
    )


def as_text(stored: Any) -> str | None:
    """A stored value as JSON text; bytes in hex, None stays None."""
    return None if stored is None else json.dumps(_plain(stored), ensure_ascii=False)


def _plain(stored: Any) -> Any:
    return stored.hex() if isinstance(stored, bytes) else stored


def digest(texts: Iterable[str | None]) -> str:
    """The digest of a row's journaled values as texts: a birth keeps it, so that a hidden change is noticed."""
    told = "\x1f".join(text or "" for text in texts)
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST_DIGITS]

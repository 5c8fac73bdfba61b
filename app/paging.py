"""Pages by key: where a page ended is where the next one starts."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Rows in order, and whether more follow."""

    rows: tuple[T, ...]
    more: bool

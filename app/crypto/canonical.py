"""Canonical JSON, the one spelling in which things are signed and authenticated, and its strict reader.

Keys are sorted, nothing is spaced, text is UTF-8 as it stands. The reader accepts only bytes that
it would have written itself: no key twice, no NaN, no other spelling of the same thing.
"""

import base64
import json
import math
from collections.abc import Mapping
from typing import Any

# A strict shape: every key that must be there, with the exact types its value may have.
Shape = Mapping[str, type | tuple[type, ...]]

_SPELLING = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


class NotCanonical(ValueError):
    """The bytes are not what this program writes; the argument says why, for programmers."""


def _without_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotCanonical("a key twice")
    return found


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise NotCanonical("no number")
    return number


_RECORDS = json.JSONDecoder(object_pairs_hook=_without_duplicates, parse_float=_finite, parse_constant=_finite)


def write(value: object) -> bytes:
    """Spell `value` (dicts, lists, text, numbers, booleans, None) in the one canonical way."""
    return _SPELLING.encode(value).encode()


def read(data: bytes, limit: int) -> object:
    """The value spelled by `data` of at most `limit` bytes; `NotCanonical` for anything else."""
    if len(data) > limit:
        raise NotCanonical("too large")
    try:
        value: object = json.loads(data.decode())
        again = write(value)
    except (ValueError, RecursionError) as error:
        raise NotCanonical("not JSON") from error
    if again != data:
        raise NotCanonical("spelled in another way")
    return value


def read_record(data: bytes, limit: int) -> dict[str, Any]:
    """A JSON object in any spelling (its bytes are covered by a hash): no key twice, nothing that is no number.

    Raises `NotCanonical` for anything else, and for more than `limit` bytes.
    """
    if len(data) > limit:
        raise NotCanonical("too large")
    try:
        value = _RECORDS.decode(data.decode())
        if b"\\u" in data:
            write(value)
    except (ValueError, RecursionError) as error:
        raise NotCanonical("not JSON") from error
    if not isinstance(value, dict):
        raise NotCanonical("no object")
    return value


def fields(value: object, shape: Shape) -> dict[str, Any]:
    """`value` as an object with exactly the keys and exact types of `shape` (True is no integer)."""
    if not isinstance(value, dict) or value.keys() != shape.keys():
        raise NotCanonical("other keys")
    for key, wanted in shape.items():
        if type(value[key]) not in (wanted if isinstance(wanted, tuple) else (wanted,)):
            raise NotCanonical(f"other type of {key}")
    return value


def encode(data: bytes) -> str:
    """Standard base64 with padding."""
    return base64.b64encode(data).decode()


def decode(text: object, size: int | None = None) -> bytes:
    """The bytes behind canonical base64 `text`, exactly `size` of them if given; `NotCanonical` otherwise."""
    if not isinstance(text, str):
        raise NotCanonical("base64 is text")
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise NotCanonical("not base64") from error
    if encode(data) != text or (size is not None and len(data) != size):
        raise NotCanonical("base64 of another length or spelling")
    return data

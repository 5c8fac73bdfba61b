"""What the program is made of: every library by name, version and licence, and what stands inside the wheels."""

import platform
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version

from app.crypto.known_answers import openssl
from app.paths import root
from db.cipher import library

PROGRAM = "suprovid"
NOTICES = "THIRD-PARTY-NOTICES.md"
FORMAT, FORMAT_VERSION = "CycloneDX", "1.6"
_ROW = re.compile(r"^\| (?P<name>[^|]+?) \| (?P<second>[^|]+?) \| (?P<third>[^|]+?) \|$", re.MULTILINE)
_CHOSEN = re.compile(r"\*\*(?P<licence>[^*]+)\*\*")
_NUMBER = re.compile(r"\d+(?:\.\d+)+")


@dataclass(frozen=True, slots=True)
class Component:
    """One part. `inside`: the library that carries it; empty for a library itself."""

    name: str
    version: str
    licence: str
    inside: str = ""


def components() -> tuple[Component, ...]:
    """Every part, as it is found at run time: versions are asked of the parts themselves, not read from a list."""
    return (*_libraries(), *_within())


def document(more: tuple[Component, ...] = ()) -> dict[str, object]:
    """The parts, and `more`, as a bill of materials in CycloneDX's shape."""
    return {
        "bomFormat": FORMAT,
        "specVersion": FORMAT_VERSION,
        "version": 1,
        "metadata": {"component": _shaped(Component(PROGRAM, version(PROGRAM), "Apache-2.0"), "application")},
        "components": [_shaped(one, "library") for one in (*components(), *more)],
    }


def licence_of(part: str) -> str:
    """The licence that the notices state for `part`, the choice taken where there is one; empty if unknown."""
    return _noticed().get(part, "")


def _libraries() -> Iterator[Component]:
    for name, licence in _noticed().items():
        try:
            yield Component(name, version(name), licence)
        except PackageNotFoundError:
            continue


def _within() -> Iterator[Component]:
    found = library()
    for name, number, inside in (
        ("SQLCipher", found.cipher, "sqlcipher3"),
        ("SQLite", found.sqlite, "sqlcipher3"),
        ("OpenSSL", found.openssl, "sqlcipher3"),
        ("OpenSSL", _number(openssl()), "cryptography"),
        ("Qt", version("PySide6-Essentials"), "pyside6-essentials"),
        ("Python", platform.python_version(), ""),
    ):
        yield Component(name, number, licence_of(name), inside)


@lru_cache
def _noticed() -> dict[str, str]:
    """What `THIRD-PARTY-NOTICES.md` states: a part's name -> its licence."""
    text = (root() / NOTICES).read_text("utf-8")
    own, _, within = text.partition("## Inside the wheels")
    rows = {row["name"]: _taken(row["second"]) for row in _ROW.finditer(own)}
    rows |= {row["name"].split()[0]: _taken(row["third"]) for row in _ROW.finditer(within)}
    return {name: licence for name, licence in rows.items() if not name.startswith(("-", "Library", "Component"))}


def _taken(told: str) -> str:
    chosen = _CHOSEN.search(told)
    return chosen["licence"] if chosen else told


def _number(told: str) -> str:
    found = _NUMBER.search(told)
    return found[0] if found else ""


def _shaped(one: Component, kind: str) -> dict[str, object]:
    shape: dict[str, object] = {
        "type": kind,
        "name": one.name,
        "version": one.version,
        "licenses": [{"license": {"name": one.licence}}],
    }
    return shape | {"properties": [{"name": "inside", "value": one.inside}]} if one.inside else shape

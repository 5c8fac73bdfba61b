"""What a set says of itself: its files with their hashes, the documents it needs, and how far its records go.

It stands in clear beside the set, under a MAC of the vault's root key: counts and ids, no word of any person.
"""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import file_digest
from importlib import metadata
from pathlib import Path
from typing import Any, Self
from uuid import UUID

from app.crypto import canonical
from app.crypto.canonical import NotCanonical
from app.crypto.keyfile import VaultKeys
from app.crypto.subkeys import derive
from app.domain.text import Text
from app.vault.files import write_atomically
from db.chain import Head

NAME = "manifest.json"
RECORDS, KEYS, ANCHOR = "records.db", "vault.key", "anchor"
_PARTS = frozenset({RECORDS, KEYS, ANCHOR})
_LABEL = "backups"
_FORMAT, _VERSION = "suprovid backup", 1
_LARGEST = 256 * 1024 * 1024
_STAMP = "%Y%m%dT%H%M%SZ"
_SHAPE: canonical.Shape = {
    "format": str, "v": int, "app": str, "schema": str, "vault": str, "generation": int, "n": int, "head": str,
    "created": str, "reason": str, "counts": dict, "files": dict, "documents": dict, "missing": list, "mac": str,
}  # fmt: skip


class Reason(StrEnum):
    """Why a set was made."""

    HAND = "hand"
    CLOSE = "close"
    UPGRADE = "upgrade"
    REVOCATION = "revocation"
    IMPORT = "import"
    RESTORE = "restore"

    @property
    def words(self) -> Text:
        """The reason as it is shown."""
        return _WORDS[self]


_WORDS = {
    Reason.HAND: Text("вручну", "by hand"),
    Reason.CLOSE: Text("після роботи", "after work"),
    Reason.UPGRADE: Text("перед оновленням", "before an upgrade"),
    Reason.REVOCATION: Text("перед зміною ключа", "before a change of keys"),
    Reason.IMPORT: Text("перед імпортом", "before an import"),
    Reason.RESTORE: Text("перед відновленням", "before a restore"),
}


@dataclass(frozen=True, slots=True)
class Print:
    """A file's SHA-256 in hexadecimal digits, and its size in bytes."""

    sha256: str
    size: int

    @classmethod
    def of(cls, path: Path) -> Self:
        """Read the file and take its print; raises `OSError`."""
        with path.open("rb") as file:
            found = file_digest(file, "sha256").hexdigest()
            return cls(found, file.tell())


Prints = Mapping[str, Print]


@dataclass(frozen=True, slots=True)
class Manifest:
    """One set. `head`: the newest change in its records; `counts`: rows per table; `missing`: documents it lacks."""

    app: str
    schema: str
    vault: UUID
    generation: int
    head: Head
    created: datetime
    reason: Reason
    counts: Mapping[str, int]
    files: Prints
    documents: Prints
    missing: tuple[str, ...]
    mac: str = ""

    @property
    def name(self) -> str:
        """The set's folder: ``20261123T080000Z-g0001``."""
        return f"{self.created.strftime(_STAMP)}-g{self.generation:04d}"

    def sealed(self, keys: VaultKeys) -> bytes:
        """The file, under its MAC."""
        return canonical.write({**self._told(), "mac": self._mac(keys)})

    def proven(self, keys: VaultKeys) -> bool:
        """Whether the manifest is as a holder of the vault's root key left it."""
        return hmac.compare_digest(self.mac, self._mac(keys))

    def _mac(self, keys: VaultKeys) -> str:
        return hmac.digest(derive(keys.root_key, _LABEL), canonical.write(self._told()), "sha256").hex()

    def _told(self) -> dict[str, object]:
        return {
            "format": _FORMAT, "v": _VERSION, "app": self.app, "schema": self.schema,
            "vault": str(self.vault), "generation": self.generation, "n": self.head.n, "head": self.head.code.hex(),
            "created": self.created.strftime(_STAMP), "reason": self.reason.value, "counts": dict(self.counts),
            "files": _spelled(self.files), "documents": _spelled(self.documents), "missing": list(self.missing),
        }  # fmt: skip


def write(folder: Path, manifest: Manifest, keys: VaultKeys) -> None:
    """Put the manifest into the set's folder; raises `OSError`."""
    write_atomically(folder / NAME, manifest.sealed(keys))


def read(folder: Path) -> Manifest:
    """The manifest in `folder`; raises `NotCanonical` for anything else, `OSError`. Not yet proven."""
    told = canonical.fields(canonical.read((folder / NAME).read_bytes(), _LARGEST), _SHAPE)
    if (told["format"], told["v"]) != (_FORMAT, _VERSION):
        raise NotCanonical("format or version")
    try:
        return _manifest(told)
    except (ValueError, TypeError) as error:
        raise NotCanonical("manifest") from error


def app_version() -> str:
    """The version of this program; empty in a checkout that was not installed."""
    try:
        return metadata.version("suprovid")
    except metadata.PackageNotFoundError:
        return ""


def _manifest(told: dict[str, Any]) -> Manifest:
    files = _prints(told["files"])
    if files.keys() != _PARTS:
        raise NotCanonical("files")
    return Manifest(
        app=told["app"], schema=told["schema"], vault=UUID(told["vault"]), generation=told["generation"],
        head=Head(told["n"], bytes.fromhex(told["head"])),
        created=datetime.strptime(told["created"], _STAMP).replace(tzinfo=UTC), reason=Reason(told["reason"]),
        counts={str(table): int(rows) for table, rows in told["counts"].items()}, files=files,
        documents=_prints(told["documents"]), missing=tuple(map(str, told["missing"])), mac=told["mac"],
    )  # fmt: skip


def _prints(told: dict[str, Any]) -> dict[str, Print]:
    found = {}
    for name, value in told.items():
        one = canonical.fields(value, {"sha256": str, "size": int})
        if not name.replace(".", "").isalnum():
            raise NotCanonical("a name")
        found[name] = Print(one["sha256"], one["size"])
    return found


def _spelled(prints: Prints) -> dict[str, object]:
    return {name: {"sha256": one.sha256, "size": one.size} for name, one in prints.items()}

"""The folder of sealed files: ``documents/ab/<random id>``, each under a key of its own, written once, never changed.

A file stands on the disk, forced there, before its row commits: a crash leaves a file without a row, which `sweep`
removes, never a row without its file.
"""

import secrets
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from app.crypto.stream import CHUNK, TAG, PayloadFailure, SealingWriter, unsealed
from app.documents.refusals import DocumentDamaged
from app.vault.files import make_folder, replacing
from db.models.document_file import DocumentFile
from db.models.step import Document
from db.refusals import disk_worded
from db.session import Database

MOST_BYTES = 20_000_000
FRESH = timedelta(hours=1)
"""Younger files without a row may belong to an intake that is still under way."""

_KEY = 32
_ID = 16


@dataclass(frozen=True, slots=True)
class Sealed:
    """A file in the store: its name there, its key, and what its plain bytes must be."""

    file_id: str
    file_key: bytes
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Lost:
    """A row without its file."""

    document: UUID
    title: str
    kind: str


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep found. `removed`: files without a row, gone now; `kept`: such files left where they are."""

    removed: int
    kept: int
    missing: tuple[Lost, ...]


@dataclass(frozen=True, slots=True)
class Store:
    """One vault's `folder` of sealed files. It knows bytes and keys, nothing of cases."""

    folder: Path

    def put(self, data: bytes) -> Sealed:
        """Seal `data` into a new file and force it to the disk; raises `DiskFull`, `DiskFailing`, `VaultReadOnly`."""
        sealed = Sealed(secrets.token_hex(_ID), secrets.token_bytes(_KEY), sha256(data).hexdigest(), len(data))
        path = self.path(sealed.file_id)
        with disk_worded():
            make_folder(path.parent)
            with replacing(path) as file, SealingWriter(file, sealed.file_key) as writer:
                writer.write(data)
        return sealed

    def read(self, sealed: Sealed, title: str) -> bytes:
        """The plain bytes, none of them changed since they were sealed under this key: Poly1305 sees to it.

        Raises `DocumentDamaged`, which calls the document `title`.
        """
        most = sealed.size + (sealed.size // CHUNK + 1) * TAG
        try:
            with self.path(sealed.file_id).open("rb") as file:
                return unsealed(file.read(most + 1), sealed.file_key)
        except (OSError, PayloadFailure) as error:
            raise DocumentDamaged(title=title) from error

    def verify(self, sealed: Sealed, title: str) -> None:
        """Read a file back and hold it against its SHA-256 as well; raises as `read`."""
        if sha256(self.read(sealed, title)).hexdigest() != sealed.sha256:
            raise DocumentDamaged(title=title)

    def destroy(self, file_ids: Collection[str]) -> None:
        """Remove files whose rows are gone, with what the disk refuses left to the next sweep."""
        for file_id in file_ids:
            with suppress(OSError):
                self.path(file_id).unlink(missing_ok=True)

    def path(self, file_id: str) -> Path:
        """Where the file of this id lies."""
        return self.folder / file_id[:2] / file_id

    def strays(self, known: Collection[str]) -> Iterator[Path]:
        """Files whose names are not among `known`, half-written ones too."""
        for path in self.folder.glob("*/*"):
            if path.name not in known or path != self.path(path.name):
                yield path


def sweep(database: Database, folder: Path, now: datetime) -> Swept:
    """Remove files that no row knows and that are older than an hour by `now`; name the rows whose files are missing.

    While another generation of the records lies in the vault (a restored backup, a revocation cut short) nothing is
    removed: what one generation does not know may be all that the other has.
    """
    store = Store(folder)
    with database.read() as session:
        rows = session.execute(
            select(DocumentFile.file_id, Document.uid, Document.title, DocumentFile.kind)
            .join(Document, Document.uid == DocumentFile.document_uid)
        ).all()
    others = [other for other in folder.parent.glob("gen-*") if other != database.path.parent]
    removed = kept = 0
    for path in store.strays({row.file_id for row in rows}):
        if others or not _old(path, now) or not _unlinked(path):
            kept += 1
        else:
            removed += 1
    missing = tuple(Lost(uid, title, kind) for file_id, uid, title, kind in rows if not store.path(file_id).is_file())
    return Swept(removed, kept, missing)


def _old(path: Path, now: datetime) -> bool:
    try:
        return now - datetime.fromtimestamp(path.stat().st_mtime, UTC) > FRESH
    except OSError:
        return False


def _unlinked(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    return True

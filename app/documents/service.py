"""The documents of a case: add, look at, describe, let a copy out with a reason, erase with the key."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from app.access.access import Access
from app.access.reading import read_by
from app.belonging import check_belongs
from app.changes import Changes
from app.clock import Clock
from app.disclosure.service import NoReason
from app.documents import content, decoder, intake, naming, queries
from app.documents.binding import bind
from app.documents.decoding import Leaf, decode
from app.documents.intake import Drawn, Source
from app.documents.queries import DocumentRow, Part
from app.documents.refusals import CopyNotSaved, DocumentDamaged, FileThere, InsideVault, NotTaken
from app.documents.store import Lost, Sealed, Store, Swept, sweep
from app.documents.tracking import Tracking
from app.domain.legible import legible
from app.domain.paper_state import AWAITED, PaperState
from app.domain.partial_date import PartialDate
from app.domain.role import Right
from app.holds.hold import check_not_held
from app.meanwhile import Cell, CorrectedMeanwhile, touches
from app.progress import Progress
from app.vault.files import write_atomically
from db.journal import JournaledSession
from db.models.base import new_uid
from db.models.case_file import CaseFile
from db.models.document_file import DocumentFile
from db.models.office import Disclosure
from db.models.step import Document
from db.refusals import StaleEdit
from db.session import Database

_PAGES_AT_ONCE = 10
_LONGEST_COPIED = 2000


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a batch: documents made, documents of this case that hold the same bytes already, refusals."""

    changes: Changes
    documents: tuple[UUID, ...]
    known: tuple[UUID, ...]
    refused: tuple[NotTaken, ...]


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    """What a person says of a document."""

    title: str
    kind: str = ""
    number: str = ""
    relative: UUID | None = None
    issued: PartialDate | None = None
    received: date | None = None
    holder: str = ""
    note: str = ""
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class _Filed:
    """A document whose files are sealed and whose rows are not yet written."""

    title: str
    files: tuple[DocumentFile, ...]

    @property
    def sha256(self) -> str:
        return self.files[0].sha256


@dataclass(frozen=True, slots=True)
class Documents:
    """Every method is one unit of work by the user who asks. `folder`: the vault's ``documents``."""

    database: Database
    folder: Path
    clock: Clock
    access: Access
    tracking: Tracking

    def add(self, case: UUID, sources: Sequence[Source], *, kind: str = "", relative: UUID | None = None,
            progress: Progress | None = None) -> Added:
        """Take files in, all that can be taken or, on `Cancelled` or a full disk, none.

        `kind` is what a person said they are; a guess from the name (`suggest`) must be confirmed first, since some
        kinds count as proof of a fate. Raises `OfAnotherCase`, `DiskFull`, `DiskFailing`, `VaultReadOnly`.
        """
        with self.database.read() as session:
            self.access.check(session, case)
            check_belongs(session, case, relative)
        progress = progress or Progress()
        known: list[UUID] = []
        refused: list[NotTaken] = []
        filed: list[_Filed] = []
        try:
            for done, source in enumerate(sources):
                progress.checkpoint(done, len(sources), legible(source.name))
                try:
                    brought = intake.bring(source)
                    if there := self._same(case, brought.sha256):
                        known.append(there)
                    elif all(brought.sha256 != other.sha256 for other in filed):
                        filed.append(self._file(brought))
                except NotTaken as refusal:
                    refused.append(refusal)
            progress.checkpoint(len(sources), len(sources))
            documents = self._enter(case, filed, kind, relative)
        except BaseException:
            self._take_back(filed)
            raise
        changes = Changes.DOCUMENTS | Changes.CASES if documents else Changes.NOTHING
        return Added(changes, documents, tuple(known), tuple(refused))

    def attach(self, document: UUID, version: int, source: Source) -> Changes:
        """Give a paper that stands without a file its scan; one that was awaited is received with it.

        Raises a `NotTaken` that says what is wrong with the file, `FileThere`, `StaleEdit`, and as `add`.
        """
        with self.database.read() as session:
            self.access.check(session, session.get_one(Document, document).case_uid)
        filed = self._file(intake.bring(source))
        try:
            with self.database.write(self.access.user) as session:
                found = _current(session, document, version)
                self.access.check(session, found.case_uid)
                if queries.files(session, document):
                    raise FileThere
                for file in filed.files:
                    file.document_uid = document
                session.add_all(filed.files)
                found.title = found.title or filed.title
                if PaperState(found.state) in AWAITED:
                    self.tracking.receive(session, found)
                self._touch(session, found.case_uid)
        except BaseException:
            self._take_back([filed])
            raise
        return Changes.DOCUMENTS | Changes.CASES

    def rows(self, case: UUID) -> tuple[DocumentRow, ...]:
        """The documents of a case, the newest first."""
        read_by(self.database, self.access, case)
        with self.database.read() as session:
            return queries.rows(session, case)

    def suggest(self, name: str) -> str:
        """The kind that a file's name or a title hints at, empty if none; for a person to confirm."""
        return naming.suggest(name)

    def thumbnail(self, document: UUID, *, veiled: bool = False) -> bytes:
        """A JPEG of at most 256 dots a side; `veiled`: grey and blurred. Raises as `original`."""
        jpeg = self._read(document, Part.THUMBNAIL)
        return intake.veiled(jpeg) if veiled else jpeg

    def shown(self, document: UUID) -> bytes:
        """The JPEG to look at: the picture, or a PDF's first page. Raises as `original`."""
        return self._read(document, Part.SHOWN)

    def original(self, document: UUID) -> bytes:
        """The bytes as they were brought. Raises `DocumentDamaged`, `NoDocumentFile`."""
        return self._read(document, Part.ORIGINAL)

    def pages(self, document: UUID, first: int = 0, many: int = 1) -> tuple[Leaf, ...]:
        """The pages from `first` (0 is the first) as pixels, at most ten; none behind the last.

        Raises `DocumentDamaged`, `NoDocumentFile`, `DocumentUnreadable`.
        """
        title, row = self._row(document, Part.ORIGINAL)
        if row.media_type != content.PDF:
            return (intake.leaf_of(self.shown(document)),)[first : first + many]
        data = self._store.read(queries.sealed(row), title)
        return _leaves(title, data, first, many, intake.LONGEST)

    def save_copy_outside(self, document: UUID, path: Path, reason: str, *, original: bool = False,
                          progress: Progress | None = None) -> None:
        """Write a readable copy to `path`, after the log says so and why.

        The copy is drawn anew, a picture as JPEG, a PDF as a PDF of pictures; `original`: the very bytes, with
        whatever they tell of place and author. Raises `NoReason`, `InsideVault`, `CopyNotSaved`, and as `pages`.
        """
        if not reason.strip():
            raise NoReason
        if path.resolve().is_relative_to(self.folder.parent.resolve()):
            raise InsideVault
        data = self.original(document) if original else self._copy(document, progress or Progress())
        with self.database.write(self.access.user) as session:
            session.add(
                Disclosure(
                    uid=new_uid(), kind="document", case_uid=session.get_one(Document, document).case_uid,
                    reason=reason.strip(), at=self.clock.now(), by=self.access.user,
                )
            )
        try:
            write_atomically(path, data)
        except OSError as error:
            raise CopyNotSaved(name=path.name) from error

    def copy_name(self, document: UUID, *, original: bool = False) -> str:
        """A name for a copy outside that tells nothing: the document's number in the store, and the right ending."""
        _, row = self._row(document, Part.ORIGINAL)
        media_type = row.media_type if original or row.media_type == content.PDF else content.JPEG
        return f"document-{row.sha256[:8]}{content.SUFFIXES[media_type]}"

    def describe(self, document: UUID, version: int, draft: DocumentDraft) -> Changes:
        """Keep what a person says of a document. Raises `CorrectedMeanwhile` with a `DocumentRow`, `StaleEdit`."""
        with self.database.write(self.access.user) as session:
            found = session.get_one(Document, document)
            self.access.check(session, found.case_uid)
            if found.version != version and found.deleted_at is None:
                now = next(row for row in queries.rows(session, found.case_uid) if row.uid == document)
                raise CorrectedMeanwhile(now=now, touches=touches(session, _cells(document)))
            check_belongs(session, found.case_uid, draft.relative)
            found = _current(session, document, version)
            found.title, found.kind, found.number = legible(draft.title).strip(), draft.kind, draft.number.strip()
            found.relative_uid, found.issued, found.received = draft.relative, draft.issued, draft.received
            found.holder, found.note = draft.holder.strip(), draft.note.strip()
            found.valid_until = draft.valid_until
            self.tracking.settle(session, found)
            self._touch(session, found.case_uid)
        return Changes.DOCUMENTS | Changes.CASES

    def erase(self, document: UUID, version: int) -> Changes:
        """Destroy a document's keys, then its files; that there was one stays in the journal.

        Backups made before hold the keys until they are thinned. Raises `NotAllowed` but to who approves, `OnHold`,
        `StaleEdit`.
        """
        self.access.require(Right.APPROVE)
        with self.database.write(self.access.user) as session:
            found = _current(session, document, version)
            self.access.check(session, found.case_uid)
            check_not_held(session, found.case_uid)
            files = queries.files(session, document)
            gone = [file.file_id for file in files]
            for file in files:
                session.delete(file)
            found.deleted_at = self.clock.now()
            self._touch(session, found.case_uid)
        with self.database.outside() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        self._store.destroy(gone)
        return Changes.DOCUMENTS | Changes.CASES

    def verify(self, document: UUID) -> None:
        """Read every file of a document back and compare its hash; raises `DocumentDamaged`."""
        with self.database.read() as session:
            self.access.check(session, session.get_one(Document, document).case_uid)
            title, files = session.get_one(Document, document).title, queries.files(session, document)
        for file in files:
            self._store.verify(queries.sealed(file), title)

    def verify_all(self, progress: Progress | None = None) -> tuple[Lost, ...]:
        """Read every file of the vault back; those that are missing or damaged."""
        progress = progress or Progress()
        store = self._store
        with self.database.read() as session:
            everything = queries.everything(session)
        lost = []
        for done, (one, sealed) in enumerate(everything):
            progress.checkpoint(done, len(everything))
            try:
                store.verify(sealed, one.title)
            except DocumentDamaged:
                lost.append(one)
        return tuple(lost)

    def sweep(self) -> Swept:
        """Remove what crashes left in the folder; to be called once after the vault was opened."""
        return sweep(self.database, self.folder, self.clock.now())

    @property
    def _store(self) -> Store:
        return Store(self.folder)

    def _same(self, case: UUID, sha256: str) -> UUID | None:
        with self.database.read() as session:
            self.access.check(session, case)
            return queries.same(session, case, sha256)

    def _file(self, brought: intake.Brought) -> _Filed:
        """Open what was brought and seal its files; the original first, as `_Filed.sha256` says."""
        taken = intake.take(brought)
        store = self._store
        parts = []
        try:
            original = store.put(brought.data)
            parts.append(_row(Part.ORIGINAL, original, taken.media_type, taken.width, taken.height, taken.pages))
            for part, drawn in ((Part.SHOWN, taken.shown), (Part.THUMBNAIL, taken.thumbnail)):
                parts.append(_row(part, store.put(drawn.jpeg), content.JPEG, drawn.width, drawn.height, 1))
        except BaseException:
            store.destroy([row.file_id for row in parts])
            raise
        return _Filed(naming.title_of(brought.name), tuple(parts))

    def _enter(self, case: UUID, filed: Iterable[_Filed], kind: str, relative: UUID | None) -> tuple[UUID, ...]:
        """Write the rows of sealed documents, all in one unit of work."""
        documents = [
            (one, Document(uid=new_uid(), case_uid=case, relative_uid=relative, kind=kind, title=one.title,
                           received=self.clock.today()))
            for one in filed
        ]
        if not documents:
            return ()
        with self.database.write(self.access.user) as session:
            session.add_all([document for _, document in documents])
            session.flush()
            for one, document in documents:
                for file in one.files:
                    file.document_uid = document.uid
                session.add_all(one.files)
                self.tracking.settle(session, document)
            self._touch(session, case)
        return tuple(document.uid for _, document in documents)

    def _take_back(self, filed: Iterable[_Filed]) -> None:
        """Remove files of a batch that was not entered. Asked of the records: an interrupted commit may have held."""
        ids = [file.file_id for one in filed for file in one.files]
        with self.database.read() as session:
            entered = queries.known(session, ids)
        self._store.destroy([file_id for file_id in ids if file_id not in entered])

    def _row(self, document: UUID, part: Part) -> tuple[str, DocumentFile]:
        with self.database.read() as session:
            case = session.get_one(Document, document).case_uid
        read_by(self.database, self.access, case)
        with self.database.read() as session:
            return queries.file(session, document, part)

    def _read(self, document: UUID, part: Part) -> bytes:
        title, row = self._row(document, part)
        return self._store.read(queries.sealed(row), title)

    def _copy(self, document: UUID, progress: Progress) -> bytes:
        title, row = self._row(document, Part.ORIGINAL)
        if row.media_type != content.PDF:
            return self.shown(document)
        data = self._store.read(queries.sealed(row), title)
        return bind(_drawn(title, data, row.pages or 0, progress))

    def _touch(self, session: JournaledSession, case: UUID) -> None:
        session.get_one(CaseFile, case).updated = self.clock.now()


def _current(session: JournaledSession, document: UUID, version: int) -> Document:
    found = session.get_one(Document, document)
    if found.version != version or found.deleted_at is not None:
        raise StaleEdit
    return found


def _cells(document: UUID) -> dict[str, Cell]:
    own = ("title", "kind", "number", "issued", "received", "holder", "note", "valid_until")
    return {"who": (document, "relative_uid"), **{name: (document, name) for name in own}}


def _row(part: Part, sealed: Sealed, media_type: str, width: int, height: int, pages: int) -> DocumentFile:
    return DocumentFile(
        uid=new_uid(), kind=part.value, file_id=sealed.file_id, file_key=sealed.file_key, sha256=sealed.sha256,
        size=sealed.size, media_type=media_type, width=width or None, height=height or None, pages=pages,
    )


def _leaves(title: str, pdf: bytes, first: int, many: int, longest: int) -> tuple[Leaf, ...]:
    wanted = decoder.Request(decoder.PDF, max(first, 0), min(many, _PAGES_AT_ONCE), longest)
    return decode(title, pdf, wanted).leaves


def _drawn(title: str, pdf: bytes, pages: int, progress: Progress) -> Iterator[Drawn]:
    """Every page of a PDF as a JPEG, a few at a time."""
    for first in range(0, pages, _PAGES_AT_ONCE):
        progress.checkpoint(first, pages)
        for leaf in _leaves(title, pdf, first, _PAGES_AT_ONCE, _LONGEST_COPIED):
            yield intake.shown(intake.picture(leaf))

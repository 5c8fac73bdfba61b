"""Documents as the window and the terminal see them, and the sealed files behind them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from app.documents.refusals import NoDocumentFile
from app.documents.store import Lost, Sealed
from app.documents.trail import Trail, correction_asked, trails
from app.domain.paper_state import Original, PaperState, Standing
from app.domain.partial_date import PartialDate
from db.models.document_file import DocumentFile
from db.models.step import Document

_SHORT = 8
_HARD_TO_SEE = frozenset({"", "D-PHOTO", "D-EVIDENCE", "D-ISTANBUL", "D-MED", "D-INJURY", "D-DEATH-MED", "D-DNA"})
"""Kinds that may show a wound or a dead body; empty: nobody said yet what it is."""


class Part(StrEnum):
    """The sealed files of one document."""

    ORIGINAL = "original"
    SHOWN = "shown"
    THUMBNAIL = "thumbnail"


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document of a case. `kind`: a code of documents.yaml or empty.

    `veiled`: it may be hard to look at, so show its thumbnail veiled until somebody asks. `size` (bytes), `pages`
    and `media_type` are the original's; 0 and empty without a file. `fingerprint`: the first eight digits of the
    original's SHA-256.
    """

    uid: UUID
    version: int
    kind: str
    title: str
    number: str
    relative: UUID | None
    issued: PartialDate | None
    received: date | None
    holder: str
    note: str
    media_type: str
    pages: int
    size: int
    fingerprint: str
    veiled: bool
    state: PaperState = PaperState.RECEIVED
    original: Original = Original.UNKNOWN
    original_since: date | None = None
    valid_until: date | None = None
    trail: Trail = ()

    @property
    def standing(self) -> Standing:
        """What decides its next move."""
        return Standing(self.state, self.original, self.valid_until, correction_asked(self.trail) is not None)

    @property
    def has_file(self) -> bool:
        """Whether there is a sealed file, not only a description."""
        return bool(self.media_type)


def rows(session: Session, case: UUID) -> tuple[DocumentRow, ...]:
    """The live documents of a case, the newest first."""
    statement = (
        select(Document, DocumentFile)
        .outerjoin(DocumentFile, and_(DocumentFile.document_uid == Document.uid, DocumentFile.kind == Part.ORIGINAL))
        .where(Document.case_uid == case, Document.deleted_at.is_(None))
        .order_by(Document.uid.desc())
    )
    moves = trails(session, case)
    return tuple(
        _row(document, original, moves.get(document.uid, ())) for document, original in session.execute(statement)
    )


def _row(document: Document, original: DocumentFile | None, trail: Trail) -> DocumentRow:
    return DocumentRow(
        uid=document.uid, version=document.version, kind=document.kind, title=document.title,
        number=document.number, relative=document.relative_uid, issued=document.issued, received=document.received,
        holder=document.holder, note=document.note,
        media_type=original.media_type if original else "",
        pages=(original.pages or 0) if original else 0,
        size=original.size if original else 0,
        fingerprint=original.sha256[:_SHORT] if original else "",
        veiled=original is not None and document.kind in _HARD_TO_SEE,
        state=PaperState(document.state), original=Original(document.original),
        original_since=document.original_since, valid_until=document.valid_until, trail=trail,
    )


def file(session: Session, document: UUID, part: Part) -> tuple[str, DocumentFile]:
    """The title of a live document and the row of one of its files; raises `NoDocumentFile`."""
    found = session.get_one(Document, document)
    wanted = select(DocumentFile).where(DocumentFile.document_uid == document, DocumentFile.kind == part)
    row = session.scalars(wanted).first()
    if row is None:
        raise NoDocumentFile(title=found.title)
    return found.title, row


def files(session: Session, document: UUID) -> tuple[DocumentFile, ...]:
    """The rows of all files of a document."""
    return tuple(session.scalars(select(DocumentFile).where(DocumentFile.document_uid == document)))


def same(session: Session, case: UUID, sha256: str) -> UUID | None:
    """The live document of this case with the very same original, None if there is none."""
    return session.scalar(
        select(Document.uid)
        .join(DocumentFile, DocumentFile.document_uid == Document.uid)
        .where(
            Document.case_uid == case, Document.deleted_at.is_(None),
            DocumentFile.kind == Part.ORIGINAL, DocumentFile.sha256 == sha256,
        )
    )


def known(session: Session, file_ids: Collection[str]) -> set[str]:
    """Those of the files that have a row."""
    return set(session.scalars(select(DocumentFile.file_id).where(DocumentFile.file_id.in_(file_ids))))


def everything(session: Session) -> list[tuple[Lost, Sealed]]:
    """Every file of the vault: to whom it would be lost, and how to open it."""
    statement = select(DocumentFile, Document.title).join(Document, Document.uid == DocumentFile.document_uid)
    return [
        (Lost(row.document_uid, title, row.kind), sealed(row)) for row, title in session.execute(statement)
    ]


def sealed(row: DocumentFile) -> Sealed:
    """How the store finds and opens the file of a row."""
    return Sealed(row.file_id, row.file_key, row.sha256, row.size)

"""The moves that a paper has made: who did what on which day, never overwritten."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.paper_state import Move
from db.models.step import DocumentMove


@dataclass(frozen=True, slots=True)
class MoveRow:
    """One move on a day. `body`: a code; `who`: who did it as written; `text`: the exact words, such as an error's.

    `by`: who wrote it down.
    """

    move: Move
    on: date
    body: str
    reference: str
    who: str
    text: str
    by: str


Trail = tuple[MoveRow, ...]
"""Oldest first."""


def trails(session: Session, case: UUID) -> Mapping[UUID, Trail]:
    """The trail of every document of a case, by document."""
    found: dict[UUID, list[MoveRow]] = defaultdict(list)
    standing = select(DocumentMove).where(DocumentMove.case_uid == case, DocumentMove.deleted_at.is_(None))
    for one in session.scalars(standing.order_by(DocumentMove.uid)):
        row = MoveRow(Move(one.move), one.on, one.body, one.reference, one.who, one.text, one.written_by)
        found[one.document_uid].append(row)
    return {document: tuple(rows) for document, rows in found.items()}


def last(trail: Trail, *moves: Move) -> MoveRow | None:
    """The latest of these moves."""
    return next((one for one in reversed(trail) if one.move in moves), None)


def correction_asked(trail: Trail) -> MoveRow | None:
    """The asking for a correction of the error that stands; None if it was not asked for, or is corrected."""
    latest = last(trail, Move.FIND_ERROR, Move.ASK_CORRECTION, Move.CORRECT)
    return latest if latest is not None and latest.move is Move.ASK_CORRECTION else None

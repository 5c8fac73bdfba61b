"""The chain of hands: through whom a proof went, and whether it is still what it was in each of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session
from typing_extensions import override

from app.changes import Changes
from app.clock import Clock
from app.documents.queries import Part
from app.domain.day_to_come import DayToCome
from app.domain.errors import N_, UserError
from app.domain.name import fold
from app.information.passing import item_of
from app.records.keeping import Keeping, Kept
from db.journal import JournaledSession
from db.models.document_file import DocumentFile
from db.models.information import Custody
from db.models.step import Document


class NoHand(UserError):
    what = N_("It is not said who has the proof now.")
    todo = N_("Write who took it: a name, a body or a place.")


class ProofOfAnotherCase(UserError):
    what = N_("This document belongs to another case.")
    todo = N_("Choose a document of this case.")


class Proof(StrEnum):
    """What the check of a proof has found."""

    WHOLE = "whole"
    ALTERED = "altered"
    DAMAGED = "damaged"
    NO_FILE = "no_file"


@dataclass(frozen=True, slots=True)
class HandDraft:
    """One hand. `document_uid`: the scan, None for a thing without one. `sha256`: of the original at that moment.

    `original_at`: where the thing itself lies.
    """

    item_uid: UUID
    document_uid: UUID | None
    on: date
    from_whom: str
    to_whom: str
    original_at: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """One document of an item: what the check has found, and `gaps`, the hands that did not have it to give."""

    item: UUID
    document: UUID
    title: str
    sha256: str
    found: Proof
    gaps: tuple[HandDraft, ...]


def judging(clock: Clock) -> Callable[[Session, UUID, HandDraft], None]:
    """A judge of hands: it raises `NoHand`, `DayToCome`, `ItemOfAnotherCase`, `ProofOfAnotherCase`."""

    def judge(session: Session, case: UUID, draft: HandDraft) -> None:
        if not draft.to_whom.strip():
            raise NoHand
        if draft.on > clock.today():
            raise DayToCome
        item_of(session, case, draft.item_uid)
        if draft.document_uid is not None:
            document = session.get(Document, draft.document_uid)
            if document is None or document.case_uid != case:
                raise ProofOfAnotherCase

    return judge


class Chain(Keeping[Custody, HandDraft]):
    """The hands of every proof. The hash of an original is read when a hand takes it, and never typed."""

    @override
    def put(self, session: JournaledSession, owner: UUID, draft: HandDraft) -> Custody:
        now = _hash(session, draft.document_uid) if draft.document_uid else ""
        return Keeping.put(self, session, owner, replace(draft, sha256=now))

    @override
    def edit(self, was: Kept[HandDraft], now: HandDraft) -> Changes:
        return Keeping.edit(self, was, replace(now, document_uid=was.says.document_uid, sha256=was.says.sha256))


def _hash(session: Session, document: UUID) -> str:
    wanted = select(DocumentFile.sha256).where(
        DocumentFile.document_uid == document, DocumentFile.kind == Part.ORIGINAL.value
    )
    return session.scalar(wanted) or ""


def gaps(hands: Sequence[HandDraft]) -> tuple[HandDraft, ...]:
    """The hands of one proof, in the order of their days, that took it from somebody who did not have it."""
    chain = sorted(hands, key=lambda hand: hand.on)
    return tuple(after for before, after in pairwise(chain) if fold(after.from_whom) != fold(before.to_whom))

"""What the record itself shows for a change of status: papers received, confirmations that hold, the ledger."""

from collections.abc import Iterator
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.catalogue.definitions import Catalogue
from app.domain import ledger_evidence
from app.fates.confirmations import ConfirmationDraft
from app.information.items import ItemDraft
from app.records.shape import draft_of
from db.models.case_file import Episode
from db.models.information import InformationItem
from db.models.standing import Confirmation
from db.models.step import Document

R = TypeVar("R", Document, Confirmation, InformationItem)
READ_FIRST = frozenset({"D-NIB", "D-ICRC", "D-LETTER", "D-DNA", "D-COURT"})
"""Papers that may say yes or no: that one is there shows nothing until somebody read it and said so."""
_THERE = ("received", "checked", "corrected")


def at_hand(session: Session, case: UUID, catalogue: Catalogue) -> frozenset[str]:
    """The evidence, in the codes of transitions.yaml, that the record of the present episode holds by itself.

    What was written down before a second episode began belongs to the first and shows nothing for it.
    """
    return frozenset((*_papers(session, case), *_confirmed(session, case), *_ledger(session, case, catalogue)))


def confirmations(session: Session, case: UUID) -> tuple[ConfirmationDraft, ...]:
    """The confirmations of the present episode, oldest first."""
    return tuple(draft_of(row, ConfirmationDraft) for row in _rows(session, case, Confirmation))


def _papers(session: Session, case: UUID) -> Iterator[str]:
    for paper in _rows(session, case, Document):
        own = paper.relative_uid is None and paper.state in _THERE
        if own and paper.kind and paper.kind not in READ_FIRST:
            yield paper.kind


def _confirmed(session: Session, case: UUID) -> Iterator[str]:
    yield from (code for row in confirmations(session, case) if (code := row.evidence))


def _ledger(session: Session, case: UUID, catalogue: Catalogue) -> Iterator[str]:
    sources = frozenset(code for code, source in catalogue.sources.items() if source.confirms_captivity)
    claims = [draft_of(row, ItemDraft).claim(row.uid) for row in _rows(session, case, InformationItem)]
    yield from ledger_evidence.evidence(claims, sources)


def _rows(session: Session, case: UUID, model: type[R]) -> Iterator[R]:
    episodes = session.scalars(select(Episode.uid).where(Episode.case_uid == case).order_by(Episode.uid)).all()
    wanted = select(model).where(model.case_uid == case, model.deleted_at.is_(None)).order_by(model.uid)
    if len(episodes) > 1:
        wanted = wanted.where(model.uid > episodes[-1])
    yield from session.scalars(wanted)

"""The papers that a family holds: written down by hand or as they are printed, come back, or lost."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.belonging import check_belongs
from app.clock import Clock
from app.domain.day_to_come import DayToCome
from app.domain.errors import N_, UserError
from app.records.keeping import Keeping
from app.records.shape import columns_of
from db.models.base import new_uid
from db.models.case_file import CaseFile
from db.models.rights import HandedPaper
from db.session import Database


class PaperKind(StrEnum):
    """What it is."""

    FAMILY_PAPER = "family_paper"
    RETURN_PLAN = "return_plan"
    CERTIFICATE = "certificate"
    LETTER = "letter"
    COPY = "copy"
    OTHER = "other"


class LostAndReturned(UserError):
    what = N_("A paper that came back is not lost.")
    todo = N_("Keep one of the two days.")


class BackBeforeHanded(UserError):
    what = N_("The paper came back or was lost before it was handed out.")
    todo = N_("Correct one of the days.")


@dataclass(frozen=True, slots=True)
class PaperDraft:
    """One paper. `relative_uid` None: the man himself holds it. `done`: what was done when it was lost."""

    kind: PaperKind
    title: str
    on: date
    relative_uid: UUID | None = None
    copies: int = 1
    number: str = ""
    returned_on: date | None = None
    lost_on: date | None = None
    done: str = ""


def hand_out(
    session: Session, case: UUID, relative: UUID | None, clock: Clock, user: str,
    kind: PaperKind = PaperKind.FAMILY_PAPER,
) -> None:  # fmt: skip
    """Write a paper into the register as it is printed, within a unit of work."""
    number = session.scalar(select(CaseFile.number).where(CaseFile.uid == case)) or ""
    draft = PaperDraft(kind, "", clock.today(), relative, number=number)
    written = {"written_at": clock.now(), "written_by": user}
    session.add(HandedPaper(uid=new_uid(), case_uid=case, **written, **columns_of(draft)))


def papers(database: Database, clock: Clock, access: Access) -> Keeping[HandedPaper, PaperDraft]:
    """The register of one vault."""

    def judge(session: Session, case: UUID, draft: PaperDraft) -> None:
        _judge(session, case, draft, clock.today())

    return Keeping(HandedPaper, PaperDraft, database, clock, access, judge)


def _judge(session: Session, case: UUID, draft: PaperDraft, today: date) -> None:
    check_belongs(session, case, draft.relative_uid)
    ends = [day for day in (draft.returned_on, draft.lost_on) if day is not None]
    if any(day > today for day in (draft.on, *ends)):
        raise DayToCome
    if len(ends) == 2:
        raise LostAndReturned
    if any(day < draft.on for day in ends):
        raise BackBeforeHanded

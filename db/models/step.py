"""Support steps and the documents that they need and bring."""

import uuid
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.partial_date import PartialDate
from db.models.base import CaseEntry, Editable, kept

_OWN = "steps_own"
_PAPERS = "documents_held"


class Step(Editable):
    """One thing to do in one case, with a visible origin: a catalogue id, or a title written by hand.

    `track` and `body` stand for what the catalogue says, where somebody said otherwise; `since`: from when it is under
    way or waits for the body. `not_before`: the office's own standards count from here at the earliest. `choice`: which
    of several terms a lawyer picked, from 0. `was`: the state before the change of status `closed_by`; `carried`: what
    was decided then about recurring money. `wave`: with which wave after a return it is released, from 1; 0 for none.
    `turn`: of a step that comes back, the how manieth time this is; `after_uid`: the one whose end brought it.
    `law`: the version of the law pack whose rule it follows, 0 where no law pack has it.
    """

    __tablename__ = "step"
    __table_args__ = (
        Index("ix_step_case", "case_uid", "state", "step_id"),
        Index("ix_step_due", "state", "due", "uid", "case_uid", "snoozed_until", "worker", "step_id"),
    )

    case_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.uid"), info=kept(1))
    step_id: Mapped[str] = mapped_column(info=kept(1, _OWN))
    title: Mapped[str] = mapped_column(default="", info=kept(2, _OWN))
    origin: Mapped[str] = mapped_column(default="", info=kept(1))
    track: Mapped[str] = mapped_column(default="", info=kept(1, _OWN))
    body: Mapped[str] = mapped_column(default="", info=kept(1, _OWN))
    state: Mapped[str] = mapped_column(info=kept(1, _OWN))
    relative_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("relative.uid"), info=kept(1))
    worker: Mapped[str] = mapped_column(default="", info=kept(1))
    since: Mapped[date | None] = mapped_column(info=kept(1, _OWN))
    was: Mapped[str] = mapped_column(default="", info=kept(1))
    closed_by: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("fate_event.uid"), info=kept(1))
    carried: Mapped[str] = mapped_column(default="", info=kept(1))
    wave: Mapped[int] = mapped_column(default=0, info=kept(1))
    trigger: Mapped[str] = mapped_column(default="", info=kept(1, _OWN))
    trigger_on: Mapped[date | None] = mapped_column(info=kept(2, _OWN))
    counted_from: Mapped[date | None] = mapped_column(info=kept(1, _OWN))
    not_before: Mapped[date | None] = mapped_column(info=kept(1))
    choice: Mapped[int | None] = mapped_column(info=kept(1))
    due: Mapped[date | None] = mapped_column(info=kept(1, _OWN))
    act_by: Mapped[date | None] = mapped_column(info=kept(1, _OWN))
    snoozed_until: Mapped[date | None] = mapped_column(info=kept(1))
    snooze_reason: Mapped[str] = mapped_column(default="", info=kept(2))
    done_on: Mapped[PartialDate | None] = mapped_column(info=kept(2, _OWN))
    outcome: Mapped[str] = mapped_column(default="", info=kept(2))
    reason: Mapped[str] = mapped_column(default="", info=kept(2))
    note: Mapped[str] = mapped_column(default="", info=kept(3, "caseworker_notes"))
    document_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("document.uid"), info=kept(1))
    turn: Mapped[int] = mapped_column(default=1, info=kept(1, _OWN))
    after_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("step.uid"), info=kept(1))
    law: Mapped[int] = mapped_column(default=0, info=kept(1, _OWN))


class Document(Editable):
    """What is known of a paper; its scan lies sealed outside the database (`DocumentFile`)."""

    __tablename__ = "document"

    case_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.uid"), index=True, info=kept(1))
    relative_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("relative.uid"), info=kept(1))
    kind: Mapped[str] = mapped_column(info=kept(1, _PAPERS))
    title: Mapped[str] = mapped_column(default="", info=kept(2, _PAPERS))
    number: Mapped[str] = mapped_column(default="", info=kept(3, _PAPERS))
    issued: Mapped[PartialDate | None] = mapped_column(info=kept(2, _PAPERS))
    received: Mapped[date | None] = mapped_column(info=kept(1, _PAPERS))
    holder: Mapped[str] = mapped_column(default="", info=kept(2))
    state: Mapped[str] = mapped_column(default="received", info=kept(1, _PAPERS))
    original: Mapped[str] = mapped_column(default="", info=kept(2))
    original_since: Mapped[date | None] = mapped_column(info=kept(2))
    valid_until: Mapped[date | None] = mapped_column(index=True, info=kept(1, _PAPERS))
    note: Mapped[str] = mapped_column(default="", info=kept(3, "caseworker_notes"))
    deleted_at: Mapped[datetime | None] = mapped_column(info=kept(1))


class DocumentMove(CaseEntry):
    """One move of a paper on its way: asked for, received, checked, found wrong; `text` holds the exact words."""

    __tablename__ = "document_move"

    document_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("document.uid"), index=True, info=kept(1))
    move: Mapped[str] = mapped_column(info=kept(1))
    on: Mapped[date] = mapped_column(info=kept(1))
    body: Mapped[str] = mapped_column(info=kept(1))
    reference: Mapped[str] = mapped_column(info=kept(2))
    who: Mapped[str] = mapped_column(info=kept(2))
    text: Mapped[str] = mapped_column(info=kept(3))

"""What people ask for by right, what papers they hold, what went wrong with data, and how long a case is kept."""

import uuid
from datetime import date, datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import CaseEntry, Editable, Entry, Row, kept


class RightsRequest(CaseEntry):
    """A person asks what is held about him, to put it right, to stop, or to erase; `due` is the day of the answer."""

    __tablename__ = "rights_request"

    kind: Mapped[str] = mapped_column(info=kept(2))
    asked_by: Mapped[str] = mapped_column(info=kept(2))
    relative_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("relative.uid"), index=True, info=kept(1))
    on: Mapped[date] = mapped_column(info=kept(2))
    channel: Mapped[str] = mapped_column(info=kept(2))
    text: Mapped[str] = mapped_column(info=kept(3))
    due: Mapped[date] = mapped_column(index=True, info=kept(1))
    answered_on: Mapped[date | None] = mapped_column(info=kept(2))
    outcome: Mapped[str | None] = mapped_column(info=kept(2))
    answer: Mapped[str] = mapped_column(info=kept(3))


class HandedPaper(CaseEntry):
    """A paper that somebody of the family holds, and what became of it. `relative_uid` None: the man himself."""

    __tablename__ = "handed_paper"

    kind: Mapped[str] = mapped_column(info=kept(1))
    title: Mapped[str] = mapped_column(info=kept(2))
    relative_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("relative.uid"), index=True, info=kept(1))
    on: Mapped[date] = mapped_column(info=kept(2))
    copies: Mapped[int] = mapped_column(info=kept(1))
    number: Mapped[str] = mapped_column(info=kept(1))
    returned_on: Mapped[date | None] = mapped_column(info=kept(2))
    lost_on: Mapped[date | None] = mapped_column(info=kept(2))
    done: Mapped[str] = mapped_column(info=kept(3))


class Incident(Entry):
    """Something went wrong with data of a case, or of the whole office where no case is named."""

    __tablename__ = "incident"

    case_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("case_file.uid"), index=True, info=kept(1))
    noticed_on: Mapped[date] = mapped_column(info=kept(2))
    happened_on: Mapped[date | None] = mapped_column(info=kept(2))
    what: Mapped[str] = mapped_column(info=kept(3))
    whose: Mapped[str] = mapped_column(info=kept(3))
    done: Mapped[str] = mapped_column(info=kept(3))
    reported_to: Mapped[str] = mapped_column(info=kept(2))
    reported_on: Mapped[date | None] = mapped_column(info=kept(2))
    closed_on: Mapped[date | None] = mapped_column(info=kept(1))


class Retention(Editable):
    """How long a case is kept: the day to look again, and a hold that forbids erasing anything of it."""

    __tablename__ = "retention"

    case_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.uid"), unique=True, info=kept(1))
    review_on: Mapped[date | None] = mapped_column(info=kept(1))
    held: Mapped[bool] = mapped_column(default=False, info=kept(1))
    held_for: Mapped[str] = mapped_column(default="", info=kept(2))
    held_why: Mapped[str] = mapped_column(default="", info=kept(3))
    held_since: Mapped[date | None] = mapped_column(info=kept(1))
    held_by: Mapped[str] = mapped_column(default="", info=kept(1))
    held_review_on: Mapped[date | None] = mapped_column(info=kept(1))


class Erasure(Row):
    """What was erased, so that it can be certified: numbers only, nothing of any person.

    `groups` and `counts`: codes with numbers, one a line. `head`: where the chain of the history ended just before.
    """

    __tablename__ = "erasure"

    number: Mapped[str] = mapped_column(index=True, info=kept(1))
    kind: Mapped[str] = mapped_column(info=kept(1))
    groups: Mapped[str] = mapped_column(info=kept(1))
    counts: Mapped[str] = mapped_column(info=kept(1))
    entries: Mapped[int] = mapped_column(info=kept(1))
    at: Mapped[datetime] = mapped_column(info=kept(1))
    by: Mapped[str] = mapped_column(info=kept(1))
    approved_by: Mapped[str] = mapped_column(info=kept(1))
    head_n: Mapped[int] = mapped_column(info=kept(1))
    head: Mapped[str] = mapped_column(String(64), info=kept(1))

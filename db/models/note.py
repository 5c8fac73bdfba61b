"""What is written down about a case beside its facts: notes with their readers, and how the case was closed."""

import uuid
from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import CaseEntry, kept


class Note(CaseEntry):
    """One note, about one relative or the whole case; `audience` says who reads it."""

    __tablename__ = "note"

    relative_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("relative.uid"), info=kept(1))
    audience: Mapped[str] = mapped_column(info=kept(1))
    on: Mapped[date] = mapped_column(info=kept(2, "caseworker_notes"))
    text: Mapped[str] = mapped_column(info=kept(3, "caseworker_notes"))


class Closing(CaseEntry):
    """A case closed once, with what was left open and why; and when, by whom and why it was opened again."""

    __tablename__ = "closing"

    on: Mapped[date] = mapped_column(info=kept(1))
    reason: Mapped[str] = mapped_column(info=kept(2))
    note: Mapped[str] = mapped_column(info=kept(3))
    left_open: Mapped[str] = mapped_column(info=kept(2))
    left_why: Mapped[str] = mapped_column(info=kept(3))
    reopened_on: Mapped[date | None] = mapped_column(info=kept(1))
    reopened_by: Mapped[str] = mapped_column(info=kept(1))
    reopened_why: Mapped[str] = mapped_column(info=kept(3))

"""The family: relatives of a case, what each was last told, and the log of contacts."""

import uuid
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import CaseEntry, Editable, Row, kept

_OTHERS = "other_relatives_data_and_shares"


class Relative(Editable):
    """A person's place in a case: relation, what was verified, what he consented to, how to call safely."""

    __tablename__ = "relative"
    __table_args__ = (
        Index("ix_relative_case", "case_uid", "deleted_at", "primary", "identity_verified", "kinship_verified"),
    )

    case_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.uid"), info=kept(1))
    person_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.uid"), index=True, info=kept(1))
    relation: Mapped[str] = mapped_column(info=kept(2, _OTHERS))
    relation_typed: Mapped[str] = mapped_column(default="", info=kept(2))
    primary: Mapped[bool] = mapped_column(default=False, info=kept(1, _OTHERS))
    position: Mapped[int] = mapped_column(default=1, info=kept(1, _OTHERS))
    identity_verified: Mapped[bool] = mapped_column(default=False, info=kept(1, _OTHERS))
    kinship_verified: Mapped[bool] = mapped_column(default=False, info=kept(1, _OTHERS))
    vocative: Mapped[str] = mapped_column(default="", info=kept(2, _OTHERS))
    language: Mapped[str] = mapped_column(default="uk", info=kept(1, _OTHERS))
    safe_hours: Mapped[str] = mapped_column(default="", info=kept(3))
    code_phrase: Mapped[str] = mapped_column(default="", info=kept(3))
    do_not_call: Mapped[bool] = mapped_column(default=False, info=kept(3))
    may_leave_message: Mapped[str] = mapped_column(default="", info=kept(3))
    in_conflict: Mapped[bool] = mapped_column(default=False, info=kept(3))
    branch: Mapped[str] = mapped_column(default="", info=kept(3, _OTHERS))
    note: Mapped[str] = mapped_column(default="", info=kept(3, "caseworker_notes"))
    deleted_at: Mapped[datetime | None] = mapped_column(info=kept(1))


class Told(Row):
    """What one relative was told of the fate, by whom and how; the ground of every paper he gets."""

    __tablename__ = "told"

    case_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.uid"), index=True, info=kept(1))
    relative_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("relative.uid"), index=True, info=kept(1))
    fate: Mapped[str] = mapped_column(info=kept(2, "fate_status"))
    fate_event_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("fate_event.uid"), info=kept(1))
    on: Mapped[date] = mapped_column(info=kept(2, "fate_status"))
    by: Mapped[str] = mapped_column(info=kept(1, "contact_log"))
    how: Mapped[str] = mapped_column(info=kept(1, "contact_log"))
    second: Mapped[str] = mapped_column(default="", info=kept(1))


class Contact(CaseEntry):
    """One call, visit or message: with whom, how, what came of it, for whom it is written, what was promised next."""

    __tablename__ = "contact"
    __table_args__ = (Index("ix_contact_case_on", "case_uid", "on"),)

    case_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.uid"), info=kept(1))
    relative_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("relative.uid"), info=kept(1))
    on: Mapped[date] = mapped_column(info=kept(2, "contact_log"))
    written_at: Mapped[datetime] = mapped_column(info=kept(1, "contact_log"))
    channel: Mapped[str] = mapped_column(info=kept(1, "contact_log"))
    summary: Mapped[str] = mapped_column(default="", info=kept(3, "caseworker_notes"))
    audience: Mapped[str] = mapped_column(default="office", info=kept(1))
    next_on: Mapped[date | None] = mapped_column(info=kept(1, "contact_log"))
    next_what: Mapped[str] = mapped_column(default="", info=kept(2, "caseworker_notes"))

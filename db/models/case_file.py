"""The case: its number, the person it is about, episodes, fate events and the dates that start deadlines."""

import uuid
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.partial_date import PartialDate
from db.models.base import Editable, Row, derived, kept


class CaseFile(Editable):
    """One case. Its derived columns serve lists; the truth stands in fate events, steps and contacts.

    Each order of the list has an index that begins with it and holds all that the list is filtered by, so that pages of
    a hundred thousand cases are read from it alone; `ix_case_file_count` is the narrowest, for counts;
    `ix_case_file_gone` holds the few that were deleted, whose steps no list shows.
    """

    __tablename__ = "case_file"
    __table_args__ = (
        Index(
            "ix_case_file_list",
            "name_key", "uid", "entry", "deleted_at", "fate", "worker", "next_due", "last_contact", "opened",
            "closed_on",
        ),
        Index(
            "ix_case_file_count",
            "last_contact", "uid", "opened", "fate", "deleted_at", "worker", "entry", "next_due", "closed_on",
        ),
        Index("ix_case_file_gone", "uid", sqlite_where=text("deleted_at IS NOT NULL")),
        Index("ix_case_file_due", "next_due", "uid", "entry", "deleted_at", "fate", "worker", "closed_on"),
        Index("ix_case_file_updated", "updated", "uid", "entry", "deleted_at", "fate", "worker", "closed_on"),
        Index("ix_case_file_fate", "fate", "name_key", "uid", "entry", "deleted_at", "worker", "closed_on"),
        Index("ix_case_file_worker", "worker", "name_key", "uid", "entry", "deleted_at", "fate", "closed_on"),
        Index("ix_case_file_unit", "unit_key", "name_key", "uid", "entry", "deleted_at", "fate", "worker", "closed_on"),
    )

    entry: Mapped[int] = mapped_column(unique=True, info=derived(1))
    number: Mapped[str] = mapped_column(unique=True, info=kept(1, "case_number"))
    person_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.uid"), index=True, info=kept(1))
    opened: Mapped[date] = mapped_column(info=kept(1, "case_number"))
    worker: Mapped[str] = mapped_column(default="", info=kept(1, "contacts_of_office_and_hotlines"))
    source_row: Mapped[int | None] = mapped_column(info=kept(1, "case_number"))
    note: Mapped[str] = mapped_column(default="", info=kept(3, "caseworker_notes"))
    synthetic: Mapped[bool] = mapped_column(default=False, info=kept(1, "case_number"))
    restricted: Mapped[bool] = mapped_column(default=False, info=kept(1))
    closed_on: Mapped[date | None] = mapped_column(info=kept(1, "case_number"))
    deleted_at: Mapped[datetime | None] = mapped_column(info=kept(1))
    updated: Mapped[datetime] = mapped_column(info=derived(1))
    name_key: Mapped[str] = mapped_column(info=derived(2))
    unit_key: Mapped[str] = mapped_column(default="", info=derived(2))
    fate: Mapped[str] = mapped_column(info=derived(2, "fate_status"))
    next_step: Mapped[uuid.UUID | None] = mapped_column(info=derived(1))
    next_due: Mapped[date | None] = mapped_column(info=derived(1))
    last_contact: Mapped[date | None] = mapped_column(info=derived(2))


class Episode(Editable):
    """One disappearance of a person, from the last contact to what became of it."""

    __tablename__ = "episode"

    case_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.uid"), index=True, info=kept(1))
    started: Mapped[PartialDate | None] = mapped_column(info=kept(2, "fate_status"))
    ended: Mapped[PartialDate | None] = mapped_column(info=kept(2, "fate_status"))
    place: Mapped[str] = mapped_column(default="", info=kept(3, "place_of_disappearance"))
    oblast: Mapped[str] = mapped_column(default="", info=kept(2, "place_of_disappearance"))
    precision: Mapped[str | None] = mapped_column(info=kept(2, "place_of_disappearance"))
    katottg: Mapped[str] = mapped_column(default="", info=kept(3, "place_of_disappearance"))


class FateEvent(Row):
    """What was believed to have happened, once. Never changed; a reversal is a new row naming this one."""

    __tablename__ = "fate_event"
    __table_args__ = (Index("ix_fate_event_fate", "fate", "case_uid"),)

    case_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.uid"), index=True, info=kept(1))
    episode_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("episode.uid"), info=kept(1))
    fate: Mapped[str] = mapped_column(info=kept(2, "fate_status"))
    effective: Mapped[PartialDate | None] = mapped_column(info=kept(2, "fate_status"))
    recorded_at: Mapped[datetime] = mapped_column(info=kept(1, "case_events"))
    recorded_by: Mapped[str] = mapped_column(info=kept(1))
    source_type: Mapped[str] = mapped_column(default="", info=kept(3, "source_identity"))
    source: Mapped[str] = mapped_column(default="", info=kept(3, "source_identity"))
    evidence: Mapped[str] = mapped_column(default="", info=kept(2, "confirmations_official"))
    reliability: Mapped[str] = mapped_column(default="", info=kept(3, "information_items"))
    credibility: Mapped[str] = mapped_column(default="", info=kept(3, "information_items"))
    comment: Mapped[str] = mapped_column(default="", info=kept(3, "caseworker_notes"))
    approved_by: Mapped[str] = mapped_column(default="", info=kept(1))
    reverses_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("fate_event.uid"), info=kept(1))


class CaseEvent(Editable):
    """A dated event that starts deadlines: notice received, police reported; with a step, of that step alone."""

    __tablename__ = "case_event"
    __table_args__ = (Index("ix_case_event_event", "case_uid", "event"),)

    case_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.uid"), info=kept(1))
    event: Mapped[str] = mapped_column(info=kept(1, "case_events"))
    step_uid: Mapped[uuid.UUID | None] = mapped_column(info=kept(1))
    on: Mapped[PartialDate | None] = mapped_column(info=kept(2, "case_events"))
    reference: Mapped[str] = mapped_column(default="", info=kept(2))
    source: Mapped[str] = mapped_column(default="", info=kept(3, "source_identity"))


class CaseReference(Editable):
    """The number under which a body keeps this case: ЄРДР, register extract, NIB, ICRC, cabinet."""

    __tablename__ = "case_reference"

    case_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.uid"), index=True, info=kept(1))
    kind: Mapped[str] = mapped_column(info=kept(1, "erdr_number"))
    number: Mapped[str] = mapped_column(info=kept(3, "erdr_number"))
    issued: Mapped[PartialDate | None] = mapped_column(info=kept(2, "erdr_number"))

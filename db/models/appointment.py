"""Appointments of a case: a visit, a call, a session, a court, a laboratory, on a day and perhaps at an hour."""

import uuid
from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import CaseEntry, kept


class Appointment(CaseEntry):
    """One appointment. `at`: its hour in Kyiv as 10:30, empty for none. `worker`: who goes, empty for the case's own.

    With one relative, with the man himself, or with neither named; perhaps at a body.
    """

    __tablename__ = "appointment"
    __table_args__ = (Index("ix_appointment_on", "on", "case_uid"),)

    kind: Mapped[str] = mapped_column(info=kept(2))
    on: Mapped[date] = mapped_column(info=kept(1))
    at: Mapped[str] = mapped_column(info=kept(1))
    place: Mapped[str] = mapped_column(info=kept(2))
    relative_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("relative.uid"), info=kept(1))
    himself: Mapped[bool] = mapped_column(info=kept(1))
    body: Mapped[str] = mapped_column(info=kept(1))
    bring: Mapped[str] = mapped_column(info=kept(2))
    worker: Mapped[str] = mapped_column(info=kept(1))
    state: Mapped[str] = mapped_column(info=kept(1))
    note: Mapped[str] = mapped_column(info=kept(3, "caseworker_notes"))

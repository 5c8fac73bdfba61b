"""What bodies say of a person beside his fate: confirmations, what civil law holds, what his unit's list holds."""

import uuid

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.partial_date import PartialDate
from db.models.base import CaseEntry, kept

_CONFIRMED = "confirmations_official"


class Confirmation(CaseEntry):
    """One body's confirmation of one fact, by one paper; withdrawn it stays, with the day and the reason."""

    __tablename__ = "confirmation"

    body: Mapped[str] = mapped_column(info=kept(2, _CONFIRMED))
    fact: Mapped[str] = mapped_column(info=kept(2, _CONFIRMED))
    on: Mapped[PartialDate | None] = mapped_column(info=kept(2, _CONFIRMED))
    paper: Mapped[str] = mapped_column(info=kept(2, _CONFIRMED))
    number: Mapped[str] = mapped_column(info=kept(3, _CONFIRMED))
    document_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("document.uid"), info=kept(1))
    comment: Mapped[str] = mapped_column(info=kept(3, "caseworker_notes"))
    withdrawn_on: Mapped[PartialDate | None] = mapped_column(info=kept(2, _CONFIRMED))
    withdrawn_why: Mapped[str] = mapped_column(info=kept(3, "caseworker_notes"))


class CivilStatus(CaseEntry):
    """What civil law and registers say from a day on."""

    __tablename__ = "civil_status"

    status: Mapped[str] = mapped_column(info=kept(2, "fate_status"))
    on: Mapped[PartialDate | None] = mapped_column(info=kept(2, "fate_status"))
    body: Mapped[str] = mapped_column(info=kept(2, _CONFIRMED))
    number: Mapped[str] = mapped_column(info=kept(3, _CONFIRMED))
    comment: Mapped[str] = mapped_column(info=kept(3, "caseworker_notes"))


class ServiceStatus(CaseEntry):
    """What the unit's personnel record says from a day on, by which order."""

    __tablename__ = "service_status"

    status: Mapped[str] = mapped_column(info=kept(3, "awol_suspicion"))
    on: Mapped[PartialDate | None] = mapped_column(info=kept(3, "awol_suspicion"))
    body: Mapped[str] = mapped_column(info=kept(3, "awol_suspicion"))
    number: Mapped[str] = mapped_column(info=kept(3, "awol_suspicion"))
    comment: Mapped[str] = mapped_column(info=kept(3, "caseworker_notes"))

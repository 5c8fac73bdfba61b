"""The ledger of information: what was told or sent about the man, to whom it was passed, whose hands its proof went."""

import uuid
from datetime import date

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.partial_date import PartialDate
from db.models.base import CaseEntry, kept

_ITEM = "information_items"
_PLACE = "place_of_detention"
_WHO = "source_identity"


class InformationItem(CaseEntry):
    """One item: an event, where and when, who told it, and how far both are trusted, judged apart.

    `protected`: the source must not be named. `sample_taken` and the three after it mirror the official notice.
    """

    __tablename__ = "information_item"
    __table_args__ = (Index("ix_information_item_source", "source"),)

    kind: Mapped[str] = mapped_column(info=kept(2, _ITEM))
    starts: Mapped[PartialDate | None] = mapped_column(info=kept(2, _ITEM))
    ends: Mapped[PartialDate | None] = mapped_column(info=kept(2, _ITEM))
    received: Mapped[date | None] = mapped_column(info=kept(1, _ITEM))
    place: Mapped[str] = mapped_column(info=kept(3, _PLACE))
    oblast: Mapped[str] = mapped_column(info=kept(3, _PLACE))
    katottg: Mapped[str] = mapped_column(info=kept(3, _PLACE))
    precision: Mapped[str | None] = mapped_column(info=kept(3, _PLACE))
    unit: Mapped[str] = mapped_column(info=kept(3, "unit_code"))
    text: Mapped[str] = mapped_column(info=kept(3, _ITEM))
    source_type: Mapped[str] = mapped_column(info=kept(2, _ITEM))
    reliability: Mapped[str] = mapped_column(info=kept(2, _ITEM))
    credibility: Mapped[str] = mapped_column(info=kept(2, _ITEM))
    source: Mapped[str] = mapped_column(info=kept(3, _WHO))
    protected: Mapped[bool] = mapped_column(info=kept(2, _WHO))
    obtained_by: Mapped[str] = mapped_column(info=kept(3, _WHO))
    sample_taken: Mapped[bool] = mapped_column(info=kept(3, _ITEM))
    photo_video: Mapped[str] = mapped_column(info=kept(3, _ITEM))
    witnesses: Mapped[str] = mapped_column(info=kept(3, _WHO))
    evacuation: Mapped[str] = mapped_column(info=kept(3, _ITEM))
    sensitive: Mapped[bool] = mapped_column(info=kept(1))


class InformationPass(CaseEntry):
    """That an item was passed to a body: when, and under which reference."""

    __tablename__ = "information_pass"

    item_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("information_item.uid"), info=kept(1))
    body: Mapped[str] = mapped_column(info=kept(1, _ITEM))
    on: Mapped[date] = mapped_column(info=kept(1, _ITEM))
    reference: Mapped[str] = mapped_column(info=kept(2, _ITEM))
    note: Mapped[str] = mapped_column(info=kept(3, "caseworker_notes"))


class Custody(CaseEntry):
    """One hand in the chain through which a proof went: from whom, to whom, and its SHA-256 in that moment.

    A proof belongs to an item by its first hand. `original_at`: where the original lies; `sha256` is empty if there
    is no file, only a thing.
    """

    __tablename__ = "custody"

    item_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("information_item.uid"), info=kept(1))
    document_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("document.uid"), info=kept(1))
    on: Mapped[date] = mapped_column(info=kept(1))
    from_whom: Mapped[str] = mapped_column(info=kept(3, _WHO))
    to_whom: Mapped[str] = mapped_column(info=kept(3, _WHO))
    original_at: Mapped[str] = mapped_column(info=kept(3))
    sha256: Mapped[str] = mapped_column(String(64), info=kept(2))

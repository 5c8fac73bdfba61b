"""The family beyond the list of its members: dated roles, the facts the law asks, and his own wish about pay."""

import uuid

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.partial_date import PartialDate
from db.models.base import CaseEntry, kept

_OTHERS = "other_relatives_data_and_shares"


class FamilyRole(CaseEntry):
    """What a relative is for the case, from when to when. `share`: hundredths of a percent; `other_uid`: with whom."""

    __tablename__ = "family_role"

    relative_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("relative.uid"), index=True, info=kept(1, _OTHERS))
    role: Mapped[str] = mapped_column(info=kept(2, _OTHERS))
    since: Mapped[PartialDate | None] = mapped_column(info=kept(2, _OTHERS))
    until: Mapped[PartialDate | None] = mapped_column(info=kept(2, _OTHERS))
    share: Mapped[int | None] = mapped_column(info=kept(2, _OTHERS))
    year: Mapped[int | None] = mapped_column(info=kept(2, _OTHERS))
    text: Mapped[str] = mapped_column(default="", info=kept(3))
    other_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("relative.uid"), info=kept(2, _OTHERS))


class KinFact(CaseEntry):
    """One answer to what the law asks about a relative. `holds`: yes or no; `source`: the paper, or who said so."""

    __tablename__ = "kin_fact"

    relative_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("relative.uid"), index=True, info=kept(1, _OTHERS))
    fact: Mapped[str] = mapped_column(info=kept(3, _OTHERS))
    holds: Mapped[bool] = mapped_column(info=kept(3, _OTHERS))
    since: Mapped[PartialDate | None] = mapped_column(info=kept(3, _OTHERS))
    until: Mapped[PartialDate | None] = mapped_column(info=kept(3, _OTHERS))
    source: Mapped[str] = mapped_column(default="", info=kept(3))


class PayDisposition(CaseEntry):
    """A line of his personal disposition about pay: to whom, how much; or one line that there is none."""

    __tablename__ = "pay_disposition"

    wish: Mapped[str] = mapped_column(info=kept(2, _OTHERS))
    relative_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("relative.uid"), info=kept(1, _OTHERS))
    to_whom: Mapped[str] = mapped_column(default="", info=kept(2, _OTHERS))
    share: Mapped[int | None] = mapped_column(info=kept(2, _OTHERS))
    made: Mapped[PartialDate | None] = mapped_column(info=kept(2, _OTHERS))
    source: Mapped[str] = mapped_column(default="", info=kept(3))

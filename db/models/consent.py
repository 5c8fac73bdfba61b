"""What people agreed to, or refused: for which purpose, to whom, about what, in which words, until when."""

import uuid
from datetime import date

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import CaseEntry, kept

_OTHERS = "other_relatives_data_and_shares"


class Consent(CaseEntry):
    """One yes or no, never edited: withdrawn, or followed by the next.

    `giver_uid`: the relative who gave it, None if the man himself. `relative_uid`: the relative it is given for.
    `topics`: codes, one a line. `digest` covers what was agreed to, `end_digest` that and the withdrawal.
    """

    __tablename__ = "consent"

    purpose: Mapped[str] = mapped_column(info=kept(2, _OTHERS))
    given_by: Mapped[str] = mapped_column(info=kept(2, _OTHERS))
    giver_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("relative.uid"), index=True, info=kept(1))
    recipient_kind: Mapped[str] = mapped_column(info=kept(2, _OTHERS))
    recipient: Mapped[str] = mapped_column(info=kept(2, _OTHERS))
    relative_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("relative.uid"), index=True, info=kept(1))
    topics: Mapped[str] = mapped_column(info=kept(2, _OTHERS))
    refused: Mapped[bool] = mapped_column(info=kept(2, _OTHERS))
    basis: Mapped[str] = mapped_column(info=kept(2, _OTHERS))
    channel: Mapped[str] = mapped_column(info=kept(2, _OTHERS))
    text_version: Mapped[str] = mapped_column(info=kept(1, _OTHERS))
    text: Mapped[str] = mapped_column(info=kept(2))
    since: Mapped[date] = mapped_column(info=kept(2, _OTHERS))
    until: Mapped[date | None] = mapped_column(info=kept(2, _OTHERS))
    withdrawn_on: Mapped[date | None] = mapped_column(info=kept(2, _OTHERS))
    withdrawn_how: Mapped[str] = mapped_column(info=kept(2))
    digest: Mapped[str] = mapped_column(String(64), info=kept(1, _OTHERS))
    end_digest: Mapped[str] = mapped_column(String(64), info=kept(1, _OTHERS))

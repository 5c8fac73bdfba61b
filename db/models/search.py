"""The search for a person: DNA donors, requests to bodies, what to mind in this family, advice on silence."""

import uuid
from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import CaseEntry, kept

_DONORS = "dna_donors"
_REQUESTS = "steps_own"


class DnaDonor(CaseEntry):
    """One sample of DNA: a relative's, or the man's own given in his lifetime; `methods` one a line."""

    __tablename__ = "dna_donor"

    lifetime: Mapped[bool] = mapped_column(info=kept(3, _DONORS))
    relative_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("relative.uid"), info=kept(2, _DONORS))
    who: Mapped[str] = mapped_column(info=kept(3))
    methods: Mapped[str] = mapped_column(info=kept(3, _DONORS))
    taken_on: Mapped[date | None] = mapped_column(info=kept(3, _DONORS))
    place: Mapped[str] = mapped_column(info=kept(3, _DONORS))
    sample: Mapped[str] = mapped_column(info=kept(3, _DONORS))
    profile: Mapped[str] = mapped_column(info=kept(3, _DONORS))
    body: Mapped[str] = mapped_column(info=kept(3, _DONORS))
    reference: Mapped[str] = mapped_column(info=kept(3, _DONORS))
    note: Mapped[str] = mapped_column(info=kept(3, "caseworker_notes"))


class SearchRequest(CaseEntry):
    """A request filed with a body (its code), when the answer is due and on which ground, and what was answered."""

    __tablename__ = "search_request"

    body: Mapped[str] = mapped_column(info=kept(2, _REQUESTS))
    kind: Mapped[str] = mapped_column(info=kept(1, _REQUESTS))
    filed_on: Mapped[date] = mapped_column(info=kept(2, _REQUESTS))
    reference: Mapped[str] = mapped_column(info=kept(2, _REQUESTS))
    asked: Mapped[str] = mapped_column(info=kept(3, "caseworker_notes"))
    due: Mapped[date | None] = mapped_column(index=True, info=kept(1, _REQUESTS))
    answered_on: Mapped[date | None] = mapped_column(info=kept(2, _REQUESTS))
    answer: Mapped[str] = mapped_column(info=kept(2))
    answer_text: Mapped[str] = mapped_column(info=kept(3))


class HandlingFlag(CaseEntry):
    """What to mind before one speaks with this family or prints for it; `audience`: who may see it."""

    __tablename__ = "handling_flag"

    kind: Mapped[str] = mapped_column(info=kept(3))
    text: Mapped[str] = mapped_column(info=kept(3))
    since: Mapped[date] = mapped_column(info=kept(3))
    until: Mapped[date | None] = mapped_column(info=kept(3))
    audience: Mapped[str] = mapped_column(info=kept(1))


class PublicityAdvice(CaseEntry):
    """What a relative was advised on publishing and on strangers who call; `advised`: codes, one a line."""

    __tablename__ = "publicity_advice"

    relative_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("relative.uid"), info=kept(2))
    on: Mapped[date] = mapped_column(info=kept(2))
    advised: Mapped[str] = mapped_column(info=kept(2))
    by: Mapped[str] = mapped_column(info=kept(1))
    agreed: Mapped[str] = mapped_column(info=kept(2))
    note: Mapped[str] = mapped_column(info=kept(3, "caseworker_notes"))

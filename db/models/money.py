"""Payments of a case: what was claimed and decided, what came of it by month, and where it stopped or was too much.

Sums are whole kopecks. A line without a relative is his own money.
"""

import uuid
from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.partial_date import PartialDate
from db.models.base import CaseEntry, kept

_OTHERS = "other_relatives_data_and_shares"


class MoneyClaim(CaseEntry):
    """A payment claimed: by whom, which, with which body, on which ground. `text`: what else was said of it."""

    __tablename__ = "money_claim"

    relative_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("relative.uid"), info=kept(1))
    kind: Mapped[str] = mapped_column(info=kept(1, _OTHERS))
    filed_on: Mapped[date | None] = mapped_column(info=kept(2, _OTHERS))
    body: Mapped[str] = mapped_column(info=kept(2, _OTHERS))
    number: Mapped[str] = mapped_column(info=kept(2, _OTHERS))
    basis: Mapped[str] = mapped_column(info=kept(2, _OTHERS))
    text: Mapped[str] = mapped_column(info=kept(2, _OTHERS))


class MoneyDecision(CaseEntry):
    """What a body decided on a claim. `share`: hundredths of a percent; `since`: from when it is paid."""

    __tablename__ = "money_decision"

    claim_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("money_claim.uid"), index=True, info=kept(1))
    outcome: Mapped[str] = mapped_column(info=kept(2, _OTHERS))
    decided_on: Mapped[date] = mapped_column(info=kept(2, _OTHERS))
    number: Mapped[str] = mapped_column(info=kept(2, _OTHERS))
    amount: Mapped[int | None] = mapped_column(info=kept(2, _OTHERS))
    rhythm: Mapped[str] = mapped_column(info=kept(1, _OTHERS))
    since: Mapped[date | None] = mapped_column(info=kept(2, _OTHERS))
    share: Mapped[int | None] = mapped_column(info=kept(2, _OTHERS))
    text: Mapped[str] = mapped_column(info=kept(3))


class MoneyPayment(CaseEntry):
    """What was to come for a month, and what came. `body`: who paid; `account`: no more than its last digits."""

    __tablename__ = "money_payment"

    relative_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("relative.uid"), info=kept(1))
    kind: Mapped[str] = mapped_column(info=kept(1, _OTHERS))
    month: Mapped[PartialDate] = mapped_column(info=kept(2, _OTHERS))
    expected: Mapped[int | None] = mapped_column(info=kept(2, _OTHERS))
    received: Mapped[int | None] = mapped_column(info=kept(2, _OTHERS))
    received_on: Mapped[date | None] = mapped_column(info=kept(2, _OTHERS))
    body: Mapped[str] = mapped_column(info=kept(2, _OTHERS))
    account: Mapped[str] = mapped_column(info=kept(3, "iban_and_bank"))
    text: Mapped[str] = mapped_column(info=kept(3))


class MoneyStop(CaseEntry):
    """A payment held back from a day, why, and until when."""

    __tablename__ = "money_stop"

    relative_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("relative.uid"), info=kept(1))
    kind: Mapped[str] = mapped_column(info=kept(1, _OTHERS))
    since: Mapped[date] = mapped_column(info=kept(2, _OTHERS))
    until: Mapped[date | None] = mapped_column(info=kept(2, _OTHERS))
    why: Mapped[str] = mapped_column(info=kept(3, _OTHERS))
    number: Mapped[str] = mapped_column(info=kept(2, _OTHERS))
    text: Mapped[str] = mapped_column(info=kept(3))


class MoneyOverpaid(CaseEntry):
    """More was paid than was due: found, asked back, agreed upon, returned."""

    __tablename__ = "money_overpaid"

    relative_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("relative.uid"), info=kept(1))
    kind: Mapped[str] = mapped_column(info=kept(1, _OTHERS))
    found_on: Mapped[date] = mapped_column(info=kept(2, _OTHERS))
    amount: Mapped[int] = mapped_column(info=kept(2, _OTHERS))
    asked_on: Mapped[date | None] = mapped_column(info=kept(2, _OTHERS))
    number: Mapped[str] = mapped_column(info=kept(2, _OTHERS))
    agreed: Mapped[str] = mapped_column(info=kept(3))
    returned: Mapped[int | None] = mapped_column(info=kept(2, _OTHERS))
    returned_on: Mapped[date | None] = mapped_column(info=kept(2, _OTHERS))
    text: Mapped[str] = mapped_column(info=kept(3))

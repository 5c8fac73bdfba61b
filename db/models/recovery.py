"""Who can open this vault for an office that lost its passphrases, and when that was last tried."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Row, kept


class RecoveryOffice(Row):
    """A coordinating office with a slot; `fingerprint` are the forty digits of its key."""

    __tablename__ = "recovery_office"

    fingerprint: Mapped[str] = mapped_column(unique=True, info=kept(1))
    added: Mapped[datetime] = mapped_column(info=kept(1))
    added_by: Mapped[str] = mapped_column(info=kept(1))
    drilled: Mapped[datetime | None] = mapped_column(info=kept(1))
    drilled_by: Mapped[str] = mapped_column(default="", info=kept(1))

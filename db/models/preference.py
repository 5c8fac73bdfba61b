"""How one user likes his window: columns, views, pins, where he was last; no part of the history."""

import uuid
from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, derived, new_uid


class Preference(Base):
    """One preference of one user, as JSON. A saved view may hold a name that was searched for."""

    __tablename__ = "preference"
    __table_args__ = (UniqueConstraint("user", "key"),)

    uid: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=new_uid, info=derived(1))
    user: Mapped[str] = mapped_column(info=derived(1))
    key: Mapped[str] = mapped_column(info=derived(1))
    payload: Mapped[str] = mapped_column(info=derived(3))
    kept_at: Mapped[datetime] = mapped_column(info=derived(1))

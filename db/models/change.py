"""The one change table: what audit, undo, field history and merging between offices are built on."""

import uuid

from sqlalchemy import BigInteger, Integer, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, kept


class Change(Base):
    """One changed field; values as JSON text. A row's birth is one entry without `column`. `code` chains entries."""

    __tablename__ = "change"

    n: Mapped[int] = mapped_column(Integer, primary_key=True, info=kept(1))
    time: Mapped[int] = mapped_column(BigInteger, info=kept(1))
    actor: Mapped[str] = mapped_column(info=kept(1))
    table: Mapped[str] = mapped_column("tbl", info=kept(1))
    row: Mapped[uuid.UUID] = mapped_column("uid", index=True, info=kept(1))
    column: Mapped[str | None] = mapped_column("col", info=kept(1))
    old: Mapped[str | None] = mapped_column(info=kept(3))
    new: Mapped[str | None] = mapped_column(info=kept(3))
    code: Mapped[bytes] = mapped_column(LargeBinary(32), info=kept(1))

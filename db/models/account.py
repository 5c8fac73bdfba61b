"""Who works with this vault: roles, and the public key that checks what each of them signed."""

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Editable, Row, kept


class Account(Editable):
    """One user. `roles`: codes separated by spaces. `team`: the word that those who work together share, or empty.

    Disabled ones stay: their names stand beside what they wrote.
    """

    __tablename__ = "account"

    user: Mapped[str] = mapped_column(unique=True, info=kept(1))
    roles: Mapped[str] = mapped_column(default="", info=kept(1))
    clinical_granted: Mapped[bool] = mapped_column(default=False, info=kept(1))
    disabled: Mapped[bool] = mapped_column(default=False, info=kept(1))
    public_key: Mapped[bytes | None] = mapped_column(LargeBinary(32), info=kept(1))
    created: Mapped[datetime] = mapped_column(info=kept(1))
    team: Mapped[str] = mapped_column(default="", info=kept(1))


class CaseShare(Row):
    """A case opened to a colleague besides the one who is responsible for it."""

    __tablename__ = "case_share"
    __table_args__ = (UniqueConstraint("case_uid", "user"),)

    case_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("case_file.uid"), info=kept(1))
    user: Mapped[str] = mapped_column(index=True, info=kept(1))
    shared_by: Mapped[str] = mapped_column(info=kept(1))
    shared_at: Mapped[datetime] = mapped_column(info=kept(1))


class Approval(Editable):
    """A request for a second person's yes, what became of it, and when it was made use of.

    `alone`: nobody else could have agreed when it was asked. Whoever sends the others away later gains nothing.
    `content`: what exactly was asked, as `app.approvals.content` writes it; a yes is good for that alone.
    """

    __tablename__ = "approval"

    kind: Mapped[str] = mapped_column(info=kept(1))
    subject: Mapped[uuid.UUID | None] = mapped_column(info=kept(1))
    content: Mapped[str] = mapped_column(default="", info=kept(3))
    reason: Mapped[str] = mapped_column(default="", info=kept(3))
    asked_by: Mapped[str] = mapped_column(info=kept(1))
    asked_at: Mapped[datetime] = mapped_column(info=kept(1))
    alone: Mapped[bool] = mapped_column(default=False, info=kept(1))
    decided_by: Mapped[str] = mapped_column(default="", info=kept(1))
    decided_at: Mapped[datetime | None] = mapped_column(info=kept(1))
    refused: Mapped[bool] = mapped_column(default=False, info=kept(1))
    used_at: Mapped[datetime | None] = mapped_column(info=kept(1))

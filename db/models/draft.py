"""What somebody wrote into a form and did not save yet: nobody else's business, and no part of the history."""

import uuid
from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, derived, new_uid


class Draft(Base):
    """The unsaved values of one form of one user, as JSON. `subject`: the case or other thing it is about."""

    __tablename__ = "draft"

    uid: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=new_uid, info=derived(1))
    user: Mapped[str] = mapped_column(index=True, info=derived(1))
    form: Mapped[str] = mapped_column(info=derived(1))
    subject: Mapped[uuid.UUID | None] = mapped_column(info=derived(1))
    payload: Mapped[str] = mapped_column(info=derived(3))
    kept_at: Mapped[datetime] = mapped_column(info=derived(1))

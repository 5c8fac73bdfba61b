"""The clinical compartment: notes whose text no column shows, sealed under a key that few hold."""

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Row, kept


class ClinicalNote(Row):
    """A psychologist's note or score about one person of a case, or, without a case, about a meeting of a group.

    `kind` tells which; `sealed` is all it says.
    """

    __tablename__ = "clinical_note"

    case_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("case_file.uid"), index=True, info=kept(1))
    person_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("person.uid"), info=kept(3))
    kind: Mapped[str] = mapped_column(info=kept(3))
    sealed: Mapped[bytes] = mapped_column(LargeBinary, info=kept(3))
    created: Mapped[datetime] = mapped_column(info=kept(1))
    created_by: Mapped[str] = mapped_column(info=kept(1))

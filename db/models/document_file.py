"""The sealed files of a document, one row each: what is needed to find one, to open it, and to prove it unchanged."""

import uuid

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Editable, kept, secret


class DocumentFile(Editable):
    """One immutable file, sealed under a key of its own: delete the row and nobody opens the file again.

    `kind`: original, shown or thumbnail. `sha256` and `size` are those of the plain bytes; `width` and `height`
    are those of the picture, or of the first page, as it is shown.
    """

    __tablename__ = "document_file"
    __table_args__ = (UniqueConstraint("document_uid", "kind"),)

    document_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("document.uid"), info=kept(1))
    kind: Mapped[str] = mapped_column(info=kept(1))
    file_id: Mapped[str] = mapped_column(String(32), unique=True, info=kept(1))
    file_key: Mapped[bytes] = mapped_column(LargeBinary(32), info=secret())
    sha256: Mapped[str] = mapped_column(String(64), index=True, info=kept(2))
    size: Mapped[int] = mapped_column(info=kept(1))
    media_type: Mapped[str] = mapped_column(info=kept(1))
    width: Mapped[int | None] = mapped_column(info=kept(1))
    height: Mapped[int | None] = mapped_column(info=kept(1))
    pages: Mapped[int | None] = mapped_column(info=kept(1))

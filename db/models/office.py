"""The office that keeps this vault, and where its imported rows came from."""

import uuid
from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Editable, Row, kept

_OFFICE = "contacts_of_office_and_hotlines"
_ORIGINAL = "import_original_text"


class Office(Editable):
    """The office's own facts, one row: they stand on every paper and set the calendar of terms."""

    __tablename__ = "office"

    name: Mapped[str] = mapped_column(default="", info=kept(1, _OFFICE))
    address: Mapped[str] = mapped_column(default="", info=kept(1, _OFFICE))
    phones: Mapped[str] = mapped_column(default="", info=kept(1, _OFFICE))
    calendar_mode: Mapped[str] = mapped_column(default="martial_law", info=kept(1))
    training: Mapped[bool] = mapped_column(default=False, info=kept(1))
    copying: Mapped[bool] = mapped_column(default=False, info=kept(1))


class Duty(Editable):
    """Who of the office is called first from a day on, until a day if one is set; the newest that holds counts."""

    __tablename__ = "duty"

    since: Mapped[date] = mapped_column(info=kept(1))
    until: Mapped[date | None] = mapped_column(info=kept(1))
    name: Mapped[str] = mapped_column(info=kept(1))
    phone: Mapped[str] = mapped_column(info=kept(1))


class HeadingMap(Editable):
    """A correction of headings made by hand, remembered for the next workbook with the same headings."""

    __tablename__ = "heading_map"

    heading_key: Mapped[str] = mapped_column(unique=True, info=kept(1))
    mapping: Mapped[str] = mapped_column(info=kept(2))


class ImportBatch(Row):
    """One import of one file. Taken back, it stays in the list, and its cases are marked as deleted."""

    __tablename__ = "import_batch"

    file_name: Mapped[str] = mapped_column(info=kept(2))
    sheet: Mapped[str] = mapped_column(info=kept(2))
    imported_at: Mapped[datetime] = mapped_column(info=kept(1))
    imported_by: Mapped[str] = mapped_column(info=kept(1))
    imported_on: Mapped[date] = mapped_column(info=kept(1))
    taken_back_at: Mapped[datetime | None] = mapped_column(info=kept(1))
    taken_back_by: Mapped[str] = mapped_column(default="", info=kept(1))


class ImportRow(Row):
    """The original text of every cell of one imported row; never shared, erased with the case."""

    __tablename__ = "import_row"

    batch_uid: Mapped[uuid.UUID] = mapped_column(ForeignKey("import_batch.uid"), index=True, info=kept(1))
    case_uid: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("case_file.uid"), index=True, info=kept(1)
    )
    sheet_row: Mapped[int] = mapped_column(info=kept(1))
    outcome: Mapped[str] = mapped_column(info=kept(1))
    original: Mapped[str] = mapped_column(info=kept(3, _ORIGINAL))


class SentPackage(Row):
    """One sealed package that left this laptop: the sequence that stops replay."""

    __tablename__ = "sent_package"
    __table_args__ = (UniqueConstraint("recipient", "seq"),)

    recipient: Mapped[str] = mapped_column(info=kept(1))
    seq: Mapped[int] = mapped_column(info=kept(1))
    sha256: Mapped[str] = mapped_column(info=kept(1))
    cases: Mapped[int] = mapped_column(info=kept(1))
    sent_at: Mapped[datetime] = mapped_column(info=kept(1))
    sent_by: Mapped[str] = mapped_column(info=kept(1))


class Disclosure(Row):
    """Something left the vault in clear: a paper printed, a dump written; to whom and why."""

    __tablename__ = "disclosure"

    kind: Mapped[str] = mapped_column(info=kept(1))
    case_uid: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("case_file.uid"), index=True, info=kept(1)
    )
    relative_uid: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("relative.uid"), info=kept(1))
    reason: Mapped[str] = mapped_column(default="", info=kept(2))
    at: Mapped[datetime] = mapped_column(info=kept(1))
    by: Mapped[str] = mapped_column(info=kept(1))

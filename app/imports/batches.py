"""The imports that were made: which file, when, by whom, what came of it, and whether it was taken back."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models.office import ImportBatch, ImportRow


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One import. `rows` of the sheet became `cases` cases; `taken_back_at` None: it stands."""

    uid: UUID
    file_name: str
    sheet: str
    at: datetime
    by: str
    rows: int
    cases: int
    taken_back_at: datetime | None
    taken_back_by: str

    @property
    def stands(self) -> bool:
        """Whether it was never taken back."""
        return self.taken_back_at is None


def batches(session: Session) -> tuple[BatchRow, ...]:
    """Every import, the newest first."""
    counted = (
        select(ImportRow.batch_uid, func.count().label("rows"), func.count(ImportRow.case_uid).label("cases"))
        .group_by(ImportRow.batch_uid)
        .subquery()
    )
    wanted = (
        select(ImportBatch, func.coalesce(counted.c.rows, 0), func.coalesce(counted.c.cases, 0))
        .outerjoin(counted, counted.c.batch_uid == ImportBatch.uid)
        .order_by(ImportBatch.uid.desc())
    )
    return tuple(row(batch, rows, cases) for batch, rows, cases in session.execute(wanted))


def row(batch: ImportBatch, rows: int, cases: int) -> BatchRow:
    """An import as it is shown."""
    return BatchRow(
        batch.uid, batch.file_name, batch.sheet, batch.imported_at, batch.imported_by, rows, cases,
        batch.taken_back_at, batch.taken_back_by,
    )

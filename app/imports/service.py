"""Import: look at a workbook, plan once, carry the same plan out in one transaction."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.cases.draft import CaseDraft
from app.cases.opening import Desk, open_cases
from app.catalogue.definitions import Catalogue
from app.changes import Changes
from app.clock import Clock
from app.domain.errors import N_, UserError
from app.domain.role import Right
from app.imports import taking_back
from app.imports.batches import BatchRow, batches
from app.imports.batches import row as batch_row
from app.imports.drafts import draft
from app.imports.known import VaultPeople, nobody
from app.office import service as office
from app.progress import Progress
from app.spreadsheets.duplicates import PeopleIndex
from app.spreadsheets.look import FileLook, look
from app.spreadsheets.plan import Remembered, read_plan
from app.spreadsheets.planned import ImportPlan, PlannedRow
from db.journal import JournaledSession
from db.models.base import new_uid
from db.models.office import HeadingMap, ImportBatch, ImportRow
from db.session import Database

Mapped = Mapping[str, str | None]
LARGE = 50
"""Rows; before more than these are taken, the vault is copied."""
TOUCHED = Changes.CASES | Changes.PEOPLE | Changes.STEPS | Changes.FATES | Changes.CONTACTS
"""What an import, and the taking back of one, changes for the window."""


class NoSuchImport(UserError):
    what = N_("There is no such import in this vault.")
    todo = N_("Look at the list of imports once more.")


@dataclass(frozen=True, slots=True)
class Imports:
    """Every method is one unit of work by the user who asks. `copy`: what copies the vault before a large import."""

    database: Database
    catalogue: Catalogue
    clock: Clock
    access: Access
    copy: Callable[[], object] = lambda: None

    def look(self, path: Path, *, sheet: str | None = None, encoding: str | None = None,
             progress: Progress | None = None) -> FileLook:
        """What lies in the file at `path`, before anything is planned. Raises what `look.look` raises."""
        self.access.require(Right.TRANSFER)
        with self.database.read() as session:
            return look(path, sheet=sheet, encoding=encoding, remembered=_remembered(session), progress=progress)

    def plan(self, path: Path, *, sheet: str | None = None, encoding: str | None = None,
             mapping: Mapped | None = None, progress: Progress | None = None) -> ImportPlan:
        """What an import of `path` would do; nothing is written.

        `mapping` (heading to field, None: not taken) corrects the headings by hand; without it, what was
        corrected before for the same headings holds. Raises what `read_plan` raises, and `Cancelled`.
        """
        self.access.require(Right.TRANSFER)
        with self.database.read() as session:
            known = PeopleIndex() if nobody(session) else VaultPeople(session)
            return read_plan(
                path, sheet=sheet, encoding=encoding, mapping=mapping, remembered=_remembered(session), known=known,
                today=self.clock.today(), progress=progress or Progress(),
            )

    def remember(self, key: str, mapping: Mapped) -> Changes:
        """Keep a correction of headings for the next workbook with the same ones."""
        self.access.require(Right.TRANSFER)
        with self.database.write(self.access.user) as session:
            row = session.scalars(select(HeadingMap).where(HeadingMap.heading_key == key)).first()
            if row is None:
                session.add(HeadingMap(uid=new_uid(), heading_key=key, mapping=json.dumps(mapping)))
            else:
                row.mapping = json.dumps(mapping)
        return Changes.SETTINGS

    def apply(self, plan: ImportPlan, progress: Progress | None = None) -> BatchRow:
        """Carry the plan out: every taken row becomes a case; `TOUCHED` changes. A stopped import leaves nothing.

        The vault is copied before more than `LARGE` rows are taken.
        """
        self.access.require(Right.TRANSFER)
        progress = progress or Progress()
        if sum(row.outcome.taken for row in plan.rows) > LARGE:
            self.copy()
        with self.database.write(self.access.user) as session:
            desk = Desk(
                self.catalogue, self.clock.today(), self.clock.now(), self.access.user, office.calendar_mode(session)
            )
            synthetic = office.read(session).training
            taken = [row for row in plan.rows if row.outcome.taken]
            drafts = _drafts(taken, progress, synthetic=synthetic)
            cases = dict(zip((row.sheet_row for row in taken), open_cases(session, drafts, desk), strict=True))
            return self._provenance(session, plan, cases)

    def batches(self) -> tuple[BatchRow, ...]:
        """Every import that was made, the newest first."""
        self.access.require(Right.TRANSFER)
        with self.database.read() as session:
            return batches(session)

    def take_back(self, batch: UUID, progress: Progress | None = None) -> Changes:
        """Take an import back whole, as long as nobody worked on one of its cases; else nothing happens.

        Its cases leave every list and the search; the history keeps them, their numbers are not given again, and the
        workbook can be imported anew. The vault is copied before more than `LARGE` cases go. Raises `NoSuchImport`
        and what `taking_back.take_back` raises.
        """
        self.access.require(Right.TRANSFER)
        if any(one.uid == batch and one.stands and one.cases > LARGE for one in self.batches()):
            self.copy()
        with self.database.write(self.access.user) as session:
            found = session.get(ImportBatch, batch)
            if found is None:
                raise NoSuchImport
            taking_back.take_back(session, found, self.clock, progress or Progress())
        return TOUCHED

    def _provenance(self, session: JournaledSession, plan: ImportPlan, cases: Mapping[int, UUID]) -> BatchRow:
        batch = ImportBatch(
            uid=new_uid(), file_name=plan.file_name, sheet=plan.sheet, imported_at=self.clock.now(),
            imported_by=self.access.user, imported_on=self.clock.today(),
        )
        session.add(batch)
        session.flush()
        session.add_many(
            ImportRow,
            [
                {"uid": new_uid(), "batch_uid": batch.uid, "case_uid": cases.get(row.sheet_row),
                 "sheet_row": row.sheet_row, "outcome": row.outcome.value,
                 "original": json.dumps(row.original, ensure_ascii=False)}
                for row in plan.rows
            ],
        )
        return batch_row(batch, len(plan.rows), len(cases))


def _remembered(session: Session) -> Remembered:
    """The corrections of headings that were kept, by the key of the headings."""
    kept: dict[str, Mapped] = {row.heading_key: json.loads(row.mapping) for row in session.scalars(select(HeadingMap))}
    return kept.get


def _drafts(rows: list[PlannedRow], progress: Progress, *, synthetic: bool) -> Iterator[CaseDraft]:
    for position, row in enumerate(rows):
        progress.checkpoint(position, len(rows))
        yield draft(row, position, synthetic=synthetic)
    progress.checkpoint(len(rows), len(rows))

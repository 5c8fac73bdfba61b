"""How much lies with each worker: what is overdue and since when, what comes, families who wait; the oldest first.

For who shares the work out, and for nothing else: it says nothing of how well anybody works.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import case, func, select

from app.access.access import Access
from app.clock import Clock
from app.domain.fate import Fate
from app.domain.role import Right
from app.plan.queries import OPEN, of_cases
from db.models.case_file import CaseFile
from db.models.step import Step
from db.session import Database

SILENT_DAYS = 30


@dataclass(frozen=True, slots=True)
class WorkloadRow:
    """One worker, empty where nobody is named. `oldest`: the due day of what is overdue longest; `week`: what comes.

    `silent`: his families whom nobody spoke to for thirty days.
    """

    worker: str
    cases: int
    overdue: int
    oldest: date | None
    week: int
    silent: int


@dataclass(frozen=True, slots=True)
class Workload:
    """One unit of work by the user who asks, who must see every case."""

    database: Database
    clock: Clock
    access: Access

    def rows(self) -> tuple[WorkloadRow, ...]:
        """Every worker with a case or a step, whose work has waited longest first. Raises `NotAllowed`."""
        self.access.require(Right.CASES_ALL)
        today = self.clock.today()
        quiet = func.coalesce(CaseFile.last_contact, CaseFile.opened) < today - timedelta(days=SILENT_DAYS)
        cases = (
            select(CaseFile.worker, func.count(), func.sum(case((quiet, 1), else_=0)))
            .where(CaseFile.deleted_at.is_(None), CaseFile.closed_on.is_(None), CaseFile.fate != Fate.CLOSED.value)
            .group_by(CaseFile.worker)
        )
        whose, late = func.coalesce(func.nullif(Step.worker, ""), CaseFile.worker), Step.due < today
        steps = (
            select(whose, func.count().filter(late), func.min(Step.due), func.count().filter(~late))
            .join(CaseFile, CaseFile.uid == Step.case_uid)
            .where(Step.state.in_(OPEN), Step.due < today + timedelta(days=8), of_cases([]))
            .group_by(whose)
        )
        with self.database.read() as session:
            kept = {worker: (many, int(silent)) for worker, many, silent in session.execute(cases)}
            due = {worker: tuple(found) for worker, *found in session.execute(steps)}
        rows = []
        for worker in {*kept, *due}:
            many, silent = kept.get(worker, (0, 0))
            overdue, oldest, week = due.get(worker, (0, None, 0))
            rows.append(WorkloadRow(worker, many, overdue, oldest if overdue else None, week, silent))
        return tuple(sorted(rows, key=lambda row: (row.oldest or date.max, row.worker)))

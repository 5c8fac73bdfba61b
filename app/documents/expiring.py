"""Papers in hand whose term runs out: an extract, a power of attorney, a certificate that must be renewed in time."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from app.access.access import Access
from app.clock import Clock
from app.domain.paper_state import AT_HAND
from db.models.case_file import CaseFile
from db.models.person import Person
from db.models.step import Document
from db.session import Database

BEHIND = 30
"""Days after which nobody is reminded of an expired paper any more; the case's own list shows it for ever."""
MOST = 200


@dataclass(frozen=True, slots=True)
class ExpiringRow:
    """A paper of a case that runs out, or ran out lately; `kind` is a code of documents.yaml or empty."""

    document: UUID
    case: UUID
    number: str
    name: str
    kind: str
    title: str
    until: date


@dataclass(frozen=True, slots=True)
class Expiring:
    """Every method is one unit of work by the user who asks."""

    database: Database
    clock: Clock
    access: Access

    def within(self, days: int, *, workers: Collection[str] = ()) -> tuple[ExpiringRow, ...]:
        """The papers in hand that run out within so many days, or ran out within the last 30, soonest first.

        In the cases of `workers` if any are named.
        """
        today = self.clock.today()
        asked = (
            select(Document, CaseFile, Person).join(CaseFile, CaseFile.uid == Document.case_uid)
            .join(Person, Person.uid == CaseFile.person_uid)
            .where(Document.valid_until >= today - timedelta(days=BEHIND))
            .where(Document.valid_until <= today + timedelta(days=days), Document.deleted_at.is_(None))
            .where(Document.state.in_(sorted(state.value for state in AT_HAND)))
            .where(CaseFile.deleted_at.is_(None), CaseFile.closed_on.is_(None), *self.access.cases())
            .order_by(Document.valid_until, Document.uid).limit(MOST)
        )  # fmt: skip
        if workers:
            asked = asked.where(CaseFile.worker.in_(sorted(workers)))
        with self.database.read() as session:
            return tuple(
                ExpiringRow(
                    paper.uid, case.uid, case.number,
                    " ".join(filter(None, (man.surname, man.given, man.patronymic))), paper.kind, paper.title,
                    paper.valid_until,
                )
                for paper, case, man in session.execute(asked) if paper.valid_until is not None
            )  # fmt: skip

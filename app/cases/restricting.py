"""Restrict a case: whoever reads it from then on is kept in the history."""

from dataclasses import dataclass
from uuid import UUID

from app.access.access import Access
from app.changes import Changes
from app.domain.role import Right
from db.models.case_file import CaseFile
from db.session import Database


@dataclass(frozen=True, slots=True)
class Restricting:
    """Every method is one unit of work by the user who asks."""

    database: Database
    access: Access

    def restrict(self, case: UUID, *, restricted: bool) -> Changes:
        """Keep every reading of the case from now on, or no more; raises `NotAllowed`: it takes who may approve."""
        self.access.require(Right.APPROVE)
        with self.database.write(self.access.user) as session:
            self.access.check(session, case)
            session.get_one(CaseFile, case).restricted = restricted
        return Changes.CASES

"""The record of a person, part by part: what is written down about him and his family, each kept by its own service."""

from dataclasses import dataclass
from typing import Self

from app.access.access import Access
from app.approvals.service import Approvals
from app.catalogue.definitions import Catalogue
from app.clock import Clock
from app.consents.service import Consents
from app.people import marks
from app.people.marks import MarkDraft
from app.records.keeping import Keeping
from db.models.description import Mark
from db.session import Database


@dataclass(frozen=True, slots=True)
class Desk:
    """What every part is built from: where it is kept, by whose clock and rights, in whose words."""

    database: Database
    catalogue: Catalogue
    clock: Clock
    access: Access
    approvals: Approvals


@dataclass(frozen=True, slots=True)
class Record:
    """The parts of the record."""

    marks: Keeping[Mark, MarkDraft]
    consents: Consents

    @classmethod
    def of(cls, desk: Desk) -> Self:
        """Build every part."""
        database, clock, access = desk.database, desk.clock, desk.access
        return cls(
            marks=Keeping(Mark, MarkDraft, database, clock, access, marks.judge),
            consents=Consents.of(database, clock, access),
        )

"""All cases of an office looked at together: what runs out."""

from dataclasses import dataclass
from typing import Self

from app.access.access import Access
from app.clock import Clock
from app.documents.expiring import Expiring
from db.session import Database


@dataclass(frozen=True, slots=True)
class Overview:
    """The parts of it."""

    expiring: Expiring

    @classmethod
    def of(cls, database: Database, clock: Clock, access: Access) -> Self:
        """Build every part."""
        return cls(expiring=Expiring(database, clock, access))

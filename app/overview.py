"""All cases of an office looked at together: the week, the numbers, the load, what runs out."""

from dataclasses import dataclass
from typing import Self

from app.access.access import Access
from app.appointments.service import Appointments
from app.catalogue.definitions import Catalogue
from app.clock import Clock
from app.consents.service import Consents
from app.digest.service import Digest
from app.documents.expiring import Expiring
from app.preferences.service import Preferences
from app.statistics.service import Statistics
from app.workload.service import Workload
from db.session import Database


@dataclass(frozen=True, slots=True)
class Overview:
    """The parts of it."""

    expiring: Expiring
    digest: Digest
    statistics: Statistics
    workload: Workload

    @classmethod
    def of(
        cls, database: Database, catalogue: Catalogue, clock: Clock, access: Access, appointments: Appointments,
        consents: Consents,
    ) -> Self:  # fmt: skip
        """Build every part."""
        expiring = Expiring(database, clock, access)
        preferences = Preferences(database, clock, access.user)
        return cls(
            expiring=expiring,
            digest=Digest(database, catalogue, clock, access, appointments, expiring, consents, preferences),
            statistics=Statistics(database, catalogue, clock, access),
            workload=Workload(database, clock, access),
        )

"""Everything the program can do with one open vault, built once."""

from dataclasses import dataclass
from typing import Self

from app.cases.service import Cases
from app.catalogue.definitions import Catalogue
from app.catalogue.load import ukraine
from app.clock import Clock, SystemClock
from app.contacts.service import Contacts
from app.disclosure.service import Disclosures
from app.documents.service import Documents
from app.exchange.service import Exchange
from app.fates.service import Fates
from app.imports.service import Imports
from app.office.service import Offices
from app.paper.service import Papers
from app.people.service import People
from app.plan.service import Plan
from app.vault.vault import OpenVault


@dataclass(frozen=True, slots=True)
class Services:
    """The services of one open vault and its one user."""

    vault: OpenVault
    catalogue: Catalogue
    clock: Clock
    cases: Cases
    people: People
    plan: Plan
    contacts: Contacts
    fates: Fates
    office: Offices
    imports: Imports
    papers: Papers
    exchange: Exchange
    disclosures: Disclosures
    documents: Documents

    @classmethod
    def of(cls, vault: OpenVault, clock: Clock | None = None, catalogue: Catalogue | None = None) -> Self:
        """Build every service for `vault`; the clock is the machine's unless given."""
        clock = clock or SystemClock()
        catalogue = catalogue or ukraine()
        database, user = vault.database, vault.user
        cases = Cases(database, catalogue, clock, user)
        return cls(
            vault=vault,
            catalogue=catalogue,
            clock=clock,
            cases=cases,
            people=People(database, clock, user),
            plan=Plan(database, catalogue, clock, user),
            contacts=Contacts(database, clock, user),
            fates=Fates(database, catalogue, clock, user),
            office=Offices(database, user),
            imports=Imports(database, catalogue, clock, user),
            papers=Papers(database, catalogue, clock, user),
            exchange=Exchange(database, catalogue, vault.vault_id, vault.keys.signing_key, clock, user),
            disclosures=Disclosures(database, clock, user),
            documents=Documents(database, vault.path / "documents", clock, user),
        )

    @property
    def training(self) -> bool:
        """Whether the vault holds synthetic cases only."""
        return self.office.read().training

"""Everything the program can do with one open vault, built once."""

from dataclasses import dataclass
from typing import Self

from sqlalchemy.orm import configure_mappers

from app.access.access import Access, access_of
from app.access.teams import Teams
from app.approvals.service import Approvals
from app.cases.restricting import Restricting
from app.cases.service import Cases
from app.catalogue.definitions import Catalogue
from app.catalogue.load import ukraine
from app.clock import Clock, SystemClock
from app.contacts.service import Contacts
from app.disclosure.service import Disclosures
from app.documents.service import Documents
from app.documents.tracking import Tracking
from app.drafts.service import Drafts
from app.exchange.service import Exchange
from app.fates.exchange_day import ExchangeDay
from app.fates.quality import Quality
from app.fates.service import Fates
from app.finding.service import Finding
from app.groups.service import Groups
from app.handover.service import HandingOver
from app.imports.service import Imports
from app.journal.service import Journal
from app.law.in_force import InForce, in_force
from app.law.own import OwnSteps
from app.law.service import Law
from app.many.adding import AddingSteps
from app.many.assigning import Assigning
from app.many.deferring import DeferringSteps
from app.many.papers import ManyPapers
from app.office.duty import Duties
from app.office.service import Offices
from app.overview import Overview
from app.paper.service import Papers
from app.people.family import Family
from app.people.service import People
from app.phone_calendar.service import CalendarFiles
from app.plan.service import Plan
from app.preferences.service import Preferences
from app.record import Desk, Record
from app.sharing.service import Sharing
from app.undo.service import Undo
from app.vault.backups import Backups
from app.vault.manifest import Reason
from app.vault.users import Users
from app.vault.vault import OpenVault
from app.wellbeing.care import Care
from app.wellbeing.service import Wellbeing


def prepare() -> None:
    """Read what every vault needs while none is open yet: nobody types a passphrase faster."""
    ukraine()
    configure_mappers()


@dataclass(frozen=True, slots=True)
class Services:
    """The services of one open vault and its one user."""

    vault: OpenVault
    catalogue: Catalogue
    clock: Clock
    access: Access
    teams: Teams
    cases: Cases
    restricting: Restricting
    assigning: Assigning
    handover: HandingOver
    people: People
    family: Family
    record: Record
    plan: Plan
    calendar_files: CalendarFiles
    adding: AddingSteps
    deferring: DeferringSteps
    contacts: Contacts
    fates: Fates
    quality: Quality
    exchange_day: ExchangeDay
    finding: Finding
    office: Offices
    imports: Imports
    papers: Papers
    many_papers: ManyPapers
    exchange: Exchange
    approvals: Approvals
    disclosures: Disclosures
    documents: Documents
    overview: Overview
    backups: Backups
    drafts: Drafts
    preferences: Preferences
    sharing: Sharing
    undo: Undo
    users: Users
    wellbeing: Wellbeing
    care: Care
    journal: Journal
    law: Law

    @classmethod
    def of(cls, vault: OpenVault, clock: Clock | None = None, catalogue: Catalogue | None = None) -> Self:
        """Build every service for `vault`; the clock is the machine's unless given.

        The catalogue is the one in force in that vault unless given: whoever changes it builds the services anew.
        """
        clock = clock or SystemClock()
        database = vault.database
        held = InForce(catalogue) if catalogue else in_force(database)
        catalogue = held.catalogue
        access = access_of(database, vault.user)
        cases = Cases(database, catalogue, clock, access)
        papers = Papers(database, catalogue, clock, access)
        backups = Backups(vault, clock, access)
        approvals = Approvals(database, clock, access)
        contacts = Contacts.of(database, clock, access)
        plan = Plan(database, catalogue, clock, access)
        disclosures = Disclosures(database, clock, access, approvals)
        wellbeing = Wellbeing(database, clock, access, vault.keys.clinical_key)
        tracking = Tracking(database, catalogue, clock, access)
        documents = Documents(database, vault.path / "documents", clock, access, tracking)
        assigning = Assigning(database, cases, clock, access)
        record = Record.of(Desk(database, catalogue, clock, access, approvals, documents))
        return cls(
            vault=vault, catalogue=catalogue, clock=clock, access=access,
            teams=Teams(database, access),
            cases=cases,
            restricting=Restricting(database, access),
            assigning=assigning,
            handover=HandingOver(database, catalogue, cases, assigning, clock, access),
            people=People(database, clock, access),
            family=Family(database, clock, access, approvals),
            record=record,
            plan=plan,
            calendar_files=CalendarFiles(plan, record.appointments, disclosures, clock),
            adding=AddingSteps(database, catalogue, cases, clock, access),
            deferring=DeferringSteps(database, catalogue, cases, clock, access),
            contacts=contacts,
            fates=Fates(database, catalogue, clock, access, approvals),
            quality=Quality(database, access),
            exchange_day=ExchangeDay(database, clock, access, contacts),
            finding=Finding(database, cases, access),
            office=Offices(database, access),
            imports=Imports(database, catalogue, clock, access, lambda: backups.before(Reason.IMPORT)),
            papers=papers,
            many_papers=ManyPapers(database, papers, cases, clock, access),
            exchange=Exchange(database, catalogue, vault.vault_id, vault.keys.signing_key, clock, access),
            approvals=approvals, disclosures=disclosures, documents=documents, backups=backups,
            overview=Overview.of(database, catalogue, clock, access, record.appointments, record.consents),
            drafts=Drafts(database, clock, vault.user),
            preferences=Preferences(database, clock, vault.user),
            sharing=Sharing(database, clock, access),
            undo=Undo(database, clock, access),
            users=Users(vault, clock, access),
            wellbeing=wellbeing,
            care=Care(wellbeing),
            journal=Journal(database, access),
            law=Law(database, catalogue, clock, access, OwnSteps(database, clock, access), held.broken),
        )  # fmt: skip

    @property
    def groups(self) -> Groups:
        """The support groups."""
        return Groups(self.wellbeing, self.catalogue)

    @property
    def duty(self) -> Duties:
        """Who of the office is called first."""
        return Duties(self.vault.database, self.clock, self.access)

    @property
    def training(self) -> bool:
        """Whether the vault holds synthetic cases only."""
        return self.office.read().training

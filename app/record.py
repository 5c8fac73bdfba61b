"""The record of a person, part by part: what is written down about him and his family, each kept by its own service."""

from dataclasses import dataclass
from typing import Self

from app.access.access import Access
from app.answers.held import Held
from app.appointments.service import Appointments
from app.approvals.service import Approvals
from app.catalogue.definitions import Catalogue
from app.clock import Clock
from app.closing.service import Closing
from app.consents.service import Consents
from app.documents.service import Documents
from app.fates.episodes import Episodes
from app.fates.standing import Standing
from app.information.service import Information
from app.journal.field_history import FieldHistory
from app.kin.service import Kin
from app.money.service import Money
from app.notes import note
from app.notes.note import NoteDraft
from app.people import looks, marks, naming, numbers, serving
from app.people.elsewhere import Elsewhere
from app.people.findable import reindex
from app.people.looks import Looks
from app.people.marks import MarkDraft
from app.people.naming import NameDraft, Naming
from app.people.numbers import NumberDraft, Numbers
from app.people.service import People
from app.people.serving import ServiceDraft, Serving
from app.plan.events import Events
from app.plan.schedule import Schedule
from app.plan.service import Plan
from app.plan.steps import Steps
from app.promises.service import Promises
from app.records.keeping import Keeping
from app.reintegration.service import Returning
from app.retention.service import Retentions
from app.rights.incidents import Incidents
from app.rights.papers import PaperDraft, papers
from app.rights.requests import Requests
from app.search.service import Search
from app.timeline.service import Timeline
from db.models.description import Description, Mark
from db.models.note import Note
from db.models.person import Identifier, PersonName, Service
from db.models.rights import HandedPaper
from db.session import Database


@dataclass(frozen=True, slots=True)
class Desk:
    """What every part is built from: where it is kept, by whose clock and rights, in whose words."""

    database: Database
    catalogue: Catalogue
    clock: Clock
    access: Access
    approvals: Approvals
    documents: Documents


@dataclass(frozen=True, slots=True)
class Record:
    """The parts of the record."""

    names: Naming
    numbers: Numbers
    service: Serving
    looks: Keeping[Description, Looks]
    elsewhere: Elsewhere
    marks: Keeping[Mark, MarkDraft]
    notes: Keeping[Note, NoteDraft]
    promises: Promises
    appointments: Appointments
    closing: Closing
    timeline: Timeline
    histories: FieldHistory
    standing: Standing
    episodes: Episodes
    consents: Consents
    requests: Requests
    handed: Keeping[HandedPaper, PaperDraft]
    incidents: Incidents
    held: Held
    retention: Retentions
    kin: Kin
    money: Money
    information: Information
    search: Search
    steps: Steps
    events: Events
    schedule: Schedule
    returning: Returning

    @classmethod
    def of(cls, desk: Desk) -> Self:
        """Build every part."""
        database, clock, access = desk.database, desk.clock, desk.access
        return cls(
            names=Naming(
                People(database, clock, access),
                Keeping(
                    PersonName, NameDraft, database, clock, access, naming.judging(clock), follow=reindex,
                ),
            ),
            numbers=Numbers(Keeping(Identifier, NumberDraft, database, clock, access, numbers.judging(clock))),
            service=Serving(
                Keeping(Service, ServiceDraft, database, clock, access, serving.judging(clock), follow=reindex)
            ),
            looks=Keeping(Description, Looks, database, clock, access, looks.judging(clock)),
            elsewhere=Elsewhere(database, access),
            marks=Keeping(Mark, MarkDraft, database, clock, access, marks.judge),
            notes=Keeping(Note, NoteDraft, database, clock, access, note.judging(clock), note.among_readers),
            closing=Closing.of(database, desk.catalogue, clock, access),
            histories=FieldHistory(database, access),
            timeline=Timeline(database, desk.catalogue, clock, access),
            appointments=Appointments.of(database, desk.catalogue, clock, access),
            promises=Promises(database, Plan(database, desk.catalogue, clock, access), clock, access),
            standing=Standing.of(database, desk.catalogue, clock, access),
            episodes=Episodes(database, desk.catalogue, clock, access),
            consents=Consents.of(database, clock, access),
            requests=Requests.of(database, clock, access),
            handed=papers(database, clock, access),
            incidents=Incidents(database, clock, access),
            held=Held(database, clock, access),
            retention=Retentions(database, desk.documents.folder, clock, access, desk.approvals),
            kin=Kin.of(database, desk.catalogue, clock, access),
            money=Money.of(database, desk.catalogue, clock, access),
            steps=Steps(database, desk.catalogue, clock, access),
            events=Events(database, desk.catalogue, clock, access),
            schedule=Schedule(database, desk.catalogue, clock, access),
            search=Search.of(database, desk.catalogue, clock, access),
            returning=Returning.of(database, desk.catalogue, clock, access),
            information=Information.of(database, desk.catalogue, clock, access, desk.documents),
        )

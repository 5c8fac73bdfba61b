"""Every kind of entry, in one table: what its history is about, and what pages a change of it concerns."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.changes import Changes
from app.subject import Subject
from db.models.appointment import Appointment
from db.models.base import Entry
from db.models.consent import Consent
from db.models.description import Description, Mark
from db.models.family import Contact
from db.models.information import Custody, InformationItem, InformationPass
from db.models.kin import FamilyRole, KinFact, PayDisposition
from db.models.money import MoneyClaim, MoneyDecision, MoneyOverpaid, MoneyPayment, MoneyStop
from db.models.note import Closing, Note
from db.models.person import Identifier, PersonName, Service
from db.models.returning import Deed, Goal, Review
from db.models.rights import HandedPaper, RightsRequest
from db.models.search import DnaDonor, HandlingFlag, PublicityAdvice, SearchRequest
from db.models.standing import CivilStatus, Confirmation, ServiceStatus
from db.models.step import DocumentMove
from db.models.support_group import GroupMember, GroupPresence


@dataclass(frozen=True, slots=True)
class KindDef:
    """`subject`: under which word the journal shows it; `touches`: what a write says to the window."""

    subject: Subject
    touches: Changes


KINDS: Mapping[type[Entry], KindDef] = MappingProxyType(
    {
        HandedPaper: KindDef(Subject.RIGHTS, Changes.RIGHTS),
        RightsRequest: KindDef(Subject.RIGHTS, Changes.RIGHTS),
        Consent: KindDef(Subject.RIGHTS, Changes.RIGHTS | Changes.PEOPLE),
        Closing: KindDef(Subject.CASE, Changes.STEPS),
        Contact: KindDef(Subject.CONTACTS, Changes.CONTACTS | Changes.STEPS),
        InformationItem: KindDef(Subject.INFORMATION, Changes.INFORMATION),
        InformationPass: KindDef(Subject.INFORMATION, Changes.INFORMATION),
        Custody: KindDef(Subject.INFORMATION, Changes.INFORMATION),
        Appointment: KindDef(Subject.CONTACTS, Changes.APPOINTMENTS),
        Note: KindDef(Subject.NOTES, Changes.NOTES),
        PersonName: KindDef(Subject.PEOPLE, Changes.PEOPLE),
        Identifier: KindDef(Subject.PEOPLE, Changes.PEOPLE),
        Service: KindDef(Subject.PEOPLE, Changes.PEOPLE),
        Description: KindDef(Subject.PEOPLE, Changes.PEOPLE),
        Mark: KindDef(Subject.PEOPLE, Changes.PEOPLE),
        DocumentMove: KindDef(Subject.DOCUMENTS, Changes.DOCUMENTS),
        DnaDonor: KindDef(Subject.SEARCHES, Changes.SEARCHES),
        SearchRequest: KindDef(Subject.SEARCHES, Changes.SEARCHES | Changes.STEPS),
        HandlingFlag: KindDef(Subject.SEARCHES, Changes.SEARCHES),
        PublicityAdvice: KindDef(Subject.SEARCHES, Changes.SEARCHES),
        Confirmation: KindDef(Subject.CASE, Changes.FATES),
        CivilStatus: KindDef(Subject.CASE, Changes.FATES),
        ServiceStatus: KindDef(Subject.CASE, Changes.FATES),
        FamilyRole: KindDef(Subject.PEOPLE, Changes.PEOPLE),
        KinFact: KindDef(Subject.PEOPLE, Changes.PEOPLE),
        PayDisposition: KindDef(Subject.PEOPLE, Changes.PEOPLE),
        MoneyClaim: KindDef(Subject.MONEY, Changes.MONEY),
        MoneyDecision: KindDef(Subject.MONEY, Changes.MONEY),
        MoneyPayment: KindDef(Subject.MONEY, Changes.MONEY),
        MoneyStop: KindDef(Subject.MONEY, Changes.MONEY),
        MoneyOverpaid: KindDef(Subject.MONEY, Changes.MONEY),
        Goal: KindDef(Subject.RETURN, Changes.RETURN),
        Deed: KindDef(Subject.RETURN, Changes.RETURN),
        Review: KindDef(Subject.RETURN, Changes.RETURN),
        GroupMember: KindDef(Subject.CLINICAL, Changes.NOTES | Changes.STEPS),
        GroupPresence: KindDef(Subject.CLINICAL, Changes.NOTES),
    }
)
"""A new table of entries gets its line here: journal, undo and refreshing follow."""


def touched_by(model: type[Entry]) -> Changes:
    """What a write to this table touches, the line of its case in the lists too."""
    return KINDS[model].touches | Changes.CASES

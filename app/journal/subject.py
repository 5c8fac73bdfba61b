"""What an entry of the history is about, in the words of the trade rather than of tables."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Subject(StrEnum):
    """A kind of thing that changes."""

    CASE = "case"
    PEOPLE = "people"
    STEPS = "steps"
    CONTACTS = "contacts"
    DOCUMENTS = "documents"
    MONEY = "money"
    CLINICAL = "clinical"
    LEFT = "left"
    IMPORTS = "imports"
    USERS = "users"
    OFFICE = "office"
    VAULT = "vault"


class Act(StrEnum):
    """What was done with it; an event of its own carries its name instead."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    EVENT = "event"


TABLES: Mapping[str, Subject] = MappingProxyType(
    {
        "case_file": Subject.CASE, "episode": Subject.CASE, "fate_event": Subject.CASE, "case_event": Subject.CASE,
        "case_reference": Subject.CASE, "told": Subject.CASE,
        "person": Subject.PEOPLE, "person_name": Subject.PEOPLE, "identifier": Subject.PEOPLE, "phone": Subject.PEOPLE,
        "service": Subject.PEOPLE, "relative": Subject.PEOPLE,
        "step": Subject.STEPS, "contact": Subject.CONTACTS, "document": Subject.DOCUMENTS,
        "document_file": Subject.DOCUMENTS, "money_claim": Subject.MONEY, "clinical_note": Subject.CLINICAL,
        "disclosure": Subject.LEFT, "sent_package": Subject.LEFT,
        "import_batch": Subject.IMPORTS, "import_row": Subject.IMPORTS, "heading_map": Subject.IMPORTS,
        "account": Subject.USERS, "case_share": Subject.USERS, "approval": Subject.USERS,
        "office": Subject.OFFICE, "recovery_office": Subject.VAULT, "vault": Subject.VAULT,
    }
)  # fmt: skip
"""The tables of the journal; one that is not named here is the vault's own affair."""


def subject_of(table: str) -> Subject:
    """What the rows of a table are about."""
    return TABLES.get(table, Subject.VAULT)


def tables_of(subject: Subject) -> tuple[str, ...]:
    """The tables about one subject."""
    return tuple(table for table, about in TABLES.items() if about is subject)

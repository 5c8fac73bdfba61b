"""Which table is about what; one that is not named here is the vault's own affair."""

from collections.abc import Mapping
from types import MappingProxyType

from app.records.kinds import KINDS
from app.subject import Subject

TABLES: Mapping[str, Subject] = MappingProxyType(
    {
        "case_file": Subject.CASE, "episode": Subject.CASE, "fate_event": Subject.CASE, "case_event": Subject.CASE,
        "case_reference": Subject.CASE, "told": Subject.CASE,
        "person": Subject.PEOPLE, "phone": Subject.PEOPLE, "relative": Subject.PEOPLE,
        "step": Subject.STEPS, "document": Subject.DOCUMENTS,
        "document_file": Subject.DOCUMENTS, "clinical_note": Subject.CLINICAL,
        "support_group": Subject.CLINICAL, "group_meeting": Subject.CLINICAL, "duty": Subject.OFFICE,
        "disclosure": Subject.LEFT, "sent_package": Subject.LEFT,
        "import_batch": Subject.IMPORTS, "import_row": Subject.IMPORTS, "heading_map": Subject.IMPORTS,
        "account": Subject.USERS, "case_share": Subject.USERS, "approval": Subject.USERS,
        "incident": Subject.RIGHTS, "retention": Subject.RIGHTS, "erasure": Subject.RIGHTS,
        "office": Subject.OFFICE, "own_step": Subject.OFFICE, "law_pack": Subject.OFFICE,
        "law_signer": Subject.OFFICE, "recovery_office": Subject.VAULT, "vault": Subject.VAULT,
        **{model.__tablename__: kind.subject for model, kind in KINDS.items()},
    }
)  # fmt: skip


def subject_of(table: str) -> Subject:
    """What the rows of a table are about."""
    return TABLES.get(table, Subject.VAULT)


def tables_of(subject: Subject) -> tuple[str, ...]:
    """The tables about one subject."""
    return tuple(table for table, about in TABLES.items() if about is subject)

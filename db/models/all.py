"""Every table, so that whoever needs the whole schema imports one name."""

from db.models import (
    account,
    case_file,
    change,
    clinical,
    consent,
    description,
    document_file,
    draft,
    family,
    information,
    kin,
    note,
    office,
    person,
    preference,
    recovery,
    rights,
    search,
    standing,
    step,
)
from db.models.base import Base

TABLES = (
    account, case_file, change, clinical, consent, description, document_file, draft, family, information,
    kin, note, office, person, preference, recovery, rights, search, standing, step,
)  # fmt: skip
metadata = Base.metadata

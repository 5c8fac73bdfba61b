"""Every table, so that whoever needs the whole schema imports one name."""

from db.models import (
    account,
    case_file,
    change,
    clinical,
    description,
    document_file,
    draft,
    family,
    office,
    person,
    preference,
    recovery,
    step,
)
from db.models.base import Base

TABLES = (
    account, case_file, change, clinical, description, document_file, draft, family, office, person, preference,
    recovery, step,
)  # fmt: skip
metadata = Base.metadata

"""Every table, so that whoever needs the whole schema imports one name."""

from db.models import (
    account,
    appointment,
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
    law,
    money,
    note,
    office,
    person,
    preference,
    recovery,
    returning,
    rights,
    search,
    standing,
    step,
    support_group,
)
from db.models.base import Base

TABLES = (
    account, appointment, case_file, change, clinical, consent, description, document_file, draft, family, information,
    kin, law, money, note, office, person, preference, recovery, returning, rights, search, standing, step,
    support_group,
)  # fmt: skip
metadata = Base.metadata

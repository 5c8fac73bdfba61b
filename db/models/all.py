"""Every table, so that whoever needs the whole schema imports one name."""

from db.models import account, case_file, change, document_file, family, office, person, step
from db.models.base import Base

TABLES = (account, case_file, change, document_file, family, office, person, step)
metadata = Base.metadata

"""Which rows of all tables belong to one case: its own, and those of its man and his family."""

from functools import lru_cache
from uuid import UUID

from sqlalchemy import CompoundSelect, bindparam, or_, select, union_all

from app.undo.kinds import MODELS
from db.models.base import Uid
from db.models.case_file import CaseFile
from db.models.family import Relative
from db.models.person import Person

CASE = "of_case"
"""The name under which the case is bound."""


@lru_cache(maxsize=1)
def rows_of_case() -> CompoundSelect[UUID]:
    """The uids of every row of the case bound as `CASE`; what was taken out is among them."""
    case = bindparam(CASE, type_=Uid())
    his = select(CaseFile.person_uid).where(CaseFile.uid == case)
    theirs = select(Relative.person_uid).where(Relative.case_uid == case)
    parts = [select(CaseFile.uid).where(CaseFile.uid == case)]
    for model in MODELS.values():
        columns = model.__table__.c
        if model is Person:
            parts.append(select(columns.uid).where(or_(columns.uid.in_(his), columns.uid.in_(theirs))))
        elif "case_uid" in columns:
            parts.append(select(columns.uid).where(columns.case_uid == case))
        elif "person_uid" in columns:
            parts.append(select(columns.uid).where(or_(columns.person_uid.in_(his), columns.person_uid.in_(theirs))))
    return union_all(*parts)

"""Who belongs to which case: the relative named beside one, and the cases in which a person stands."""

from uuid import UUID

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from app.domain.errors import N_, UserError
from db.models.base import Uid
from db.models.case_file import CaseFile
from db.models.family import Relative


class OfAnotherCase(UserError):
    what = N_("This relative belongs to another case.")
    todo = N_("Choose somebody of the family of this case.")


def check_belongs(session: Session, case: UUID, relative: UUID | None) -> None:
    """Raise `OfAnotherCase` unless the relative, if one is named, stands in the case."""
    if relative is None:
        return
    found = session.get(Relative, relative)
    if found is None or found.case_uid != case:
        raise OfAnotherCase


def cases_of(session: Session, uid: UUID) -> list[CaseFile]:
    """The cases in which a person stands, as the man or as a relative."""
    return list(session.scalars(_CASES_OF, {"person": uid}))


_PERSON = bindparam("person", type_=Uid())
_CASES_OF = select(CaseFile).where(
    or_(
        CaseFile.person_uid == _PERSON,
        CaseFile.uid.in_(select(Relative.case_uid).where(Relative.person_uid == _PERSON)),
    )
)

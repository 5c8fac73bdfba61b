"""Who belongs to which case: the relative named beside one, and the cases in which a person stands."""

from uuid import UUID

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from app.access.access import Access, NotYourCase
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


def check_person(session: Session, access: Access, person: UUID) -> None:
    """Raise `NotYourCase` unless the user may see what is kept about a person.

    A man's own record is open to who sees his case; a relative's, to who sees any case in which he stands now.
    """
    own = select(CaseFile.uid).where(CaseFile.person_uid == person)
    standing = select(Relative.case_uid).where(Relative.person_uid == person)
    for cases in (own, standing.where(Relative.deleted_at.is_(None)), standing):
        if uids := session.scalars(cases).all():
            seen = select(CaseFile.uid).where(CaseFile.uid.in_(uids), *access.cases()).limit(1)
            if session.scalar(seen) is None:
                raise NotYourCase
            return
    raise NotYourCase


_PERSON = bindparam("person", type_=Uid())
_CASES_OF = select(CaseFile).where(
    or_(
        CaseFile.person_uid == _PERSON,
        CaseFile.uid.in_(select(Relative.case_uid).where(Relative.person_uid == _PERSON)),
    )
)

"""Whoever is named beside a case must be of its family."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.domain.errors import N_, UserError
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

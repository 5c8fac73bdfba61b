"""The marks of a body by which somebody can be known: written down by the family's words."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Session

from app.domain.errors import N_, UserError


class MarkKind(StrEnum):
    """What kind of mark it is."""

    TATTOO = "tattoo"
    SCAR = "scar"
    BIRTHMARK = "birthmark"
    TEETH = "teeth"
    INJURY = "injury"
    PROSTHESIS = "prosthesis"
    OTHER = "other"


class NothingDescribed(UserError):
    what = N_("The mark is not described.")
    todo = N_("Write what can be seen, in the family’s own words.")


@dataclass(frozen=True, slots=True)
class MarkDraft:
    """One mark: its kind, where on the body, and what can be seen."""

    kind: MarkKind
    place: str
    text: str


def judge(_session: Session, _person: UUID, draft: MarkDraft) -> None:
    """Raise `NothingDescribed` unless the mark says what can be seen."""
    if not draft.text.strip():
        raise NothingDescribed

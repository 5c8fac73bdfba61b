"""What may be taken back: the tables of a case's record, and what each of them is to the window."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.changes import Changes
from app.records.kinds import KINDS, touched_by
from db.models.base import PersonEntry, Row
from db.models.case_file import CaseEvent, CaseFile, CaseReference, Episode, FateEvent
from db.models.family import Relative, Told
from db.models.person import Person, Phone
from db.models.step import Document, Step

PERSONAL: frozenset[type[Row]] = frozenset(
    {Person, Phone, *(kind for kind in KINDS if issubclass(kind, PersonEntry))}
)
"""The rows that make up a person: they go with the case or the relative that brought him."""

TOUCHES: Mapping[str, Changes] = MappingProxyType(
    {
        **{model.__tablename__: Changes.PEOPLE | Changes.CASES for model in PERSONAL},
        CaseFile.__tablename__: Changes.CASES | Changes.PEOPLE | Changes.STEPS | Changes.FATES | Changes.CONTACTS,
        Relative.__tablename__: Changes.PEOPLE | Changes.CASES,
        Episode.__tablename__: Changes.CASES,
        CaseEvent.__tablename__: Changes.CASES | Changes.STEPS,
        CaseReference.__tablename__: Changes.CASES,
        FateEvent.__tablename__: Changes.FATES | Changes.CASES,
        Told.__tablename__: Changes.FATES,
        Step.__tablename__: Changes.STEPS | Changes.CASES,
        Document.__tablename__: Changes.DOCUMENTS,
        **{model.__tablename__: touched_by(model) for model in KINDS},
    }
)
"""Every table whose rows may be taken back. Accounts, keys, what left the vault and what was approved may not."""

_ALL: tuple[type[Row], ...] = (
    Person, Phone, CaseFile, Relative, Episode, CaseEvent, CaseReference,
    FateEvent, Told, Step, Document, *KINDS,
)  # fmt: skip
MODELS: Mapping[str, type[Row]] = MappingProxyType({model.__tablename__: model for model in _ALL})


def cases_of(session: Session, row: Row) -> Iterator[UUID]:
    """The cases that a row belongs to."""
    if isinstance(row, CaseFile):
        yield row.uid
    elif isinstance(row, Person):
        yield from _of_person(session, row.uid)
    elif type(row) in PERSONAL or isinstance(row, PersonEntry):
        yield from _of_person(session, getattr(row, "person_uid"))  # noqa: B009 - every one of them has it
    else:
        yield getattr(row, "case_uid")  # noqa: B009 - as above


def _of_person(session: Session, person: UUID) -> Iterator[UUID]:
    yield from session.scalars(select(CaseFile.uid).where(CaseFile.person_uid == person))
    yield from session.scalars(select(Relative.case_uid).where(Relative.person_uid == person))

"""Everything that hangs on a case: its rows in every table, and the people who stand in no other case."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from db.models.all import metadata
from db.models.base import Base, Row
from db.models.case_file import CaseFile
from db.models.family import Relative
from db.models.person import Person

Reach = Mapping[str, frozenset[UUID]]
"""Uids by the name of their table."""

_AT_ONCE = 400


def models() -> dict[str, type[Row]]:
    """Every journaled table by its name."""
    found = (mapper.class_ for mapper in Base.registry.mappers)
    return {model.__tablename__: model for model in found if issubclass(model, Row)}


def of_case(session: Session, case: UUID) -> Reach:
    """The case, its own people, and every row that belongs to either, whatever table it stands in."""
    return hanging_on(session, {CaseFile.__tablename__: {case}, Person.__tablename__: _own_people(session, case)})


def hanging_on(session: Session, seeds: Mapping[str, Collection[UUID]]) -> Reach:
    """`seeds` and all rows that refer to them, and to those, and so on."""
    found: dict[str, set[UUID]] = defaultdict(set, {name: set(uids) for name, uids in seeds.items()})
    journaled = models()
    for table in metadata.sorted_tables:
        if table.name in journaled and table.name not in (CaseFile.__tablename__, Person.__tablename__):
            found[table.name] |= _referring(session, table, found)
    return {name: frozenset(uids) for name, uids in found.items() if uids}


def parts(uids: Iterable[UUID]) -> Iterable[list[UUID]]:
    """As many at once as SQLite takes."""
    listed = sorted(uids)
    return (listed[start : start + _AT_ONCE] for start in range(0, len(listed), _AT_ONCE))


def _referring(session: Session, table: Table, found: Mapping[str, Collection[UUID]]) -> set[UUID]:
    referring: set[UUID] = set()
    for key in table.foreign_keys:
        for some in parts(found.get(key.column.table.name, ())):
            referring |= set(session.scalars(select(table.c.uid).where(key.parent.in_(some))))
    return referring


def _own_people(session: Session, case: UUID) -> set[UUID]:
    here = set(session.scalars(select(Relative.person_uid).where(Relative.case_uid == case)))
    here.add(session.get_one(CaseFile, case).person_uid)
    shared: set[UUID] = set()
    for some in parts(here):
        men = select(CaseFile.person_uid).where(CaseFile.person_uid.in_(some), CaseFile.uid != case)
        relatives = select(Relative.person_uid).where(Relative.person_uid.in_(some), Relative.case_uid != case)
        shared |= set(session.scalars(men)) | set(session.scalars(relatives))
    return here - shared

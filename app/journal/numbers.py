"""To which case the rows of the history belong: its number, never a name."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.base import Base, Row
from db.models.case_file import CaseFile
from db.models.document_file import DocumentFile
from db.models.family import Relative
from db.models.person import Person
from db.models.step import Document


def case_numbers(session: Session, rows: Iterable[tuple[str, UUID]]) -> dict[UUID, str]:
    """The case's number for each (table, row) that belongs to one; rows that are gone and the vault's own do not."""
    wanted: dict[str, set[UUID]] = defaultdict(set)
    for table, uid in rows:
        wanted[table].add(uid)
    found: dict[UUID, str] = {}
    for table, uids in wanted.items():
        found |= _numbers(session, table, uids)
    return found


def _numbers(session: Session, table: str, uids: Collection[UUID]) -> dict[UUID, str]:
    model = _models().get(table)
    if model is None:
        return {}
    if model is CaseFile:
        asked = select(CaseFile.uid, CaseFile.number).where(CaseFile.uid.in_(uids))
    elif hasattr(model, "case_uid"):
        asked = select(model.uid, CaseFile.number).join(CaseFile, CaseFile.uid == model.case_uid)
        asked = asked.where(model.uid.in_(uids))
    elif model is DocumentFile:
        asked = select(DocumentFile.uid, CaseFile.number).join(Document, Document.uid == DocumentFile.document_uid)
        asked = asked.join(CaseFile, CaseFile.uid == Document.case_uid).where(DocumentFile.uid.in_(uids))
    elif model is Person:
        return _of_people(session, {uid: uid for uid in uids})
    elif hasattr(model, "person_uid"):
        owned = session.execute(select(model.uid, model.person_uid).where(model.uid.in_(uids)))
        return _of_people(session, {uid: person for uid, person in owned if person is not None})
    else:
        return {}
    return dict(session.execute(asked).all())


def _of_people(session: Session, people: Mapping[UUID, UUID]) -> dict[UUID, str]:
    """A man's own case, or the case in which a relative stands."""
    wanted = set(people.values())
    stands = select(Relative.person_uid, CaseFile.number).join(CaseFile, CaseFile.uid == Relative.case_uid)
    known = dict(session.execute(stands.where(Relative.person_uid.in_(wanted))).all())
    own = select(CaseFile.person_uid, CaseFile.number).where(CaseFile.person_uid.in_(wanted))
    known |= dict(session.execute(own).all())
    return {uid: known[person] for uid, person in people.items() if person in known}


def _models() -> dict[str, type[Row]]:
    found = (mapper.class_ for mapper in Base.registry.mappers)
    return {model.__tablename__: model for model in found if issubclass(model, Row)}

"""Rows go and values are emptied without the history learning what they were."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import String, delete, inspect, select, text, update

from app.retention.groups import GROUPS, Group
from app.retention.reach import Reach, hanging_on, models, of_case, parts
from db import search
from db.chain import ERASED
from db.erasing import erase_told, told_rows, vouch
from db.journal import DELETED, JournaledSession
from db.models.account import Approval
from db.models.all import metadata
from db.models.base import Row
from db.models.case_file import CaseFile
from db.models.document_file import DocumentFile
from db.models.draft import Draft
from db.models.rights import Erasure
from db.stored import as_text, columns

_STAYS: Mapping[str, Mapping[str, Any]] = {
    "disclosure": {"case_uid": None, "relative_uid": None, "reason": ""},
    "incident": {"case_uid": None, "whose": ""},
}
"""Registers of the office: their rows stay, and name no case any more."""


@dataclass(slots=True)
class Taken:
    """What was taken out so far. `files`: sealed files to destroy once the work is committed."""

    rows: dict[str, int] = field(default_factory=dict)
    values: int = 0
    entries: set[int] = field(default_factory=set)
    files: list[str] = field(default_factory=list)


def take_case(session: JournaledSession, case: UUID) -> Taken:
    """Take a whole case out: rows, files, search words, drafts, and what the history told of them."""
    taken, reach = Taken(), of_case(session, case)
    entry = session.get_one(CaseFile, case).entry
    for name, values in _STAYS.items():
        _empty(session, models()[name], reach.get(name, frozenset()), values, taken)
    gone = {name: uids for name, uids in reach.items() if name not in _STAYS}
    everything = frozenset().union(*gone.values())
    asked = _requests(session, everything)
    _empty(session, Approval, asked, {"reason": "", "content": ""}, taken)
    _remove(session, gone, taken)
    told = everything | told_rows(session, everything)
    taken.entries |= erase_told(session, told)
    _drop_drafts(session, told)
    search.drop(session, entry)
    search.optimize(session)
    return taken


def take_groups(session: JournaledSession, case: UUID, groups: Sequence[Group]) -> Taken:
    """Take groups out of a case that stays."""
    taken, reach = Taken(), of_case(session, case)
    defs = [GROUPS[group] for group in groups]
    wanted = {name for one in defs for name in one.rows}
    gone = hanging_on(session, {name: reach[name] for name in wanted if name in reach})
    for one in defs:
        for name, keys in one.emptied.items():
            _empty(session, models()[name], reach.get(name, frozenset()), _blanks(name, keys), taken)
        for name, uids in reach.items():
            keys = _of_fields(name, one.fields)
            _empty(session, models()[name], uids - gone.get(name, frozenset()), _blanks(name, keys), taken)
    _remove(session, gone, taken)
    everything = frozenset().union(*gone.values()) if gone else frozenset()
    lost = {uid for uid in told_rows(session, frozenset().union(*reach.values())) if uid not in everything}
    taken.entries |= erase_told(session, everything | lost)
    _drop_drafts(session, frozenset().union(*reach.values()))
    return taken


def vouch_for(session: JournaledSession, erasure: Erasure, taken: Taken) -> None:
    """End the unit of work: the chain speaks for what was erased of it."""
    session.flush()
    vouch(session, Erasure, erasure.uid, taken.entries)


def _requests(session: JournaledSession, subjects: frozenset[UUID]) -> frozenset[UUID]:
    asked: set[UUID] = set()
    for some in parts(subjects):
        asked |= set(session.scalars(select(Approval.uid).where(Approval.subject.in_(some))))
    return frozenset(asked)


def _remove(session: JournaledSession, gone: Reach, taken: Taken) -> None:
    """Take rows out of their tables, those first that others do not refer to."""
    session.flush()
    for some in parts(gone.get(DocumentFile.__tablename__, ())):
        taken.files += session.scalars(select(DocumentFile.file_id).where(DocumentFile.uid.in_(some)))
    session.execute(text("PRAGMA defer_foreign_keys = ON"))
    for table in reversed(metadata.sorted_tables):
        uids = gone.get(table.name)
        if not uids:
            continue
        model = models()[table.name]
        for some in parts(uids):
            session.execute(delete(table).where(table.c.uid.in_(some)))
        session.journal([(model, uid, None, DELETED, None) for uid in sorted(uids)])
        taken.rows[table.name] = taken.rows.get(table.name, 0) + len(uids)
    session.expire_all()


def _empty(
    session: JournaledSession, model: type[Row], rows: frozenset[UUID], blanks: Mapping[str, Any], taken: Taken
) -> None:
    """Set columns to nothing; the history learns that they are empty, and never what they held."""
    session.flush()
    known = {one.key: one for one in columns(model, session.connection().dialect)}
    table = metadata.tables[model.__tablename__]
    for key, blank in blanks.items():
        if key not in known:
            continue
        column, name = inspect(model).columns[key], known[key].name
        for some in parts(rows):
            full = select(table.c.uid).where(table.c.uid.in_(some), column.is_distinct_from(blank))
            filled = list(session.scalars(full))
            bump = {"version": table.c.version + 1} if "version" in table.c else {}
            session.execute(update(table).where(table.c.uid.in_(filled)).values({name: blank, **bump}))
            taken.entries |= erase_told(session, filled, [name])
            if known[key].journaled:
                session.journal([(model, uid, name, ERASED, as_text(known[key].stored(blank))) for uid in filled])
            taken.values += len(filled)
        taken.entries |= erase_told(session, rows, [name])
    session.expire_all()


def _blanks(table: str, keys: Sequence[str]) -> Mapping[str, Any]:
    known = inspect(models()[table]).columns
    return {key: None if known[key].nullable else "" for key in keys if key in known}


def _of_fields(table: str, fields: frozenset[str]) -> tuple[str, ...]:
    """The text columns of a table that are named so in redaction.yaml."""
    mapped = inspect(models()[table]).column_attrs
    return tuple(
        one.key
        for one in mapped
        if one.columns[0].info.get("field") in fields and isinstance(one.columns[0].type, String)
    )


def _drop_drafts(session: JournaledSession, subjects: frozenset[UUID] | set[UUID]) -> None:
    for some in parts(subjects):
        session.execute(delete(Draft).where(Draft.subject.in_(some)))

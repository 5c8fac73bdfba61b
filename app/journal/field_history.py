"""What a field said before: who changed it when, from what to what; of one row, or of everything in a case."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Select, inspect, or_, select
from sqlalchemy.orm import Session

from app.access.access import Access, NotYourCase
from app.access.reading import read_by
from app.domain.hlc import milliseconds
from app.domain.readers import Readers, may_read
from app.journal.of_case import CASE, rows_of_case
from app.undo.kinds import MODELS, cases_of
from db.chain import ERASED
from db.journal import DELETED
from db.models.base import Row, Uid
from db.models.change import Change
from db.session import Database
from db.stored import parsed

AUDIENCE = "audience"
_READERS = frozenset(one.value for one in Readers)
_UNNAMED = frozenset({"source_identity"})
"""Who said something is shown by no history: a source that must not be named stays unnamed there too."""
_TECHNICAL = frozenset({"uid", "version", "written_at", "digest", "end_digest"})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field changed, or, without a `column`, its row written down. Values are as the record holds them.

    `hidden`: that it was changed may be known, what it said not.
    """

    table: str
    row: UUID
    column: str
    at: datetime
    by: str
    old: object = None
    new: object = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class FieldHistory:
    """Reads only, for whoever sees the case and is among the readers of an entry."""

    database: Database
    access: Access

    def of_row(self, uid: UUID) -> tuple[FieldChange, ...]:
        """What became of one row, the newest first; empty for a row that nobody may see so. Raises `NotYourCase`."""
        with self.database.read() as session:
            entries = session.scalars(_changes().where(Change.row == uid)).all()
            row = _row(session, entries)
            if row is None:
                return ()
            cases = tuple(cases_of(session, row))
            if not any(self._sees(session, case) for case in cases):
                raise NotYourCase
            return tuple(self._told(session, entries))

    def of_case(self, case: UUID) -> tuple[FieldChange, ...]:
        """What became of everything in a case, the newest first. Raises `NotYourCase`."""
        read_by(self.database, self.access, case)
        with self.database.read() as session:
            entries = session.scalars(_changes().where(Change.row.in_(rows_of_case())), {CASE: case}).all()
            return tuple(self._told(session, entries))

    def _sees(self, session: Session, case: UUID) -> bool:
        try:
            self.access.check(session, case)
        except NotYourCase:
            return False
        return True

    def _told(self, session: Session, entries: Sequence[Change]) -> Iterator[FieldChange]:
        closed = self._closed(session, entries)
        for entry in entries:
            if entry.row not in closed and (change := _change(session, entry)) is not None:
                yield change

    def _closed(self, session: Session, entries: Sequence[Change]) -> Collection[UUID]:
        """The rows that are, or ever were, written for readers among whom whoever asks is not."""
        ever: Mapping[UUID, set[str]] = defaultdict(set)
        for entry in entries:
            if entry.column == AUDIENCE:
                ever[entry.row] |= {str(_value(session, entry, told)) for told in (entry.old, entry.new)}
        for table in {entry.table for entry in entries}:
            audience = MODELS[table].__table__.c.get(AUDIENCE)
            if audience is not None:
                rows = {entry.row for entry in entries if entry.table == table}
                uid = MODELS[table].__table__.c.uid
                for row, now in session.execute(select(uid, audience).where(_among(uid, rows))):
                    ever[row].add(now)
        return {
            row for row, readers in ever.items()
            if not all(may_read(Readers(one), self.access.rights) for one in readers if one in _READERS)
        }


def _changes() -> Select[Change]:
    written = or_(Change.column.is_(None), ~Change.column.startswith("@"))
    return select(Change).where(Change.table.in_(sorted(MODELS)), written).order_by(Change.n.desc())


def _among(uid: ColumnElement[UUID], rows: Collection[UUID]) -> ColumnElement[bool]:
    return uid.in_(sorted(rows))


def _row(session: Session, entries: Sequence[Change]) -> Row | None:
    return session.get(MODELS[entries[0].table], entries[0].row) if entries else None


def _change(session: Session, entry: Change) -> FieldChange | None:
    """An entry of the journal as a change of a field; None where it is the program's own affair."""
    at = datetime.fromtimestamp(milliseconds(entry.time) / 1000, UTC)
    if entry.column is None:
        return None if entry.old == DELETED else FieldChange(entry.table, entry.row, "", at, entry.actor)
    column = MODELS[entry.table].__table__.c.get(entry.column)
    if column is None or entry.column in _TECHNICAL:
        return None
    erased = ERASED in (entry.old, entry.new)
    hidden = erased or column.info["field"] in _UNNAMED or isinstance(column.type, Uid)
    old, new = (None, None) if hidden else (_value(session, entry, entry.old), _value(session, entry, entry.new))
    return FieldChange(entry.table, entry.row, entry.column, at, entry.actor, old, new, hidden)


def _value(session: Session, entry: Change, told: str | None) -> object:
    model = MODELS[entry.table]
    key = next((one.key for one in inspect(model).column_attrs if one.columns[0].name == entry.column), None)
    return None if key is None else parsed(model, key, told, session.connection().dialect)

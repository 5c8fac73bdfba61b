"""Take one unit of work back by the journal: old values return, new rows go, and the history keeps both."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import func, inspect, or_, select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.changes import Changes
from app.clock import Clock
from app.domain.errors import N_, UserError
from app.many.outcome import in_parts
from app.people.findable import reindex
from app.plan.service import refresh_case
from app.progress import Progress
from app.undo.kinds import MODELS, PERSONAL, TOUCHES, cases_of
from app.vault import lines
from db import chain, search
from db.journal import DELETED, JournaledSession
from db.models.base import Base, Row
from db.models.case_file import CaseFile
from db.models.change import Change
from db.models.family import Relative
from db.session import Database
from db.stored import as_text, columns, parsed

_AT_ONCE = 400
TOMBSTONE = "deleted_at"
_WRITTEN = or_(Change.column.is_(None), ~Change.column.startswith("@"))
"""Entries that changed something: that a case was read takes nothing away."""


class ChangedSince(UserError):
    what = N_("Somebody went on from here, so it cannot be taken back. Nothing was changed.")
    todo = N_("Put the record right by hand; the history shows every earlier value.")


class NotTakenBack(UserError):
    what = N_("This cannot be taken back.")
    todo = N_("Put the record right by hand; the history shows every earlier value.")


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of work: its first and its last entry in the journal."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Undone:
    """What was touched, and the unit that did it: taking that back does the work again."""

    touched: Changes
    unit: Unit


@dataclass(frozen=True, slots=True)
class Undo:
    """Every method is one unit of work by the user who asks, who takes back his own work only."""

    database: Database
    clock: Clock
    access: Access

    def mark(self) -> int:
        """Where the journal ends now."""
        with self.database.read() as session:
            return chain.head(session).n

    def since(self, mark: int) -> Unit | None:
        """What was written after `mark`; None if nothing, or anything that may not be taken back."""
        with self.database.read() as session:
            last = chain.head(session).n
            if last == mark:
                return None
            wanted = select(Change.table).where(Change.n > mark, Change.n <= last, _WRITTEN).distinct()
            tables = session.scalars(wanted).all()
        return Unit(mark + 1, last) if tables and all(table in TOUCHES for table in tables) else None

    def undo(self, unit: Unit, progress: Progress | None = None) -> Undone:
        """Take `unit` back whole or not at all.

        Raises `ChangedSince` if anything was built on it, `NotTakenBack` if it was somebody else's or wrote what no
        case holds, `NotYourCase`, `Cancelled`.
        """
        progress = progress or Progress()
        with self.database.write(self.access.user) as session:
            entries = self._entries(session, unit)
            touched = Changes.NOTHING
            for table in {entry.table for entry in entries}:
                touched |= TOUCHES[table]
            _check_untouched(session, unit, {entry.row for entry in entries})
            back = _Back(session, self.clock, self.access)
            first = chain.head(session).n + 1
            back.take(entries, progress)
            session.flush()
            return Undone(touched, Unit(first, session.head.n if session.head else first))

    def _entries(self, session: Session, unit: Unit) -> Sequence[Change]:
        wanted = select(Change).where(Change.n.between(unit.first, unit.last), _WRITTEN).order_by(Change.n.desc())
        entries = session.scalars(wanted).all()
        if not entries or any(entry.actor != self.access.user or entry.table not in TOUCHES for entry in entries):
            raise NotTakenBack
        if any(chain.ERASED in (entry.old, entry.new) for entry in entries):
            raise NotTakenBack
        return entries


@dataclass(slots=True)
class _Back:
    """One taking back in progress."""

    session: JournaledSession
    clock: Clock
    access: Access

    def take(self, entries: Sequence[Change], progress: Progress) -> None:
        born = {entry.row for entry in entries if entry.column is None and entry.old is None}
        new_cases = self._births(entries, CaseFile)
        new_people = bool(new_cases) or bool(self._births(entries, Relative))
        cases: set[UUID] = set()
        for done, entry in enumerate(entries):
            progress.checkpoint(done, len(entries))
            model = MODELS[entry.table]
            if entry.column is None and entry.old == DELETED:
                cases |= self._again(model, entry)
            elif entry.row not in born:
                cases |= self._edit(model, entry)
            elif entry.column is None and not self._stays(model, new_cases=new_cases, new_people=new_people):
                cases |= self._unmake(model, entry)
        progress.checkpoint(len(entries), len(entries))
        self.session.flush()
        self._check_nothing_built(new_cases, born)
        if any(entry.table == Relative.__tablename__ for entry in entries):
            self._check_main_contact(cases - new_cases)
        for uid in cases:
            self._redraw(uid)

    def _births(self, entries: Sequence[Change], model: type[Row]) -> set[UUID]:
        name = model.__tablename__
        return {entry.row for entry in entries if entry.table == name and entry.column is None and entry.old is None}

    def _stays(self, model: type[Row], *, new_cases: set[UUID], new_people: bool) -> bool:
        """Rows under a new case or relative stay below it, unseen, once that is gone."""
        return (model is not CaseFile and bool(new_cases)) or (new_people and model in PERSONAL)

    def _row(self, model: type[Row], uid: UUID) -> Row:
        row = self.session.get(model, uid)
        if row is None:
            raise ChangedSince
        for case in cases_of(self.session, row):
            self.access.check(self.session, case)
        return row

    def _edit(self, model: type[Row], entry: Change) -> set[UUID]:
        """The old value of one field returns."""
        row = self._row(model, entry.row)
        dialect = self.session.connection().dialect
        column = next(column for column in columns(model, dialect) if column.name == entry.column)
        if as_text(column.stored(getattr(row, column.key))) != entry.new:
            raise ChangedSince
        setattr(row, column.key, parsed(model, column.key, entry.old, dialect))
        return set(cases_of(self.session, row))

    def _unmake(self, model: type[Row], entry: Change) -> set[UUID]:
        """A new row is marked as deleted where its table knows that, else it goes, and the journal keeps its values."""
        row = self._row(model, entry.row)
        cases = set(cases_of(self.session, row))
        if TOMBSTONE in inspect(model).columns:
            setattr(row, TOMBSTONE, self.clock.now())
            self.session.flush()
            return cases
        self.session.remove(row)
        return cases

    def _again(self, model: type[Row], entry: Change) -> set[UUID]:
        """A row that an undo removed returns with the values that the journal kept."""
        if entry.new is None:
            raise NotTakenBack
        dialect = self.session.connection().dialect
        kept: dict[str, Any] = json.loads(entry.new)
        known = {column.name: column.key for column in columns(model, dialect)}
        row = model(**{known[name]: parsed(model, known[name], text, dialect) for name, text in kept.items()})
        self.session.add(row)
        self.session.flush()
        for case in cases_of(self.session, row):
            self.access.check(self.session, case)
        return set(cases_of(self.session, row))

    def _check_nothing_built(self, new_cases: set[UUID], born: set[UUID]) -> None:
        """Refuse to take a case away under which somebody has written since."""
        for model in (mapper.class_ for mapper in Base.registry.mappers):
            if not issubclass(model, Row):
                continue
            if (case_uid := getattr(model, "case_uid", None)) is None:
                continue
            for some in in_parts(list(new_cases), _AT_ONCE):
                if set(self.session.scalars(select(model.uid).where(case_uid.in_(some)))) - born:
                    raise ChangedSince

    def _check_main_contact(self, cases: set[UUID]) -> None:
        """Refuse to leave a family with no main contact, or with two: somebody was added or let go since."""
        for uid in cases:
            living = select(Relative.primary).where(Relative.case_uid == uid, Relative.deleted_at.is_(None))
            mains = self.session.scalars(living).all()
            if mains and sum(mains) != 1:
                raise ChangedSince

    def _redraw(self, uid: UUID) -> None:
        """The case's line in the list and its words in the search follow from what stands there now."""
        lines.redraw(self.session.connection(), uid)
        case = self.session.get_one(CaseFile, uid)
        self.session.refresh(case)
        refresh_case(self.session, uid, self.clock)
        if case.deleted_at is None:
            reindex(self.session, case)
        else:
            search.drop(self.session, case.entry)


def _check_untouched(session: Session, unit: Unit, rows: Iterable[UUID]) -> None:
    for some in in_parts(list(rows), _AT_ONCE):
        later = select(func.count()).select_from(Change).where(Change.row.in_(some), Change.n > unit.last, _WRITTEN)
        if session.scalar(later):
            raise ChangedSince

"""One kind of entry of a record, kept the same way whatever it says: written down, put right, taken out, listed."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.access.access import Access
from app.access.reading import read_by
from app.belonging import cases_of, check_person
from app.changes import Changes
from app.clock import Clock
from app.domain.errors import N_, UserError
from app.meanwhile import CorrectedMeanwhile, touches
from app.records.kinds import touched_by
from app.records.shape import columns_of, draft_of
from db.journal import JournaledSession
from db.models.base import CaseEntry, Entry, PersonEntry, new_uid
from db.models.case_file import CaseFile
from db.refusals import StaleEdit
from db.session import Database

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

E = TypeVar("E", bound=Entry)
D = TypeVar("D", bound="DataclassInstance")


class NotForYou(UserError):
    what = N_("This was written for somebody else of the office.")
    todo = N_("Ask whoever wrote it, or the lead.")


@dataclass(frozen=True, slots=True)
class Kept(Generic[D]):
    """An entry as recorded: what it says, who wrote it down and when."""

    uid: UUID
    says: D
    by: str
    at: datetime


def _fine(_session: Session, _owner: UUID, _draft: Any) -> None:
    """Nothing to judge."""


def _nothing(_session: JournaledSession, _case: CaseFile) -> None:
    """Nothing follows from an entry."""


def _for_all(_access: Access, _says: Any) -> bool:
    """Written for whoever sees the case."""
    return True


@dataclass(frozen=True, slots=True)
class Keeping(Generic[E, D]):
    """Entries of one table, each said by a frozen draft `D` whose fields are named as the columns.

    The owner is the case of a `CaseEntry`, the person of a `PersonEntry`. `judge` sees every draft before it is
    kept and raises what is wrong with it; `for_me`: whether what an entry says is for whoever asks. Every public
    method is one unit of work by the user who asks.
    """

    model: type[E]
    draft: type[D]
    database: Database
    clock: Clock
    access: Access
    judge: Callable[[Session, UUID, D], None] = _fine
    for_me: Callable[[Access, D], bool] = _for_all
    follow: Callable[[JournaledSession, CaseFile], None] = _nothing

    def rows(self, owner: UUID) -> tuple[Kept[D], ...]:
        """The entries of a case or person, oldest first; raises `NotYourCase`."""
        if issubclass(self.model, CaseEntry):
            read_by(self.database, self.access, owner)
        with self.database.read() as session:
            return self.listed(session, owner)

    def listed(self, session: Session, owner: UUID) -> tuple[Kept[D], ...]:
        """As `rows`, within a unit of work."""
        self._check(session, owner)
        standing = select(self.model).where(self._owner() == owner, self.model.deleted_at.is_(None))
        found = (self.kept(row) for row in session.scalars(standing.order_by(self.model.uid)))
        return tuple(row for row in found if self.for_me(self.access, row.says))

    def add(self, owner: UUID, draft: D) -> Changes:
        """Write an entry down. Raises `NotYourCase`, `TextTooLong` and what `judge` raises."""
        with self.database.write(self.access.user) as session:
            self.put(session, owner, draft)
        return touched_by(self.model)

    def put(self, session: JournaledSession, owner: UUID, draft: D) -> E:
        """As `add`, within a unit of work; the new row."""
        self._check(session, owner)
        self.judge(session, owner, draft)
        row = self.model(
            uid=new_uid(), written_at=self.clock.now(), written_by=self.access.user,
            **{self._owner_key: owner}, **columns_of(draft),
        )  # fmt: skip
        session.add(row)
        self._settle(session, owner)
        return row

    def edit(self, was: Kept[D], now: D) -> Changes:
        """Put an entry right.

        Raises what `add` raises, `StaleEdit` if it was taken out, and `CorrectedMeanwhile` with a `Kept` if it no
        longer says what it `was`.
        """
        with self.database.write(self.access.user) as session:
            self.correct(session, was, now)
        return touched_by(self.model)

    def correct(self, session: JournaledSession, was: Kept[D], now: D) -> E:
        """As `edit`, within a unit of work; the row."""
        row = self.standing(session, was.uid)
        recorded = self.kept(row)
        if recorded.says != was.says:
            cells = {field.name: (row.uid, field.name) for field in fields(self.draft)}
            raise CorrectedMeanwhile(now=recorded, touches=touches(session, cells))
        owner = getattr(row, self._owner_key)
        self.judge(session, owner, now)
        for name, value in columns_of(now).items():
            if getattr(row, name) != value:
                setattr(row, name, value)
        self._settle(session, owner)
        return row

    def remove(self, uid: UUID) -> Changes:
        """Take an entry out; the record keeps it, marked. Raises `StaleEdit` if it was taken out before."""
        with self.database.write(self.access.user) as session:
            self.take_out(session, uid)
        return touched_by(self.model)

    def take_out(self, session: JournaledSession, uid: UUID) -> E:
        """As `remove`, within a unit of work; the row."""
        row = self.standing(session, uid)
        row.deleted_at = self.clock.now()
        self._settle(session, getattr(row, self._owner_key))
        return row

    def standing(self, session: Session, uid: UUID) -> E:
        """The row of an entry that was not taken out; raises `StaleEdit`, `NotYourCase`, `NotForYou`."""
        row = session.get(self.model, uid)
        if row is None or row.deleted_at is not None:
            raise StaleEdit
        self._check(session, getattr(row, self._owner_key))
        if not self.for_me(self.access, self.kept(row).says):
            raise NotForYou
        return row

    def kept(self, row: E) -> Kept[D]:
        """A row as a frozen entry."""
        return Kept(row.uid, draft_of(row, self.draft), row.written_by, row.written_at)

    @property
    def _owner_key(self) -> str:
        return "case_uid" if issubclass(self.model, CaseEntry) else "person_uid"

    def _owner(self) -> InstrumentedAttribute[UUID]:
        column: InstrumentedAttribute[UUID] = getattr(self.model, self._owner_key)
        return column

    def _cases(self, session: Session, owner: UUID) -> list[CaseFile]:
        if issubclass(self.model, PersonEntry):
            return cases_of(session, owner)
        return [session.get_one(CaseFile, owner)]

    def _check(self, session: Session, owner: UUID) -> None:
        if issubclass(self.model, PersonEntry):
            check_person(session, self.access, owner)
        else:
            self.access.check(session, owner)

    def _settle(self, session: JournaledSession, owner: UUID) -> None:
        cases = self._cases(session, owner)
        for case in cases:
            case.updated = self.clock.now()
        session.flush()
        for case in cases:
            self.follow(session, case)

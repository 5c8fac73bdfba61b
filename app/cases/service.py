"""Cases: open one, list them, read one whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from app.access.access import Access
from app.access.reading import note_reading, read_by
from app.cases import queries, view
from app.cases.case_filter import CaseFilter
from app.cases.conditions import Asking
from app.cases.draft import CaseDraft
from app.cases.dump import CaseDump, dump
from app.cases.glance import Glance, glance
from app.cases.opening import Desk, open_cases
from app.cases.queries import CaseRow, Chosen
from app.cases.relatives import RelativeRow, relatives
from app.cases.sorting import Sorting
from app.cases.view import CaseView, NoCase
from app.catalogue.definitions import Catalogue
from app.changes import Changes
from app.clock import Clock
from app.domain.role import Right
from app.domain.step import Track
from app.office.service import calendar_mode
from app.paging import Page
from db.journal import JournaledSession
from db.session import Database

_BY_NAME = Sorting()


@dataclass(frozen=True, slots=True)
class Cases:
    """Every method is one unit of work by the user who asks."""

    database: Database
    catalogue: Catalogue
    clock: Clock
    access: Access

    def page(
        self, wanted: CaseFilter, after: CaseRow | None = None, size: int = 100, sorting: Sorting = _BY_NAME
    ) -> Page[CaseRow]:
        """`size` cases in the order asked for (by name in Ukrainian order), behind the row `after`."""
        with self.database.read() as session:
            return queries.page(session, wanted, self._asking(), sorting, after, size, self.access.cases())

    def count(self, wanted: CaseFilter) -> int:
        """How many cases the filter leaves."""
        with self.database.read() as session:
            return queries.count(session, wanted, self._asking(), self.access.cases())

    def chosen(self, picked: Chosen) -> tuple[UUID, ...]:
        """The cases that were picked, in the order they were opened; those that the user may not see are left out."""
        with self.database.read() as session:
            return self.among(session, picked)

    def among(self, session: Session, picked: Chosen) -> tuple[UUID, ...]:
        """As `chosen`, inside a unit of work."""
        return queries.chosen(session, picked, self._asking(), self.access.cases())

    def rows(self, picked: Chosen, most: int) -> tuple[CaseRow, ...]:
        """The lines of the first `most` cases that were picked, in the order they were opened."""
        with self.database.read() as session:
            return tuple(queries.rows_of(session, self.among(session, picked)[:most]))

    def glance(self, uid: UUID) -> Glance:
        """What the preview of a case shows; raises `NoCase`, `NotYourCase`."""
        with self.database.read() as session:
            self.access.check(session, uid)
            return glance(session, uid, self.catalogue, self.access)

    def recent(self, size: int = 8) -> tuple[CaseRow, ...]:
        """The cases changed last, newest first."""
        with self.database.read() as session:
            return queries.recent(session, size, self.access.cases())

    def numbered(self, number: str) -> UUID:
        """The case with this number; raises `NoCase`."""
        with self.database.read() as session:
            uid = queries.by_number(session, number)
        if uid is None:
            raise NoCase(number=number)
        return uid

    def view(self, uid: UUID) -> CaseView:
        """The head and the facts of a case; raises `NoCase`. Reading a restricted one is kept in the history."""
        with self.database.read() as session:
            self.access.check(session, uid)
            found = view.view(session, uid, self.clock.today())
        if found.restricted:
            note_reading(self.database, uid, self.access.user)
        return found

    def relatives(self, uid: UUID) -> tuple[RelativeRow, ...]:
        """The relatives of a case, main contact first."""
        read_by(self.database, self.access, uid)
        with self.database.read() as session:
            return relatives(session, uid, self.clock.today())

    def open(self, draft: CaseDraft) -> tuple[UUID, Changes]:
        """Open one case with its steps; returns its uid and what was touched."""
        self.access.require(Right.CASES_OWN)
        with self.database.write(self.access.user) as session:
            (uid,) = open_cases(session, [draft], self.desk(session))
        return uid, Changes.CASES | Changes.PEOPLE | Changes.STEPS

    def uids(self) -> Iterator[UUID]:
        """Every live case, in the order they were opened."""
        self.access.require(Right.CASES_ALL)
        with self.database.read() as session:
            yield from queries.uids(session)

    def dump(self) -> Iterator[CaseDump]:
        """Every live case in clear; log the disclosure before you write it anywhere."""
        self.access.require(Right.DISCLOSE)
        with self.database.read() as session:
            yield from dump(session)

    def desk(self, session: JournaledSession) -> Desk:
        """The circumstances under which cases are opened now."""
        return Desk(self.catalogue, self.clock.today(), self.clock.now(), self.access.user, calendar_mode(session))

    def _asking(self) -> Asking:
        return Asking(self.access.user, self.clock.today(), _by_track(self.catalogue))


def _by_track(catalogue: Catalogue) -> Mapping[Track, tuple[str, ...]]:
    return {
        track: tuple(step.id for step in catalogue.steps.values() if step.track is track) for track in Track
    }

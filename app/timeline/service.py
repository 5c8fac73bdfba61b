"""The timeline of a case whole: what happened, how long the family waited between, and the program's own noise."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from sqlalchemy import select

from app.access.access import Access
from app.access.reading import read_by
from app.catalogue.definitions import Catalogue
from app.clock import KYIV, Clock
from app.domain.silence import Silence, silences
from app.timeline.entries import entries
from app.timeline.noise import noise
from app.timeline.row import TimelineRow
from app.timeline.sources import SOURCES, Asking
from db.models.case_file import CaseFile
from db.models.family import Contact, Told
from db.session import Database

_BEFORE_ALL = datetime.min.replace(tzinfo=KYIV)


@dataclass(frozen=True, slots=True)
class Fold:
    """Neighbours that only the program itself would miss, the newest first."""

    rows: tuple[TimelineRow, ...]


@dataclass(frozen=True, slots=True)
class Chronicle:
    """The rows, newest first, and the silences, oldest first."""

    rows: tuple[TimelineRow, ...]
    silences: tuple[Silence, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Every method is one unit of work by the user who asks."""

    database: Database
    catalogue: Catalogue
    clock: Clock
    access: Access

    def rows(self, case: UUID) -> tuple[TimelineRow, ...]:
        """Everything that happened in a case and is for whoever asks, newest first, without the program's noise."""
        read_by(self.database, self.access, case)
        with self.database.read() as session:
            asking = Asking(session, case, self.catalogue, self.access)
            return newest_first(row for source in (*SOURCES, entries) for row in source(asking))

    def chronicle(self, case: UUID) -> Chronicle:
        """As `rows`, with the noise, and with the silences of the family's contacts."""
        read_by(self.database, self.access, case)
        with self.database.read() as session:
            asking = Asking(session, case, self.catalogue, self.access)
            rows = newest_first(row for source in (*SOURCES, entries, noise) for row in source(asking))
            found = session.get_one(CaseFile, case)
            talks = select(Contact.on).where(Contact.case_uid == case, Contact.deleted_at.is_(None))
            days = [*session.scalars(talks), *session.scalars(select(Told.on).where(Told.case_uid == case))]
            until = min(filter(None, (found.closed_on, self.clock.today())))
            return Chronicle(rows, tuple(silences(days, found.opened, until)))


def newest_first(rows: Iterable[TimelineRow]) -> tuple[TimelineRow, ...]:
    """The rows in the order of their days, the newest first."""
    return tuple(sorted(rows, key=_when, reverse=True))


def folded(rows: Sequence[TimelineRow]) -> tuple[TimelineRow | Fold, ...]:
    """The rows with neighbouring noise in one fold each, and everything else as it is."""
    told: list[TimelineRow | Fold] = []
    for quiet, group in groupby(rows, key=lambda row: row.quiet):
        some = tuple(group)
        told += [Fold(some)] if quiet else some
    return tuple(told)


def _when(row: TimelineRow) -> tuple[date, datetime]:
    return row.day, row.recorded or _BEFORE_ALL

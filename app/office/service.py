"""The office's own facts, kept in the vault: they stand on every paper and set the calendar of terms."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.changes import Changes
from app.domain.calendar import CalendarMode
from app.domain.errors import N_, UserError
from app.domain.role import Right
from db.models.case_file import CaseFile
from db.models.office import Office
from db.session import Database


class NotForTraining(UserError):
    what = N_("This vault holds real cases, so it cannot become a training vault.")
    todo = N_("Create a vault of its own for training.")


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """The office. `training`: the vault holds synthetic cases only, and everything that leaves it says so.

    `copying`: rows of the list of cases may be copied out, to a spreadsheet perhaps.
    """

    name: str = ""
    address: str = ""
    phones: str = ""
    calendar_mode: CalendarMode = CalendarMode.MARTIAL_LAW
    training: bool = False
    copying: bool = False


def read(session: Session) -> OfficeRow:
    """The office of this vault."""
    office = session.scalars(select(Office)).first()
    if office is None:
        return OfficeRow()
    return OfficeRow(
        office.name, office.address, office.phones, CalendarMode(office.calendar_mode), office.training, office.copying
    )


def calendar_mode(session: Session) -> CalendarMode:
    """The calendar by which this office counts terms today."""
    return read(session).calendar_mode


@dataclass(frozen=True, slots=True)
class Offices:
    """The one office of an open vault."""

    database: Database
    access: Access

    def read(self) -> OfficeRow:
        """The office's facts; empty ones until somebody wrote them."""
        with self.database.read() as session:
            return read(session)

    def write(self, row: OfficeRow) -> Changes:
        """Keep the office's facts. A training vault stays one for ever; a vault with a case never becomes one.

        Raises `NotAllowed`, `NotForTraining`.
        """
        self.access.require(Right.TRANSFER)
        with self.database.write(self.access.user) as session:
            office = session.scalars(select(Office)).first()
            if office is None:
                office = Office()
                session.add(office)
            office.name, office.address, office.phones = row.name, row.address, row.phones
            office.calendar_mode = row.calendar_mode.value
            if row.training and not office.training and session.scalar(select(CaseFile.uid).limit(1)) is not None:
                raise NotForTraining
            office.training = bool(office.training) or row.training
            office.copying = row.copying
        return Changes.SETTINGS

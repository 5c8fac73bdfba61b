"""One line of the list of cases."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.fate import Fate
from app.domain.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the list. `next_step` is a catalogue id, or a title written by hand."""

    uid: UUID
    number: str
    surname: str
    given: str
    patronymic: str
    born: PartialDate | None
    unit: str
    fate: Fate
    next_step: str
    next_due: date | None
    updated: datetime
    last_contact: date | None
    opened: date
    worker: str
    name_key: str
    unit_key: str
    closed: date | None = None

    @property
    def name(self) -> str:
        """Surname, given name and patronymic."""
        return " ".join(filter(None, (self.surname, self.given, self.patronymic)))

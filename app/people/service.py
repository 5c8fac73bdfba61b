"""Correct what is known of a person; the old values stay in the change table."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.changes import Changes
from app.clock import Clock
from app.domain.errors import N_, UserError
from app.domain.name import canonical, sort_key
from app.domain.partial_date import PartialDate
from app.domain.translit import transliterate
from app.people.findable import reindex
from db.models.base import Uid
from db.models.case_file import CaseFile
from db.models.family import Relative
from db.models.person import Person
from db.refusals import StaleEdit
from db.session import Database

PASSPORT = "passport"


class NameMissing(UserError):
    what = N_("A person needs a surname and a given name.")
    todo = N_("Write both; “unknown” is better than nothing.")


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person's names and birth date as recorded. The Latin spelling is the passport's; empty if made by rule."""

    uid: UUID
    version: int
    surname: str
    given: str
    patronymic: str
    born: PartialDate | None
    surname_latin: str
    given_latin: str


class CorrectedMeanwhile(StaleEdit):
    """Somebody else corrected the person since the form read it: `now` is what the record says."""

    def __init__(self, *, now: PersonRow) -> None:
        super().__init__()
        self.now = now


@dataclass(frozen=True, slots=True)
class Correction:
    """The names and the birth date as they should be. An empty Latin spelling is filled by Resolution 55."""

    surname: str
    given: str
    patronymic: str = ""
    born: PartialDate | None = None
    surname_latin: str = ""
    given_latin: str = ""


@dataclass(frozen=True, slots=True)
class People:
    """Every method is one unit of work by the user who asks."""

    database: Database
    clock: Clock
    access: Access

    def read(self, person: UUID) -> PersonRow:
        """The person as recorded, to be corrected; raises `NotYourCase`."""
        with self.database.read() as session:
            for case in _cases_of(session, person):
                self.access.check(session, case.uid)
            return _row(session.get_one(Person, person))

    def correct(self, person: UUID, version: int, now: Correction) -> Changes:
        """Put a person's names and birth date right, in every case he stands in.

        Raises `NameMissing`, and `CorrectedMeanwhile` (a `StaleEdit`) if `version` is not the recorded one.
        """
        if not (now.surname.strip() and now.given.strip()):
            raise NameMissing
        with self.database.write(self.access.user) as session:
            row = session.get_one(Person, person)
            cases = _cases_of(session, person)
            for case in cases:
                self.access.check(session, case.uid)
            if row.version != version:
                raise CorrectedMeanwhile(now=_row(row))
            row.surname, row.given, row.patronymic = map(canonical, (now.surname, now.given, now.patronymic))
            row.born = now.born
            row.surname_latin = now.surname_latin or transliterate(row.surname)
            row.given_latin = now.given_latin or transliterate(row.given)
            row.latin_source = PASSPORT if now.surname_latin or now.given_latin else "auto_2010"
            row.name_key = sort_key(f"{row.surname} {row.given} {row.patronymic}")
            for case in cases:
                if case.person_uid == person:
                    case.name_key = row.name_key
                case.updated = self.clock.now()
            session.flush()
            for case in cases:
                reindex(session, case)
        return Changes.PEOPLE | Changes.CASES


def _row(person: Person) -> PersonRow:
    passport = person.latin_source == PASSPORT
    return PersonRow(
        person.uid, person.version, person.surname, person.given, person.patronymic, person.born,
        person.surname_latin if passport else "", person.given_latin if passport else "",
    )


def _cases_of(session: Session, person: UUID) -> list[CaseFile]:
    return list(session.scalars(_CASES_OF, {"person": person}))


_PERSON = bindparam("person", type_=Uid())
_CASES_OF = select(CaseFile).where(
    or_(
        CaseFile.person_uid == _PERSON,
        CaseFile.uid.in_(select(Relative.case_uid).where(Relative.person_uid == _PERSON)),
    )
)

"""Correct what is known of a person; the old values stay in the change table."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from app.access.access import Access
from app.access.reading import read_by
from app.belonging import cases_of, check_person
from app.changes import Changes
from app.clock import Clock
from app.domain.errors import N_, UserError
from app.meanwhile import CorrectedMeanwhile, touches
from app.people import case_facts, person
from app.people.case_facts import CaseFacts
from app.people.findable import reindex
from app.people.person import Correction, PersonRow
from db.journal import JournaledSession
from db.models.case_file import CaseFile
from db.models.person import Person
from db.session import Database


class NameMissing(UserError):
    what = N_("A person needs a surname and a given name.")
    todo = N_("Write both; “unknown” is better than nothing.")


@dataclass(frozen=True, slots=True)
class ManRow:
    """The man of a case and what the case says of him, as one form shows it."""

    person: PersonRow
    facts: CaseFacts


@dataclass(frozen=True, slots=True)
class People:
    """Every method is one unit of work by the user who asks."""

    database: Database
    clock: Clock
    access: Access

    def read(self, uid: UUID) -> PersonRow:
        """The person as recorded, to be corrected; raises `NotYourCase`."""
        with self.database.read() as session:
            for case in cases_of(session, uid):
                self.access.check(session, case.uid)
            return person.recorded(session.get_one(Person, uid))

    def man(self, case: UUID) -> ManRow:
        """The man of a case and its facts, to be put right; raises `NotYourCase`."""
        read_by(self.database, self.access, case)
        with self.database.read() as session:
            return _man(session, session.get_one(CaseFile, case))

    def correct(self, uid: UUID, version: int, now: Correction) -> Changes:
        """Put a person's names and birth date right, in every case he stands in.

        Raises `NameMissing`, and `CorrectedMeanwhile` (a `StaleEdit`) if `version` is not the recorded one.
        """
        with self.database.write(self.access.user) as session:
            row = session.get_one(Person, uid)
            check_person(session, self.access, uid)
            if row.version != version:
                raise CorrectedMeanwhile(now=person.recorded(row), touches=touches(session, person.cells(uid)))
            return self.put(session, row, now)

    def put_right(self, was: ManRow, now: Correction, facts: CaseFacts) -> Changes:
        """Put the man of a case right, and what the case says of him.

        Raises `NameMissing`, and `CorrectedMeanwhile` with a `ManRow` if the record no longer says what it `was`.
        """
        with self.database.write(self.access.user) as session:
            case = session.get_one(CaseFile, was.facts.case)
            self.access.check(session, case.uid)
            recorded = _man(session, case)
            if recorded != was:
                cells = person.cells(case.person_uid) | case_facts.cells(session, case)
                raise CorrectedMeanwhile(now=recorded, touches=touches(session, cells))
            case_facts.put(session, case, facts, self.clock.now())
            return self.put(session, session.get_one(Person, case.person_uid), now)

    def put(self, session: JournaledSession, row: Person, now: Correction) -> Changes:
        """Within a unit of work: the names and the birth date, and what follows from them in every case of his."""
        if not (now.surname.strip() and now.given.strip()):
            raise NameMissing
        check_person(session, self.access, row.uid)
        cases = cases_of(session, row.uid)
        person.put(row, now)
        for case in cases:
            if case.person_uid == row.uid:
                case.name_key = row.name_key
            case.updated = self.clock.now()
        session.flush()
        for case in cases:
            reindex(session, case)
        return Changes.PEOPLE | Changes.CASES


def _man(session: Session, case: CaseFile) -> ManRow:
    return ManRow(person.recorded(session.get_one(Person, case.person_uid)), case_facts.read(session, case))

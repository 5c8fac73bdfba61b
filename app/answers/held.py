"""Gather what is held about one relative of a case, for her own eyes, and keep that she was told."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.access.reading import read_by
from app.belonging import check_belongs
from app.clock import Clock
from app.office.service import read as read_office
from app.paper.held_data import HeldConsent, HeldData, held_data
from db.models.base import new_uid
from db.models.case_file import CaseFile
from db.models.consent import Consent
from db.models.family import Contact, Relative
from db.models.office import Disclosure
from db.models.person import Identifier, Person, Phone
from db.models.rights import HandedPaper
from db.session import Database

ACCESS_ANSWER = "access_answer"


@dataclass(frozen=True, slots=True)
class Held:
    """Every method is one unit of work by the user who asks."""

    database: Database
    clock: Clock
    access: Access

    def answer(self, case: UUID, relative: UUID, languages: tuple[str, ...] = ("uk",)) -> bytes:
        """The answer to a relative's request for access as PDF bytes; that it left is kept first.

        Raises `NotYourCase`, `OfAnotherCase`.
        """
        read_by(self.database, self.access, case)
        with self.database.write(self.access.user) as session:
            self.access.check(session, case)
            check_belongs(session, case, relative)
            data = self._gathered(session, case, relative)
            session.add(
                Disclosure(
                    uid=new_uid(), kind=ACCESS_ANSWER, case_uid=case, relative_uid=relative, at=self.clock.now(),
                    by=self.access.user,
                )
            )
        return held_data(data, languages)

    def _gathered(self, session: Session, case: UUID, relative: UUID) -> HeldData:
        kin = session.get_one(Relative, relative)
        person = session.get_one(Person, kin.person_uid)
        phones = select(Phone.typed, Phone.number).where(Phone.person_uid == person.uid).order_by(Phone.uid)
        numbers = select(Identifier).where(Identifier.person_uid == person.uid, Identifier.deleted_at.is_(None))
        said = select(Consent).where(Consent.giver_uid == relative, Consent.deleted_at.is_(None))
        spoken = select(Contact.on).where(Contact.relative_uid == relative, Contact.deleted_at.is_(None))
        papers = select(HandedPaper.on).where(HandedPaper.relative_uid == relative, HandedPaper.deleted_at.is_(None))
        return HeldData(
            number=session.get_one(CaseFile, case).number,
            office=read_office(session).name,
            day=self.clock.today(),
            name=" ".join(filter(None, (person.surname, person.given, person.patronymic))),
            born=person.born.iso() if person.born else "",
            address=person.address,
            hours=kin.safe_hours,
            phones=tuple(typed or number for typed, number in session.execute(phones)),
            numbers=tuple(row.value for row in session.scalars(numbers.order_by(Identifier.uid)) if row.value),
            consents=tuple(
                HeldConsent(row.purpose, row.since, row.until, row.withdrawn_on, row.refused)
                for row in session.scalars(said.order_by(Consent.since, Consent.uid))
            ),
            contacts=tuple(sorted(session.scalars(spoken))),
            papers=tuple(sorted(session.scalars(papers))),
        )

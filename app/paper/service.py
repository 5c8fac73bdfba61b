"""The papers of a case: who may get one, what would stand on it, and the PDF itself."""

from dataclasses import dataclass
from uuid import UUID

from app.access.access import Access
from app.access.reading import read_by
from app.belonging import check_belongs
from app.catalogue.definitions import Catalogue
from app.clock import Clock
from app.paper.family_facts import HIMSELF, default_recipient, family_facts
from app.paper.family_paper import FamilyPaper, build
from app.paper.guests import guest
from app.paper.hotlines import hotlines
from app.paper.record_query import family_record
from app.rights.papers import hand_out
from db.models.base import new_uid
from db.models.office import Disclosure
from db.session import Database


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody for whom a paper of a case may be made. `key`: a relative's uid, or himself."""

    key: str
    name: str
    relation: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Papers:
    """Nothing is written to disk here: bytes come back, and the disclosure is logged when they leave."""

    database: Database
    catalogue: Catalogue
    clock: Clock
    access: Access

    def recipients(self, case: UUID) -> tuple[Recipient, ...]:
        """Everybody a paper of this case could be for, the usual one first; empty without family."""
        read_by(self.database, self.access, case)
        with self.database.read() as session:
            record = family_record(session, case, self.catalogue, self.clock.today())
        found = [
            Recipient(one.uid, f"{one.surname} {one.given}".strip(), one.relation, one.authorised)
            for one in record.relatives
        ]
        if not found or default_recipient(record) == HIMSELF:
            himself = Recipient(HIMSELF, f"{record.person.surname} {record.person.given}".strip(), HIMSELF, True)
            return (himself, *found)
        return tuple(found)

    def facts(self, case: UUID, recipient: str | None = None) -> FamilyPaper:
        """What the paper of `recipient` (None: the usual one) may say today; raises what `family_facts` raises."""
        read_by(self.database, self.access, case)
        with self.database.read() as session:
            record = family_record(session, case, self.catalogue, self.clock.today())
        chosen = recipient or default_recipient(record)
        return family_facts(record, chosen, self.catalogue.redaction, hotlines(), self.clock.today())

    def shown(self, case: UUID, chosen: str | None, language: str) -> bytes:
        """The page that a visitor sees as PDF bytes: of the recipient `chosen`, else of the usual one.

        Raises what `family_facts` and `guest` raise.
        """
        read_by(self.database, self.access, case)
        with self.database.read() as session:
            record = family_record(session, case, self.catalogue, self.clock.today())
        return self.family_paper(case, guest(record, chosen), (language,))

    def family_paper(self, case: UUID, recipient: str | None = None, languages: tuple[str, ...] = ("uk",),
                     *, scale: float = 1.0) -> bytes:
        """The family's paper as PDF bytes."""
        return build(self.facts(case, recipient), languages, scale=scale)

    def given(self, case: UUID, recipient: str | None) -> None:
        """Keep that the paper was printed or saved for this person, and holds it now; raises `OfAnotherCase`."""
        relative = UUID(recipient) if recipient and recipient != HIMSELF else None
        with self.database.write(self.access.user) as session:
            self.access.check(session, case)
            check_belongs(session, case, relative)
            session.add(
                Disclosure(
                    uid=new_uid(), kind="family_paper", case_uid=case, relative_uid=relative,
                    at=self.clock.now(), by=self.access.user,
                )
            )
            hand_out(session, case, relative, self.clock, self.access.user)

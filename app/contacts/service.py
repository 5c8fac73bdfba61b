"""The log of contacts with a family: who was reached, how, what came of it, what was promised next."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Self
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.belonging import check_belongs
from app.changes import Changes
from app.clock import Clock
from app.domain.day_to_come import DayToCome
from app.domain.errors import N_, UserError
from app.domain.readers import Readers, closed_to
from app.notes.note import among_readers
from app.plan.service import refresh_case
from app.promises.service import step_of
from app.records.keeping import Keeping, Kept
from db.journal import JournaledSession
from db.models.case_file import CaseFile
from db.models.family import Contact
from db.session import Database

CHANNELS = ("phone", "visit", "message", "letter", "other")
CALL_AGAIN = "call"
LONGEST = 20_000


class NothingSaid(UserError):
    what = N_("The note of a contact is empty.")
    todo = N_("Write in a few words whom you spoke to and what came of it.")


class TooMuchSaid(UserError):
    what = N_("The note of a contact is longer than {most} characters.")
    todo = N_("Keep what matters; add a long text as a document.")


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """One contact to be logged. `next_on` and `next_what`: what was promised. `audience`: who reads the note."""

    case: UUID
    on: date
    channel: str
    summary: str
    relative: UUID | None = None
    next_on: date | None = None
    next_what: str = ""
    audience: Readers = Readers.OFFICE


@dataclass(frozen=True, slots=True)
class ContactSays:
    """What a contact of the log says, as it may be put right; a promise made then is a step of its own."""

    relative_uid: UUID | None
    on: date
    channel: str
    summary: str
    audience: Readers
    next_on: date | None = None
    next_what: str = ""


@dataclass(frozen=True, slots=True)
class Contacts:
    """Every method is one unit of work by the user who asks."""

    database: Database
    clock: Clock
    access: Access
    talks: Keeping[Contact, ContactSays]

    @classmethod
    def of(cls, database: Database, clock: Clock, access: Access) -> Self:
        """The log of a vault."""
        talks = Keeping(Contact, ContactSays, database, clock, access, _judging(clock), among_readers)
        return cls(database, clock, access, talks)

    def rows(self, case: UUID) -> tuple[Kept[ContactSays], ...]:
        """The contacts of a case that are written for whoever asks, oldest entry first; raises `NotYourCase`."""
        return self.talks.rows(case)

    def add(self, case: UUID, says: ContactSays) -> Changes:
        """As `log`, in the words of the log itself."""
        return self.log(
            ContactDraft(
                case, says.on, says.channel, says.summary, says.relative_uid, says.next_on, says.next_what,
                says.audience,
            )
        )  # fmt: skip

    def log(self, draft: ContactDraft) -> Changes:
        """Keep a contact; a promise becomes an open step of the case.

        Raises `NothingSaid`, `TooMuchSaid`, `DayToCome`, `OfAnotherCase`.
        """
        says = ContactSays(
            draft.relative, draft.on, draft.channel, draft.summary, draft.audience, draft.next_on, draft.next_what
        )
        with self.database.write(self.access.user) as session:
            row = self.talks.put(session, draft.case, says)
            if row.next_on:
                for_all = draft.audience.value not in closed_to(())
                what = row.next_what if row.next_what and for_all else CALL_AGAIN
                session.add(step_of(draft.case, what, draft.relative, draft.on, row.next_on, self.access.user))
            self._settle(session, draft.case)
        return Changes.CONTACTS | Changes.CASES | Changes.STEPS

    def edit(self, was: Kept[ContactSays], now: ContactSays) -> Changes:
        """Put a contact right. Raises what `log` raises, `StaleEdit`, `CorrectedMeanwhile`, `NotForYou`."""
        changes = self.talks.edit(was, now)
        self._again(was.uid)
        return changes

    def remove(self, uid: UUID) -> Changes:
        """Take a contact out of the log; the record keeps it, marked. Raises `StaleEdit`, `NotForYou`."""
        changes = self.talks.remove(uid)
        self._again(uid)
        return changes

    def _again(self, uid: UUID) -> None:
        """The last contact of the case follows from what the log says now: derived, so nothing of it is journaled."""
        with self.database.write(self.access.user) as session:
            self._settle(session, session.get_one(Contact, uid).case_uid)

    def _settle(self, session: JournaledSession, case: UUID) -> None:
        session.flush()
        last = select(func.max(Contact.on)).where(Contact.case_uid == case, Contact.deleted_at.is_(None))
        session.get_one(CaseFile, case).last_contact = session.scalar(last)
        refresh_case(session, case, self.clock)


def _judging(clock: Clock) -> Callable[[Session, UUID, ContactSays], None]:
    def judge(session: Session, case: UUID, says: ContactSays) -> None:
        if not says.summary.strip():
            raise NothingSaid
        if len(says.summary.strip()) > LONGEST:
            raise TooMuchSaid(most=LONGEST)
        if says.on > clock.today():
            raise DayToCome
        check_belongs(session, case, says.relative_uid)

    return judge

"""The log of contacts with a family: who was reached, how, what came of it, what was promised next."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.access.access import Access
from app.changes import Changes
from app.clock import Clock
from app.domain.day_to_come import DayToCome
from app.domain.errors import N_, UserError
from app.domain.legible import legible
from app.domain.step import StepState
from app.people.belonging import check_belongs
from db.models.base import new_uid
from db.models.case_file import CaseFile
from db.models.family import Contact
from db.models.step import Step
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
    """One contact to be logged. `next_on` and `next_what`: what was promised."""

    case: UUID
    on: date
    channel: str
    summary: str
    relative: UUID | None = None
    next_on: date | None = None
    next_what: str = ""


@dataclass(frozen=True, slots=True)
class Contacts:
    """Every method is one unit of work by the user who asks."""

    database: Database
    clock: Clock
    access: Access

    def log(self, draft: ContactDraft) -> Changes:
        """Keep a contact; a promise becomes an open step of the case.

        Raises `NothingSaid`, `TooMuchSaid`, `DayToCome`, `OfAnotherCase`.
        """
        summary = legible(draft.summary).strip()
        if not summary:
            raise NothingSaid
        if len(summary) > LONGEST:
            raise TooMuchSaid(most=LONGEST)
        if draft.on > self.clock.today():
            raise DayToCome
        with self.database.write(self.access.user) as session:
            self.access.check(session, draft.case)
            check_belongs(session, draft.case, draft.relative)
            case = session.get_one(CaseFile, draft.case)
            session.add(
                Contact(
                    uid=new_uid(), case_uid=case.uid, relative_uid=draft.relative, on=draft.on,
                    at=self.clock.now(), channel=draft.channel, summary=summary,
                    next_on=draft.next_on, next_what=legible(draft.next_what).strip(), by=self.access.user,
                )
            )
            if draft.next_on:
                session.add(_promise(case, draft))
                if case.next_due is None or draft.next_on < case.next_due:
                    case.next_due = draft.next_on
            case.last_contact = max(case.last_contact or draft.on, draft.on)
            case.updated = self.clock.now()
        return Changes.CONTACTS | Changes.CASES | Changes.STEPS


def _promise(case: CaseFile, draft: ContactDraft) -> Step:
    return Step(
        uid=new_uid(), case_uid=case.uid, step_id="", title=legible(draft.next_what).strip() or CALL_AGAIN,
        origin="promise", state=StepState.OPEN.value, relative_uid=draft.relative,
        due=draft.next_on, act_by=draft.next_on,
    )

"""Hand cases over to a colleague: one, or many in one unit of work."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.cases.queries import Chosen
from app.cases.service import Cases
from app.cases.sorting import workers
from app.changes import Changes
from app.clock import Clock
from app.domain.errors import N_, UserError
from app.domain.name import sort_key
from app.domain.readers import Readers
from app.domain.role import Right, Role, rights
from app.many.outcome import LeftOut, Outcome, OutRow, in_parts
from app.notes.note import NoteDraft
from app.progress import Progress
from app.records.shape import columns_of
from db.models.account import Account
from db.models.base import new_uid
from db.models.case_file import CaseFile
from db.models.note import Note
from db.session import Database

_AT_ONCE = 500
_NO_NOTES: Mapping[UUID, str] = MappingProxyType({})


class NoSuchWorker(UserError):
    what = N_("Nobody called {worker} works with the cases of this vault.")
    todo = N_("Choose a name from the list; new colleagues are added under users.")


@dataclass(frozen=True, slots=True)
class Assigning:
    """Every method is one unit of work by the user who asks."""

    database: Database
    cases: Cases
    clock: Clock
    access: Access

    def workers(self) -> tuple[str, ...]:
        """Everybody who may be responsible for a case, in Ukrainian order."""
        with self.database.read() as session:
            return self._workers(session)

    def assign(
        self, picked: Chosen, worker: str, progress: Progress | None = None, notes: Mapping[UUID, str] = _NO_NOTES
    ) -> Outcome:
        """Make `worker` responsible for the cases that were picked, and write the notes down, by case.

        Raises `NoSuchWorker`, `NotAllowed`, `TextTooLong`, `Cancelled`. Who may not see every case hands over his own
        only, not those that a colleague shared with him.
        """
        progress = progress or Progress()
        self.access.require(Right.CASES_OWN)
        everybodys = self.access.may(Right.CASES_ALL)
        out: list[OutRow] = []
        with self.database.write(self.access.user) as session:
            if worker not in self._workers(session):
                raise NoSuchWorker(worker=worker)
            wanted = self.cases.among(session, picked)
            for done, some in enumerate(in_parts(wanted, _AT_ONCE)):
                progress.checkpoint(done * _AT_ONCE, len(wanted))
                for case in session.scalars(select(CaseFile).where(CaseFile.uid.in_(some))):
                    if case.worker == worker:
                        out.append(OutRow(case.uid, case.number, LeftOut.SAME_WORKER))
                    elif not everybodys and case.worker != self.access.user:
                        out.append(OutRow(case.uid, case.number, LeftOut.NOT_YOURS))
                    else:
                        case.worker, case.updated = worker, self.clock.now()
                        if said := notes.get(case.uid, "").strip():
                            session.add(self._note(case.uid, said))
                session.flush()
                session.expunge_all()
            progress.checkpoint(len(wanted), len(wanted))
        return Outcome(len(wanted) - len(out), tuple(out), Changes.CASES | Changes.NOTES)

    def _note(self, case: UUID, said: str) -> Note:
        says = columns_of(NoteDraft(Readers.OFFICE, None, self.clock.today(), said))
        return Note(
            uid=new_uid(), case_uid=case, written_at=self.clock.now(), written_by=self.access.user, **says
        )

    def _workers(self, session: Session) -> tuple[str, ...]:
        accounts = session.scalars(select(Account).where(Account.disabled.is_(False)))
        known = {
            account.user for account in accounts
            if rights([Role(role) for role in account.roles.split()]) & {Right.CASES_OWN, Right.CASES_ALL}
        }
        known |= {worker for worker in workers(session) if worker} | {self.access.user}
        gone = set(session.scalars(select(Account.user).where(Account.disabled)))
        return tuple(sorted(known - gone, key=sort_key))

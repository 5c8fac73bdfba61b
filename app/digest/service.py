"""What a Monday morning asks: the week behind, the week ahead, who waits, what runs out; and whether it was seen."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, String, func, select, type_coerce
from sqlalchemy.orm import Session

from app.access.access import Access
from app.appointments.service import AppointmentRow, Appointments
from app.catalogue.definitions import Catalogue
from app.clock import Clock
from app.consents.service import Consents, Ending
from app.documents.expiring import Expiring, ExpiringRow
from app.domain.step import StepState
from app.domain.text import Text
from app.office.service import read as read_office
from app.paper.week import WeekPart, WeekWords, week_paper
from app.plan import agenda, queries
from app.plan.queries import DueRow, SilentRow
from app.preferences.service import Preferences
from app.promises.service import PROMISE
from db.cipher import Access as Opened
from db.models.base import new_uid
from db.models.case_file import CaseFile
from db.models.office import Disclosure
from db.models.step import Step
from db.session import Database

KEY = "digest"
"""Under which name each user's last seen week is kept."""
KIND = "week_digest"
"""Under which name it is kept that a paper of it left."""
WEEK, SILENT_DAYS, PAPERS_AHEAD, MOST = 7, 30, 30, 100


@dataclass(frozen=True, slots=True)
class DoneRow:
    """A step that was done: of which case, when; `step_id` empty for one that somebody worded himself."""

    case: UUID
    number: str
    step_id: str
    title: Text
    on: date


@dataclass(frozen=True, slots=True)
class WeekView:
    """The week from `monday` and the one before it. Lists hold their first hundred; the counts say how many in all.

    `coming`: terms of the law first, then by day.
    """

    monday: date
    done: tuple[DoneRow, ...]
    done_count: int
    overdue: tuple[DueRow, ...]
    overdue_count: int
    coming: tuple[DueRow, ...]
    coming_count: int
    promises: tuple[DueRow, ...]
    appointments: tuple[AppointmentRow, ...]
    silent: tuple[SilentRow, ...]
    silent_count: int
    papers: tuple[ExpiringRow, ...]
    consents: tuple[Ending, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """Every method is one unit of work by the user who asks."""

    database: Database
    catalogue: Catalogue
    clock: Clock
    access: Access
    appointments: Appointments
    expiring: Expiring
    consents: Consents
    preferences: Preferences

    def unseen(self) -> bool:
        """Whether a week began that this user has not looked at. In his first week there is nothing to look back on."""
        kept = (self.preferences.read(KEY) or {}).get("week")
        if kept is None:
            self.seen()
        return kept is not None and str(kept) < self._monday().isoformat()

    def seen(self) -> None:
        """Keep that this week was looked at; a file opened for reading only keeps nothing."""
        if self.database.access is Opened.WRITE:
            self.preferences.write(KEY, {"week": self._monday().isoformat()})

    def week(self, workers: Collection[str] = ()) -> WeekView:
        """The week in which today is, and the one before; for `workers` if any are named."""
        today, monday = self.clock.today(), self._monday()
        sunday, cases = monday + timedelta(days=WEEK), self.access.cases()
        with self.database.read() as session:
            now = queries.today(
                session, self.catalogue, today, silent_days=SILENT_DAYS, cases=cases, workers=workers, size=MOST
            )
            coming = agenda.agenda(session, self.catalogue, today, sunday, cases=cases, workers=workers, size=MOST)
            counts = agenda.counts(session, self.catalogue, today, sunday, cases=cases, workers=workers)
            promised = [*queries.responsible(workers), Step.origin == PROMISE]
            promises = queries.due(
                session, self.catalogue, before=sunday, cases=cases, steps=promised, size=MOST
            )
            done = self._done(session, monday, queries.responsible(workers, all_of_them=True))
            theirs = set(session.scalars(select(CaseFile.uid).where(*queries.kept_by(workers)))) if workers else None
        consents = (row for row in self.consents.ending() if row.left >= 0)
        return WeekView(
            monday=monday, done=done[:MOST], done_count=len(done), overdue=now.overdue,
            overdue_count=now.overdue_count, silent=now.silent, silent_count=now.silent_count, promises=promises,
            coming=tuple(sorted(coming, key=lambda row: (not row.of_the_law, agenda.comes_up(row), row.step))),
            coming_count=sum(one.steps for one in counts.values()),
            appointments=self.appointments.between(today, sunday, workers=workers),
            papers=self.expiring.within(PAPERS_AHEAD, workers=workers),
            consents=tuple(row for row in consents if theirs is None or row.case in theirs),
        )  # fmt: skip

    def paper(self, parts: Sequence[WeekPart], words: WeekWords) -> bytes:
        """The week as an internal paper, PDF bytes; that it left is kept first. Case numbers stand on it, no names."""
        with self.database.write(self.access.user) as session:
            session.add(Disclosure(uid=new_uid(), kind=KIND, at=self.clock.now(), by=self.access.user))
            training = read_office(session).training
        return week_paper(parts, words, training=training)

    def _monday(self) -> date:
        today = self.clock.today()
        return today - timedelta(days=today.weekday())

    def _done(
        self, session: Session, monday: date, whose: Sequence[ColumnElement[bool]]
    ) -> tuple[DoneRow, ...]:
        """The steps that were done in the week before, the last first; those whose day is known to the day."""
        on = type_coerce(Step.done_on, String)
        first, last = (monday - timedelta(days=WEEK)).isoformat(), (monday - timedelta(days=1)).isoformat()
        asked = (
            select(Step.step_id, Step.title, on, CaseFile.uid, CaseFile.number)
            .join(CaseFile, CaseFile.uid == Step.case_uid)
            .where(Step.state == StepState.DONE.value, on.between(first, last), func.length(on) == len(first))
            .where(queries.of_cases(self.access.cases()), *whose).order_by(on.desc(), Step.uid)
        )  # fmt: skip
        return tuple(
            DoneRow(case, number, step, known.name if known else Text(title, title), date.fromisoformat(day))
            for step, title, day, case, number in session.execute(asked)
            for known in [self.catalogue.steps.get(step)]
        )

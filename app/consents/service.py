"""Write down who agreed to what, see how it stands today, withdraw it, and prove that nobody changed it since."""

from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from typing import Self
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.belonging import check_belongs
from app.changes import Changes
from app.clock import Clock
from app.consents.draft import CONSENT, ConsentDraft, ConsentRecord, GivenBy, RecipientKind
from app.consents.refusals import (
    AlreadyEnded,
    EndsBeforeItBegins,
    GiverMissing,
    OnlyHimself,
    RecipientMissing,
    TopicsMissing,
)
from app.consents.stopping import DESPITE
from app.domain.consent import WARNINGS, Purpose, Standing, days_left, standing, warning
from app.domain.day_to_come import DayToCome
from app.domain.legible import legible
from app.records.keeping import Keeping
from app.records.kinds import touched_by
from db.journal import JournaledSession
from db.models.case_file import CaseFile
from db.models.consent import Consent
from db.models.office import Disclosure
from db.session import Database

_NAMED = (RecipientKind.BODY, RecipientKind.NGO, RecipientKind.CLINIC, RecipientKind.MEDIA, RecipientKind.RESEARCH)


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """A consent and how it stands. `left`: days until its last; `warns`: 30, 7 or 1 once that near."""

    uid: UUID
    case: UUID
    says: ConsentRecord
    by: str
    at: datetime
    standing: Standing
    left: int | None
    warns: int | None


@dataclass(frozen=True, slots=True)
class Ending:
    """A consent of the office's list; `left`: days until its last one, negative once that is past."""

    case: UUID
    number: str
    purpose: Purpose
    until: date
    left: int


@dataclass(frozen=True, slots=True)
class Override:
    """The case left against what was agreed: when, who sent it, and why."""

    uid: UUID
    at: datetime
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Consents:
    """Every public method is one unit of work by the user who asks."""

    keeping: Keeping[Consent, ConsentRecord]

    @classmethod
    def of(cls, database: Database, clock: Clock, access: Access) -> Self:
        """Build the service."""

        def judge(session: Session, case: UUID, record: ConsentRecord) -> None:
            _judge(session, case, record, clock.today())

        return cls(Keeping(Consent, ConsentRecord, database, clock, access, judge))

    def rows(self, case: UUID) -> tuple[ConsentRow, ...]:
        """The consents of a case, the newest first; raises `NotYourCase`."""
        today = self.keeping.clock.today()
        found = (
            ConsentRow(
                one.uid, case, one.says, one.by, one.at, standing(one.says.word(), today),
                days_left(one.says.word(), today), warning(one.says.word(), today),
            )
            for one in self.keeping.rows(case)
        )  # fmt: skip
        return tuple(found)[::-1]

    def add(self, case: UUID, draft: ConsentDraft) -> Changes:
        """Write a yes or a no down, sealed by its digest.

        Raises `DayToCome`, `EndsBeforeItBegins`, `GiverMissing`, `RecipientMissing`, `TopicsMissing`, `OnlyHimself`,
        `OfAnotherCase`, `TextTooLong`, `NotYourCase`.
        """
        with self.keeping.database.write(self.keeping.access.user) as session:
            self.put(session, case, draft)
        return touched_by(Consent)

    def put(self, session: JournaledSession, case: UUID, draft: ConsentDraft) -> Consent:
        """As `add`, within a unit of work; the new row."""
        facts = {field.name: getattr(draft, field.name) for field in fields(ConsentDraft)}
        record = ConsentRecord(**facts)
        tidy = replace(record, recipient=_tidy(record.recipient), text=_tidy(record.text))
        return self.keeping.put(session, case, tidy.sealed(case))

    def withdraw(self, uid: UUID, on: date, how: str) -> Changes:
        """End a consent from the day `on`; what was agreed to stays as it was.

        Raises `AlreadyEnded` for a no and for what was withdrawn before, `DayToCome`, `StaleEdit`, `NotYourCase`.
        """
        if on > self.keeping.clock.today():
            raise DayToCome
        with self.keeping.database.write(self.keeping.access.user) as session:
            row = self.keeping.standing(session, uid)
            says = self.keeping.kept(row).says
            if says.refused or says.withdrawn_on is not None:
                raise AlreadyEnded
            ended = replace(says, withdrawn_on=on, withdrawn_how=_tidy(how)).sealed(row.case_uid)
            row.withdrawn_on, row.withdrawn_how = ended.withdrawn_on, ended.withdrawn_how
            row.end_digest = ended.end_digest
        return touched_by(Consent)

    def remove(self, uid: UUID) -> Changes:
        """Take out what was written down by mistake; the record keeps it, marked."""
        return self.keeping.remove(uid)

    def verify(self, uid: UUID) -> bool:
        """Whether a consent says what it said when it was given, and when it was withdrawn."""
        with self.keeping.database.read() as session:
            row = self.keeping.standing(session, uid)
            return self.keeping.kept(row).says.unchanged(row.case_uid)

    def ending(self) -> tuple[Ending, ...]:
        """Consents of every case this user may see that end within 30 days, or ended in the last 30, soonest first."""
        keeping = self.keeping
        today = keeping.clock.today()
        near = timedelta(days=WARNINGS[0])
        statement = (
            select(Consent, CaseFile.number)
            .join(CaseFile, CaseFile.uid == Consent.case_uid)
            .where(Consent.until.between(today - near, today + near), Consent.refused.is_(False))
            .where(Consent.withdrawn_on.is_(None), Consent.deleted_at.is_(None))
            .where(CaseFile.deleted_at.is_(None), *keeping.access.cases())
            .order_by(Consent.until, Consent.uid)
        )
        with keeping.database.read() as session:
            return tuple(
                Ending(row.case_uid, number, Purpose(row.purpose), row.until, (row.until - today).days)
                for row, number in session.execute(statement)
                if row.until is not None
            )

    def overrides(self, case: UUID) -> tuple[Override, ...]:
        """When the case left against a consent, and why, the newest first; raises `NotYourCase`."""
        statement = select(Disclosure).where(Disclosure.case_uid == case, Disclosure.kind == DESPITE)
        with self.keeping.database.read() as session:
            self.keeping.access.check(session, case)
            found = session.scalars(statement.order_by(Disclosure.uid.desc()))
            return tuple(Override(row.uid, row.at, row.by, row.reason) for row in found)


def _tidy(text: str) -> str:
    return legible(text).strip()


def _judge(session: Session, case: UUID, says: ConsentRecord, today: date) -> None:
    if says.since > today:
        raise DayToCome
    if says.until is not None and says.until < says.since:
        raise EndsBeforeItBegins
    for relative in (says.giver_uid, says.relative_uid):
        check_belongs(session, case, relative)
    if says.given_by in (GivenBy.RELATIVE, GivenBy.GUARDIAN) and says.giver_uid is None:
        raise GiverMissing
    if (says.given_by is GivenBy.LAW) != (says.basis != CONSENT):
        raise GiverMissing
    if says.recipient_kind is RecipientKind.RELATIVE and says.relative_uid is None:
        raise RecipientMissing
    if says.recipient_kind in _NAMED and not says.recipient:
        raise RecipientMissing
    if says.purpose is Purpose.FAMILY_INFORMATION:
        _judge_family(says)


def _judge_family(says: ConsentRecord) -> None:
    """He who is back alone decides who hears what about him."""
    if says.given_by is not GivenBy.HIMSELF:
        raise OnlyHimself
    if says.recipient_kind is not RecipientKind.RELATIVE:
        raise RecipientMissing
    if not says.topics and not says.refused:
        raise TopicsMissing

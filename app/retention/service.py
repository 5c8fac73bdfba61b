"""The day to look at a case again, the hold that forbids erasing, and erasing itself with its certificate."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import or_, select

from app.access.access import Access
from app.approvals.content import Content
from app.approvals.service import Approvals, Kind
from app.changes import Changes
from app.clock import Clock
from app.documents.store import Store
from app.domain.errors import N_, UserError
from app.domain.reason_needed import ReasonNeeded
from app.domain.role import Right
from app.holds.hold import check_not_held
from app.office.service import read as read_office
from app.paper.erasure_certificate import ErasureCertificate, erasure_certificate
from app.people.findable import reindex
from app.retention.groups import Group
from app.retention.taking_out import Taken, take_case, take_groups, vouch_for
from app.vault import lines
from db import chain
from db.journal import JournaledSession
from db.models.base import new_uid
from db.models.case_file import CaseFile
from db.models.rights import Erasure, Retention
from db.session import Database

_EVERYTHING = Changes.CASES | Changes.PEOPLE | Changes.DOCUMENTS | Changes.RIGHTS | Changes.STEPS | Changes.SETTINGS
SOON = 30
"""Days: a review this near is spoken of."""


class NoErasure(UserError):
    what = N_("There is no such erasure.")
    todo = N_("Look at the list again.")


class NothingChosen(UserError):
    what = N_("It is not said what is to be erased.")
    todo = N_("Tick at least one group.")


@dataclass(frozen=True, slots=True)
class RetentionRow:
    """How long a case is kept. `left`: days until the review, negative once it is past."""

    case: UUID
    number: str
    review_on: date | None
    left: int | None
    held: bool
    held_for: str
    held_why: str
    held_since: date | None
    held_by: str
    held_review_on: date | None


@dataclass(frozen=True, slots=True)
class ErasureRow:
    """What is certified: numbers, a day, who did it and who agreed, and where the history stood just before."""

    uid: UUID
    number: str
    whole: bool
    groups: tuple[Group, ...]
    counts: tuple[tuple[str, int], ...]
    entries: int
    at: datetime
    by: str
    approved_by: str
    head_n: int
    head: str

    @property
    def mark(self) -> str:
        """By which people tell one erasure from another."""
        return self.uid.hex[-8:].upper()


@dataclass(frozen=True, slots=True)
class Retentions:
    """Every public method is one unit of work by the user who asks. `documents`: the vault's folder of sealed files."""

    database: Database
    documents: Path
    clock: Clock
    access: Access
    approvals: Approvals

    def of(self, case: UUID) -> RetentionRow:
        """How long a case is kept; raises `NotYourCase`."""
        with self.database.read() as session:
            self.access.check(session, case)
            number = session.get_one(CaseFile, case).number
            return self._row(number, case, session.scalar(select(Retention).where(Retention.case_uid == case)))

    def waiting(self) -> tuple[RetentionRow, ...]:
        """Cases whose review is near or past, and cases on hold, that this user may see, the most urgent first."""
        statement = (
            select(Retention, CaseFile.number)
            .join(CaseFile, CaseFile.uid == Retention.case_uid)
            .where(or_(Retention.review_on.is_not(None), Retention.held.is_(True)))
            .where(CaseFile.deleted_at.is_(None), *self.access.cases())
            .order_by(Retention.review_on.is_(None), Retention.review_on)
        )
        with self.database.read() as session:
            rows = [self._row(number, row.case_uid, row) for row, number in session.execute(statement)]
        return tuple(row for row in rows if row.held or (row.left is not None and row.left <= SOON))

    def review(self, case: UUID, on: date | None) -> Changes:
        """Set the day to look again whether the case is still needed; None for no day."""
        with self._writing(case) as (session, row):
            row.review_on = on
            session.flush()
        return Changes.RIGHTS

    def hold(self, case: UUID, *, who: str, why: str, review_on: date | None) -> Changes:
        """Forbid erasing anything of a case: `who` asked for it (a court, an investigator), and why.

        Everybody may; only who approves may end it. Raises `ReasonNeeded`.
        """
        if not why.strip():
            raise ReasonNeeded
        with self._writing(case) as (session, row):
            row.held, row.held_for, row.held_why = True, who.strip(), why.strip()
            row.held_since, row.held_by, row.held_review_on = self.clock.today(), self.access.user, review_on
            session.flush()
        return Changes.RIGHTS

    def release(self, case: UUID) -> Changes:
        """End the hold; raises `NotAllowed` but to who approves."""
        self.access.require(Right.APPROVE)
        with self._writing(case) as (session, row):
            row.held, row.held_review_on = False, None
            session.flush()
        return Changes.RIGHTS

    def anonymise(self, case: UUID, groups: Collection[Group], reason: str) -> tuple[Changes, ErasureRow]:
        """Empty the chosen groups of a case that stays, and what the history told of them.

        People who stand in another case too keep what is theirs. Raises `NothingChosen`, `OnHold`, `NotYourCase` and
        what `Approvals.using` raises.
        """
        chosen = tuple(group for group in Group if group in groups)
        if not chosen:
            raise NothingChosen

        def take(session: JournaledSession) -> Taken:
            return _nameless(session, case, chosen)

        return _EVERYTHING, self._erase(case, Kind.ANONYMISE, reason, take, chosen)

    def erase(self, case: UUID, reason: str) -> tuple[Changes, ErasureRow]:
        """Take the whole case out, with the keys of its documents; its number is never given again.

        Copies of the vault made before still hold it until they are thinned. Raises `OnHold`, `NotYourCase` and what
        `Approvals.using` raises.
        """
        done = self._erase(case, Kind.ERASE, reason, lambda session: take_case(session, case), ())
        return _EVERYTHING, done

    def erasures(self) -> tuple[ErasureRow, ...]:
        """What was ever erased, the newest first."""
        with self.database.read() as session:
            return tuple(_erased(row) for row in session.scalars(select(Erasure).order_by(Erasure.uid.desc())))

    def certificate(self, uid: UUID, languages: tuple[str, ...] = ("uk", "en")) -> bytes:
        """The certificate of an erasure as PDF bytes; raises `NoErasure`."""
        with self.database.read() as session:
            found = session.get(Erasure, uid)
            if found is None:
                raise NoErasure
            row, office = _erased(found), read_office(session).name
        apart = {"values", "files"}
        counts = dict(row.counts)
        data = ErasureCertificate(
            row.number, row.mark, row.whole, row.groups, sum(n for name, n in row.counts if name not in apart),
            counts.get("values", 0), counts.get("files", 0), row.entries, row.at, row.by, row.approved_by, row.head_n,
            row.head, office,
        )  # fmt: skip
        return erasure_certificate(data, languages)

    def _erase(
        self, case: UUID, kind: Kind, reason: str, take: Callable[[JournaledSession], Taken], groups: tuple[Group, ...]
    ) -> ErasureRow:
        with self.database.read() as session:
            self.access.check(session, case)
            check_not_held(session, case)
            number = session.get_one(CaseFile, case).number
        content = Content({"number": number, "groups": " ".join(groups)}, f"{kind} {number} {' '.join(groups)}")
        self.approvals.check(kind, reason, case, content)
        with self.database.write(self.access.user) as session:
            self.access.check(session, case)
            check_not_held(session, case)
            agreed = self.approvals.spend(session, kind, case, content)
            session.flush()
            before = chain.head(session)
            taken = take(session)
            row = Erasure(
                uid=new_uid(), number=number, kind=kind.value, groups="\n".join(groups), counts=_told(taken),
                entries=len(taken.entries), at=self.clock.now(), by=self.access.user, approved_by=agreed,
                head_n=before.n, head=before.code.hex(),
            )  # fmt: skip
            session.add(row)
            vouch_for(session, row, taken)
            done = _erased(row)
        with self.database.outside() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        Store(self.documents).destroy(taken.files)
        return done

    def _row(self, number: str, case: UUID, row: Retention | None) -> RetentionRow:
        if row is None:
            return RetentionRow(case, number, None, None, False, "", "", None, "", None)
        left = None if row.review_on is None else (row.review_on - self.clock.today()).days
        return RetentionRow(
            case, number, row.review_on, left, row.held, row.held_for, row.held_why, row.held_since, row.held_by,
            row.held_review_on,
        )  # fmt: skip

    @contextmanager
    def _writing(self, case: UUID) -> Iterator[tuple[JournaledSession, Retention]]:
        with self.database.write(self.access.user) as session:
            self.access.check(session, case)
            row = session.scalar(select(Retention).where(Retention.case_uid == case))
            if row is None:
                row = Retention(uid=new_uid(), case_uid=case)
                session.add(row)
            yield session, row


def _nameless(session: JournaledSession, case: UUID, groups: tuple[Group, ...]) -> Taken:
    taken = take_groups(session, case, groups)
    found = session.get_one(CaseFile, case)
    session.flush()
    lines.redraw(session.connection(), case)
    session.refresh(found)
    reindex(session, found)
    return taken


def _told(taken: Taken) -> str:
    counts = {**dict(sorted(taken.rows.items())), "values": taken.values, "files": len(taken.files)}
    return "\n".join(f"{name} {count}" for name, count in counts.items() if count)


def _erased(row: Erasure) -> ErasureRow:
    counts = tuple((name, int(count)) for name, count in (line.split() for line in row.counts.splitlines()))
    return ErasureRow(
        row.uid, row.number, row.kind == Kind.ERASE, tuple(Group(one) for one in row.groups.split()), counts,
        row.entries, row.at, row.by, row.approved_by, row.head_n, row.head,
    )  # fmt: skip

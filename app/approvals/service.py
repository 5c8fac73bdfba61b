"""Ask for a second person's yes, give it, and make use of it once."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.access import Access
from app.approvals.content import Content, seal_of, shown_of
from app.changes import Changes
from app.clock import Clock
from app.domain.errors import N_, UserError
from app.domain.reason_needed import ReasonNeeded
from app.domain.role import Right
from app.domain.second_person import Request, Standing
from app.office.service import read as read_office
from db.models.account import Approval
from db.session import Database


class Kind(StrEnum):
    """What needs a second person."""

    DUMP = "dump"
    FATE = "fate"
    MAIN_CONTACT = "main_contact"
    ANONYMISE = "anonymise"
    ERASE = "erase"


class Waits(UserError):
    """The request is written down; it must be agreed to, or a day must pass."""


class AnotherMustAgree(Waits):
    what = N_("A second person must agree first. The request is written down.")
    todo = N_("Ask the lead of your office to approve it, then do this again.")


class ComeBackLater(Waits):
    what = N_("You work alone in this vault, so this waits for 24 hours. The request is written down.")
    todo = N_("Do this again after {moment}; it can be withdrawn until then.")


class NotYourOwn(UserError):
    what = N_("Nobody approves a request of their own.")
    todo = N_("Ask a colleague who may approve.")


class NothingToDecide(UserError):
    what = N_("This request does not wait any more.")
    todo = N_("Look at the list again.")


@dataclass(frozen=True, slots=True)
class ApprovalRow:
    """One request. `ready_at`: from when it may be made use of, None while it is not known.

    `shown`: what exactly is asked, in codes and dates, as the asking service named them.
    """

    uid: UUID
    kind: Kind
    subject: UUID | None
    reason: str
    asked_by: str
    asked_at: datetime
    standing: Standing
    ready_at: datetime | None
    decided_by: str
    shown: Mapping[str, str]

    @property
    def open(self) -> bool:
        """Whether it waits, or may be made use of."""
        return self.standing in (Standing.WAITING, Standing.READY)


_WHATEVER = Content()


@dataclass(frozen=True, slots=True)
class Approvals:
    """Every method is one unit of work by the user who asks. Training vaults need nobody's yes."""

    database: Database
    clock: Clock
    access: Access

    def list(self, size: int = 200) -> tuple[ApprovalRow, ...]:
        """The newest requests first: everybody's for who may approve or audit, else one's own."""
        mine = not (self.access.may(Right.APPROVE) or self.access.may(Right.AUDIT))
        statement = select(Approval).order_by(Approval.uid.desc()).limit(size)
        with self.database.read() as session:
            found = session.scalars(statement.where(Approval.asked_by == self.access.user) if mine else statement)
            return tuple(self._row(one) for one in found)

    def about(self, subject: UUID) -> tuple[ApprovalRow, ...]:
        """The open requests about one case, whoever asked, the newest first; raises `NotYourCase`."""
        statement = select(Approval).where(Approval.subject == subject).order_by(Approval.uid.desc())
        with self.database.read() as session:
            self.access.check(session, subject)
            return tuple(row for row in map(self._row, session.scalars(statement)) if row.open)

    @contextmanager
    def using(
        self, kind: Kind, reason: str, subject: UUID | None = None, content: Content = _WHATEVER
    ) -> Iterator[Session]:
        """A unit of work that a second person agreed to; the yes is spent with it, and with it alone.

        Without a yes the request is written down, if it is not yet, and the work refused: `AnotherMustAgree`, or
        `ComeBackLater` where nobody else could agree. Raises `ReasonNeeded`.
        """
        self.check(kind, reason, subject, content)
        with self.database.write(self.access.user) as session:
            self.spend(session, kind, subject, content)
            yield session

    def spend(self, session: Session, kind: Kind, subject: UUID | None = None, content: Content = _WHATEVER) -> str:
        """Make use of a yes to this very content within a unit of work; who agreed, empty for a day's delay.

        Raises `AnotherMustAgree` if there is none; training vaults need none.
        """
        ready = self._standing_at(session, kind, subject, content, Standing.READY)
        if ready is None and not read_office(session).training:
            raise AnotherMustAgree
        if ready is None:
            return ""
        ready.used_at = self.clock.now()
        return ready.decided_by

    def check(self, kind: Kind, reason: str, subject: UUID | None = None, content: Content = _WHATEVER) -> None:
        """Raise what `using` raises, and write the request down, unless the work may be done now."""
        if not reason.strip():
            raise ReasonNeeded
        with self.database.read() as session:
            if read_office(session).training or self._standing_at(session, kind, subject, content, Standing.READY):
                return
            waiting = self._standing_at(session, kind, subject, content, Standing.WAITING)
            asked = None if waiting is None else self._row(waiting)
        asked = asked or self._ask(kind, reason, subject, content)
        if asked.ready_at is None:
            raise AnotherMustAgree
        raise ComeBackLater(moment=asked.ready_at.astimezone().strftime("%d.%m.%Y %H:%M"))

    def approve(self, uid: UUID) -> Changes:
        """Agree; raises `NotAllowed`, `NotYourOwn`, `NothingToDecide`."""
        return self._decide(uid, refused=False)

    def refuse(self, uid: UUID) -> Changes:
        """Do not agree; raises `NotAllowed`, `NotYourOwn`, `NothingToDecide`."""
        return self._decide(uid, refused=True)

    def withdraw(self, uid: UUID) -> Changes:
        """Take one's own request back; raises `NotYourOwn` for another's, `NothingToDecide`."""
        with self.database.write(self.access.user) as session:
            found = self._open(session, uid)
            if found.asked_by != self.access.user:
                raise NotYourOwn
            found.refused, found.decided_by, found.decided_at = True, self.access.user, self.clock.now()
        return Changes.SETTINGS

    def _decide(self, uid: UUID, *, refused: bool) -> Changes:
        self.access.require(Right.APPROVE)
        with self.database.write(self.access.user) as session:
            found = self._open(session, uid)
            if found.asked_by == self.access.user:
                raise NotYourOwn
            found.refused, found.decided_by, found.decided_at = refused, self.access.user, self.clock.now()
        return Changes.SETTINGS

    def _open(self, session: Session, uid: UUID) -> Approval:
        found = session.get(Approval, uid)
        if found is None or found.decided_at is not None or found.used_at is not None:
            raise NothingToDecide
        return found

    def _ask(self, kind: Kind, reason: str, subject: UUID | None, content: Content) -> ApprovalRow:
        with self.database.write(self.access.user) as session:
            asked = Approval(
                kind=kind.value, subject=subject, content=content.canonical(), reason=reason.strip(),
                asked_by=self.access.user, asked_at=self.clock.now(), alone=self.access.alone,
            )  # fmt: skip
            session.add(asked)
            session.flush()
            return self._row(asked)

    def _standing_at(
        self, session: Session, kind: Kind, subject: UUID | None, content: Content, wanted: Standing
    ) -> Approval | None:
        same = Approval.subject.is_(None) if subject is None else Approval.subject == subject
        statement = select(Approval).where(Approval.kind == kind.value, Approval.asked_by == self.access.user, same)
        unused = session.scalars(statement.where(Approval.used_at.is_(None)).order_by(Approval.uid))
        meant = (one for one in unused if seal_of(one.content) == content.seal)
        return next((one for one in meant if self._row(one).standing is wanted), None)

    def _row(self, one: Approval) -> ApprovalRow:
        request = Request(one.asked_by, one.asked_at, one.decided_by, one.decided_at, one.refused, one.used_at)
        alone = one.alone
        return ApprovalRow(
            one.uid, Kind(one.kind), one.subject, one.reason, one.asked_by, one.asked_at,
            request.standing(self.clock.now(), alone=alone), request.ready_at(alone=alone), one.decided_by,
            shown_of(one.content),
        )  # fmt: skip

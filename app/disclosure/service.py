"""The log of what left the vault readable: every printed paper and every dump, with its reason."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from app.access.access import Access
from app.approvals.service import Approvals, Kind
from app.belonging import check_belongs
from app.clock import Clock
from app.domain.errors import N_, UserError
from app.domain.role import Right
from app.office import service as office
from db.models.base import new_uid
from db.models.office import Disclosure
from db.session import Database


class NoReason(UserError):
    what = N_("Data that leaves the vault unprotected needs a reason.")
    todo = N_("Say in a few words why; it is kept in the log.")


class CopyingOff(UserError):
    what = N_("In this office, rows of the list are not copied out.")
    todo = N_("The lead can allow it in the settings of the office; print or seal a package instead.")


@dataclass(frozen=True, slots=True)
class Disclosures:
    """Every method is one unit of work by the user who asks."""

    database: Database
    clock: Clock
    access: Access
    approvals: Approvals

    def log(self, kind: str, *, reason: str = "", case: UUID | None = None, relative: UUID | None = None) -> None:
        """Keep that something left: a paper of one case, or a dump of all, logged before anything of it is written.

        A dump needs a right, a reason (`NoReason`) and a second person: raises `NotAllowed` and what
        `Approvals.using` raises.
        """
        with self._leaving(kind, reason) as session:
            if case is not None:
                self.access.check(session, case)
                check_belongs(session, case, relative)
            session.add(
                Disclosure(
                    uid=new_uid(), kind=kind, case_uid=case, relative_uid=relative, reason=reason.strip(),
                    at=self.clock.now(), by=self.access.user,
                )
            )

    def _leaving(self, kind: str, reason: str) -> AbstractContextManager[Session]:
        if kind != "dump":
            return self.database.write(self.access.user)
        if not reason.strip():
            raise NoReason
        self.access.require(Right.DISCLOSE)
        return self.approvals.using(Kind.DUMP, reason)

    def copied(self, cases: Sequence[UUID]) -> None:
        """Keep that the lines of these cases were copied out of the list; raises `CopyingOff` unless the office lets.

        Log it before anything is copied.
        """
        with self.database.write(self.access.user) as session:
            if not office.read(session).copying:
                raise CopyingOff
            for case in cases:
                self.access.check(session, case)
            now = self.clock.now()
            session.add_many(
                Disclosure,
                [
                    {"uid": new_uid(), "kind": "copied_row", "case_uid": case, "relative_uid": None, "reason": "",
                     "at": now, "by": self.access.user}
                    for case in cases
                ],
            )  # fmt: skip

"""The log of what left the vault readable: every printed paper and every dump, with its reason."""

from dataclasses import dataclass
from uuid import UUID

from app.access.access import Access
from app.clock import Clock
from app.domain.errors import N_, UserError
from app.domain.role import Right
from db.models.base import new_uid
from db.models.office import Disclosure
from db.session import Database


class NoReason(UserError):
    what = N_("Data that leaves the vault unprotected needs a reason.")
    todo = N_("Say in a few words why; it is kept in the log.")


@dataclass(frozen=True, slots=True)
class Disclosures:
    """Every method is one unit of work by the user who asks."""

    database: Database
    clock: Clock
    access: Access

    def log(self, kind: str, *, reason: str = "", case: UUID | None = None, relative: UUID | None = None) -> None:
        """Keep that something left: a paper of one case, or a dump of all, which needs a reason (`NoReason`)."""
        if kind == "dump" and not reason.strip():
            raise NoReason
        if kind == "dump":
            self.access.require(Right.DISCLOSE)
        with self.database.write(self.access.user) as session:
            session.add(
                Disclosure(
                    uid=new_uid(), kind=kind, case_uid=case, relative_uid=relative, reason=reason.strip(),
                    at=self.clock.now(), by=self.access.user,
                )
            )

"""A hold forbids erasing anything of a case: whoever erases asks here first."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.errors import N_, UserError
from db.models.rights import Retention


class OnHold(UserError):
    what = N_("Nothing of this case may be erased: it is on hold. {why}")
    todo = N_("Ask {who}, or let the lead end the hold first.")


def check_not_held(session: Session, case: UUID) -> None:
    """Raise `OnHold` if nothing of the case may be erased."""
    row = session.scalar(select(Retention).where(Retention.case_uid == case))
    if row is not None and row.held:
        raise OnHold(who=row.held_for or row.held_by, why=row.held_why)

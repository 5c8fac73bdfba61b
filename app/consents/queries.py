"""What the consents of a case allow and forbid on a day, for those who show or share."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.consents.draft import ConsentRecord
from app.domain.consent import Purpose, Standing, last_standing, open_topics, standing
from app.records.shape import draft_of
from db.models.consent import Consent


def consents(session: Session, case: UUID, *purposes: Purpose) -> tuple[ConsentRecord, ...]:
    """What was agreed to or refused in a case, in the order it was written down; for some purposes if named."""
    wanted = select(Consent).where(Consent.case_uid == case, Consent.deleted_at.is_(None))
    if purposes:
        wanted = wanted.where(Consent.purpose.in_([one.value for one in purposes]))
    rows = session.scalars(wanted.order_by(Consent.since, Consent.uid))
    return tuple(draft_of(row, ConsentRecord) for row in rows)


def told_topics(records: Sequence[ConsentRecord], relative: UUID, day: date) -> frozenset[str]:
    """What one relative may hear of him who is back, as fields of redaction.yaml; empty without his consent."""
    his = (
        one for one in records if one.purpose is Purpose.FAMILY_INFORMATION and one.relative_uid == relative
    )
    return open_topics((one.word() for one in his), day)


def casework_standing(records: Sequence[ConsentRecord], relative: UUID, day: date) -> Standing:
    """How a relative's own consent to keep and use his data stands."""
    return last_standing((one.word() for one in _own(records, relative)), day)


def casework_until(records: Sequence[ConsentRecord], relative: UUID, day: date) -> date | None:
    """The last day of that consent, of the one that reaches furthest; None where it does not hold or has no end."""
    ends = [one.until for one in _own(records, relative) if standing(one.word(), day).allows]
    return None if None in ends else max(filter(None, ends), default=None)


def _own(records: Sequence[ConsentRecord], relative: UUID) -> tuple[ConsentRecord, ...]:
    return tuple(one for one in records if one.purpose is Purpose.CASEWORK and one.giver_uid == relative)

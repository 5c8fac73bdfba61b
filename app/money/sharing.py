"""Shares of his pay in a case: what is written down, what the rule of the day comes to, and where the two differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID

from app.domain.coming_of_age import AHEAD
from app.domain.kin import WHOLE, KinRole
from app.domain.shares import OUTSIDE, Counted, DatedFamily, counted, history, turning_points
from app.kin.entries import RoleDraft
from app.kin.standing import stands
from app.records.keeping import Kept

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ShareChange:
    """One recipient's share before and after, of 10,000; 0 is none, None a share that no paper names."""

    relative: UUID
    old: int | None
    new: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is written down differs from what the rule comes to on a day; nothing is written until somebody says so."""

    day: date
    changes: tuple[ShareChange, ...]
    counted: Counted


@dataclass(frozen=True, slots=True)
class SharesView:
    """The shares of a case. `written`: roles with a share, of all days; `now`: those of today and their sum, of 10,000.

    `counted`: by the rule today; `past`: how it changed since the case began; `ahead`: the next day within three months
    on which it changes. `proposal` and `coming`: what would be written today, and on that day.
    """

    written: tuple[Kept[RoleDraft], ...]
    now: int
    counted: Counted
    past: tuple[Counted, ...]
    ahead: Counted | None
    proposal: Proposal | None
    coming: Proposal | None

    @property
    def deposited(self) -> int:
        """What the written shares leave for him, of 10,000."""
        return max(0, WHOLE - self.now)


def shares_of(family: DatedFamily, roles: Sequence[Kept[RoleDraft]], since: date, today: date) -> SharesView:
    """The shares from `since` to three months from today."""
    written = tuple(row for row in roles if row.says.role is KinRole.PAY_RECIPIENT)
    now = counted(family, today)
    ahead = _ahead(family, now, today)
    return SharesView(
        written,
        sum(row.says.share or 0 for row in paid_on(written, today)),
        now,
        history(family, min(since, today), today),
        ahead,
        proposed(now, written, today),
        proposed(ahead, written, ahead.day) if ahead else None,
    )


def proposed(now: Counted, written: Sequence[Kept[RoleDraft]], day: date) -> Proposal | None:
    """What would have to be written on `day` for the record to say what the rule comes to; None if it does already."""
    if now.missing or now.rule is None or any(part.share is None for part in now.parts):
        return None
    old = {row.says.relative_uid: row.says.share for row in paid_on(written, day)}
    new = {UUID(part.key): in_hundredths(part.share) for part in now.parts if part.key != OUTSIDE and part.share}
    changes = tuple(
        ShareChange(relative, old.get(relative, 0), new.get(relative, 0))
        for relative in dict.fromkeys((*old, *new))
        if old.get(relative, 0) != new.get(relative, 0)
    )
    return Proposal(day, changes, now) if changes else None


def in_hundredths(share: Fraction) -> int:
    """A share of 10,000, never more than it is: a third is 3,333."""
    return int(share * WHOLE)


def paid_on(written: Sequence[Kept[RoleDraft]], day: date) -> tuple[Kept[RoleDraft], ...]:
    """The roles of recipients that stand on a day."""
    return tuple(row for row in written if stands(row.says.since, row.says.until, day))


def _ahead(family: DatedFamily, now: Counted, today: date) -> Counted | None:
    then = (counted(family, day) for day in turning_points(family, today + _DAY, today + AHEAD))
    return next((one for one in then if not one.same_as(now)), None)

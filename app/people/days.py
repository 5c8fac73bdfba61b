"""From which day to which day: an order that is impossible, and a beginning that has not come, are said at once."""

from datetime import date

from app.domain.day_to_come import DayToCome
from app.domain.errors import N_, UserError
from app.domain.partial_date import PartialDate


class EndsBeforeItBegins(UserError):
    what = N_("It ends before it begins.")
    todo = N_("Compare both days with the paper.")


def check_days(today: date, since: PartialDate | None, until: PartialDate | date | None = None) -> None:
    """Raise `DayToCome` if it begins after `today`, `EndsBeforeItBegins` if the days cannot be in this order."""
    if since is None:
        return
    if since.first > today:
        raise DayToCome
    last = until.last if isinstance(until, PartialDate) else until
    if last is not None and last < since.first:
        raise EndsBeforeItBegins

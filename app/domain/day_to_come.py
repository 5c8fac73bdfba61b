"""What is recorded as done has a day that has come."""

from app.domain.errors import N_, UserError


class DayToCome(UserError):
    what = N_("This day has not come yet.")
    todo = N_("Record what has happened; for a plan, write a step.")

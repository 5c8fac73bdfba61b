"""What is kept with its reason needs one."""

from app.domain.errors import N_, UserError


class ReasonNeeded(UserError):
    what = N_("This needs a reason, which is kept in the history.")
    todo = N_("Say in a few words why.")

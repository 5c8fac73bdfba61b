"""Whose page a visitor sees: never that of somebody else because nobody asked who is sitting there."""

from app.domain.errors import N_, UserError
from app.domain.walls import in_conflict
from app.paper.family_facts import HIMSELF, default_recipient
from app.paper.family_record import FamilyRecord


class WhoIsHere(UserError):
    """The family is parted, or the man is back, so that the usual recipient may not be the one who looks on."""

    what = N_("In this case it matters who looks on.")
    todo = N_("Press F7 once more, and open the page from the card of that person on the tab Family.")


def guest(record: FamilyRecord, chosen: str | None) -> str:
    """The recipient whose page is shown: the one `chosen`, else the usual one if no other could be meant.

    Raises `WhoIsHere`, and `NoRecipient` without family.
    """
    if chosen is not None:
        return chosen
    usual = default_recipient(record)
    if usual == HIMSELF or in_conflict(record.sides):
        raise WhoIsHere
    return usual

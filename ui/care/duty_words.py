"""Who of the office is called first, in one line."""

from app.i18n import Words
from app.office.duty import OnDuty


def duty_words(words: Words, duty: OnDuty | None) -> str:
    """Who is on duty today."""
    if duty is None:
        return words("Nobody is written down as on duty.")
    return words("On duty today: {name}, {phone}", name=duty.name, phone=duty.phone)

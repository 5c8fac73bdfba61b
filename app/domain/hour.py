"""An hour of the day as people write it, and as it is kept: 10:30."""

import re

from app.domain.errors import N_, UserError

_HOUR = re.compile(r"([01]?\d|2[0-3])(?:[:.,\s-]?([0-5]\d))?")


class NoSuchHour(UserError):
    what = N_("“{text}” is no hour of the day.")
    todo = N_("Write it as 10:30; leave it empty if no hour was agreed.")


def hour(text: str) -> str:
    """What was typed («10.30», «1030», «9») as ``HH:MM``; empty stays empty. Raises `NoSuchHour`."""
    said = text.strip()
    if not said:
        return ""
    found = _HOUR.fullmatch(said)
    if found is None:
        raise NoSuchHour(text=said[:20])
    return f"{int(found[1]):02}:{found[2] or '00'}"

"""How long ago something was, as people say it."""

from datetime import datetime, timedelta

from app.i18n import Words

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def ago(words: Words, moment: datetime, now: datetime) -> str:
    """«2 hours ago»; what lies in the future was just now."""
    passed = max(now - moment, timedelta())
    if passed < timedelta(minutes=2):
        return words("just now")
    if passed < HOUR:
        return words.count("{n} minute ago", "{n} minutes ago", passed // timedelta(minutes=1))
    if passed < DAY:
        return words.count("{n} hour ago", "{n} hours ago", passed // HOUR)
    return words.count("{n} day ago", "{n} days ago", passed // DAY)

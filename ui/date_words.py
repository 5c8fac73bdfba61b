"""Dates as precise as they are known, in words."""

from app.domain.partial_date import PartialDate
from app.i18n import Words


def partial_words(words: Words, day: PartialDate) -> str:
    """A day, a month or a year, as precise as it is known."""
    if day.day:
        told = words.date(day.first)
    elif day.month:
        told = f"{day.month:02d}.{day.year}"
    else:
        told = str(day.year)
    return words("about {date}", date=told) if day.about else told

"""The columns of the list of cases."""

from datetime import date

from app.cases.queries import CaseRow
from app.catalogue.definitions import Catalogue
from app.clock import KYIV
from app.domain.partial_date import PartialDate
from app.domain.text import Text
from app.i18n import Words
from ui.due_words import due_icon, due_text, due_tone
from ui.fate_chip import fate_chip
from ui.models.paged import Column
from ui.step_words import step_title

PERSON, STATUS, NEXT, DUE, UPDATED, OWNER = range(6)


def case_columns(catalogue: Catalogue, words: Words, today: date) -> list[Column[CaseRow]]:
    """Person, status, next step, due day, last change, worker."""

    def chip_text(row: CaseRow) -> str:
        return catalogue.statuses[row.fate].name.in_(words.language)

    def next_step(row: CaseRow) -> str:
        known = catalogue.steps.get(row.next_step)
        if known:
            return known.name.in_(words.language)
        return step_title(words, Text(row.next_step, row.next_step)) if row.next_step else words("No open steps")

    return [
        Column(words("Person"), lambda row: row.name, second=lambda row: details(words, row)),
        Column(
            words("Status"),
            chip_text,
            chip=lambda row: fate_chip(words, row.fate),
            tip=chip_text,
        ),
        Column(words("Next step"), next_step, tip=next_step, tone=lambda _row: "text"),
        Column(
            words("Due"),
            lambda row: due_text(words, row.next_due, today),
            tone=lambda row: due_tone(row.next_due, today),
            icon=lambda row: due_icon(row.next_due, today),
            tip=lambda row: words.date(row.next_due) if row.next_due else "",
        ),
        Column(words("Updated"), lambda row: words.date(row.updated.astimezone(KYIV).date())),
        Column(words("Worker"), lambda row: row.worker),
    ]


def details(words: Words, row: CaseRow) -> str:
    """Number, unit and birth of a case, in one line."""
    born = words("born {date}", date=partial_words(words, row.born)) if row.born else ""
    return " · ".join(part for part in (row.number, row.unit, born) if part)


def partial_words(words: Words, day: PartialDate) -> str:
    """A day, a month or a year, as precise as it is known."""
    if day.day:
        told = words.date(day.first)
    elif day.month:
        told = f"{day.month:02d}.{day.year}"
    else:
        told = str(day.year)
    return words("about {date}", date=told) if day.about else told

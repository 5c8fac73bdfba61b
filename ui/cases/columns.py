"""The columns of the list of cases: what each says, and by what a press on its heading sorts."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from app.cases.queries import CaseRow
from app.cases.sorting import Order
from app.catalogue.definitions import Catalogue
from app.clock import KYIV
from app.domain.text import Text
from app.i18n import Words
from ui.date_words import partial_words
from ui.due_words import due_icon, due_text, due_tone
from ui.fate_chip import fate_chip
from ui.models.paged import Column
from ui.step_words import step_title


class Part(StrEnum):
    """The columns there are, in the order of the model; the first speaks for the whole row."""

    PERSON = "person"
    STATUS = "status"
    NEXT = "next"
    DUE = "due"
    UPDATED = "updated"
    WORKER = "worker"
    NUMBER = "number"
    UNIT = "unit"
    CONTACT = "contact"
    BORN = "born"
    OPENED = "opened"


PARTS = tuple(Part)
USUAL = (Part.PERSON, Part.STATUS, Part.NEXT, Part.DUE, Part.UPDATED, Part.WORKER)
WIDTHS: Mapping[Part, int] = {
    Part.PERSON: 250, Part.STATUS: 164, Part.NEXT: 160, Part.DUE: 150, Part.UPDATED: 104, Part.WORKER: 120,
    Part.NUMBER: 130, Part.UNIT: 90, Part.CONTACT: 130, Part.BORN: 104, Part.OPENED: 104,
}  # fmt: skip
ORDERS: Mapping[Part, Order] = {
    Part.PERSON: Order.NAME, Part.STATUS: Order.STATUS, Part.DUE: Order.DUE, Part.UPDATED: Order.UPDATED,
    Part.WORKER: Order.WORKER, Part.NUMBER: Order.NUMBER, Part.UNIT: Order.UNIT, Part.CONTACT: Order.CONTACT,
}  # fmt: skip


def part_words(words: Words) -> Mapping[Part, str]:
    """The headings."""
    return {
        Part.PERSON: words("Person"), Part.STATUS: words("Status"), Part.NEXT: words("Next step"),
        Part.DUE: words("Due"), Part.UPDATED: words("Updated"), Part.WORKER: words("Worker"),
        Part.NUMBER: words("Case number"), Part.UNIT: words("Unit"), Part.CONTACT: words("Last contact"),
        Part.BORN: words("Born"), Part.OPENED: words("Opened"),
    }  # fmt: skip


def case_columns(catalogue: Catalogue, words: Words, today: date) -> list[Column[CaseRow]]:
    """Every part as a column, in the order of `PARTS`."""

    def chip_text(row: CaseRow) -> str:
        return catalogue.statuses[row.fate].name.in_(words.language)

    def next_step(row: CaseRow) -> str:
        known = catalogue.steps.get(row.next_step)
        if known:
            return known.name.in_(words.language)
        return step_title(words, Text(row.next_step, row.next_step)) if row.next_step else words("No open steps")

    titles = part_words(words)
    columns: Mapping[Part, Column[CaseRow]] = {
        Part.PERSON: Column(titles[Part.PERSON], lambda row: row.name, second=lambda row: details(words, row)),
        Part.STATUS: Column(
            titles[Part.STATUS], chip_text, chip=lambda row: fate_chip(words, row.fate), tip=chip_text
        ),
        Part.NEXT: Column(titles[Part.NEXT], next_step, tip=next_step, tone=lambda _row: "text"),
        Part.DUE: Column(
            titles[Part.DUE],
            lambda row: due_text(words, row.next_due, today),
            tone=lambda row: due_tone(row.next_due, today),
            icon=lambda row: due_icon(row.next_due, today),
            tip=lambda row: words.date(row.next_due) if row.next_due else "",
        ),
        Part.UPDATED: Column(titles[Part.UPDATED], lambda row: words.date(row.updated.astimezone(KYIV).date())),
        Part.WORKER: Column(titles[Part.WORKER], lambda row: row.worker),
        Part.NUMBER: Column(titles[Part.NUMBER], lambda row: row.number),
        Part.UNIT: Column(titles[Part.UNIT], lambda row: row.unit or "—"),
        Part.CONTACT: Column(
            titles[Part.CONTACT], lambda row: words.date(row.last_contact) if row.last_contact else "—"
        ),
        Part.BORN: Column(titles[Part.BORN], lambda row: partial_words(words, row.born) if row.born else "—"),
        Part.OPENED: Column(titles[Part.OPENED], lambda row: words.date(row.opened)),
    }
    return [columns[part] for part in PARTS]


def details(words: Words, row: CaseRow) -> str:
    """Number, unit and birth of a case, in one line; that it is closed, too."""
    born = words("born {date}", date=partial_words(words, row.born)) if row.born else ""
    closed = words("closed on {day}", day=words.date(row.closed)) if row.closed else ""
    return " · ".join(part for part in (row.number, closed, row.unit, born) if part)

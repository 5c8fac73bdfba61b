"""The man of a case and its facts put right: names, birth date, number, unit, rank, place, note."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.errors import N_
from app.domain.partial_date import PartialDate
from app.i18n import Words
from app.people.case_facts import CaseFacts
from app.people.person import Correction
from app.people.service import ManRow
from ui.date_words import partial_words
from ui.forms.definition import FieldDef, Kind, SectionDef
from ui.forms.dialog import RecordDialog
from ui.forms.form import Form
from ui.forms.numbers import NONE
from ui.forms.persons import BORN, GIVEN, LATIN, PATRONYMIC, SURNAME, UNIT
from ui.workplace import Workplace

HEIGHT = 540
_SECTIONS = (
    SectionDef(
        N_("The person"),
        (
            SURNAME, GIVEN, PATRONYMIC, BORN,
            FieldDef("tax_number", Kind.TAX_NUMBER, N_("Tax number"), N_("ten digits"), source="born"),
        ),
    ),
    SectionDef(
        N_("Service and event"),
        (
            UNIT,
            FieldDef("rank", Kind.RANK, N_("Rank"), N_("type a part of it; a special rank as it is written")),
            FieldDef("place", Kind.PLACE, N_("Place of the event"), N_("in your own words; an oblast is offered")),
            FieldDef("note", Kind.LONG_TEXT, N_("Note")),
        ),
    ),
    LATIN,
)  # fmt: skip


class PersonDialog(RecordDialog):
    """If the record was changed meanwhile, both values are shown, and whose counts is asked."""

    def __init__(self, place: Workplace, parent: QWidget, case: UUID, about: str) -> None:
        super().__init__(place, parent, place.words("Put the data right"), about, HEIGHT, _SECTIONS)
        self._row: ManRow | None = None
        people = place.services.people
        place.operations.read(self, lambda _: people.man(case), self._start)

    @override
    def _keep(self) -> None:
        row, form = self._row, self.form
        if row is None:
            return
        number = form.text("tax_number")
        facts = CaseFacts(
            row.facts.case, form.text("unit"), form.text("rank"), form.text("place"),
            "" if number == NONE else number, number == NONE, form.text("note"),
        )  # fmt: skip
        people, now = self._place.services.people, names(form)
        self._write(lambda _: people.put_right(row, now, facts), self._refuse)

    @override
    def _texts_of(self, record: object) -> Mapping[str, str]:
        if not isinstance(record, ManRow):
            raise TypeError(record)
        self._row = record
        person, facts = record.person, record.facts
        return {
            "surname": person.surname, "given": person.given, "patronymic": person.patronymic,
            "born": day_words(self._place.words, person.born), "surname_latin": person.surname_latin,
            "given_latin": person.given_latin, "unit": facts.unit, "rank": facts.rank, "place": facts.place,
            "tax_number": NONE if facts.no_tax_number else facts.tax_number, "note": facts.note,
        }  # fmt: skip

    def _start(self, row: ManRow) -> None:
        self._begin(self._texts_of(row), "person", row.person.uid)


def names(form: Form) -> Correction:
    """The names and the birth date written in a form."""
    return Correction(
        form.text("surname"), form.text("given"), form.text("patronymic"), form.date("born"),
        form.text("surname_latin"), form.text("given_latin"),
    )


def day_words(words: Words, day: PartialDate | None) -> str:
    """A date as a field shows it; empty if unknown."""
    return partial_words(words, day) if day else ""

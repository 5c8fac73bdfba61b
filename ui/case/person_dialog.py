"""The names and the birth date of the man or of a relative, put right in every case the person stands in."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.errors import UserError
from app.domain.partial_date import PartialDate
from app.people.service import CorrectedMeanwhile, Correction, PersonRow
from ui.case.drafted import keep_drafts
from ui.cases.columns import partial_words
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.form_dialog import FIELD_WIDTH, FormDialog
from ui.widgets.name_field import LatinField, NameField
from ui.workplace import Workplace

HEIGHT = 520


class PersonDialog(FormDialog):
    """If the record was changed meanwhile, both values are shown, and whose counts is asked."""

    def __init__(self, place: Workplace, parent: QWidget, person: UUID, about: str) -> None:
        _ = place.words
        super().__init__(place, parent, _("Put the data right"), about, HEIGHT)
        self._row: PersonRow | None = None
        self._names: dict[str, NameField | LatinField] = {
            "surname": NameField(place, _("Surname (required)"), required=True),
            "given": NameField(place, _("Given name (required)"), required=True),
            "patronymic": NameField(place, _("Patronymic")),
        }
        for name in ("surname", "given", "patronymic"):
            self._place_field(self._names[name])
        self._born = DateField(place.look, _, place.clock.today(), partial=True)
        self._born_field = self._add(self._born, _("Birth date"), _("dd.mm.yyyy; the year alone will do"))
        self._born.judged.connect(self._born_field.complain)
        for name, source, title in (
            ("surname_latin", "surname", _("Surname in Latin letters")),
            ("given_latin", "given", _("Given name in Latin letters")),
        ):
            written = self._names[source]
            if isinstance(written, NameField):
                hint = _("as in the passport; if empty, by Resolution 55 of 2010")
                self._names[name] = LatinField(place, title, written, hint)
                self._place_field(self._names[name])
        self._column.addStretch(1)
        self._turn.clicked.connect(self._give_way)
        self._save.setEnabled(False)
        self._names["surname"].line.setFocus()
        people = place.services.people
        place.operations.read(self, lambda _: people.read(person), self._begin)

    @override
    def save(self) -> None:
        """Keep the names if each may stay so."""
        row = self._row
        if row is None or not self._save.isEnabled():
            return
        fields: list[Field] = [field for field in self._names.values() if not field.judge()]
        if not self._judge_born():
            fields.append(self._born_field)
        if fields:
            self._go_to(fields[0].box)
            return
        names = {name: field.value() for name, field in self._names.items()}
        now = Correction(born=self._born.value(), **names)
        people = self._place.services.people
        self._write(lambda _: people.correct(row.uid, row.version, now), self._refuse)

    def _place_field(self, field: Field) -> None:
        field.setMaximumWidth(FIELD_WIDTH)
        self._take(field)

    def _begin(self, row: PersonRow) -> None:
        self._show(row)
        keep_drafts(self, self._place, "person", row.uid, self._values, self._fill)

    def _values(self) -> dict[str, str]:
        if not self._written:
            return {}
        return {"born": self._born.text(), **{name: field.line.text() for name, field in self._names.items()}}

    def _fill(self, values: Mapping[str, str]) -> None:
        """Put `values` in place of what is written; without any, what is recorded."""
        self._written = bool(values)
        if not values and self._row is not None:
            self._show(self._row)
            return
        for name, field in self._names.items():
            field.show_name(values.get(name, ""))
        self._born.setText(values.get("born", ""))

    def _show(self, row: PersonRow) -> None:
        """Put what is recorded into the fields."""
        self._row = row
        for name, field in self._names.items():
            field.show_name(getattr(row, name))
            field.remind("")
        self._born.setText(_day(self._place, row.born))
        self._born_field.remind("")
        self._save.setEnabled(True)

    def _judge_born(self) -> bool:
        _, wrong = self._place.words, self._born.judge()
        if not wrong:
            day = self._born.value()
            wrong = _("This day has not come yet.") if day and day.first > self._place.clock.today() else ""
        self._born_field.complain(wrong)
        return not wrong

    def _refuse(self, error: UserError) -> None:
        _ = self._place.words
        if not isinstance(error, CorrectedMeanwhile):
            self._say(_.explain(error))
            return
        self._row = error.now
        for name, field in self._names.items():
            recorded = getattr(error.now, name)
            if recorded != field.value():
                field.remind(_("In the record now: {value}", value=recorded or "—"))
        if error.now.born != self._born.value():
            self._born_field.remind(_("In the record now: {value}", value=_day(self._place, error.now.born) or "—"))
        self._say(
            _("Somebody changed this record meanwhile. Yours stands in the fields, the record's under them. "
              "Save once more to keep yours.")
        )  # fmt: skip
        self._turn.setText(_("Take what the record says"))
        self._turn.setAccessibleName(self._turn.text())
        self._turn.show()

    def _give_way(self) -> None:
        if self._row is not None:
            self._written = False
            self._show(self._row)
            self.touched.emit()
        self._turn.hide()
        self._say("")


def _day(place: Workplace, day: PartialDate | None) -> str:
    return partial_words(place.words, day) if day else ""
